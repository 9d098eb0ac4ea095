import type { Opening } from '../draft/letterState';
import { isFooterLine, isSignatureDelimiter } from './letterLines';
import { afterLineBreak, isBlank, lineEnd } from './lines';
import {
  endsAttribution,
  endsWithStamp,
  headerLine,
  isDivider,
  isQuotedLine,
  isRunTogetherHeader,
  isStampedName,
} from './mailLines';

/** How much of the next segment's first line is looked at. */
const PEEK = 400;

/** The furthest offset that is looked at when the next segment begins at `next`. */
export function reachOf(text: string, next: number): number {
  return Math.min(text.length, lineEnd(text, next, Math.min(text.length, next + PEEK)) + 1);
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

/** How the segment that begins at `next` opens. */
export function openingOf(text: string, next: number): Opening {
  if (next >= text.length) return 'end';
  const line = text.slice(next, lineEnd(text, next, Math.min(text.length, next + PEEK)));
  if (isQuotedLine(line)) return 'quoted';
  const header = headerLine(line);
  if (header !== undefined) return header.name === 'from' ? 'history' : 'header';
  const stamped = isRunTogetherHeader(line) || (endsWithStamp(line) && isStampedName(line));
  return stamped ||
    isDivider(line) ||
    isSignatureDelimiter(line) ||
    isFooterLine(line) ||
    endsAttribution(line) ||
    /^(?:On |[-_]{5,})/.test(line)
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
