import { wordNumber } from '../language/vocabulary';

/**
 * What the tenor of a sentence is read from: its words, pairs of neighbours, pairs with one word between, and its shape (how it
 * begins and ends, whether the reader is spoken to, how long it is). Everything is named by a small number.
 */
export interface TenorNames {
  /** Number of a word by its number in the vocabulary; 0 for a word that says nothing here. */
  readonly words: Uint16Array;
  /** Numbers of what is no word, in the order of `signs`; 0 where it says nothing. */
  readonly signs: Uint16Array;
}

/** What stands among the words of a sentence without being one, and the shapes that a sentence can have. */
export const signs = [
  '^begin',
  '^.',
  '^?',
  '^!',
  '^?!',
  '^...',
  '^open',
  '^number',
  '^money',
  '^code',
  '^reader',
  '^asks-reader',
  '^asks',
  '^writer',
  '^words-3',
  '^words-6',
  '^words-12',
  '^words-24',
  '^words-more',
  '^scare-quotes',
  '^stress',
  '^capitals',
  '^lower-case',
  '^proposal',
] as const;

export type Sign = (typeof signs)[number];

/** Place of a sign in `signs`. */
export const placeOf = Object.fromEntries(signs.map((sign, index) => [sign, index])) as Record<Sign, number>;

/** Most names that a model can have. */
export const MOST_NAMES = 8192;
const APART = MOST_NAMES * MOST_NAMES;

/** The number under which two names stand side by side, or with one word between them. */
export function pairOf(first: number, second: number, apart: boolean): number {
  return first * MOST_NAMES + second + (apart ? APART : 0);
}

/** Names of a list of words and signs, from 1 on, in its order. Words that the vocabulary does not know have none. */
export function nameWords(names: readonly string[], size: number): TenorNames {
  const words = new Uint16Array(size + 1);
  const ofSigns = new Uint16Array(signs.length);
  names.forEach((name, index) => {
    if (name.startsWith('^')) ofSigns[placeOf[name as Sign]] = index + 1;
    else words[wordNumber(name)] = index + 1;
  });
  return { words, signs: ofSigns };
}
