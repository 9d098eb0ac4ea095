/**
 * Content that the build keeps in comments behind the code of a bundle (scripts/held-content.mjs), one function for each content file. An
 * engine passes over a comment several times as fast as over a string and makes nothing of it until it is asked for.
 *
 * @param holder a function whose body is comment lines; the language has it print as it is written
 * @returns what the comment lines say, one string for each
 */
export function heldLines(holder: () => void): string[] {
  const text = String(holder);
  return text.slice(text.indexOf(MARK) + MARK.length, text.lastIndexOf('\n')).split(`\n${MARK}`);
}

const MARK = '//';
