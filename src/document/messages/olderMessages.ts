import { isNewLetter, isRuleLine } from '../lines/letterDividers';
import type { QuotedLine } from '../lines/quotedLines';
import { gatherHeaderLines, type MessageHeader } from './headerBlock';
import { readMe } from './me';
import type { Shape } from './messageBuilder';
import type { Reading } from './messageScanner';
import { type Opener, openerAt } from './openers';
import { partiesIn, partyOf } from './party';

/** What ends one message and begins another. */
export function takeOpener(reading: Reading): boolean {
  const { lines, at } = reading;
  const opener = openerAt(lines, at);
  if (opener === undefined) return takeOwnHeader(reading);
  if (opener.kind === 'mbox') {
    reading.messages.close(0);
    reading.pending.clear();
    reading.mailbox = true;
    reading.at++;
    return true;
  }
  return opener.kind === 'attribution' ? takeAttribution(reading, opener) : takeHeader(reading, opener);
}

function takeHeader(reading: Reading, opener: Opener): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  const { lines: count, kind, forwarded, alone: _alone, ...header } = opener;
  const divided = kind === 'divider';
  const shape: Shape = forwarded ? 'forwarded' : 'quoted';
  if (divided && header.from === undefined && header.dateText === undefined) {
    reading.pending.set(line.depth, { header: {}, start: line.from, shape });
    reading.at += count;
    return true;
  }
  const pending = reading.pending.get(line.depth);
  const first = messages.all.length === 0;
  const sequence =
    !divided &&
    pending === undefined &&
    line.depth === 0 &&
    (first || messages.all[0]!.shape === 'headers' || !hasWords(reading));
  if (!sequence && line.depth === 0) reading.nested++;
  const draftOnTop =
    first &&
    sequence &&
    header.dateText === undefined &&
    readMe(reading.draft.text) === undefined &&
    header.to !== undefined;
  // Some programs put quote marks before the words of the older mail, and none before its header.
  if (!first && wordsAreMarked(lines, at + count, line.depth, sequence)) {
    reading.pending.set(line.depth + 1, { header, start: pending?.start ?? line.from, shape });
    reading.pending.delete(line.depth);
    reading.at += count;
    return true;
  }
  const level = sequence ? 0 : line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
  messages.open(line.depth, {
    level,
    shape: draftOnTop ? 'own' : sequence ? 'headers' : divided ? shape : (pending?.shape ?? 'quoted'),
    start: pending?.start ?? line.from,
    ...header,
  });
  reading.pending.delete(line.depth);
  reading.at += count;
  return true;
}

/**
 * Whether what stands below a header has more quote marks than it. One of several whole mails may begin with a quotation: there,
 * all must be marked, down to the next mail.
 */
function wordsAreMarked(lines: readonly QuotedLine[], from: number, depth: number, whole: boolean): boolean {
  let marked = false;
  for (let at = from; at < lines.length && at - from < FAR; at++) {
    if (lines[at]!.depth > depth) {
      if (!whole) return true;
      marked ||= lines[at]!.text !== '';
    } else if (lines[at]!.text !== '') return marked && openerAt(lines, at) !== undefined;
  }
  return marked;
}

const FAR = 400;

/** `To: … / Subject: …` without a sender above everything else: the writer's draft. */
function takeOwnHeader(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  if (messages.all.length > 0 || lines[at]!.depth > 0 || !/[:：]/.test(lines[at]!.text.slice(0, 90))) return false;
  const { lines: count, fields } = gatherHeaderLines(lines, at, false);
  const value = (name: string) => fields.find((field) => field.name === name)?.value;
  const [from, to, subject, date] = [value('from'), value('to'), value('subject'), value('date')];
  const known = fields.filter(({ name }) => name !== 'unknown').length;
  if (known < 2 || (to === undefined && (subject === undefined || date === undefined))) return false;
  const party = from === undefined ? undefined : partyOf(from);
  messages.open(0, {
    level: 0,
    shape: date === undefined ? 'own' : 'headers',
    start: lines[at]!.from,
    ...(party === undefined ? {} : { from: party }),
    ...(to === undefined ? {} : { to: partiesIn(to) }),
    ...(date === undefined ? {} : { dateText: date }),
    ...(subject === undefined ? {} : { subject }),
  });
  reading.at += count;
  return true;
}

/** Whether a message of the writer's own has begun, so that a header below it belongs to an older one. */
function hasWords(reading: Reading): boolean {
  const first = reading.messages.all[0];
  return first !== undefined && (first.shape === 'own' || first.shape === 'quoted' || first.shape === 'forwarded');
}

/** The level of a message with `depth` quote marks. */
export function levelAt(reading: Reading, depth: number): number {
  return depth + (reading.messages.at(0)?.level ?? 0);
}

function takeAttribution(reading: Reading, opener: Opener): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  const { lines: count, alone, kind: _kind, forwarded: _forwarded, ...header } = opener;
  let below = at + count;
  while (below < lines.length && lines[below]!.text === '' && lines[below]!.depth <= line.depth) below++;
  const marked = (lines[below]?.depth ?? 0) > line.depth;
  if (!marked && !alone) return false;
  if (marked)
    reading.pending.set(line.depth + 1, {
      header: header as Partial<MessageHeader>,
      start: line.from,
      shape: 'quoted',
    });
  else {
    if (line.depth === 0) reading.nested++;
    const level = line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
    messages.open(line.depth, { level, shape: 'quoted', start: line.from, ...header });
  }
  reading.at += count;
  return true;
}

/** A rule between letters or above a header; any other rule is part of the text. */
export function takeRule(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  if (line.depth > 0 || !isRuleLine(line.text)) return false;
  if (isNewLetter(lines, at)) {
    messages.close(0);
    reading.letters++;
  }
  reading.at++;
  return true;
}
