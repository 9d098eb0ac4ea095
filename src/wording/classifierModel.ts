import { numberWord, vocabularySize } from '../language/vocabulary';
import { nameWords, pairOf, type TenorNames } from './featureIndex';
import type { Family } from './rule';

/** A fitted model as it is stored: `weights` are hundredths, words of a pair are joined by a space or, with one word between, by " _ ". */
export interface TenorSource extends Weighed {
  /** Hundredths of log odds from which a hint is given. */
  readonly enough: number;
  /** By which the family is told, of the words of a passage. */
  readonly families: Readonly<Partial<Record<Family, Weighed>>>;
}

interface Weighed {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** A stored model in the form that is quick to read: names go by their place, from 1 on, and pairs by their number. */
export interface PreparedTenor extends Keyed {
  readonly enough: number;
  /** Parted by spaces. */
  readonly names: string;
}

interface Keyed {
  readonly bias: number;
  readonly keys: readonly number[];
  readonly weights: readonly number[];
}

/** The model made ready: weights by the key of what was seen, in log odds. */
export interface TenorModel extends Weights {
  readonly enough: number;
  readonly names: TenorNames;
  /** Read when first asked for. */
  readonly families: readonly (Weights & { readonly family: Family })[];
}

export interface Weights {
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
}

/** @returns two lines of JSON: the model, and what tells the families */
export function prepareTenor(source: TenorSource): [string, string] {
  const all = [source, ...Object.values(source.families)];
  const names = [...new Set(all.flatMap(({ weights }) => Object.keys(weights).flatMap(wordsOf)))];
  const place = new Map(names.map((name, at) => [name, at + 1]));
  const keyed = ({ bias, weights }: Weighed): Keyed => ({
    bias,
    keys: Object.keys(weights).map((name) => keyOf(name, place)),
    weights: Object.values(weights),
  });
  const model: PreparedTenor = { enough: source.enough, names: names.join(' '), ...keyed(source) };
  const families = Object.entries(source.families).map(([family, one]) => ({ family, ...keyed(one) }));
  return [JSON.stringify(model), JSON.stringify(families)];
}

/** Reads a prepared model. Its words get numbers in the vocabulary. */
export function readModel([first, second]: readonly string[]): TenorModel {
  const { enough, names, ...model } = JSON.parse(first!) as PreparedTenor;
  const list = names.split(' ');
  for (const name of list) if (!name.startsWith('^')) numberWord(name);
  let families: TenorModel['families'] | undefined;
  return {
    enough: enough / 100,
    names: nameWords(list, vocabularySize()),
    ...weightsOf(model),
    get families() {
      families ??= (JSON.parse(second!) as (Keyed & { family: Family })[]).map(({ family, ...one }) => ({
        family,
        ...weightsOf(one),
      }));
      return families;
    },
  };
}

function weightsOf({ bias, keys, weights }: Keyed): Weights {
  const byKey = new Map<number, number>();
  for (let at = 0; at < keys.length; at++) byKey.set(keys[at]!, weights[at]! / 100);
  return { bias: bias / 100, weights: byKey };
}

function wordsOf(name: string): string[] {
  return name.split(' ').filter((word) => word !== '_');
}

function keyOf(name: string, place: ReadonlyMap<string, number>): number {
  const [first, second] = wordsOf(name).map((word) => place.get(word)!);
  return second === undefined ? first! : pairOf(first!, second, name.includes(' _ '));
}
