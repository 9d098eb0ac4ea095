import type { YAMLError } from 'yaml';

/**
 * What is wrong with a YAML file, in a sentence for the person who wrote it.
 *
 * @returns offsets in the file, UTF-16 code units, end exclusive
 */
export function yamlFault({ code, pos }: YAMLError): { start: number; end: number; message: string } {
  return { start: pos[0], end: Math.max(pos[1], pos[0] + 1), message: sentences[code] ?? OTHER };
}

const OTHER =
  'This line is not in the form of a YAML file; compare its spaces, colons and quotation marks with the lines around it.';

const sentences: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_ALIAS: 'A text that begins with “*” stands in quotation marks.',
  BAD_DQ_ESCAPE: 'In double quotation marks a “\\” is written twice, “\\\\”.',
  BAD_INDENT: 'This line is indented by more or fewer spaces than the lines that it belongs to.',
  BAD_SCALAR_START: 'A text that begins with this sign stands in quotation marks.',
  BLOCK_AS_IMPLICIT_KEY: 'A text with a colon and a space in it stands in quotation marks.',
  BLOCK_IN_FLOW: 'Within “[ ]” or “{ }” entries stand on one line, parted by commas.',
  DUPLICATE_KEY: 'This name stands here twice.',
  MISSING_CHAR: 'A quotation mark, a bracket, a colon or a space is missing here.',
  MULTILINE_IMPLICIT_KEY: 'A name and its colon stand on one line.',
  MULTIPLE_DOCS: 'A file of rules has no line “---” in the middle.',
  TAB_AS_INDENT: 'Lines are indented by spaces; here stands a tab.',
  UNEXPECTED_TOKEN: 'This does not belong here; a text with signs in it stands in quotation marks.',
};
