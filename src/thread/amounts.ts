import { readNumbers, type WrittenNumber } from '../language/numbers';
import { remembered } from '../language/remembered';
import { classWords } from '../language/wordClasses';
import { alternatives, anyOf } from '../language/wordPatterns';
import beside from './amounts.yaml';
import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';
import { placeIn } from './messageSentences';

/** A number that is talked about. `text`, `start` and `end` are the sentence's. */
export interface Amount extends Mention {
  readonly unit: 'money' | 'percent' | 'number';
  readonly value: number;
  /** What it counts or is a price of, as written: `£ per acre`, `%`, `hours`; empty where the words do not say. */
  readonly measure: string;
  /** The number with its sign and unit, exactly as in the document. */
  readonly number: { readonly text: string; readonly start: number; readonly end: number };
}

/** Amounts of money, shares and other numbers, in order; dates, times and numbers that are names are left out. */
export function readAmounts(sentences: readonly LabelledSentence[]): Amount[] {
  return sentences.flatMap((sentence) =>
    writtenIn(sentence.text).flatMap((written): Amount[] => {
      const { start, end, value, unit, measure } = written;
      const number = placed(sentence, start, end) ?? placed(sentence, written.bare, written.bareEnd);
      return number === undefined ? [] : [{ ...mentionOf(sentence), unit, value, measure, number }];
    }),
  );
}

/** `undefined` where a line break divides the words: they have no text of their own. */
function placed(sentence: LabelledSentence, start: number, end: number): Amount['number'] | undefined {
  const from = placeIn(sentence, start);
  const to = placeIn(sentence, end - 1) + 1;
  return to - from === end - start ? { text: sentence.text.slice(start, end), start: from, end: to } : undefined;
}

interface Written extends WrittenNumber {
  /** The number alone. */
  readonly bare: number;
  readonly bareEnd: number;
  readonly unit: Amount['unit'];
  readonly measure: string;
}

interface Beside {
  readonly currencies: Readonly<Record<'signs' | 'codes' | 'names', readonly string[]>>;
  readonly percent: readonly string[];
  readonly per: readonly string[];
  readonly labels: readonly string[];
  readonly clock: readonly string[];
  readonly shares: Readonly<Record<string, number>>;
  readonly halfBefore: readonly string[];
  readonly verbs: readonly string[];
  readonly clockWords: readonly string[];
}

const { currencies, percent, per, labels, clock, shares, halfBefore, verbs, clockWords } = beside as Beside;
const word = '(?![\\p{L}\\p{N}])';
const months = new Set(classWords('month'));
const month = alternatives(months);
const signBefore = new RegExp(
  `(?:${alternatives(currencies.signs)}|(?<!\\p{L})(?:${alternatives(currencies.codes)})\\.?)[ \\u00a0\\u202f]?$`,
  'iu',
);
const signAfter = new RegExp(
  `^[ \\u00a0\\u202f]?(?:(?:${alternatives(currencies.signs)})|(?:${alternatives([...currencies.codes, ...currencies.names])})${word})`,
  'iu',
);
const percentAfter = new RegExp(`^[ \\u00a0\\u202f]?(?:${alternatives(percent)})(?!\\p{L})`, 'iu');
const perAfter = new RegExp(`^ ?(?:\\/ ?|(?:${alternatives(per)}) )(\\p{L}[\\p{L}²³]*)`, 'iu');
const labelBefore = new RegExp(
  `(?:(?<!\\p{L})(?:${alternatives(labels)})\\.?[ \\u00a0]|[#:.\\-–+_\\p{L}\\d]|\\d\\/)$`,
  'iu',
);
const monthBefore = new RegExp(`(?<!\\p{L})(?:${month})\\.?[ \\u00a0]$`, 'iu');
const dateAfter = new RegExp(
  `^(?:st|nd|rd|th|[:.]\\d|\\/\\d|[ \\u00a0]?(?:${alternatives(clock)})(?!\\p{L})|\\.?[ \\u00a0-](?:of )?(?:${month})(?!\\p{L}))`,
  'iu',
);
const notCounted = new Set(verbs);
const clockBefore = new RegExp(`(?<!\\p{L})(?:${alternatives(clockWords)}) $`, 'iu');
const dayNamed = anyOf([...classWords('weekday'), ...classWords('day')]);
const nounAfter = /^[ \u00a0-]?(\p{L}[\p{L}²³]*)/u;
const shareWords = new RegExp(
  `(?<![\\p{L}-])(?:${alternatives(Object.keys(shares))})${word}(?=\\W*$|[,.;:]| (?:${alternatives(halfBefore)})${word})`,
  'giu',
);

