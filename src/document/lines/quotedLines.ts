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
    lines.push(quotedLine(text, from, end));
    from = afterLineBreak(text, end);
  }
  return lines;
}

/** Whether a line is marked as quoted (`>`, `> >`, `|`, `JD>`). */
export function isQuotedLine(line: string): boolean {
  return marksOf(line, 0, Math.min(line.length, 400)).depth > 0;
}

function quotedLine(text: string, from: number, end: number): QuotedLine {
  const { depth, start } = marksOf(text, from, end);
  const words = text.slice(start, end).trimEnd();
  return { from, start, end: start + words.length, depth: Math.min(depth, DEEPEST), text: words };
}

function marksOf(text: string, from: number, end: number): { depth: number; start: number } {
  let start = from;
  let depth = 0;
  let at = from;
  const initials = INITIALS.exec(text.slice(from, Math.min(end, from + 12)));
  if (initials !== null) {
    depth = 1;
    start = from + initials[0].length;
    at = start;
  }
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER || (code === BAR && depth === 0 && isOnlyBar(text, at, end))) {
      // ">=" and ">)" are no quote marks, and ">:" closes an address that a program broke off.
      if (code === GREATER && /[=):]/.test(text[at + 1] ?? '')) break;
      depth++;
      start = at + 1;
    } else if (code !== SPACE && code !== TAB) break;
    else if (at - start > (depth === 0 ? 8 : 3)) break;
  }
  if (depth > 0 && text.charCodeAt(start) === SPACE && start < end) start++;
  return depth === 0 ? { depth, start: from } : { depth, start };
}

/** Some programs put the initials of the person before the mark. */
const INITIALS = /^[ \t]{0,3}[A-Z][A-Za-z]{0,3}>(?![><])/;

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
