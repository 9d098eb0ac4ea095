import type { ClauseConditions } from './clause/clauseConditions';
import { link } from './pattern/linkProgram';
import { anchorOf, type Candidate, COMMON, candidatesOf, type Needed } from './pattern/neededWords';
import { PatternError, type ReadPattern, type WordLists } from './pattern/patternItems';
import { MOST_STEPS, stepsOf } from './pattern/programSize';
import { readItems } from './pattern/readPattern';
import type { Written } from './pattern/written';
import { numberWord } from './vocabulary';

/**
 * A match pattern, in the part of `compromise`'s match syntax that can be decided without parsing, and its tags:
 *
 *     you (are|were) $adverb? wrong     words, choices (also of several words), optional words, named lists
 *     [your fault]                      the part that a finding marks; [<who>(we|i)] keeps a part under a name
 *     . .{0,3} *                        one word, up to three words, up to eight words (never over a dash or colon)
 *     !not  !(no|never)                 one word that is none of these
 *     #Adverb #Money                    a word with this tag
 *     ^ $                               where the sentence begins and ends
 *     ~                                 the next word may come after a dash, a colon or a bracket
 *     "U.S."  "C++"  "24/7"            as written, signs and digits included; capitals count where `exact` is asked for
 *     @subject=reader @!reported        at the end: what the clause must be like; see `ClauseConditions`
 *
 * Contractions and hyphens are written as they are in English ("you're", "non-negotiable") and match both ways of writing.
 */
export interface Pattern {
  readonly source: string;
  /** Made when first asked for: most patterns never meet their word. */
  readonly program: Node;
  /** What the clause that the words stand in must be like. */
  readonly clause: ClauseConditions | undefined;
  /** True when a tag has to be asked of the parser. */
  readonly needsParser: boolean;
  /** Numbers of the words of which one must be there, and how far into the match it can stand. */
  readonly anchor: Anchor;
  /** All rare words that the pattern could be looked for by, where it has been read at once. */
  readonly anchors?: readonly Anchor[];
}

export interface Anchor {
  readonly words: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** A step of the matcher; `next` is what must match after it. */
export type Node =
  | { op: 'one'; word: number; next: Node }
  | { op: 'word'; words: ReadonlySet<number>; next: Node }
  | { op: 'not'; words: ReadonlySet<number>; next: Node }
  | { op: 'written'; written: Written; first: number; next: Node }
  | { op: 'any'; next: Node }
  | { op: 'kind'; bits: number; next: Node }
  | { op: 'tag'; tag: string; next: Node }
  | { op: 'gap'; min: number; max: number; next: Node }
  | Split
  | { op: 'open'; slot: number; next: Node }
  | { op: 'close'; slot: number; next: Node }
  | { op: 'bridge'; next: Node }
  | { op: 'begin'; next: Node }
  | { op: 'end'; next: Node }
  | { op: 'accept' };

/** Several ways to go on, of which the first that matches counts. */
export interface Split {
  op: 'split';
  ways: Node[];
  /** How often the matcher has come here, until it sorts the ways by the word that each can begin with. */
  visits: number;
  /** The ways that can begin with a word, by its number; `others` are those for all other words. */
  byWord: ReadonlyMap<number, readonly Node[]> | undefined;
  others: readonly Node[];
}

/**
 * Compiles a pattern. `{root}` forms must have been expanded before. A pattern that `preparePattern` has seen is read only when one of its
 * words turns up.
 *
 * @param exact capitals count
 * @throws PatternError when the source is not a pattern, names an unknown list, or has no word to look for
 */
export function compilePattern(source: string, lists: WordLists = {}, exact = false): Pattern {
  const cut = source.indexOf(PREPARED);
  if (cut >= 0) return readLater(source.slice(0, cut), lists, source.slice(cut + 1));
  const { items, needsParser, clause, anchor } = readPattern(source, lists, exact);
  let program: Node | undefined;
  return {
    source,
    get program() {
      program ??= link(items, { op: 'accept' });
      return program;
    },
    clause,
    needsParser,
    anchor: numbered(anchor),
    anchors: candidatesOf(items)
      .filter(({ cost }) => cost < COMMON)
      .map(numbered),
  };
}

/**
 * Works out ahead of time which words a pattern cannot do without, so that loading thousands of patterns costs next to nothing.
 *
 * @returns the source with the words added, for `compilePattern`
 * @throws PatternError as `compilePattern` does
 */
export function preparePattern(source: string, lists: WordLists): string {
  const { anchor } = readPattern(source, lists);
  return `${source}${PREPARED}${anchor.min},${anchor.max},${anchor.words.join(' ')}`;
}

/** A pattern as it was written, without what `preparePattern` has added. */
export function unprepared(source: string): string {
  const at = source.indexOf(PREPARED);
  return at < 0 ? source : source.slice(0, at);
}

/**
 * The words that stand in every match of a pattern: one of each list, no fewer than `min` and no more than `max` words into the match.
 * The rarest first.
 */
export function neededWords(source: string, lists: WordLists): readonly Needed[] {
  return candidatesOf(readItems(source, lists).items).sort((a, b) => a.cost - b.cost);
}

const PREPARED = '\u0001';

/**
 * A pattern that is known to be right, which is read when something of it is asked for.
 *
 * @param prepared what `preparePattern` has added, where it has
 */
export function readLater(source: string, lists: WordLists, prepared?: string): Pattern {
  let read: ReadPattern | undefined;
  let program: Node | undefined;
  let anchor: Anchor | undefined;
  const readOnce = () => {
    read ??= readItems(source, lists);
    return read;
  };
  return {
    source,
    get program() {
      program ??= link(readOnce().items, { op: 'accept' });
      return program;
    },
    get clause() {
      return readOnce().clause;
    },
    get needsParser() {
      return readOnce().needsParser;
    },
    get anchor() {
      anchor ??= prepared === undefined ? numbered(anchorOf(readOnce().items)!) : readAnchor(prepared);
      return anchor;
    },
  };
}

function readAnchor(prepared: string): Anchor {
  const [min, max, words] = prepared.split(',') as [string, string, string];
  return { words: words.split(' ').map(numberWord), min: Number(min), max: Number(max) };
}

function numbered({ words, min, max }: Candidate): Anchor {
  return { words: words.map(numberWord), min, max };
}

function readPattern(source: string, lists: WordLists, exact = false): ReadPattern & { readonly anchor: Candidate } {
  const read = readItems(source, lists, exact);
  if (stepsOf(read.items) > MOST_STEPS)
    throw new PatternError(`“${source}” has counts or lists that multiply; use fewer`);
  const anchor = anchorOf(read.items);
  if (anchor === undefined) throw new PatternError(`“${source}” names no word that must be there`);
  return { ...read, anchor };
}
