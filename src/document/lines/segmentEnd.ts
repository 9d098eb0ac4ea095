import type { Opening } from '../draft/letterState';
import { endsAttribution } from '../messages/attribution';
import { openerAt } from '../messages/openers';
import { isFooterLine, isSignatureDelimiter } from './letterLines';
import { afterLineBreak, isBlank, lineEnd } from './lines';
import { endsWithStamp, headerLine, isStampedName } from './mailLines';
import { type QuotedLine, quotedLines } from './quotedLines';

/** How much of the next segment is looked at: so many code units, so many lines, and nothing behind a blank line. */
export const PEEK = 500;
const PEEKED_LINES = 4;

/** The furthest offset that is looked at when the next segment begins at `next`. */
export function reachOf(text: string, next: number): number {
  return Math.min(text.length, peekEnd(text, next) + 1);
}

/** The first lines of the segment that begins at `next`. */
export function tailOf(text: string, next: number): QuotedLine[] {
  return next >= text.length ? [] : quotedLines(text.slice(next, peekEnd(text, next)));
}

function peekEnd(text: string, next: number): number {
  const limit = Math.min(text.length, next + PEEK);
  let end = lineEnd(text, next, limit);
  for (let line = 1; line < PEEKED_LINES && end < limit; line++) {
    const start = afterLineBreak(text, end);
    const stop = lineEnd(text, start, limit);
    if (isBlankLine(text, start, stop)) break;
    end = stop;
  }
  return end;
}

/** The end of the last line before a blank one. */
export function segmentEnd(text: string, start: number): number {
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = afterLineBreak(text, end);
    const stop = lineEnd(text, next);
    if (isBlankLine(text, next, stop)) break;
    end = stop;
  }
  return end;
}

function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}

/** How the segment with these first lines opens. */
export function openingOf(tail: readonly QuotedLine[]): Opening {
  const first = tail[0];
  if (first === undefined) return 'end';
  if (first.depth > 0) return 'quoted';
  const header = headerLine(first.text);
  if (header !== undefined) return header.name === 'from' ? 'history' : 'header';
  return openerAt(tail, 0) !== undefined ||
    isSignatureDelimiter(first.text) ||
    isFooterLine(first.text) ||
    endsAttribution(first.text) ||
    (endsWithStamp(first.text) && isStampedName(first.text)) ||
    /^(?:On |[-_]{5,})/.test(first.text)
    ? 'history'
    : 'text';
}

/**
 * The end of a Markdown segment: before a blank line that a line without indentation follows, before a heading, and
 * between the items of a plain list.
 */
export function markdownSegmentEnd(text: string, start: number): number {
  const limit = text.length;
  let end = lineEnd(text, start, limit);
  let list = BULLET.test(text.slice(start, start + 3));
  let heading = HEADING.test(text.slice(start, start + 8));
  let blank = false;
  let stop = end;
  while (stop < limit) {
    const next = afterLineBreak(text, stop);
    if (next >= limit) break;
    stop = lineEnd(text, next, limit);
    if (isBlankLine(text, next, stop)) {
      blank = true;
      continue;
    }
    const head = text.slice(next, Math.min(stop, next + 8));
    const indented = head.charCodeAt(0) === 32 || head.charCodeAt(0) === 9;
    if (blank && !indented) return end;
    if (!indented && (heading || HEADING.test(head))) return end;
    if (list && !indented && BULLET.test(head)) return end;
    if (/^ {0,3}(?:`{3}|~{3}|<)/.test(head)) list = false;
    heading = false;
    blank = false;
    end = stop;
  }
  return end;
}

const BULLET = /^[-*+][ \t]\S/;

const HEADING = /^#{1,6}(?:[ \t]|$)/;

/** The end of the line that closes what was opened at `from`; the end of the text if nothing does. */
export function closeBlock(text: string, from: number, end: number, closer: RegExp | undefined): number {
  for (let stop = closer === undefined ? end : lineEnd(text, from); stop < text.length; ) {
    const before = stop;
    const next = afterLineBreak(text, stop);
    if (next >= text.length) return stop;
    stop = lineEnd(text, next);
    if (closer === undefined && isBlankLine(text, next, stop)) return before;
    if (closer?.test(text.slice(next, stop))) return stop;
  }
  return text.length;
}
