import type { RegionType, Span } from './draft';
import { trimEnd } from './lines';
import {
  attribution,
  endsAttribution,
  endsWithStamp,
  headerLine,
  isDisclaimer,
  isDivider,
  isQuotedLine,
  isRunTogetherHeader,
  isSignatureDelimiter,
  isStampedName,
  isWeakHeader,
  rawHeaderLine,
} from './mail-lines';
import type { Opening, Sink, Zone } from './passage';
import { isSignatureLike, readWriting } from './writing';

export interface PassageOptions {
  /** Whether lines that begin with a bullet or number are list items (in Markdown the parser says so). */
  readonly lists: boolean;
  /** Whether the document is known to be mail, so that a single header line is enough. */
  readonly mail: boolean;
  readonly next: Opening;
}

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
  if (now === 'top') {
    from = readTop(passage);
    if (from > 0 && from === end) return isOnlyMe(passage, from) ? 'top' : 'opening';
    if (from > 0) now = 'opening';
  }
  if (now === 'quoted' || now === 'forwarded') {
    mark(passage, now, 0, end);
    return now;
  }
  if (now === 'quote-opened' || now === 'forward-opened') {
    if (!isQuotedLine(lineAt(passage, 0))) return openedUnmarked(passage, 0, now);
    now = 'body';
  }
  return readBody(passage, from, now);
}

interface Passage {
  readonly source: string;
  readonly lines: readonly Span[];
  readonly options: PassageOptions;
  readonly sink: Sink;
}

const OWN_HEADER_LIMIT = 400;

function lineAt({ source, lines }: Passage, index: number): string {
  const line = lines[index];
  return line === undefined ? '' : source.slice(line.start, line.end);
}

function mark({ source, lines, sink }: Passage, type: RegionType, from: number, to: number): void {
  if (to <= from) return;
  const start = lines[from]!.start;
  const end = trimEnd(source, start, lines[to - 1]!.end);
  if (end > start) sink.region(type, start, end);
}

function isOnlyMe(passage: Passage, count: number): boolean {
  return count === 1 && ME.test(lineAt(passage, 0));
}

