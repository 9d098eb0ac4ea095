import { numberWord, vocabularySize } from '../language/vocabulary';
import type { Family } from './rule';
import { nameWords, pairOf, type TenorNames } from './tenorFeatures';

/** A fitted model as it is stored: `weights` are hundredths, words of a pair are joined by a space or, with one word between, by " _ ". */
export interface TenorSource {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** Weights by which the family is told, of the words of the passage. */
  readonly families: Readonly<Partial<Record<Family, Weighed>>>;
}

interface Weighed {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** The model made ready: weights by the key of what was seen. */
export interface TenorModel {
  readonly names: TenorNames;
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
  readonly families: readonly FamilyModel[];
}

export interface FamilyModel {
  readonly family: Family;
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
}

/** Reads a stored model. Its words get numbers in the vocabulary. */
export function readModel({ bias, weights, families }: TenorSource): TenorModel {
  const list = [
    ...new Set(
      [weights, ...Object.values(families).map((one) => one.weights)].flatMap((some) =>
        Object.keys(some).flatMap(wordsOf),
      ),
    ),
  ];
  for (const name of list) if (!name.startsWith('^')) numberWord(name);
  const number = new Map(list.map((name, index) => [name, index + 1]));
  const keyed = (some: Readonly<Record<string, number>>) =>
    new Map(Object.entries(some).map(([name, weight]) => [keyOf(name, number), weight / 100]));
  return {
    names: nameWords(list, vocabularySize()),
    bias: bias / 100,
    weights: keyed(weights),
    families: Object.entries(families).map(([family, one]) => ({
      family: family as Family,
      bias: one.bias / 100,
      weights: keyed(one.weights),
    })),
  };
}

function wordsOf(name: string): string[] {
  return name.split(' ').filter((word) => word !== '_');
}

function keyOf(name: string, number: ReadonlyMap<string, number>): number {
  const [first, second] = wordsOf(name).map((word) => number.get(word)!);
  return second === undefined ? first! : pairOf(first!, second, name.includes(' _ '));
}
