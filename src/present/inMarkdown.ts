/**
 * A text as it is, on one line, in Markdown: none of it becomes a mark, a link, an image, an address that a preview makes a link of, an
 * entity or HTML. Linear in the length of the text.
 */
export function inMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /[\\`*_[\]<>|~]|&(?=[#\w])|!(?=\[)|\/(?=\/)|(?<=\/)\/|(?<=\w):(?=\S)|(?<=\w)\.(?=[a-z]{2})|@(?=\w)/gi,
      '\\$&',
    )
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}
