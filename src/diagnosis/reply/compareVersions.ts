import type { Draft } from '../../document/draft/draft';
import { type Amount, readAmounts } from '../../thread/amounts';
import { matches } from '../../thread/answerSigns';
import { shareIn } from '../../thread/contentWords';
import type { LabelledSentence } from '../../thread/dialogueActs';
import { type NamedDate, readNamedDates } from '../../thread/namedDates';
import { anyDiagnosisWord } from '../diagnosisWords';
import { ownSentences } from '../draftContext';

/** One difference between two versions of a proposal. Offsets are in the new version; of what is gone, where it would stand. */
export interface VersionChange {
  readonly what: 'price' | 'date' | 'term' | 'promise';
  readonly old?: string;
  readonly new?: string;
  /** Whom it suits: those who get the proposal, or the writer. */
  readonly for: 'them' | 'us' | 'unclear';
  readonly start: number;
  readonly end: number;
}

/** What a new version gives away, adds or changes against the old one: prices, dates, terms and promises. */
export function compareVersions(before: Draft, after: Draft): VersionChange[] {
  const old = ownSentences(before, 0);
  const now = ownSentences(after, 0);
  const pairs = pairUp(old, now);
  const amounts = { old: byLine(readAmounts(old)), now: byLine(readAmounts(now)) };
  const changes: VersionChange[] = [];
  let reached = 0;
  for (const [was, is] of pairs) {
    if (is !== undefined) reached = is.end;
    if (was !== undefined && is !== undefined) {
      if (was.text !== is.text) changes.push(...changesWithin(was, is, amounts));
    } else if (is !== undefined) changes.push(wholeChange(is, 'new', is.start, is.end));
    else if (was !== undefined) changes.push(wholeChange(was, 'old', reached, reached));
  }
  return changes;
}

type AmountsByLine = ReadonlyMap<number, readonly Amount[]>;

function byLine(amounts: readonly Amount[]): AmountsByLine {
  const map = new Map<number, Amount[]>();
  for (const amount of amounts) map.set(amount.start, [...(map.get(amount.start) ?? []), amount]);
  return map;
}

type Pair = readonly [LabelledSentence | undefined, LabelledSentence | undefined];

/** Sentences of both versions beside each other, in the order of the new one; those left over stand alone. */
function pairUp(old: readonly LabelledSentence[], now: readonly LabelledSentence[]): Pair[] {
  const places = new Map<string, number[]>();
  for (const [at, { text }] of old.entries()) places.set(text, [...(places.get(text) ?? []), at]);
  const partner = new Map<number, number>();
  now.forEach(({ text }, at) => {
    const same = places.get(text)?.shift();
    if (same !== undefined) partner.set(at, same);
  });
  const free = new Set(old.keys());
  for (const at of partner.values()) free.delete(at);
  now.forEach((sentence, at) => {
    if (partner.has(at)) return;
    // Only what stands at about the same place is the same sentence changed.
    const near = [...free].filter((other) => Math.abs(other - at) <= REACH);
    const best = near
      .map((other) => ({ other, alike: likeness(old[other]!, sentence) }))
      .sort((a, b) => b.alike - a.alike)[0];
    if (best === undefined || best.alike < ALIKE) return;
    partner.set(at, best.other);
    free.delete(best.other);
  });
  const gone = [...free];
  const pairs: Pair[] = [];
  now.forEach((sentence, at) => {
    const own = partner.get(at);
    while (own !== undefined && gone.length > 0 && gone[0]! < own) pairs.push([old[gone.shift()!], undefined]);
    pairs.push([own === undefined ? undefined : old[own], sentence]);
  });
  return [...pairs, ...gone.map((at): Pair => [old[at], undefined])];
}

/** How many sentences a changed one may have moved. */
const REACH = 12;
/** Share of the shorter sentence's words that a changed one keeps. */
const ALIKE = 0.5;

function likeness(a: LabelledSentence, b: LabelledSentence): number {
  const [few, many] = a.content.length <= b.content.length ? [a, b] : [b, a];
  const words = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return few.content.length === 0
    ? shareIn(words(few.text), new Set(words(many.text)))
    : shareIn(few.content, new Set(many.content));
}

