import { isDisclaimer, isSignatureDelimiter } from '../lines/letterLines';
import { trimEnd } from '../lines/lines';
import { MBOX } from '../lines/mailLines';
import { isQuotedLine } from '../lines/quotedLines';
import { gatherHeaderLines, type HeaderField, headerAt } from '../messages/headerBlock';
import { mayOpenMessage, openerAt } from '../messages/openers';
import { partyOf } from '../messages/party';
import { mayHoldChat, pastedChat } from '../messages/pastedChat';
import type { Span } from './draft';
import type { LetterState, Opening, Sink } from './letterState';
import { isSignatureLike, readWriting } from './ownWords';
import { lineAt, ME, mark, RULE, type SegmentLines, type SegmentOptions, viewOf } from './segmentLines';

/**
 * Reads the lines of one segment: headers, quoted and forwarded mail, signature, and what remains as the writer's own.
 * Returns the state in which the next segment begins.
 */
export function readMailLines(
  source: string,
  lines: readonly Span[],
  state: LetterState,
  options: SegmentOptions,
  sink: Sink,
): LetterState {
  const plain = !mayOpenMessage(source);
  const segment: SegmentLines = {
    source,
    lines,
    view: plain ? [] : viewOf(source, lines, options.tail),
    options,
    sink,
  };
  const end = lines.length;
  let from = 0;
  let now: LetterState = state === 'start' ? 'top' : state;
  if (now === 'top' || isAfterMe(now)) {
    const me = isAfterMe(now) ? now.slice(AFTER_ME.length) : meLine(lineAt(segment, 0));
    const top = readTop(segment, me);
    from = top.end;
    now = top.received ? 'quoted' : from > 0 ? 'opening' : 'top';
    if (from > 0 && from === end) return me !== undefined && isOnlyMe(segment, from) ? `${AFTER_ME}${me}` : now;
  }
  if (now === 'quoted' || now === 'forwarded') {
    mark(segment, now, from, end);
    return now;
  }
  if (now === 'quote-opened' || now === 'forward-opened') {
    if (!isQuotedLine(lineAt(segment, 0))) return openedUnmarked(segment, 0, now);
    now = 'body';
  }
  if (now === 'conversation') return readUnlessHistory(segment, from);
  const chat = findChat(segment, from, state === 'chat');
  if (chat === undefined) return readBody(segment, from, now === 'chat' ? 'body' : now);
  if (chat === 0 && now === 'top') return readUnlessHistory(segment, from);
  if (chat > from) readBody({ ...segment, lines: lines.slice(0, chat) }, from, now === 'chat' ? 'body' : now);
  mark(segment, 'quoted', chat, end);
  return 'chat';
}

/** Reads words in a document that is a chat: whose they are the reader of messages finds out. */
function readUnlessHistory(segment: SegmentLines, from: number): LetterState {
  const after = readBody(segment, from, 'body');
  return after === 'body' ? 'conversation' : after;
}

/** The line from which on a pasted chat fills the segment. */
function findChat(segment: SegmentLines, from: number, goesOn: boolean): number | undefined {
  if (!mayHoldChat(segment.source)) return undefined;
  const own = segment.lines.slice(from).map((_, at) => lineAt(segment, from + at));
  if (own.some(isQuotedLine)) return undefined;
  const after = segment.options.tail.map(({ depth, text }) => (depth > 0 ? '' : text));
  const found = pastedChat(own, after, goesOn);
  return found === undefined ? undefined : from + found.from;
}

function isOnlyMe(segment: SegmentLines, count: number): boolean {
  return count === 1 && ME.test(lineAt(segment, 0));
}

const AFTER_ME = 'me ';

function isAfterMe(state: LetterState): state is `me ${string}` {
  return state.startsWith(AFTER_ME);
}

function meLine(line: string): string | undefined {
  return ME.test(line) ? line.slice(line.indexOf(':') + 1).trim() : undefined;
}

interface Top {
  /** How many lines the header takes. */
  readonly end: number;
  /** The message below was written by somebody other than the writer of the `Me:` line. */
  readonly received: boolean;
}

/** Takes the header lines at the top of the document. */
function readTop(segment: SegmentLines, me: string | undefined): Top {
  const { lines, options, sink } = segment;
  let from = 0;
  if (ME.test(lineAt(segment, 0))) from = 1;
  let first = from;
  while (first < lines.length && (RULE.test(lineAt(segment, first)) || MBOX.test(lineAt(segment, first)))) first++;
  const block = gatherHeaderLines(segment.view, first, options.mail);
  const blockEnd = Math.min(lines.length, first + block.lines);
  const names = new Set(block.fields.map(({ name }) => name));
  const strong = names.has('from') || names.has('subject') || names.has('to');
  const known = [...names].filter((name) => name !== 'unknown').length;
  const enough =
    (strong && (options.mail || known >= 2)) ||
    (first < segment.view.length && headerAt(segment.view, first) !== undefined);
  if (blockEnd === first || !enough) {
    mark(segment, 'header', 0, from);
    return { end: from, received: false };
  }
  if (me !== undefined && isFromAnother(block.fields, me)) {
    mark(segment, 'header', 0, blockEnd);
    return { end: blockEnd, received: true };
  }
  const subject = subjectOf(segment, block.fields);
  const start = lines[0]!.start;
  const end = lines[blockEnd - 1]!.end;
  if (subject === undefined) {
    mark(segment, 'header', 0, blockEnd);
    return { end: blockEnd, received: false };
  }
  sink.region('header', start, trimEnd(segment.source, start, subject.start));
  sink.own('subject', subject.start, subject.end);
  if (trimEnd(segment.source, subject.end, end) > subject.end) {
    const rest = lines.findIndex((line) => line.start >= subject.end);
    if (rest >= 0) mark(segment, 'header', rest, blockEnd);
  }
  return { end: blockEnd, received: false };
}

