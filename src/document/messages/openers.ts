import { findDate } from '../lines/dates';
import { dividerLine, endsWithStamp, headerLine, isRunTogetherHeader, isStampedName, MBOX } from '../lines/mailLines';
import { attributionAt } from './attribution';
import { gatherHeaderLines, headerAt, type MailLine, type MessageHeader } from './headerBlock';
import { partiesIn, partyOf } from './party';

/** Whether a text has any sign of an opener: most paragraphs have none and need not be looked at line by line. */
export function mayOpenMessage(text: string): boolean {
  return /[:：@\d]|[-_=*~#][ \t]*[-_=*~#]|[٠-٩۰-۹]/u.test(text);
}

/** What ends one message and begins another: a divider, header lines, an attribution, a stamp or an mbox line. */
export interface Opener extends MessageHeader {
  readonly kind: 'divider' | 'header' | 'attribution' | 'mbox';
  readonly forwarded: boolean;
  /** It stands even where no quote marks follow it. */
  readonly alone: boolean;
}

/**
 * Says whether another message begins at line `at`. Looks at no line behind the blank one that ends the paragraph below,
 * so that the reader of a draft, which knows only the next lines, and the reader of a whole text decide alike.
 */
export function openerAt(lines: readonly MailLine[], at: number): Opener | undefined {
  const { text } = lines[at]!;
  if (text === '') return undefined;
  if (MBOX.test(text) && lines[at]!.depth === 0) return { kind: 'mbox', lines: 1, forwarded: false, alone: true };
  const divider = dividerAt(lines, at);
  if (divider !== undefined) return divider;
  if (RULE.test(text)) {
    const below = lines[at + 1]?.depth === lines[at]!.depth ? headerAt(lines, at + 1) : undefined;
    return below === undefined
      ? undefined
      : { kind: 'header', forwarded: false, alone: true, ...below, lines: below.lines + 1 };
  }
  const header =
    (/[:：]/.test(text.length > 90 ? text.slice(0, 90) : text) ? headerAt(lines, at) : undefined) ?? stampAt(lines, at);
  if (header !== undefined) return { kind: 'header', forwarded: false, alone: true, ...header };
  const attribution = attributionAt(lines, at);
  return attribution === undefined ? undefined : { kind: 'attribution', forwarded: false, ...attribution };
}

const RULE = /^[ \t]*(?:[-_=*~#][ \t]*){3,}$/;

/** "-----Original Message-----" with the header below it; words that no list has only where a header follows. */
function dividerAt(lines: readonly MailLine[], at: number): Opener | undefined {
  const { text, depth } = lines[at]!;
  let taken = 1;
  let divider = dividerLine(text);
  if (divider === undefined && /^\s*-{3,}/.test(text)) {
    divider = dividerLine(`${text.trimEnd()} ${lines[at + 1]?.text ?? ''}`);
    if (divider?.surely === true) taken = 2;
    else divider = undefined;
  } else if (
    divider?.surely === true &&
    /^\s*-{3,}/.test(text) &&
    !/[-_=*]\s*$/.test(text) &&
    (lines[at + 1]?.text.trimEnd().endsWith('---') ?? false)
  )
    taken = 2;
  if (divider === undefined) return undefined;
  const below = firstBelow(lines, at + taken, depth);
  const header = below === undefined ? undefined : (headerAt(lines, below) ?? looseHeaderAt(lines, below));
  if (header !== undefined)
    return { kind: 'divider', forwarded: divider.forwarded, alone: true, ...header, lines: below! - at + header.lines };
  return divider.surely ? { kind: 'divider', forwarded: divider.forwarded, alone: true, lines: taken } : undefined;
}

function firstBelow(lines: readonly MailLine[], from: number, depth: number): number | undefined {
  let below = from;
  while (below < lines.length && below - from < 3 && lines[below]!.text === '') below++;
  return below < lines.length && lines[below]!.depth === depth && lines[below]!.text !== '' ? below : undefined;
}

/** Below a divider any header lines will do, such as a date and a subject without a sender. */
function looseHeaderAt(lines: readonly MailLine[], at: number): MessageHeader | undefined {
  const gathered = gatherHeaderLines(lines, at, false);
  const known = gathered.fields.filter(({ name }) => name !== 'unknown');
  if (known.length < 2 || gathered.fields[0]!.name === 'unknown') return undefined;
  const value = (name: string) => known.find((field) => field.name === name)?.value;
  const [from, date, subject] = [value('from'), value('date'), value('subject')];
  const party = from === undefined ? undefined : partyOf(from);
  return {
    lines: gathered.lines,
    ...(party === undefined ? {} : { from: party }),
    ...(date === undefined ? {} : { dateText: date }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** Sender, date and recipients as Lotus Notes puts them: a name with a time stamp, then `To:` and `Subject:`. */
function stampAt(lines: readonly MailLine[], at: number): MessageHeader | undefined {
  const first = lines[at]!;
  if (isRunTogetherHeader(first.text)) {
    const date = findDate(first.text, 'month-first');
    const from = date === undefined ? undefined : partyOf(first.text.slice(0, date.start));
    const more = headerAt(lines, at + 1)?.lines ?? gatherHeaderLines(lines, at + 1, false).lines;
    return {
      lines: 1 + more,
      ...(from === undefined ? {} : { from }),
      ...(date === undefined ? {} : { dateText: first.text.slice(date.start, date.end) }),
    };
  }
  if (first.text.length > 200 || first.depth > 0) return undefined;
  if (![at, at + 1, at + 2].some((index) => endsWithStamp(lines[index]?.text ?? ''))) return undefined;
  let next = at;
  let name = '';
  for (let step = 0; step < 3; step++, next++) {
    const line = lines[next];
    if (line === undefined || line.text.trim() === '') return undefined;
    if (endsWithStamp(line.text)) break;
    if (step > 0 && headerLine(line.text)?.name === 'other') continue;
    if (step > 0 || !isStampedName(line.text)) return undefined;
    name = line.text.trim();
  }
  const stamped = lines[next];
  if (stamped === undefined || !endsWithStamp(stamped.text) || !isStampedName(stamped.text)) return undefined;
  const date = findDate(stamped.text, 'month-first');
  if (date === undefined) return undefined;
  let below = next + 1;
  while (below < lines.length && below - next < 4 && lines[below]!.text.trim() === '') below++;
  const following = lines[below] === undefined ? undefined : headerLine(lines[below]!.text);
  if (following === undefined || following.name === 'date' || following.name === 'from') return undefined;
  const { lines: count, fields } = gatherHeaderLines(lines, below, false);
  const value = (of: string) => fields.find((field) => field.name === of)?.value;
  const from = partyOf(
    `${name} ${stamped.text
      .slice(0, date.start)
      .replace(/\bon\s*$/, '')
      .replace(/^\s*From:/i, '')}`,
  );
  const [to, subject] = [value('to'), value('subject')];
  return {
    lines: below - at + Math.max(1, count),
    ...(from === undefined ? {} : { from }),
    dateText: stamped.text.slice(date.start, date.end).trim(),
    ...(to === undefined ? {} : { to: partiesIn(to) }),
    ...(subject === undefined ? {} : { subject }),
  };
}
