import { insertInOrder } from './insertInOrder';
import type { Tokens } from './tokens';

/**
 * Of the patterns that share a word, gives those that find another word that they need in the sentence, too. Looking the words of the
 * sentence up among the needed ones costs less than looking the needed ones up in the sentence, pattern by pattern.
 *
 * @param tokens of a sentence that has the shared word
 * @returns in the order in which `createPatternJoin` was given them; the next call of any join changes the list
 */
export type PatternJoin = (tokens: Tokens) => readonly number[];

/** @param neededBy the numbers of the words of which a pattern needs one; `undefined` where it needs none */
export function createPatternJoin(
  patterns: readonly number[],
  neededBy: (pattern: number) => readonly number[] | undefined,
): PatternJoin {
  const always: number[] = [];
  const byWord = new Map<number, number[]>();
  for (const [place, pattern] of patterns.entries()) {
    const needed = neededBy(pattern);
    if (needed === undefined) always.push(place);
    for (const word of needed ?? none) {
      const alike = byWord.get(word);
      if (alike === undefined) byWord.set(word, [place]);
      else alike.push(place);
    }
  }
  return ({ words, count }) => {
    places.length = 0;
    for (const place of always) places.push(place);
    for (let at = 0; at < count; at++) {
      const found = words[at] === 0 ? undefined : byWord.get(words[at]!);
      if (found !== undefined) for (const place of found) insertInOrder(place, places);
    }
    for (let at = 0; at < places.length; at++) places[at] = patterns[places[at]!]!;
    return places;
  };
}

const none: readonly number[] = [];
const places: number[] = [];
