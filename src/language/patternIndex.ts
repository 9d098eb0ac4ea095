import type { Anchor, Node, Pattern } from './pattern';
import type { Needed } from './pattern/neededWords';
import { createPatternJoin, type PatternJoin } from './patternJoin';
import type { Tokens } from './tokens';
import { allWords, numberWord } from './vocabulary';

/** What a match can begin with: only the first word of a sentence, only certain words. */
export interface First {
  readonly atBegin: boolean;
  readonly words: ReadonlySet<number> | undefined;
}

/** Patterns by the words that they cannot do without, and how far into a match that word can stand. */
export interface PatternIndex {
  readonly size: number;
  /** The patterns that look for the word of this number. */
  patternsOf(word: number): readonly number[] | undefined;
  /**
   * Of all patterns that look for a word of the sentence, those that may stand in it by the first other word that they need; all of them
   * where that is not known. The list changes with the next call.
   */
  patternsIn?(word: number, all: readonly number[], tokens: Tokens): readonly number[];
  readonly min: readonly number[];
  readonly max: readonly number[];
  /** Known without reading the pattern; `undefined` where the pattern has to be asked. */
  first(pattern: number): First | undefined;
  /**
   * Whether the sentence has the words that the pattern needs, wherever they stand. An index that is made at run time does not know.
   *
   * @param seenIn the serial number of the last sentence that had a word, by the number of the word
   */
  mayStand?(pattern: number, seenIn: Int32Array, serial: number): boolean;
  /** Whether the words that the pattern needs stand where they would have to; says yes where it does not know. */
  mayMatch(pattern: number, tokens: Tokens, start: number): boolean;
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
  /** Sets of words, parted by spaces, their words by commas: most are never asked for. */
  readonly sets: string;
  /**
   * `NEEDS` numbers for each pattern, for words that it needs besides: the place of the words in `sets`, and how far into the
   * match they can stand, as `set * 4096 + min * 64 + max`; -1 for nothing.
   */
  readonly needs: readonly number[];
  /** The patterns that match at the beginning of a sentence only. */
  readonly begins: readonly number[];
}

export function indexPatterns(patterns: readonly Pattern[]): PatternIndex {
  const anchors = rarestAnchors(patterns);
  const byWord = patternsByWord(anchors);
  return {
    size: patterns.length,
    patternsOf: (word) => byWord[word],
    min: anchors.map(({ min }) => min),
    max: anchors.map(({ max }) => max),
    first: () => undefined,
    mayMatch: () => true,
  };
}

