import type { Party } from '../draft/draft';
import { findDate, holdsDate } from '../lines/dates';
import { endsWithStamp, isWeakHeader, type LabelledLine, labelledLine, rawHeaderLine } from '../lines/mailLines';
import type { HeaderName } from '../lines/mailWords';
import type { QuotedLine } from '../lines/quotedLines';
import { LONGEST_VALUE, namesPerson, partiesIn, partyOf } from './party';

export type MailLine = Pick<QuotedLine, 'depth' | 'text'>;

/** What the header or the attribution of a message says; `lines` is how many lines it takes. */
export interface MessageHeader {
  readonly lines: number;
  readonly from?: Party;
  readonly to?: readonly Party[];
  readonly dateText?: string;
  readonly subject?: string;
  readonly deliveredTo?: string;
}

/** Lines `Label: value` one below the other, and which lines their values take. */
export interface HeaderLines {
  readonly lines: number;
  readonly fields: readonly HeaderField[];
}

export interface HeaderField {
  readonly name: HeaderName | 'unknown';
  readonly label: string;
  /** The line of the label, counted from the first of all lines. */
  readonly line: number;
  /** Offset of the value in that line. */
  readonly valueStart: number;
  /** The last line that the value goes on to. */
  lastLine: number;
  value: string;
}

const MOST_LINES = 400;
/** Fewer where only lines with a known label, or a handful of others, can be a header. */
const MOST_LINES_SHOWN = 80;
const MOST_UNKNOWN = 8;

/**
 * Gathers the header lines that begin at line `at`, folded ones included. `raw`: labels of any name count, as in the
 * source of a mail; otherwise a label that no list has counts where it looks like one of the block.
 */
export function gatherHeaderLines(lines: readonly MailLine[], at: number, raw: boolean): HeaderLines {
  const depth = lines[at]?.depth ?? 0;
  const fields: HeaderField[] = [];
  let next = at;
  const most = raw ? MOST_LINES : MOST_LINES_SHOWN;
  let unknown = 0;
  for (; next < lines.length && next - at < most; next++) {
    const line = lines[next]!;
    if (line.depth !== depth) break;
    const open = fields.at(-1);
    const folded = open !== undefined && /^[ \t]/.test(line.text) && line.text.trim() !== '';
    const labelled = folded && !/^[ \t]{0,8}[*_]{0,2}\p{L}/u.test(line.text) ? undefined : labelledLine(line.text);
    if (labelled !== undefined && belongs(labelled, line.text, fields, raw, folded)) {
      // A second time under another label ("Received") belongs to the header that says when it was sent.
      const sent = labelled.name === 'date' ? fields.find((field) => field.name === 'date') : undefined;
      const name = sent !== undefined && sent.label !== labelled.label ? 'other' : (labelled.name ?? 'unknown');
      if (name === 'unknown' && ++unknown > MOST_UNKNOWN) break;
      const repeats = name !== 'other' && name !== 'unknown' && name !== 'cc' && name !== 'deliveredTo';
      if (repeats && fields.some((field) => field.name === name)) break;
      const value = line.text.slice(labelled.valueStart, labelled.valueStart + LONGEST_VALUE);
      fields.push({
        name,
        label: labelled.label,
        line: next,
        lastLine: next,
        valueStart: labelled.valueStart,
        value: withoutEmphasis(value),
      });
      continue;
    }
    if (open === undefined) {
      if (raw && rawHeaderLine(line.text)) {
        fields.push({ name: 'other', label: '', line: next, lastLine: next, valueStart: 0, value: '' });
        continue;
      }
      break;
    }
    if (line.text === '') {
      if (goesOnBelowBlank(lines, next, depth, fields, next - at)) continue;
      break;
    }
    if (folded || goesOn(lines, next, open, raw)) {
      if (open.value.length < LONGEST_VALUE)
        open.value = `${open.value} ${line.text.trim()}`.trim().slice(0, LONGEST_VALUE);
      open.lastLine = next;
      continue;
    }
    if (raw && rawHeaderLine(line.text)) {
      fields.push({ name: 'other', label: '', line: next, lastLine: next, valueStart: 0, value: '' });
      continue;
    }
    break;
  }
  return { lines: next - at, fields };
}

