import type { Node, Pattern } from './pattern';
import { allWords, numberWord } from './vocabulary';

/** What a match can begin with: only the first word of a sentence, only certain words. */
export interface First {
  readonly atBegin: boolean;
  readonly words: ReadonlySet<number> | undefined;
}

/** Patterns by the words that they cannot do without, and how far into a match that word can stand. */
export interface PatternIndex {
  readonly size: number;
  /** By the number of a word, the patterns that look for it. */
  readonly byWord: readonly (readonly number[] | undefined)[];
  readonly min: readonly number[];
  readonly max: readonly number[];
  /** Known without reading the pattern; `undefined` where the pattern has to be asked. */
  first(pattern: number): First | undefined;
}

/** An index as JSON, worked out when the bundle is built. Words go by their place in `words`, parted by spaces. */
export interface PreparedIndex {
  readonly words: string;
  /** How many of `patterns` belong to each word, in the order of the words; the words that only begin a match come last and have none. */
  readonly counts: readonly number[];
  readonly patterns: readonly number[];
  readonly min: readonly number[];
  readonly max: readonly number[];
  /** For each pattern the place in `sets` of the words that it can begin with, or -1 for any word. */
  readonly first: readonly number[];
  readonly sets: readonly (readonly number[])[];
  /** The patterns that match at the beginning of a sentence only. */
  readonly begins: readonly number[];
}

export function indexPatterns(patterns: readonly Pattern[]): PatternIndex {
  const byWord: (number[] | undefined)[] = [];
  patterns.forEach(({ anchor }, pattern) => {
    for (const word of anchor.words) {
      const known = byWord[word];
      if (known === undefined) byWord[word] = [pattern];
      else known.push(pattern);
    }
  });
  return {
    size: patterns.length,
    byWord,
    min: patterns.map(({ anchor }) => anchor.min),
    max: patterns.map(({ anchor }) => anchor.max),
    first: () => undefined,
  };
}

/** The same index for the JSON, without reading a pattern. */
export function readIndex({ words, counts, patterns, min, max, first, sets, begins }: PreparedIndex): PatternIndex {
  const numbers = words.split(' ').map(numberWord);
  const byWord: (readonly number[] | undefined)[] = [];
  let from = 0;
  for (const [place, count] of counts.entries()) {
    byWord[numbers[place]!] = patterns.slice(from, from + count);
    from += count;
  }
  const atBegin = new Set(begins);
  const known: (ReadonlySet<number> | undefined)[] = new Array(sets.length);
  return {
    size: min.length,
    byWord,
    min,
    max,
    first(pattern) {
      const set = first[pattern]!;
      if (set >= 0) known[set] ??= new Set(sets[set]!.map((place) => numbers[place]!));
      return { atBegin: atBegin.has(pattern), words: set < 0 ? undefined : known[set] };
    },
  };
}

/** Works an index out ahead of time. */
export function prepareIndex(patterns: readonly Pattern[]): PreparedIndex {
  const { byWord, min, max } = indexPatterns(patterns);
  const firsts = patterns.map(({ program }) => firstOf(program));
  const vocabulary = allWords();
  const anchors = byWord.flatMap((known, word) => (known === undefined ? [] : [word]));
  const places = new Map(anchors.map((word, place) => [word, place]));
  const placeOf = (word: number) => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  };
  const sets = new Map<string, number>();
  const first = firsts.map(({ words }) => {
    if (words === undefined) return -1;
    const key = [...words].map(placeOf).join();
    const set = sets.get(key) ?? sets.size;
    sets.set(key, set);
    return set;
  });
  return {
    words: [...places.keys()].map((word) => vocabulary[word - 1]!).join(' '),
    counts: anchors.map((word) => byWord[word]!.length),
    patterns: anchors.flatMap((word) => byWord[word]!),
    min,
    max,
    first,
    sets: [...sets.keys()].map((key) => key.split(',').map(Number)),
    begins: firsts.flatMap(({ atBegin }, pattern) => (atBegin ? [pattern] : [])),
  };
}

/** Most places where a pattern could start are ruled out by the word that stands there. */
export function firstOf(program: Node): First {
  const words = new Set<number>();
  const bounded = collectFirst(program, words, new Set());
  return { atBegin: program.op === 'begin', words: bounded ? words : undefined };
}

function collectFirst(node: Node, into: Set<number>, seen: Set<Node>): boolean {
  if (seen.has(node)) return true;
  seen.add(node);
  switch (node.op) {
    case 'one':
      into.add(node.word);
      return true;
    case 'word':
      for (const word of node.words) into.add(word);
      return true;
    case 'split':
      return node.ways.every((way) => collectFirst(way, into, seen));
    case 'open':
    case 'close':
    case 'begin':
      return collectFirst(node.next, into, seen);
    default:
      return false;
  }
}