/** What each pattern is looked for by: of hundreds that share a word, each by a word that few of the others have. */
function rarestAnchors(patterns: readonly Pattern[]): Anchor[] {
  // By the number of the word: how many patterns share it, and the last that was counted.
  const shared: number[] = [];
  const countedFor: number[] = [];
  patterns.forEach(({ anchor, anchors = [anchor] }, pattern) => {
    for (const { words } of anchors)
      for (const word of words) {
        if (countedFor[word] === pattern) continue;
        countedFor[word] = pattern;
        shared[word] = (shared[word] ?? 0) + 1;
      }
  });
  const costOf = ({ words }: Anchor) => words.reduce((sum, word) => sum + shared[word]!, 0);
  return patterns.map(({ anchor, anchors }) => {
    let best = anchor;
    if (anchors === undefined || anchors.length === 0) return best;
    let least = costOf(anchor);
    for (const other of anchors) {
      const cost = costOf(other);
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    return best;
  });
}

function patternsByWord(anchors: readonly Anchor[]): (number[] | undefined)[] {
  const byWord: (number[] | undefined)[] = [];
  anchors.forEach((anchor, pattern) => {
    for (const word of anchor.words) {
      const known = byWord[word];
      if (known === undefined) byWord[word] = [pattern];
      else known.push(pattern);
    }
  });
  return byWord;
}

/** The same index for the JSON, without reading a pattern. */
export function readIndex(prepared: PreparedIndex): PatternIndex {
  const { words, counts, patterns, min, max, first, sets, needs, begins } = prepared;
  const numbers = words.split(' ').map(numberWord);
  const starts = new Int32Array(counts.length + 1);
  const placeOf: number[] = [];
  for (let place = 0; place < counts.length; place++) {
    starts[place + 1] = starts[place]! + counts[place]!;
    placeOf[numbers[place]!] = place;
  }
  const byWord: (readonly number[] | undefined)[] = [];
  const atBegin = new Set(begins);
  const written = sets.split(' ');
  const known: (ReadonlySet<number> | undefined)[] = new Array(written.length);
  const lists: (readonly number[] | undefined)[] = new Array(written.length);
  const listAt = (set: number): readonly number[] => {
    lists[set] ??= written[set]!.split(',').map((place) => numbers[Number(place)]!);
    return lists[set];
  };
  const setAt = (set: number): ReadonlySet<number> => {
    known[set] ??= new Set(listAt(set));
    return known[set];
  };
  // By the place of a set: the last sentence that was looked through for it, below zero where it has none of the words.
  const lookedIn = new Int32Array(written.length);
  const isSeen = (set: number, seen: Int32Array, serial: number): boolean => {
    if (Math.abs(lookedIn[set]!) !== serial) lookedIn[set] = hasSeen(listAt(set), seen, serial) ? serial : -serial;
    return lookedIn[set]! > 0;
  };
  const packed = Int32Array.from(needs);
  const joins: (PatternJoin | undefined)[] = new Array(numbers.length);
  const asked = new Uint8Array(numbers.length);
  const neededBy = (pattern: number) => {
    const need = packed[pattern * NEEDS]!;
    return need < 0 ? undefined : listAt(need >> 12);
  };
  return {
    size: min.length,
    patternsOf(word) {
      const place = placeOf[word];
      if (place === undefined) return undefined;
      byWord[word] ??= patterns.slice(starts[place], starts[place + 1]);
      return byWord[word];
    },
    patternsIn(word, all, tokens) {
      if (all.length < MANY) return all;
      const place = placeOf[word]!;
      const join = joins[place];
      if (join !== undefined) return join(tokens);
      if (++asked[place]! >= OFTEN) joins[place] = createPatternJoin(all, neededBy);
      return all;
    },
    min,
    max,
    first(pattern) {
      const set = first[pattern]!;
      return { atBegin: atBegin.has(pattern), words: set < 0 ? undefined : setAt(set) };
    },
    mayStand(pattern, seen, serial) {
      for (let need = pattern * NEEDS; need < (pattern + 1) * NEEDS; need++) {
        const set = packed[need]! >> 12;
        if (set >= 0 && !isSeen(set, seen, serial)) return false;
      }
      return true;
    },
    mayMatch(pattern, tokens, start) {
      for (let need = pattern * NEEDS; need < (pattern + 1) * NEEDS; need++) {
        const one = packed[need]!;
        if (one >= 0 && !stands(setAt(one >> 12), tokens, start + ((one >> 6) & 63), start + (one & 63))) return false;
      }
      return true;
    },
  };
}

function hasSeen(words: readonly number[], seen: Int32Array, serial: number): boolean {
  for (const word of words) if (seen[word] === serial) return true;
  return false;
}

function stands(set: ReadonlySet<number>, { words, count }: Tokens, from: number, to: number): boolean {
  for (let at = from; at <= to && at < count; at++) if (set.has(words[at]!)) return true;
  return false;
}

const NEEDS = 3;
/** So many patterns of a word are worth a join; fewer are looked at one by one. */
const MANY = 6;
/** A join is made for a word that comes as often as this: of a single mail's words few do. */
const OFTEN = 8;
/** Longer lists take much memory and rule out little. */
const LONGEST = 40;

/**
 * Works an index out ahead of time.
 *
 * @param needed for each pattern the words it needs, the rarest first
 */
export function prepareIndex(patterns: readonly Pattern[], needed: readonly (readonly Needed[])[]): PreparedIndex {
  const byWord = patternsByWord(patterns.map(({ anchor }) => anchor));
  const firsts = patterns.map(({ program }) => firstOf(program));
  const anchors = byWord.flatMap((known, word) => (known === undefined ? [] : [word]));
  const places = new Map(anchors.map((word, place) => [word, place]));
  const placeOf = (word: number) => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  };
  const sets = new Map<string, number>();
  const setOf = (words: Iterable<number>) => {
    const key = [...new Set(words)]
      .map(placeOf)
      .sort((a, b) => a - b)
      .join();
    const set = sets.get(key) ?? sets.size;
    sets.set(key, set);
    return set;
  };
  const first = firsts.map(({ words }) => (words === undefined ? -1 : setOf(words)));
  const needs = needed.flatMap((own) => {
    // The rarest are what the pattern is looked for by, and the first word is tried before.
    const others = own
      .slice(1)
      .filter(({ words, max: far }) => words.length <= LONGEST && far > 0 && far < 64)
      .slice(0, NEEDS);
    const packed = others.map((need) => setOf(need.words.map(numberWord)) * 4096 + need.min * 64 + need.max);
    return Array.from({ length: NEEDS }, (_, place) => packed[place] ?? -1);
  });
  const vocabulary = allWords();
  return {
    words: [...places.keys()].map((word) => vocabulary[word - 1]!).join(' '),
    counts: anchors.map((word) => byWord[word]!.length),
    patterns: anchors.flatMap((word) => byWord[word]!),
    min: patterns.map(({ anchor }) => anchor.min),
    max: patterns.map(({ anchor }) => anchor.max),
    first,
    sets: [...sets.keys()].join(' '),
    needs,
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
    case 'written':
      into.add(node.first);
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
