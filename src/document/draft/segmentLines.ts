import { trimEnd } from '../lines/lines';
import type { RegionType, Span } from './draft';
import type { Opening, Sink } from './letterState';

export interface SegmentOptions {
  /** Whether lines that begin with a bullet or number are list items (in Markdown the parser says so). */
  readonly lists: boolean;
  /** Whether the document is known to be mail, so that a single header line is enough. */
  readonly mail: boolean;
  readonly next: Opening;
}

/** The lines of one segment while it is read. */
export interface SegmentLines {
  readonly source: string;
  readonly lines: readonly Span[];
  readonly options: SegmentOptions;
  readonly sink: Sink;
}

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

export const MBOX = /^From \S+@?\S* +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /;

export const RULE = /^[ \t]*(?:[-_=*~#][ \t]*){3,}$/;
