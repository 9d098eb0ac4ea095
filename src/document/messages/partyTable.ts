import type { Party, Span } from '../draft/draft';
import { findDate } from '../lines/dates';
import type { QuotedLine } from '../lines/quotedLines';

/** What one side wrote in one row of a table that has a column for each side. */
export interface CellWords extends Span {
  readonly from: Party;
  readonly dateText?: string;
}

export interface PartyTable {
  /** How many lines the table takes. */
  readonly lines: number;
  readonly cells: readonly CellWords[];
}

/**
 * Reads a table whose columns are headed by people ("Oakwell (A. Marsh)"): questions and answers, row by row. Any
 * other table is none of this kind.
 */
export function partyTableAt(lines: readonly QuotedLine[], at: number): PartyTable | undefined {
  const head = lines[at]!;
  if (!head.text.startsWith('|') || !DELIMITER.test(lines[at + 1]?.text ?? '')) return undefined;
  const names = cellsOf(head).map(({ text }) => personIn(text));
  if (names.filter((name) => name !== undefined).length < 2) return undefined;
  const cells: CellWords[] = [];
  let next = at + 2;
  let dateText: string | undefined;
  for (; next < lines.length && lines[next]!.text.startsWith('|'); next++) {
    for (const [column, { text, start, end }] of cellsOf(lines[next]!).entries()) {
      const from = names[column];
      const date = from === undefined ? findDate(text) : undefined;
      if (date !== undefined) dateText = text.slice(date.start, date.end);
      if (from !== undefined && /\p{L}/u.test(text))
        cells.push({ from, start, end, ...(dateText === undefined ? {} : { dateText }) });
    }
  }
  return { lines: next - at, cells };
}

const DELIMITER = /^\|[ \t:|-]+$/;
const PERSON = /^(.{2,50}?)[ \t]*\(((?:\p{Lu}[\p{L}.'’-]*[ \t]?){1,4})(?:,[^()]*)?\)$/u;

function personIn(header: string): Party | undefined {
  const match = PERSON.exec(header);
  return match === null ? undefined : { name: `${(match[2] as string).trim()} (${(match[1] as string).trim()})` };
}

function cellsOf({ text, start }: QuotedLine): { text: string; start: number; end: number }[] {
  const cells: { text: string; start: number; end: number }[] = [];
  let from = 1;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    const cell = text.slice(from, at);
    if (at < text.length || cell.trim() !== '') {
      const left = from + cell.length - cell.trimStart().length;
      cells.push({ text: cell.trim(), start: start + left, end: start + left + cell.trim().length });
    }
    from = at + 1;
  }
  return cells;
}
