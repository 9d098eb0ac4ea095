import { classWords } from '../language/wordClasses';
import { anyOf, countNegations } from '../language/wordPatterns';
import type { MeaningChange } from './rule';

/** What differs between two wordings that a reader could rely on: numbers, dates, names, negation, duty words. */
export function meaningChanges(before: string, after: string): MeaningChange[] {
  const changes: MeaningChange[] = [];
  if (!sameBag(before.match(numbers), after.match(numbers))) changes.push('number');
  if (!sameBag(before.match(dates), after.match(dates))) changes.push('date');
  if (!sameBag(namesIn(before), namesIn(after))) changes.push('name');
  if (countNegations(before) % 2 !== countNegations(after) % 2) changes.push('negation');
  if (!sameBag(before.match(duties), after.match(duties))) changes.push('duty');
  return changes;
}

// A mark behind the last digit belongs to the sentence.
const numbers = /\p{Sc}?\d(?:[\d.,:]*\d)?%?/gu;
// Short names and "may" are other words as often.
const dates = anyOf(
  [...classWords('month'), ...classWords('weekday'), ...classWords('day')].filter((word) => word.length > 4),
  'giu',
);
const duties = /\b(?:must|shall|may|required?|obliged|obligated)\b/gi;
const capitalised = /\p{Lu}[\p{L}'’-]*/gu;

// The first word may owe its capital to its place, and the pronoun is no name.
function namesIn(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(capitalised)) {
    const before = text.slice(0, match.index).trimEnd();
    if (before === '' || /[.!?:]$/.test(before) || /^I(?:['’]|$)/.test(match[0])) continue;
    found.push(match[0]);
  }
  return found;
}

function sameBag(before: readonly string[] | null, after: readonly string[] | null): boolean {
  const bag = (words: readonly string[] | null) =>
    (words ?? [])
      .map((word) => word.toLowerCase())
      .sort()
      .join('\u0000');
  return bag(before) === bag(after);
}