function changesWithin(
  was: LabelledSentence,
  is: LabelledSentence,
  amounts: { readonly old: AmountsByLine; readonly now: AmountsByLine },
): VersionChange[] {
  const changes: VersionChange[] = [];
  const sums = { old: amounts.old.get(was.start) ?? [], now: amounts.now.get(is.start) ?? [] };
  sums.now.forEach((sum, at) => {
    const earlier = sums.old[at];
    if (earlier === undefined || earlier.value === sum.value) return;
    const price = sum.unit !== 'number' || isPrice(is, sum);
    changes.push({
      what: price ? 'price' : 'term',
      old: earlier.number.text,
      new: sum.number.text,
      for: price ? suits(is, sum.value < earlier.value) : 'unclear',
      start: sum.number.start,
      end: sum.number.end,
    });
  });
  const dates = { old: readNamedDates(was.text), now: readNamedDates(is.text) };
  dates.now.forEach((date, at) => {
    const earlier = dates.old[at];
    if (earlier !== undefined && earlier.key !== date.key) changes.push(dateChange(earlier, date, is));
  });
  if (changes.length > 0 && wordsLeft(was.text) === wordsLeft(is.text)) return changes;
  const whole = wordsLeft(was.text) === wordsLeft(is.text) && changes.length === 0;
  return whole ? [] : [...changes, { ...wholeChange(is, 'new', is.start, is.end), old: was.text }];
}

function dateChange(was: NamedDate, is: NamedDate, line: LabelledSentence): VersionChange {
  const earlier = was.until !== undefined && is.until !== undefined && is.until < was.until;
  const ours = line.acts.has('promise') || /\b(?:deliver|ready|complete|finish|hand over|start)\w*/i.test(line.text);
  return {
    what: 'date',
    old: was.text,
    new: is.text,
    for: ours && was.until !== undefined ? (earlier ? 'them' : 'us') : 'unclear',
    start: line.start + is.start,
    end: line.start + is.end,
  };
}

/** "Price: 3,150 each": a bare number behind the word for a price. */
function isPrice({ text, start }: LabelledSentence, { number, measure }: Amount): boolean {
  return measure === '' && PRICE.test(text.slice(0, number.start - start));
}

const PRICE = new RegExp(`\\b(?:${anyDiagnosisWord('yourMoney')})\\b`, 'i');

/** A price that falls suits whoever pays; who that is shows in the sentence. */
function suits(line: LabelledSentence, lower: boolean): 'them' | 'us' | 'unclear' {
  const wePay = WE_PAY.test(line.text);
  const theyPay = THEY_PAY.test(line.text);
  if (!wePay && !theyPay) return 'unclear';
  const cheaper = /\b(?:discount|rebate|reduction|credit|refund)\b/i.test(line.text) ? !lower : lower;
  return cheaper === wePay ? 'us' : 'them';
}

const WE_PAY = new RegExp(
  `\\b(?:we|i)(?: would| will| can| could|['’]ll|['’]d)? (?:${anyDiagnosisWord('wePay')})\\b|\\bour (?:${anyDiagnosisWord('ourMoney')})\\b`,
  'i',
);
const THEY_PAY = new RegExp(
  `\\b(?:you(?:r)? (?:${anyDiagnosisWord('yourMoney')})|${anyDiagnosisWord('money')})\\b|[£$€]`,
  'i',
);

function wholeChange(line: LabelledSentence, side: 'old' | 'new', start: number, end: number): VersionChange {
  const promise = line.acts.has('promise') || /\b(?:we|i)(?: will| shall|['’]ll)\b/i.test(line.text);
  const gives = line.acts.has('give') || matches('gives', line.text);
  const asks =
    line.acts.has('tie') || line.acts.has('ask') || /\byou (?:will|shall|must|need to|are to)\b/i.test(line.text);
  const added = side === 'new';
  const suited = gives || (promise && !asks) ? (added ? 'them' : 'us') : asks ? (added ? 'us' : 'them') : 'unclear';
  return { what: promise && !asks ? 'promise' : 'term', [side]: line.text, for: suited, start, end };
}

/** A sentence without its numbers and blanks: what is left of two that differ in numbers alone is the same. */
function wordsLeft(text: string): string {
  const dates = readNamedDates(text);
  let rest = text;
  for (const { start, end } of [...dates].reverse()) rest = rest.slice(0, start) + rest.slice(end);
  return rest
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
