import { anyKindWord } from './kindWords';

/** The titles in a block that is no heading: the line that it is, or the labels that its lines begin with (`**Budget:** …`, `Budget: …`). */
export function titlesIn(text: string): string[] {
  const lines = text.split(/\r?\n/, MOST_LINES);
  const labels = lines.flatMap((line) => LABEL.exec(line)?.[1] ?? []);
  if (labels.length > 0 && (lines.length <= 2 || labels.length * 2 >= lines.length || LABEL.test(lines[0] as string)))
    return labels;
  const [line = ''] = lines;
  if (line.length !== text.length || line.length > 70 || /[.!?,;:]$/.test(line)) return [];
  return (line.match(/\S+/g)?.length ?? 0) <= 8 && /^[^\p{Ll}]/u.test(line) ? [line] : [];
}

/** What the first cells of the rows of a table say, or the labels that its rows begin with. */
export function firstCells(table: string): string[] {
  return table.split('\n', MOST_LINES).flatMap((row) => (CELL.exec(row) ?? LABEL.exec(row))?.[1] ?? []);
}

/** Whether a title names a thing of a program: code, a name with an underscore, a capital or two colons inside, an option. */
export function namesCode(title: string): boolean {
  return /`|\p{L}_\p{L}|\p{Ll}\p{Lu}|::|\(\)|(?:^| )--?\p{Ll}|\p{L}\.\p{Ll}/u.test(title);
}

/** Whether a title promises to tell how or why, or counts what it tells. */
export function tellsHow(title: string): boolean {
  return TELLING.test(title);
}

const TELLING = new RegExp(`^\\W*(?:${anyKindWord('tellingTitle')}|\\d+ \\p{L}+)\\b|\\?\\s*$`, 'iu');
const MOST_LINES = 40;
const CELL = /^[ \t|]*([^|\t]{2,60}?)[ ]*(?:\||\t| {3,})/;

const LABEL =
  /^[ \t]*(?:[*_]{1,3})?[ \t]*((?:\d{1,2}[.)][ \t]*)?\p{Lu}[^:*\n]{2,44})(?:[*_]{1,3}[ \t]*:|:(?:[*_]{1,3})?|[*_]{2,3})(?=\s|$)/u;
