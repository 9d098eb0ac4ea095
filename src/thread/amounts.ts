import { readNumbers, type WrittenNumber } from '../language/numbers';
import { classWords } from '../language/wordClasses';
import { alternatives } from '../language/wordPatterns';
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
    readWritten(sentence.text).flatMap((written): Amount[] => {
      const { start, end, value, unit, measure } = written;
      const from = placeIn(sentence, start);
      const to = placeIn(sentence, end - 1) + 1;
      // A number that a line break divides has no text of its own.
      if (to - from !== end - start) return [];
      const number = { text: sentence.text.slice(start, end), start: from, end: to };
      return [{ ...mentionOf(sentence), unit, value, measure, number }];
    }),
  );
}

interface Written extends WrittenNumber {
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
}

const { currencies, percent, per, labels, clock, shares } = beside as Beside;
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
const nounAfter = /^[ \u00a0-]?(\p{L}[\p{L}²³]*)/u;
const shareWords = new RegExp(`(?<!\\p{L})(?:${alternatives(Object.keys(shares))})${word}`, 'giu');

function readWritten(text: string): Written[] {
  if (!/\d/.test(text) && !/thousand|million|billion|hundred|per ?cent|thirds|quarter|half/i.test(text))
    return sharesIn(text);
  const found = readNumbers(text).flatMap((number): Written[] => {
    const digits = text.slice(number.start, number.end);
    const inFigures = /\d/.test(digits);
    // A sign that belongs to the number was read with it.
    const bare = number.start + (inFigures ? digits.search(/\d/) : 0);
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
      return [{ ...number, start, end: end + (rate?.[0].length ?? 0), unit: 'money', measure }];
    }
    const share = percentAfter.exec(after)?.[0];
    if (share !== undefined)
      return [{ ...number, start, end: number.end + share.length, unit: 'percent', measure: '%' }];
    if (!inFigures && !/(?:thousand|million|billion|hundred|crore|lakh)/i.test(digits)) return [];
    if (isDateOrName(before, after, digits)) return [];
    const noun = /[ks]$/i.test(digits) ? undefined : nounOf(after);
    return [{ ...number, start, end: number.end + (noun?.length ?? 0), unit: 'number', measure: noun?.trim() ?? '' }];
  });
  return [...found, ...sharesIn(text)];
}

/** The word behind a number where it is what is counted: a plural, or a unit of a few letters. */
function nounOf(after: string): string | undefined {
  const match = nounAfter.exec(after);
  const noun = match?.[1];
  if (noun === undefined || months.has(noun.toLowerCase())) return undefined;
  const counted = noun.length > 3 && noun.endsWith('s') && !/(?:ss|us|is)$/.test(noun);
  return counted || /^(?:[kmcd]?[mgl]|m[²³2]|[kMGT]B|dB|[kM]?Wh?|ha|km|kilos?|x)$/.test(noun) ? match![0] : undefined;
}

function isDateOrName(before: string, after: string, digits: string): boolean {
  const plain = digits.replace(/\D/g, '');
  if (/^(?:19|20)\d\d$/.test(digits) || (plain.length > 6 && plain === digits)) return true;
  return labelBefore.test(before) || monthBefore.test(before) || dateAfter.test(after);
}

function sharesIn(text: string): Written[] {
  return [...text.matchAll(shareWords)].map(({ 0: said, index }) => ({
    value: shares[said.toLowerCase()]!,
    start: index,
    end: index + said.length,
    unit: 'percent',
    measure: '%',
  }));
}
