import type { Span } from '../draft/draft';
import { afterLineBreak, lineEnd } from './lines';

/** One line of a document without its quote marks; `start` is where its words begin. */
export interface QuotedLine extends Span {
  /** How many quote marks stood before it. */
  readonly depth: number;
  /** Where the line itself begins. */
  readonly from: number;
  /** The words, without white space at their end. */
  readonly text: string;
}

/** All lines of `text` with their quoting depth. */
export function quotedLines(text: string): QuotedLine[] {
  const lines: QuotedLine[] = [];
  for (let from = 0; from < text.length; ) {
    const end = lineEnd(text, from);
    let start = from;
    let depth = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER || (code === BAR && depth === 0 && isOnlyBar(text, at, end))) {
        depth++;
        start = at + 1;
      } else if (code !== SPACE && code !== TAB) break;
      else if (at - start > 3) break;
    }
    if (depth > 0 && text.charCodeAt(start) === SPACE && start < end) start++;
    const words = text.slice(start, end).trimEnd();
    lines.push({ from, start, end: start + words.length, depth: Math.min(depth, DEEPEST), text: words });
    from = afterLineBreak(text, end);
  }
  return lines;
}

function isOnlyBar(text: string, at: number, end: number): boolean {
  for (let next = at + 1; next < end; next++) if (text.charCodeAt(next) === BAR) return false;
  return true;
}

const GREATER = 62;
/** Some programs quote with `|`; a line with more of them is a row of a table. */
const BAR = 124;
const SPACE = 32;
const TAB = 9;
const DEEPEST = 60;
