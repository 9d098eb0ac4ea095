import { isDisclaimer, isSignatureDelimiter } from '../lines/letterLines';
import { trimEnd } from '../lines/lines';
import { headerLine, isQuotedLine } from '../lines/mailLines';
import { headerBlock } from '../messages/headerBlock';
import { partyOf } from '../messages/headers';
import { historyAt } from '../messages/history';
import type { Span } from './draft';
import type { Opening, Sink, Zone } from './letterState';
import { isSignatureLike, readWriting } from './ownWords';
import { lineAt, MBOX, ME, mark, type Passage, type PassageOptions, RULE } from './segmentLines';

/**
 * Reads the lines of one passage: headers, quoted and forwarded mail, signature, and what remains as the writer's own.
 * Returns the zone in which the next passage begins.
 */
export function readPassage(
  source: string,
  lines: readonly Span[],
  zone: Zone,
  options: PassageOptions,
  sink: Sink,
): Zone {
  const passage: Passage = { source, lines, options, sink };
  const end = lines.length;
  let from = 0;
  let now: Zone = zone === 'start' ? 'top' : zone;
  if (now === 'top' || isAfterMe(now)) {
    const me = isAfterMe(now) ? now.slice(AFTER_ME.length) : meLine(lineAt(passage, 0));
    const top = readTop(passage, me);
    from = top.end;
    now = top.received ? 'quoted' : from > 0 ? 'opening' : 'top';
    if (from > 0 && from === end) return me !== undefined && isOnlyMe(passage, from) ? `${AFTER_ME}${me}` : now;
  }
  if (now === 'quoted' || now === 'forwarded') {
    mark(passage, now, from, end);
    return now;
  }
  if (now === 'quote-opened' || now === 'forward-opened') {
    if (!isQuotedLine(lineAt(passage, 0))) return openedUnmarked(passage, 0, now);
    now = 'body';
  }
  return readBody(passage, from, now);
}

function isOnlyMe(passage: Passage, count: number): boolean {
  return count === 1 && ME.test(lineAt(passage, 0));
}

const AFTER_ME = 'me ';

function isAfterMe(zone: Zone): zone is `me ${string}` {
  return zone.startsWith(AFTER_ME);
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
function readTop(passage: Passage, me: string | undefined): Top {
  const { lines, options, sink } = passage;
  let from = 0;
  if (ME.test(lineAt(passage, 0))) from = 1;
  let first = from;
  while (first < lines.length && (RULE.test(lineAt(passage, first)) || MBOX.test(lineAt(passage, first)))) first++;
  const block = headerBlock(passage, first, options.mail);
  const strong = block.names.has('from') || block.names.has('subject') || block.names.has('to');
  const enough = options.mail ? strong : strong && block.names.size >= 2;
  if (block.end === first || !enough) {
    mark(passage, 'header', 0, from);
    return { end: from, received: false };
  }
  if (me !== undefined && isFromAnother(passage, first, block.end, me)) {
    mark(passage, 'header', 0, block.end);
    return { end: block.end, received: true };
  }
  const subject = block.subject;
  const start = lines[0]!.start;
  const end = lines[block.end - 1]!.end;
  if (subject === undefined) {
    mark(passage, 'header', 0, block.end);
    return { end: block.end, received: false };
  }
  sink.region('header', start, trimEnd(passage.source, start, subject.start));
  sink.own('subject', subject.start, subject.end);
  if (trimEnd(passage.source, subject.end, end) > subject.end) {
    const rest = lines.findIndex((line) => line.start >= subject.end);
    if (rest >= 0) mark(passage, 'header', rest, block.end);
  }
  return { end: block.end, received: false };
}

/** Whether the `From:` among lines `start` to `end` names another person than `me`; a name alone may be a part of theirs. */
function isFromAnother(passage: Passage, start: number, end: number, me: string): boolean {
  for (let at = start; at < end; at++) {
    const line = lineAt(passage, at);
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

function readBody(passage: Passage, first: number, zone: Zone): Zone {
  const { lines } = passage;
  let now = zone;
  let own = first;
  let at = first;
  const flush = (to: number, next: Opening) => {
    if (to > own)
      now = readWriting(passage.source, lines.slice(own, to), now, { ...passage.options, next }, passage.sink);
  };
  while (at < lines.length) {
    const line = lineAt(passage, at);
    if (isQuotedLine(line)) {
      flush(at, 'quoted');
      const from = at;
      while (at < lines.length && isQuotedLine(lineAt(passage, at))) at++;
      mark(passage, 'quoted', from, at);
      own = at;
      if (now !== 'signature') now = 'body';
      continue;
    }
    const history = historyAt(passage, at, own, line);
    if (history !== undefined) {
      flush(history.start, 'history');
      mark(passage, history.type, history.start, history.end);
      const opened: Zone = history.type === 'attribution' ? 'quote-opened' : 'forward-opened';
      if (history.end >= lines.length) return opened;
      if (!isQuotedLine(lineAt(passage, history.end))) return openedUnmarked(passage, history.end, opened);
      own = history.end;
      at = history.end;
      now = 'body';
      continue;
    }
    if (isSignatureDelimiter(line)) {
      const rest = lines.slice(at + 1);
      const text = rest.length > 0 ? passage.source.slice(rest[0]!.start, rest.at(-1)!.end) : '';
      if (line === '-- ' || isDisclaimer(text) || (rest.length > 0 && isSignatureLike(passage.source, rest))) {
        flush(at, 'end');
        return readSignature(passage, at);
      }
    }
    at++;
  }
  flush(lines.length, passage.options.next);
  return now;
}

/** After the header or attribution of an older message whose lines carry no quote marks. */
function openedUnmarked(passage: Passage, from: number, zone: Zone): Zone {
  const { lines } = passage;
  let at = from;
  const block = headerBlock(passage, from, false);
  if (block.end > from) {
    mark(passage, 'header', from, block.end);
    at = block.end;
    if (at >= lines.length) return 'forward-opened';
    if (isQuotedLine(lineAt(passage, at))) return readBody(passage, at, 'body');
  }
  const type = zone === 'quote-opened' ? 'quoted' : 'forwarded';
  mark(passage, type, at, lines.length);
  return type;
}

/** Everything after `-- ` up to quoted lines. */
function readSignature(passage: Passage, from: number): Zone {
  const { lines } = passage;
  let to = from + 1;
  while (
    to < lines.length &&
    !isQuotedLine(lineAt(passage, to)) &&
    historyAt(passage, to, from + 1, lineAt(passage, to)) === undefined
  )
    to++;
  mark(passage, 'signature', from, to);
  return to < lines.length ? readBody(passage, to, 'signature') : 'signature';
}
