/**
 * Every word that some pattern names has a number; all other words share 0. Patterns and sentences then
 * meet as small integers, and a sentence without a numbered word costs one look-up a word.
 */
const numbers = new Map<string, number>();

/** Number of a lower-case word, or 0 when no pattern names it. */
export function wordNumber(word: string): number {
  return numbers.get(word) ?? 0;
}

/** Number of a lower-case word that a pattern names; gives it one when it has none. */
export function numberWord(word: string): number {
  let number = numbers.get(word);
  if (number === undefined) {
    number = numbers.size + 1;
    numbers.set(word, number);
  }
  return number;
}

/** How many words have a number; it grows when a pattern is read that names new ones. */
export function vocabularySize(): number {
  return numbers.size;
}

/** The words in the order of their numbers, the first of which is 1. */
export function allWords(): string[] {
  return [...numbers.keys()];
}