/** Several checks of one draft ask for the amounts of the same sentences, and a draft is checked again and again. */
const REMEMBERED = 8_000;

const writtenIn: (text: string) => readonly Written[] = remembered(REMEMBERED, readWritten);

function readWritten(text: string): Written[] {
  if (!/\d/.test(text) && !/thousand|million|billion|hundred|per ?cent|thirds|quarter|half/i.test(text))
    return sharesIn(text);
  const found = readNumbers(text).flatMap((number): Written[] => {
    const digits = text.slice(number.start, number.end);
    const inFigures = /\d/.test(digits);
    // A sign that belongs to the number was read with it.
    const bare = number.start + (inFigures ? digits.search(/\d/) : 0);
    const alone = { bare, bareEnd: number.end };
    const before = text.slice(Math.max(0, bare - 14), bare);
    const after = text.slice(number.end, number.end + 30);
    const sign = signBefore.exec(before)?.[0];
    const currency = signAfter.exec(after)?.[0] ?? '';
    const start = sign === undefined ? bare : bare - sign.length;
    if (sign !== undefined || currency !== '' || /\b(?:grand|lakhs?|crores?)$/i.test(digits)) {
      const end = number.end + currency.length;
      const rate = perAfter.exec(text.slice(end, end + 30));
      const name = (sign ?? currency).trim();
      const measure = rate === null ? name : `${name} per ${rate[1]}`;
      return [{ ...number, ...alone, start, end: end + (rate?.[0].length ?? 0), unit: 'money', measure }];
    }
    const share = percentAfter.exec(after)?.[0];
    if (share !== undefined)
      return [{ ...number, ...alone, start, end: number.end + share.length, unit: 'percent', measure: '%' }];
    if (!inFigures && !/(?:thousand|million|billion|hundred|crore|lakh)/i.test(digits)) return [];
    if (isDateOrName(before, after, digits) || isHour(before, digits, text)) return [];
    const noun = /[ks]$/i.test(digits) ? undefined : nounOf(after);
    return [
      {
        ...number,
        ...alone,
        start,
        end: number.end + (noun?.length ?? 0),
        unit: 'number',
        measure: noun?.trim() ?? '',
      },
    ];
  });
  return [...found, ...sharesIn(text), ...divisionsIn(text)].sort((a, b) => a.start - b.start);
}

/** "65/35", "30/40/30": parts that make up a hundred. */
function divisionsIn(text: string): Written[] {
  return [...text.matchAll(/(?<![\d/.])\d{1,2}(?:\/\d{1,2}){1,3}(?![\d/])/g)].flatMap(({ 0: said, index }) => {
    const parts = said.split('/').map(Number);
    if (parts.reduce((sum, part) => sum + part, 0) !== 100) return [];
    const place = { start: index, end: index + said.length, bare: index, bareEnd: index + said.length };
    return [{ ...place, value: parts[0]!, unit: 'percent' as const, measure: '%' }];
  });
}

/** The word behind a number where it is what is counted: a plural, or a unit of a few letters. */
function nounOf(after: string): string | undefined {
  const match = nounAfter.exec(after);
  const noun = match?.[1];
  if (noun === undefined || months.has(noun.toLowerCase())) return undefined;
  const counted = noun.length > 3 && noun.endsWith('s') && !/(?:ss|us|is)$/.test(noun) && !notCounted.has(noun);
  return counted || /^(?:[kmcd]?[mgl]|m[²³2]|[kMGT]B|dB|[kM]?Wh?|ha|km|kilos?|x)$/.test(noun) ? match![0] : undefined;
}

/** "At 10 on Friday" is a time, "close at 8" a price. */
function isHour(before: string, digits: string, text: string): boolean {
  return clockBefore.test(before) && Number(digits) <= 24 && dayNamed.test(text);
}

function isDateOrName(before: string, after: string, digits: string): boolean {
  const plain = digits.replace(/\D/g, '');
  // A year, a telephone number, the mark of a list.
  if (/^(?:19|20)\d\d$|^0\d/.test(digits) || (plain.length > 6 && plain === digits)) return true;
  if (before === '' && plain.length <= 2 && /^[.)]\s/.test(after)) return true;
  return labelBefore.test(before) || (plain.length <= 2 && monthBefore.test(before)) || dateAfter.test(after);
}

function sharesIn(text: string): Written[] {
  return [...text.matchAll(shareWords)].map(({ 0: said, index }) => ({
    value: shares[said.toLowerCase()]!,
    start: index,
    end: index + said.length,
    bare: index,
    bareEnd: index + said.length,
    unit: 'percent',
    measure: '%',
  }));
}
