import {
  isAttachmentLine,
  isContactLine,
  isDisclaimer,
  isFooterLine,
  isNameGreeting,
  isNameLine,
  isSalutation,
  isSignOff,
  isSignOffWithName,
} from '../lines/letterLines';
import { anyLetterWord } from '../lines/letterWords';
import { trimEnd, trimStart } from '../lines/lines';
import { isLabelText, lookOf, wordsIn } from '../lines/tabularLines';
import type { Span } from './draft';
import type { LetterState, Opening, Sink } from './letterState';

export interface WritingOptions {
  readonly lists: boolean;
  readonly mail: boolean;
  readonly next: Opening;
}

/**
 * Reads lines that nobody else wrote: greeting, paragraphs, list items, sign-off, name, and the tables and lists of
 * addresses that are no prose. Returns the state after them.
 */
export function readWriting(
  source: string,
  lines: readonly Span[],
  state: LetterState,
  options: WritingOptions,
  sink: Sink,
): LetterState {
  const line = (index: number) => source.slice(lines[index]!.start, lines[index]!.end);
  const region = (type: 'signature' | 'table', from: number, to: number) => {
    if (to <= from) return;
    const start = trimStart(source, lines[from]!.start, lines[to - 1]!.end);
    const end = trimEnd(source, start, lines[to - 1]!.end);
    if (end > start) sink.region(type, start, end);
  };
  const count = lines.length;
  if (state === 'signature') {
    region('signature', 0, count);
    return state;
  }
  if (isFooterLine(line(0)) || isDisclaimer(source.slice(lines[0]!.start, lines[count - 1]!.end))) {
    region('signature', 0, count);
    return 'signed';
  }
  if (state === 'signed' && isSignatureLike(source, lines)) {
    region('signature', 0, count);
    return 'signed';
  }
  let from = 0;
  if (
    isSalutation(line(0)) ||
    ((state === 'opening' || state === 'top') &&
      count + Number(options.next === 'text') > 1 &&
      isNameGreeting(line(0)) &&
      (options.mail || !/:[ \t]*$/.test(line(0))))
  ) {
    own(source, lines, 0, 1, 'salutation', sink);
    from = 1;
  }
  const to = findEnding(source, lines, from, state, options);
  let after: LetterState = from < count || state === 'body' ? 'body' : 'opening';
  readProse(source, lines, from, to, options, sink);
  if (to < count) {
    after = 'signed';
    let name = to;
    if (isSignOff(line(to)) || isSignOffWithName(line(to))) {
      own(source, lines, to, to + 1, 'sign-off', sink);
      name++;
    }
    region('signature', name, count);
  }
  return after;
}

/** Whether lines after a sign-off are a name, a title, numbers and addresses, and not another sentence. */
export function isSignatureLike(source: string, lines: readonly Span[]): boolean {
  if (lines.length > 14) return false;
  return lines.every(({ start, end }) => {
    if (end - start > 160) return false;
    const text = source.slice(start, end).trim();
    if (text === '' || isNameLine(text) || isFooterLine(text)) return true;
    if (isContactLine(text) && wordsIn(text) <= 12 && !/[a-z][.?!]$/.test(text)) return true;
    if (text.length > 90 || /^(?:P\.?S\b|[-*•]\s)/i.test(text)) return false;
    if (/[.?!]$/.test(text) && !/\b(?:Inc|Ltd|Co|Corp|Dept|Esq|Jr|Sr|St|B\.?A|Ph\.?D|[A-Z])\.$/.test(text))
      return false;
    return isTitleLike(text);
  });
}

/** Mostly capitalised words, as in "Head of Purchasing, Lindholm Optics". */
function isTitleLike(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
  if (words.length === 0) return true;
  if (words.length > 12) return false;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !IN_TITLES.test(word));
  return small.length <= (words.length > 4 ? 2 : 1) && /^[^\p{Ll}]/u.test(text);
}

const IN_TITLES = new RegExp(`^(?:${anyLetterWord('inTitles')}|x+)$`);

