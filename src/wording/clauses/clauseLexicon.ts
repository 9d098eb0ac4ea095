import { splitContraction } from '../../language/contractions';
import type { Tokens } from '../../language/tokens';
import { numberWord } from '../../language/vocabulary';
import { lists as shared } from '../builtIn';
import source from './clauseLexicon.yaml';

const own = source as {
  readonly lists: Readonly<Record<string, string>>;
  readonly shared: string;
  readonly charged: string;
  readonly sharp: string;
  readonly uncertain: { readonly message: string; readonly why: string };
};
const namesIn = (names: string): string[] => names.trim().split(/,\s*/);
/** Phrases by list. Rules may name the shared ones. */
const lists: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(own.lists).map(([name, phrases]) => [name, phrases.split(/,\s*/)])),
  ...Object.fromEntries(namesIn(own.shared).map((name) => [name, phrasesOf(name)])),
};
const charged: ReadonlySet<string> = new Set(namesIn(own.charged));
const sharp: ReadonlySet<string> = new Set(namesIn(own.sharp));

/** What is told of a clause that stirs and is of no certain family: it is true of all of them. */
export const ofUncertainKind = own.uncertain;

/** Names of the lists, in the order of their numbers. */
export const lexiconLists: readonly string[] = Object.keys(lists);

/** Whether words of the list of this number stir by themselves. */
export const isCharged: readonly boolean[] = lexiconLists.map((name) => charged.has(name));

/** Whether words of the list of this number sting whatever stands around them. */
export const isSharp: readonly boolean[] = lexiconLists.map((name) => sharp.has(name));

interface Entry {
  readonly list: number;
  /** Numbers of the words after the first. */
  readonly rest: readonly number[];
}

/** What parts the words of a phrase. */
const PARTED = /[ -]/;

/** Entries by the number of their first word. */
const entries: readonly (readonly Entry[] | undefined)[] = readEntries();

/** Words of the lists in a sentence. */
export interface LexiconHit {
  readonly list: number;
  /** Token indices, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Do words stand in the sentence that stir by themselves? */
export function holdsCharged(tokens: Tokens): boolean {
  for (let at = 0; at < tokens.count; at++)
    for (const { list, rest } of entries[tokens.words[at]!] ?? none)
      if (isCharged[list] && (rest.length === 0 || follows(tokens, at, rest))) return true;
  return false;
}

/** All listed words of a sentence; they may overlap. */
export function findListed(tokens: Tokens): LexiconHit[] {
  const hits: LexiconHit[] = [];
  for (let at = 0; at < tokens.count; at++)
    for (const { list, rest } of entries[tokens.words[at]!] ?? none)
      if (rest.length === 0 || follows(tokens, at, rest)) hits.push({ list, start: at, end: at + 1 + rest.length });
  return hits;
}

const none: readonly Entry[] = [];

function phrasesOf(name: string): readonly string[] {
  const phrases = shared[name];
  if (phrases === undefined) throw new Error(`There is no list “${name}”`);
  return phrases;
}

function follows({ words, count }: Tokens, at: number, rest: readonly number[]): boolean {
  return at + rest.length < count && rest.every((word, by) => words[at + 1 + by] === word);
}

function readEntries(): (Entry[] | undefined)[] {
  const read: (Entry[] | undefined)[] = [];
  for (const [list, name] of lexiconLists.entries())
    for (const phrase of lists[name]!.flatMap(spelledOut)) {
      const rest = numbersOf(phrase);
      const first = rest.shift();
      if (first === undefined) continue;
      const alike = read[first];
      if (alike === undefined) read[first] = [{ list, rest }];
      else alike.push({ list, rest });
    }
  return read;
}

/** The forms of a root, which the build has written out as "(fail|fails|failed)". */
function spelledOut(phrase: string): string[] {
  const trimmed = phrase.trim();
  const choice = trimmed.startsWith('(') ? /^\(([^)]+)\)(.*)$/.exec(trimmed) : null;
  return choice === null ? [trimmed] : choice[1]!.split('|').map((form) => form + choice[2]!);
}

/** The numbers of its words. Every start reads thousands of phrases, most of them a word each. */
function numbersOf(phrase: string): number[] {
  const numbers: number[] = [];
  for (const word of PARTED.test(phrase) ? phrase.split(PARTED) : [phrase]) {
    if (word === '') continue;
    const parts = splitContraction(word);
    if (parts === undefined) numbers.push(numberWord(word));
    else numbers.push(numberWord(parts.first), numberWord(parts.second));
  }
  return numbers;
}
