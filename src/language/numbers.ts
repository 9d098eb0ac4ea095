import { classWords } from './wordClasses';

/** A number as somebody wrote it, in figures or in words. Offsets are UTF-16 code units in the text, ends exclusive. */
export interface WrittenNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** Numbers of a text in any way of writing them: 320000, 320,000, £320k, 0.32 million, 3.2 lakh, three hundred and twenty thousand. */
export function readNumbers(text: string): WrittenNumber[] {
  const figures = inFigures(text);
  // The million of 0.32 million has been read with its figures.
  const words = inWords(text).filter((word) => !figures.some(({ start, end }) => word.start < end && word.end > start));
  return [...figures, ...words].sort((a, b) => a.start - b.start);
}

const FIGURES =
  /\p{Sc}?\s?(?<digits>\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?:\s?(?<scale>k|thousand|grand|m|mn|mio|million|bn|billion|lakhs?|crores?)\b)?/giu;

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand|grand)$/, 1e3],
  [/^(?:m|mn|mio|million)$/, 1e6],
  [/^(?:bn|billion)$/, 1e9],
  [/^lakhs?$/, 1e5],
  [/^crores?$/, 1e7],
];

function inFigures(text: string): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (const match of text.matchAll(FIGURES)) {
    const { digits, scale } = match.groups as { digits: string; scale?: string };
    const factor = scales.find(([name]) => name.test(scale?.toLowerCase() ?? ''))?.[1] ?? 1;
    const value = Math.round(plain(digits) * factor * 100) / 100;
    const space = match[0].length - match[0].trimStart().length;
    if (Number.isFinite(value)) found.push({ value, start: match.index + space, end: match.index + match[0].length });
  }
  return found;
}

/** Figures without their separators: the last comma or point is a decimal one where one or two figures follow it. */
function plain(digits: string): number {
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  if (decimal === null) return Number(digits.replace(/\D/g, ''));
  return Number(`${digits.slice(0, decimal.index).replace(/\D/g, '')}.${decimal[1]}`);
}

const units = classWords('number');
const tens = classWords('number-ten');
const larger: Readonly<Record<string, number>> = { thousand: 1e3, lakh: 1e5, million: 1e6, crore: 1e7, billion: 1e9 };

function inWords(text: string): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  let start = -1;
  let end = 0;
  let total = 0;
  let group = 0;
  const finish = () => {
    if (start >= 0) found.push({ value: total + group, start, end });
    start = -1;
    total = 0;
    group = 0;
  };
  for (const match of text.matchAll(/[a-z]+/gi)) {
    const word = match[0].toLowerCase();
    if (start >= 0 && !/^[\s-]*$/.test(text.slice(end, match.index))) finish();
    const unit = units.indexOf(word);
    const ten = tens.indexOf(word);
    if (unit >= 0) group += unit;
    else if (ten > 0) group += ten * 10;
    else if (word === 'hundred') group = (group || 1) * 100;
    else if (Object.hasOwn(larger, word)) {
      total += (group || 1) * larger[word]!;
      group = 0;
    } else {
      // "and" inside a number goes on with it: two hundred and five.
      if (word === 'and' && start >= 0 && (group >= 100 || total > 0)) {
        end = match.index + match[0].length;
        continue;
      }
      finish();
      continue;
    }
    if (start < 0) start = match.index;
    end = match.index + match[0].length;
  }
  finish();
  return found;
}