/** Whether a labelled line is part of the block so far. */
function belongs(
  labelled: LabelledLine,
  text: string,
  fields: readonly HeaderField[],
  raw: boolean,
  folded: boolean,
): boolean {
  if (labelled.name !== undefined) {
    if (folded && fields.at(-1)!.name === 'subject' && isWeakHeader(text)) return false;
    return fields.length > 0 || !isWeakHeader(text) || !/^[ \t]*(?:re|a)\b/i.test(text);
  }
  if (folded) return false;
  if (raw && /^[A-Z][\w-]*$/.test(labelled.label)) return true;
  // A label of an unknown language stands among others like it; a long value is a sentence.
  return (
    !/[.!?]["”)]?$/.test(text) &&
    text.length <= 160 &&
    /^[*_]{0,2}[\p{Lu}\p{Lo}]/u.test(text.trim()) &&
    labelled.label.split(' ').length <= 3
  );
}

/** A value that the next line carries on without being indented: recipients, a time, a subject broken by hand. */
function goesOn(lines: readonly MailLine[], at: number, open: HeaderField, raw: boolean): boolean {
  const { text } = lines[at]!;
  const before = lines[at - 1]!.text.trimEnd();
  if (text.length > 400) return false;
  if (open.name === 'date') return /^\d{1,2}:\d\d/.test(text);
  if (open.name === 'to' || open.name === 'cc' || open.name === 'from' || open.name === 'unknown') {
    if (/[,;<]$/.test(before) || /^[^\s@]+@[^\s@]+[>,;]?$/.test(text))
      return open.name !== 'unknown' || open.value.includes('@');
    if (open.name === 'from' || open.name === 'unknown') return false;
    const following = lines[at + 1];
    return (
      /@\w|\/\w+\/|,/.test(text) ||
      (following !== undefined && labelledLine(following.text)?.name !== undefined && !/[.!?]$/.test(text))
    );
  }
  return raw && open.name === 'subject' && /^[ \t]/.test(text);
}

/** Lotus Notes leaves blank lines between the lines of a header. */
function goesOnBelowBlank(
  lines: readonly MailLine[],
  at: number,
  depth: number,
  fields: readonly HeaderField[],
  taken: number,
): boolean {
  const after = lines[at + 1];
  const more = after === undefined || after.depth !== depth ? undefined : labelledLine(after.text)?.name;
  return (
    more !== undefined &&
    !isWeakHeader(after!.text) &&
    !fields.some(({ name }) => name === more) &&
    fields.some(({ name }) => name === 'from' || name === 'to') &&
    (taken < 3 || more === 'subject')
  );
}

function withoutEmphasis(value: string): string {
  let end = value.length;
  while (end > 0 && (value[end - 1] === '*' || value[end - 1] === '_' || value[end - 1] === ' ')) end--;
  return value.slice(0, end);
}

/** Reads header lines (`From: …`, `Sent: …`) at line `at`; nothing if they are no message's header. */
export function headerAt(lines: readonly MailLine[], at: number): MessageHeader | undefined {
  const first = lines[at];
  if (first === undefined || labelledLine(first.text) === undefined) return undefined;
  const gathered = gatherHeaderLines(lines, at, false);
  const below = lines[at + gathered.lines];
  const closed = below === undefined || below.text === '' || below.depth !== first.depth;
  return known(gathered, closed) ?? (isInsideRecord(lines, at) ? undefined : byShape(gathered));
}

/** Whether the line above is a label that no header has: the block began there, and is a record of something else. */
function isInsideRecord(lines: readonly MailLine[], at: number): boolean {
  const above = lines[at - 1];
  if (above === undefined || above.depth !== lines[at]!.depth) return false;
  const labelled = labelledLine(above.text);
  return labelled !== undefined && labelled.name === undefined && !/^me$/i.test(labelled.label);
}

/** A header whose labels the lists have: a sender beside a date, a subject or a recipient. */
function known(gathered: HeaderLines, closed: boolean): MessageHeader | undefined {
  const fields = trimUnknown(gathered, closed);
  const value = (name: HeaderName) => fields.find((field) => field.name === name)?.value;
  const [from, date, subject, to] = [value('from'), value('date'), value('subject'), value('to') ?? value('cc')];
  if (from === undefined || from.trim() === '') return undefined;
  const lines = lengthOf(fields, gathered);
  const stamp = endsWithStamp(from) ? findDate(from) : undefined;
  // A sender is certain here, so a date beside an unknown label is when it was sent.
  const said = date ?? fields.find((field) => field.name === 'unknown' && holdsDate(field.value))?.value;
  if ((to ?? date ?? subject) === undefined) {
    if (stamp === undefined) return undefined;
    return { lines, ...sender(from.slice(0, stamp.start)), dateText: from.slice(stamp.start, stamp.end) };
  }
  const weak = fields.every(({ name, label }) => name === 'other' || label.length <= 3);
  if (weak && fields.length < 3 && !from.includes('@')) return undefined;
  if (date === undefined && subject === undefined && !from.includes('@') && !to!.includes('@') && !namesPerson(from))
    return undefined;
  const dateText = said ?? (stamp === undefined ? findDate(from) && dateIn(from) : from.slice(stamp.start, stamp.end));
  const inFrom = said === undefined ? findDate(from) : undefined;
  return {
    lines,
    ...sender(inFrom === undefined ? from : from.slice(0, inFrom.start).replace(/\bon\s*$/, '')),
    ...rest(value('to'), dateText, subject, value('deliveredTo')),
  };
}

function dateIn(text: string): string | undefined {
  const date = findDate(text);
  return date === undefined ? undefined : text.slice(date.start, date.end);
}

/**
 * A header whose labels no list has: three lines and more, the first or second of which names a person, with a date
 * among them, and either a second person or four lines; hardly any other holds neither a person nor a date.
 */
function byShape(gathered: HeaderLines): MessageHeader | undefined {
  const { fields } = gathered;
  if (fields.length < 3 || fields.length > 8 || fields.some(({ label }) => label.split(' ').length > 3))
    return undefined;
  const named = fields.filter(({ name }) => name === 'from' || name === 'to').length;
  if (fields.some(({ name }) => name === 'from') || named > 1) return undefined;
  const people = fields.filter((field) => isOpen(field) && namesPerson(field.value) && !holdsDate(field.value));
  const date = fields.find((field) => (field.name === 'date' || field.name === 'unknown') && holdsDate(field.value));
  const from = people[0];
  if (from === undefined || date === undefined || fields.indexOf(from) > 1 || !/\p{Nd}{4}/u.test(date.value))
    return undefined;
  // What stands before the sender is the date or a recipient; a title there heads a document, and so do several bare words.
  const bare = fields.filter((field) => field !== date && !people.includes(field) && !field.value.includes('@'));
  if (bare.includes(fields[0]!)) return undefined;
  const timed = /\p{Nd}[:.h時点]\p{Nd}{2}|\d ?[ap]\.?m/iu.test(date.value);
  const addressed = fields.some(({ value }) => value.includes('@'));
  const whole = (addressed && timed) || (people.length >= 2 && (addressed || timed) && fields.length >= 3);
  if (!whole || (fields.length < 4 && people.length < 2) || bare.length > (timed ? 2 : 1)) return undefined;
  const to = people.find((field) => field !== from);
  const subject = fields.find((field) => field !== date && !people.includes(field) && field.name !== 'cc');
  return {
    lines: gathered.lines,
    ...sender(from.value),
    ...rest(to?.value, date.value, subject?.value, undefined),
  };
}

function isOpen({ name }: HeaderField): boolean {
  return name === 'unknown' || name === 'to' || name === 'cc';
}

/**
 * Fields without the unknown ones at their end that read like the first lines of the text. Where the paragraph ends with the
 * block, the first of them is the subject.
 */
function trimUnknown({ fields }: HeaderLines, closed: boolean): readonly HeaderField[] {
  let end = fields.length;
  while (end > 0 && fields[end - 1]!.name === 'unknown') end--;
  const whole = closed && end >= 2 && end === fields.length - 1 && fields.every(({ name }) => name !== 'subject');
  if (whole && fields.some(({ value }) => value.includes('@'))) return fields;
  return fields.slice(0, end);
}

/** How many lines the kept fields take, from the first of the block. */
function lengthOf(fields: readonly HeaderField[], { lines, fields: all }: HeaderLines): number {
  return fields.length === all.length ? lines : fields.at(-1)!.lastLine - all[0]!.line + 1;
}

function sender(text: string): { from?: Party } {
  const from = partyOf(text);
  return from === undefined ? {} : { from };
}

function rest(
  to: string | undefined,
  dateText: string | undefined,
  subject: string | undefined,
  deliveredTo: string | undefined,
): Omit<MessageHeader, 'lines' | 'from'> {
  return {
    ...(to === undefined ? {} : { to: partiesIn(to) }),
    ...(dateText === undefined || dateText.trim() === '' ? {} : { dateText }),
    ...(subject === undefined ? {} : { subject }),
    ...(deliveredTo === undefined ? {} : { deliveredTo: deliveredTo.trim() }),
  };
}