const ME = /^\s*Me:[ \t]+\S/;
const MBOX = /^From \S+@?\S* +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /;
const RULE = /^[ \t]*(?:[-_=*~#][ \t]*){3,}$/;

/** Takes the header lines at the top of the document and returns how many lines they are. */
function readTop(passage: Passage): number {
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
    return from;
  }
  const subject = block.subject;
  const start = lines[0]!.start;
  const end = lines[block.end - 1]!.end;
  if (subject === undefined) {
    mark(passage, 'header', 0, block.end);
    return block.end;
  }
  sink.region('header', start, trimEnd(passage.source, start, subject.start));
  sink.own('subject', subject.start, subject.end);
  if (trimEnd(passage.source, subject.end, end) > subject.end) {
    const rest = lines.findIndex((line) => line.start >= subject.end);
    if (rest >= 0) mark(passage, 'header', rest, block.end);
  }
  return block.end;
}

interface HeaderBlock {
  readonly end: number;
  readonly names: ReadonlySet<string>;
  readonly subject?: Span;
}

const PREFIXES = /^(?:[ \t]*(?:re|fw|fwd|aw|wg|sv|vs|antw|tr|res|enc|rv)(?:\[\d+\])?[ \t]*:)+[ \t]*/i;

/** Reads header lines, folded ones included, from line `from`. `raw` accepts headers of any name. */
function headerBlock(passage: Passage, from: number, raw: boolean): HeaderBlock {
  const { source, lines } = passage;
  const names = new Set<string>();
  let subject: Span | undefined;
  let at = from;
  let open: string | undefined;
  for (; at < lines.length && at - from < OWN_HEADER_LIMIT; at++) {
    const line = lineAt(passage, at);
    const header = headerLine(line);
    if (header !== undefined) {
      if (names.size === 0 && isWeakHeader(line) && /^[ \t]*(?:re|a|an|de|da|para)\b/i.test(line)) break;
      if (header.name === 'from' && names.has('from')) break;
      names.add(header.name);
      open = header.name;
      if (header.name === 'subject' && subject === undefined) {
        const value = lines[at]!.start + header.valueStart;
        const start = value + (PREFIXES.exec(source.slice(value, lines[at]!.end))?.[0].length ?? 0);
        const end = trimEnd(source, start, lines[at]!.end);
        if (end > start) subject = { start, end };
      }
      continue;
    }
    if (open === undefined) {
      if (raw && rawHeaderLine(line)) continue;
      break;
    }
    const folded = /^[ \t]/.test(line) && (raw || open !== 'subject' || line.trim().length < 60);
    if (folded) {
      if (open === 'subject' && subject !== undefined)
        subject = { start: subject.start, end: trimEnd(source, subject.start, lines[at]!.end) };
      continue;
    }
    if (raw && rawHeaderLine(line)) {
      open = 'other';
      continue;
    }
    if ((open === 'to' || open === 'cc') && isRecipients(passage, at)) continue;
    if (open === 'date' && /^\d{1,2}:\d\d/.test(line)) continue;
    break;
  }
  return subject === undefined ? { end: at, names } : { end: at, names, subject };
}

/** A long list of recipients goes on in the next line without being indented. */
function isRecipients(passage: Passage, at: number): boolean {
  const line = lineAt(passage, at);
  const before = lineAt(passage, at - 1).trimEnd();
  if (isQuotedLine(line)) return false;
  return /[,;]$/.test(before) || /@\w|\/\w+\/|,/.test(line) || headerLine(lineAt(passage, at + 1)) !== undefined;
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

interface History {
  readonly start: number;
  readonly end: number;
  readonly type: 'attribution' | 'header';
}

/** Whether the header or attribution of an older message stands at line `at`; it may begin up to `floor`. */
function historyAt(passage: Passage, at: number, floor: number, line: string): History | undefined {
  return (
    dividerAt(passage, at, line) ??
    headersAt(passage, at, line) ??
    attributionAt(passage, at, floor, line) ??
    stampAt(passage, at, floor, line)
  );
}

function dividerAt(passage: Passage, at: number, line: string): History | undefined {
  if (isDivider(line)) {
    let end = at + 1;
    if (!/[-_=*][ \t]*$/.test(line) && /-{3,}[ \t]*$/.test(lineAt(passage, end))) end++;
    return { start: at, end: headerBlock(passage, end, false).end, type: 'header' };
  }
  if (/^[ \t]*-{3,}[ \t]*Forwarded/i.test(line)) {
    const joined = `${line.trimEnd()} ${lineAt(passage, at + 1)}`;
    if (isDivider(joined)) return { start: at, end: headerBlock(passage, at + 2, false).end, type: 'header' };
  }
  if (RULE.test(line)) {
    const header = headersAt(passage, at + 1, lineAt(passage, at + 1));
    if (header !== undefined) return { start: at, end: header.end, type: 'header' };
  }
  return undefined;
}

function headersAt(passage: Passage, at: number, line: string): History | undefined {
  const header = headerLine(line);
  if (header === undefined) return undefined;
  if (MBOX.test(line)) return { start: at, end: headerBlock(passage, at + 1, false).end, type: 'header' };
  if (header.name !== 'from' && header.name !== 'date' && header.name !== 'to' && !/^\s*sent by/i.test(line))
    return undefined;
  const block = headerBlock(passage, at, false);
  const { names } = block;
  const goesOn = block.end === passage.lines.length && passage.options.next === 'header';
  const whole =
    (names.has('from') &&
      (goesOn || names.has('to') || names.has('date') || names.has('subject') || names.has('cc'))) ||
    (names.has('to') && (goesOn || names.has('cc') || (names.has('subject') && names.has('date')))) ||
    (names.has('from') && endsWithStamp(line) && line.length < 160);
  return whole ? { start: at, end: block.end, type: 'header' } : undefined;
}

function attributionAt(passage: Passage, at: number, floor: number, line: string): History | undefined {
  if (!endsAttribution(line)) return undefined;
  const marked =
    at + 1 < passage.lines.length ? isQuotedLine(lineAt(passage, at + 1)) : passage.options.next === 'quoted';
  let joined = '';
  for (let start = at; start >= floor && at - start < 4; start--) {
    joined = `${lineAt(passage, start).trim()} ${joined}`;
    const verdict = attribution(joined.trim());
    if (verdict === 'dated' || (verdict === 'plain' && marked)) {
      // "On Monday" may stand a line above a part that would do by itself.
      const above = start > floor && at - start < 3 ? `${lineAt(passage, start - 1).trim()} ${joined}` : '';
      if (/^(?:On|In|At) /.test(above) && attribution(above.trim()) !== undefined) continue;
      return { start, end: at + 1, type: 'attribution' };
    }
  }
  return undefined;
}

function stampAt(passage: Passage, at: number, floor: number, line: string): History | undefined {
  if (isRunTogetherHeader(line)) return { start: at, end: headerBlock(passage, at + 1, false).end, type: 'header' };
  if (!endsWithStamp(line) || !isStampedName(line)) return undefined;
  const following = headerLine(lineAt(passage, at + 1));
  const last = at + 1 === passage.lines.length;
  if (following === undefined && !(last && passage.options.next === 'header')) return undefined;
  let start = at;
  while (start > floor && at - start < 3 && isAboveStamp(lineAt(passage, start), lineAt(passage, start - 1))) start--;
  return { start, end: headerBlock(passage, at + 1, false).end, type: 'header' };
}

/** The sender's name (and "Sent by:") stand above a line that holds only date and time. */
function isAboveStamp(line: string, above: string): boolean {
  const named = /\p{L}{3,}/u.test(line.replace(/\b(?:AM|PM|on)\b/gi, ''));
  if (named && headerLine(line) === undefined) return false;
  return headerLine(above)?.name === 'other' || (isStampedName(above) && above.trim() !== '' && above.length < 80);
}