/** The line where the sign-off, or else the name below the text, begins; the number of lines if neither is there. */
function findEnding(
  source: string,
  lines: readonly Span[],
  from: number,
  state: LetterState,
  options: WritingOptions,
): number {
  const count = lines.length;
  const line = (index: number) => source.slice(lines[index]!.start, lines[index]!.end);
  const begun = state === 'body' || state === 'signed';
  for (let at = Math.max(from, count - 12); at < count; at++) {
    const text = line(at);
    if (isFooterLine(text)) return at;
    if (at === 0 && !begun) continue;
    if (!(isSignOff(text) || isSignOffWithName(text))) continue;
    if (at > from && !endsSentence(line(at - 1)) && /^[ \t]*\p{Ll}/u.test(text)) continue;
    if (at + 1 === count || isSignatureLike(source, lines.slice(at + 1))) return at;
  }
  if (
    count - from >= 2 &&
    count <= 12 &&
    lines.filter((_, at) => at >= from && isContactLine(line(at))).length * 2 >= count - from &&
    isSignatureLike(source, lines.slice(from))
  ) {
    return from;
  }
  const closes =
    options.next === 'end' || options.next === 'history' || options.next === 'quoted' || options.next === 'header';
  if (!closes || (from === count - 1 && !begun)) return count;
  const last = line(count - 1);
  if (from < count && isNameLine(last) && (count - 1 === from ? begun : endsSentence(line(count - 2))))
    return count - 1;
  return count;
}

function endsSentence(line: string): boolean {
  return /[.?!:)"”'…][ \t]*$/.test(line);
}

const ITEM =
  /^[ \t]*(?:[-*•·‣◦▪»–—+][ \t]+|o\t[ \t]*|\(?\d{1,3}[.)][ \t]+|\(?[a-hA-H][)][ \t]+|\(?[ivx]{1,4}\)[ \t]+)(?=\S)/;

function readProse(
  source: string,
  lines: readonly Span[],
  from: number,
  to: number,
  options: WritingOptions,
  sink: Sink,
): void {
  const looks = lines
    .slice(0, to)
    .map(({ start, end }, at) => (at < from ? 'prose' : lookOf(source.slice(start, end))));
  const widest = lines.slice(from, to).reduce((width, { start, end }) => Math.max(width, end - start), 0);
  let first = from;
  let item = 0;
  const flush = (until: number) => {
    if (until > first) own(source, lines, first, until, item > 0 ? 'list-item' : 'paragraph', sink, item);
    first = until;
    item = 0;
  };
  let at = from;
  while (at < to) {
    const { start, end } = lines[at]!;
    const table = tableAt(looks, at, to);
    if (table > at) {
      flush(at);
      const left = trimStart(source, start, end);
      sink.region('table', left, trimEnd(source, left, lines[table - 1]!.end));
      at = table;
      first = at;
      continue;
    }
    const text = source.slice(start, Math.min(end, start + 300));
    if (isAttachmentLine(text)) {
      flush(at);
      sink.region('link', trimStart(source, start, end), trimEnd(source, start, end));
      first = ++at;
      continue;
    }
    const marker = options.lists ? ITEM.exec(text) : null;
    if (marker !== null) {
      flush(at);
      item = marker[0].length;
    } else if (at > first && isDeliberateBreak(source, lines, at, widest)) flush(at);
    at++;
  }
  flush(to);
}

/** Where a run of laid-out lines that begins at `at` ends; `at` itself if there is none. */
function tableAt(looks: readonly string[], at: number, to: number): number {
  const strong = (look: string | undefined) => look === 'columns' || look === 'rule';
  if (looks[at] === 'prose') return at;
  let end = at;
  while (end < to && looks[end] !== 'prose') end++;
  if (end - at >= 2 || strong(looks[at])) return end;
  return looks[at] === 'figures' && looks.length === 1 ? end : at;
}

/** A short line that no margin forced to break, without a full stop, before one that begins anew. */
function isDeliberateBreak(source: string, lines: readonly Span[], at: number, widest: number): boolean {
  const before = source.slice(lines[at - 1]!.start, lines[at - 1]!.end).trim();
  if (before.length > 50 || before.length > widest - 20 || /[,;–—-]$/.test(before)) return false;
  const after = source.slice(lines[at]!.start, Math.min(lines[at]!.end, lines[at]!.start + 80)).trimStart();
  if (!/^[\p{Lu}\p{N}]/u.test(after)) return false;
  return before.length + 1 + (after.match(/^\S+/)?.[0].length ?? 0) < widest || isLabelText(before);
}

function own(
  source: string,
  lines: readonly Span[],
  from: number,
  to: number,
  type: 'salutation' | 'sign-off' | 'paragraph' | 'list-item',
  sink: Sink,
  indent = 0,
): void {
  const end = lines[to - 1]!.end;
  const start = trimStart(source, lines[from]!.start + indent, end);
  const stop = trimEnd(source, start, end);
  if (stop > start) sink.own(type, start, stop);
}
