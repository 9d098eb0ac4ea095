import { isDisclaimer, isSignatureDelimiter } from '../lines/letterLines';
import { trimEnd } from '../lines/lines';
import { headerLine, isQuotedLine } from '../lines/mailLines';
import { headerBlock } from '../messages/headerBlock';
import { partyOf } from '../messages/headers';
import { historyAt } from '../messages/history';
import type { Span } from './draft';
import type { LetterState, Opening, Sink } from './letterState';
import { isSignatureLike, readWriting } from './ownWords';
import { lineAt, MBOX, ME, mark, RULE, type SegmentLines, type SegmentOptions } from './segmentLines';

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
  const segment: SegmentLines = { source, lines, options, sink };
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
  return readBody(segment, from, now);
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
  const block = headerBlock(segment, first, options.mail);
  const strong = block.names.has('from') || block.names.has('subject') || block.names.has('to');
  const enough = options.mail ? strong : strong && block.names.size >= 2;
  if (block.end === first || !enough) {
    mark(segment, 'header', 0, from);
    return { end: from, received: false };
  }
  if (me !== undefined && isFromAnother(segment, first, block.end, me)) {
    mark(segment, 'header', 0, block.end);
    return { end: block.end, received: true };
  }
  const subject = block.subject;
  const start = lines[0]!.start;
  const end = lines[block.end - 1]!.end;
  if (subject === undefined) {
    mark(segment, 'header', 0, block.end);
    return { end: block.end, received: false };
  }
  sink.region('header', start, trimEnd(segment.source, start, subject.start));
  sink.own('subject', subject.start, subject.end);
  if (trimEnd(segment.source, subject.end, end) > subject.end) {
    const rest = lines.findIndex((line) => line.start >= subject.end);
    if (rest >= 0) mark(segment, 'header', rest, block.end);
  }
  return { end: block.end, received: false };
}

/** Whether the `From:` among lines `start` to `end` names another person than `me`; a name alone may be a part of theirs. */
function isFromAnother(segment: SegmentLines, start: number, end: number, me: string): boolean {
  for (let at = start; at < end; at++) {
    const line = lineAt(segment, at);
    const header = headerLine(line);
    if (header?.name !== 'from') continue;
    const from = partyOf(line.slice(header.valueStart));
    const mine = partyOf(me);
    if (from === undefined || mine === undefined) return false;
    const [one, other] = [from.address?.toLowerCase(), mine.address?.toLowerCase()];
    if (one !== undefined && one === other) return false;
    const names = [namesIn(from.name), namesIn(mine.name)] as const;
    const [few, many] = names[0].length < names[1].length ? names : [names[1], names[0]];
    return few.length === 0 || !few.every((name) => many.includes(name));
  }
  return false;
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
    const history = historyAt(segment, at, own, line);
    if (history !== undefined) {
      flush(history.start, 'history');
      mark(segment, history.type, history.start, history.end);
      const opened: LetterState = history.type === 'attribution' ? 'quote-opened' : 'forward-opened';
      if (history.end >= lines.length) return opened;
      if (!isQuotedLine(lineAt(segment, history.end))) return openedUnmarked(segment, history.end, opened);
      own = history.end;
      at = history.end;
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
  const block = headerBlock(segment, from, false);
  if (block.end > from) {
    mark(segment, 'header', from, block.end);
    at = block.end;
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
    historyAt(segment, to, from + 1, lineAt(segment, to)) === undefined
  )
    to++;
  mark(segment, 'signature', from, to);
  return to < lines.length ? readBody(segment, to, 'signature') : 'signature';
}
