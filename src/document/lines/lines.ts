import type { Span } from '../draft/draft';

/** The lines of `text` between `start` and `end`, without their ends (`\n`, `\r\n` or `\r`). */
export function linesOf(text: string, start: number, end: number): Span[] {
  const lines: Span[] = [];
  let from = start;
  while (from <= end) {
    const stop = lineEnd(text, from, end);
    lines.push({ start: from, end: stop });
    if (stop >= end) break;
    from = afterLineBreak(text, stop);
    if (from >= end) break;
  }
  return lines;
}

/** Where the line that contains `from` ends, before its line break and not after `limit`. */
export function lineEnd(text: string, from: number, limit = text.length): number {
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return at;
  }
  return limit;
}

/** The offset after the line break at `at` (which may be the end of the text). */
export function afterLineBreak(text: string, at: number): number {
  if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) return at + 2;
  return Math.min(at + 1, text.length);
}

/** The start of the next line with something on it, at or after the line start `from`; the text length if none. */
export function nextTextLine(text: string, from: number): number {
  let start = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) start = at + 1;
    else if (!isBlank(code)) return start;
  }
  return text.length;
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12 || code === 160 || code === 0xfeff;
}

/** The offset before the white space that ends `start..end`. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The offset after the white space that begins `start..end`. */
export function trimStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const LF = 10;
const CR = 13;

function isSpace(code: number): boolean {
  return isBlank(code) || code === LF || code === CR;
}