const PREFIXES = /^(?:[ \t]*(?:re|fw|fwd|aw|wg|sv|vs|antw|tr|res|enc|rv)(?:\[\d+\])?[ \t]*:)+[ \t]*/i;

/** Where the words of the subject stand, without "Re:" and its kin. */
function subjectOf(segment: SegmentLines, fields: readonly HeaderField[]): Span | undefined {
  const { source, lines } = segment;
  const field = fields.find(({ name }) => name === 'subject');
  const line = field === undefined ? undefined : lines[field.line];
  const last = field === undefined ? undefined : lines[field.lastLine];
  if (field === undefined || line === undefined || last === undefined) return undefined;
  const value = line.start + field.valueStart;
  const start = value + (PREFIXES.exec(source.slice(value, line.end))?.[0].length ?? 0);
  const end = trimEnd(source, start, last.end);
  return end > start ? { start, end } : undefined;
}

/** Whether the `From:` of a header names another person than `me`; a name alone may be a part of theirs. */
function isFromAnother(fields: readonly HeaderField[], me: string): boolean {
  const value = fields.find(({ name }) => name === 'from')?.value;
  const from = value === undefined ? undefined : partyOf(value);
  const mine = partyOf(me);
  if (from === undefined || mine === undefined) return false;
  const [one, other] = [from.address?.toLowerCase(), mine.address?.toLowerCase()];
  if (one !== undefined && one === other) return false;
  const names = [namesIn(from.name), namesIn(mine.name)] as const;
  const [few, many] = names[0].length < names[1].length ? names : [names[1], names[0]];
  return few.length === 0 || !few.every((name) => many.includes(name));
}

function namesIn(name: string): string[] {
  const [local = ''] = name.toLowerCase().split('@');
  return local.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function readBody(segment: SegmentLines, first: number, state: LetterState): LetterState {
  const { lines } = segment;
  let now = state;
  let own = first;
  let at = first;
  const flush = (to: number, next: Opening) => {
    if (to > own)
      now = readWriting(segment.source, lines.slice(own, to), now, { ...segment.options, next }, segment.sink);
  };
  while (at < lines.length) {
    const line = lineAt(segment, at);
    if (isQuotedLine(line)) {
      flush(at, 'quoted');
      const from = at;
      while (at < lines.length && isQuotedLine(lineAt(segment, at))) at++;
      mark(segment, 'quoted', from, at);
      own = at;
      if (now !== 'signature') now = 'body';
      continue;
    }
    const opener = segment.view.length === 0 ? undefined : openerAt(segment.view, at);
    if (opener !== undefined && (opener.alone || isMarkedBelow(segment, at + opener.lines))) {
      const opened: LetterState = opener.kind === 'attribution' ? 'quote-opened' : 'forward-opened';
      const end = Math.min(lines.length, at + opener.lines);
      flush(at, 'history');
      mark(segment, opener.kind === 'attribution' ? 'attribution' : 'header', at, end);
      if (at + opener.lines >= lines.length) return opened;
      if (!isQuotedLine(lineAt(segment, end))) return openedUnmarked(segment, end, opened);
      own = end;
      at = end;
      now = 'body';
      continue;
    }
    if (isSignatureDelimiter(line)) {
      const rest = lines.slice(at + 1);
      const text = rest.length > 0 ? segment.source.slice(rest[0]!.start, rest.at(-1)!.end) : '';
      if (line === '-- ' || isDisclaimer(text) || (rest.length > 0 && isSignatureLike(segment.source, rest))) {
        flush(at, 'end');
        return readSignature(segment, at);
      }
    }
    at++;
  }
  flush(lines.length, segment.options.next);
  return now;
}

/** After the header or attribution of an older message whose lines carry no quote marks. */
function openedUnmarked(segment: SegmentLines, from: number, state: LetterState): LetterState {
  const { lines } = segment;
  let at = from;
  const header = segment.view.length === 0 ? undefined : openerAt(segment.view, from);
  if (header !== undefined && header.kind !== 'attribution') {
    at = Math.min(lines.length, from + header.lines);
    mark(segment, 'header', from, at);
    if (at >= lines.length) return 'forward-opened';
    if (isQuotedLine(lineAt(segment, at))) return readBody(segment, at, 'body');
  }
  const type = state === 'quote-opened' ? 'quoted' : 'forwarded';
  mark(segment, type, at, lines.length);
  return type;
}

/** Everything after `-- ` up to quoted lines. */
function readSignature(segment: SegmentLines, from: number): LetterState {
  const { lines } = segment;
  let to = from + 1;
  while (
    to < lines.length &&
    !isQuotedLine(lineAt(segment, to)) &&
    (segment.view.length === 0 || openerAt(segment.view, to) === undefined)
  )
    to++;
  mark(segment, 'signature', from, to);
  return to < lines.length ? readBody(segment, to, 'signature') : 'signature';
}

/** Whether the next line with words, from line `from` on, is quoted. */
function isMarkedBelow({ view }: SegmentLines, from: number): boolean {
  const next = view.slice(from, from + 3).find(({ text, depth }) => text !== '' || depth > 0);
  return next !== undefined && next.depth > 0;
}
