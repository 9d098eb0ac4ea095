import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const reader = fileURLToPath(new URL('../src/language/heldText.ts', import.meta.url));

/**
 * Where the content of one bundle is kept. Engines pass over a comment faster than over a string, so a bundle whose start
 * matters keeps its content in comments behind the code; `src/language/heldText.ts` reads it there.
 */
export function createHolder() {
  const held = new Map();
  return {
    /**
     * @param {string} name of a content file; the same name has the same place
     * @param {readonly string[]} lines JSON, one value a line
     * @returns {string} JavaScript whose value is the lines; it needs `heldImport` before it
     */
    hold(name, lines) {
      const holder = `$held_${name.replace(/[^a-z]/gi, '_')}`;
      if (lines.some((line) => /[\r\n]/.test(line))) throw new Error(`${name} is not one value a line`);
      held.set(holder, lines.map(asciiOnly));
      return `heldLines(${holder})`;
    },
    /** @param {string} file a bundle that has just been written */
    async writeTo(file) {
      const holders = [...held.keys()].sort();
      const functions = holders.map((holder) => `function ${holder}() {\n${comment(held.get(holder))}\n}\n`);
      // The bundler leaves regular expressions as they are; a character means the same there when it is escaped.
      await writeFile(file, `${asciiOnly(await readFile(file, 'utf8'))}\n${functions.join('')}`);
    },
  };
}

/** Takes the place of a holder where speed of loading does not matter: the lines are in the code. */
export const inPlace = {
  hold: (_, lines) => JSON.stringify(lines),
};

export const heldImport = `import { heldLines } from ${JSON.stringify(reader)};\n`;

function comment(lines) {
  return lines.map((line) => `//${line}`).join('\n');
}

/** A file of ASCII takes a byte a character in memory, and no character of it ends a comment early. */
function asciiOnly(text) {
  return text.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
