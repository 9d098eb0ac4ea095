import type { Draft, Span } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
import { findDate } from '../document/lines/dates';
import { readNumbers } from '../language/numbers';
import { classWords } from '../language/wordClasses';

/** What the writer wants to keep to themselves, as they wrote it down. */
export interface OwnLimits {
  readonly alternative: string;
  readonly limit: string;
  readonly deadline: string;
}

/** A place where a draft gives a private limit away. It says which kind, never what it is. */
export interface LimitLeak extends Span {
  readonly gives: keyof OwnLimits;
}

/**
 * Places in the writer's own words and tables that give one of the limits away: the number in any way of writing it, the
 * date, or the name or the words of the alternative.
 *
 * @returns offsets in the document, UTF-16 code units, ends exclusive, in order
 */
export function findOwnLimits(draft: Draft, limits: OwnLimits): LimitLeak[] {
  const numbers = new Set(readNumbers(limits.limit).map(({ value }) => value));
  const dates = datesOf(limits.deadline);
  const names = namesOf(limits.alternative);
  const words = contentWords(limits.alternative);
  // A year or a day alone in the limit would mark half of a letter.
  for (const value of numbers) if (value < LEAST) numbers.delete(value);
  const look = (text: string): LimitLeak[] => [
    ...readNumbers(text)
      .filter(({ value }) => numbers.has(value))
      .map(({ start, end }): LimitLeak => ({ gives: 'limit', start, end })),
    ...datesOf(text)
      .filter((date) => dates.some((own) => own.month === date.month && own.day === date.day))
      .map(({ start, end }): LimitLeak => ({ gives: 'deadline', start, end })),
    ...alternativesIn(text, names, words),
  ];
  return ownStretches(draft)
    .flatMap(({ start, end }) => look(draft.text.slice(start, end)).map((leak) => moved(leak, start)))
    .sort((a, b) => a.start - b.start);
}

const LEAST = 10;
/** So many words of the alternative in one sentence tell it. */
const WORDS = 3;

function ownStretches({ blocks, regions }: Draft): readonly Span[] {
  return [...blocks, ...regions.filter(({ type }) => type === 'table')];
}

function moved(leak: LimitLeak, by: number): LimitLeak {
  return { ...leak, start: leak.start + by, end: leak.end + by };
}

function datesOf(text: string): (Span & { month: number; day: number })[] {
  const found = [];
  for (let from = 0; from < text.length; ) {
    const date = findDate(text.slice(from));
    if (date === undefined) break;
    found.push({ month: date.month, day: date.day, start: from + date.start, end: from + date.end });
    from += Math.max(date.end, 1);
  }
  return found;
}

/** Names in a note: capitals that do not open it. */
function namesOf(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/\p{Lu}[\p{L}'’-]{2,}/gu)].filter(({ index }) => index > 0).map(([name]) => name);
  return new Set(names.filter((name) => !common.has(name.toLowerCase())));
}

function contentWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)));
}

function alternativesIn(text: string, names: ReadonlySet<string>, words: ReadonlySet<string>): LimitLeak[] {
  const byName = [...text.matchAll(/\p{Lu}[\p{L}'’-]{2,}/gu)]
    .filter(([name]) => names.has(name))
    .map((match): LimitLeak => ({ gives: 'alternative', start: match.index, end: match.index + match[0].length }));
  if (byName.length > 0 || words.size < WORDS) return byName;
  return splitSentences(text)
    .filter(({ start, end }) => sharedWords(text.slice(start, end), words) >= WORDS)
    .map(({ start, end }): LimitLeak => ({ gives: 'alternative', start, end }));
}

function sharedWords(sentence: string, words: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of contentWords(sentence)) if (words.has(word)) shared++;
  return shared;
}

const common = new Set(['no-matter', 'month', 'weekday', 'bargain'].flatMap(classWords));
