import { trimEnd } from '../lines/lines';
import { type QuotedLine, quotedLines } from '../lines/quotedLines';
import type { RegionType, Span } from './draft';
import type { Opening, Sink } from './letterState';

export interface SegmentOptions {
  /** Whether lines that begin with a bullet or number are list items (in Markdown the parser says so). */
  readonly lists: boolean;
  /** Whether the document is known to be mail, so that a single header line is enough. */
  readonly mail: boolean;
  readonly next: Opening;
  /** The first lines of the next segment. */
  readonly tail: readonly QuotedLine[];
}

/** The lines of one segment while it is read. */
export interface SegmentLines {
  readonly source: string;
  readonly lines: readonly Span[];
  /** The same lines without quote marks, and behind a blank one the first lines of the next segment. */
  readonly view: readonly QuotedLine[];
  readonly options: SegmentOptions;
  readonly sink: Sink;
}

/** Puts the lines of a segment before the first lines of the next. */
export function viewOf(source: string, lines: readonly Span[], tail: readonly QuotedLine[]): QuotedLine[] {
  const start = lines[0]!.start;
  const end = lines.at(-1)!.end;
  const view = quotedLines(source.slice(start, end));
  while (view.length < lines.length) view.push({ ...BLANK, from: end, start: end, end });
  return tail.length === 0 ? view : [...view, { ...BLANK, from: end, start: end, end }, ...tail];
}

const BLANK = { depth: 0, text: '' };

/** The text of a line, empty past the end. */
export function lineAt({ source, lines }: SegmentLines, index: number): string {
  const line = lines[index];
  return line === undefined ? '' : source.slice(line.start, line.end);
}

/** Marks lines `from` to `to` (exclusive) as a region. */
export function mark({ source, lines, sink }: SegmentLines, type: RegionType, from: number, to: number): void {
  if (to <= from) return;
  const start = lines[from]!.start;
  const end = trimEnd(source, start, lines[to - 1]!.end);
  if (end > start) sink.region(type, start, end);
}

export const ME = /^\s*Me:[ \t]+\S/;

export const RULE = /^[ \t]*(?:[-_=*~#][ \t]*){3,}$/;
