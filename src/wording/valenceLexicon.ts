import { compilePattern, type Pattern } from '../language/pattern';
import { numberWord } from '../language/vocabulary';
import sharedLists from './lists.yaml';
import type { PreparedRephrasing } from './rule';
import source from './valence.yaml';

/** What part a charged word plays: a quality, a thing, a person, a deed, a manner of doing, or an outcry of its own. */
export type Part = 'quality' | 'thing' | 'person' | 'deed' | 'manner' | 'outcry';

export interface Group {
  /** The rule that a finding is reported under, and the one where the reader is the target. */
  readonly rule: string;
  readonly 'reader-rule'?: string;
  /** 4 is enough alone, 3 needs a target, 2 the reader or a stressed target, 1 the reader and stress. */
  readonly charge: number;
  readonly instead?: {
    /** In place of the word after "is". */
    readonly after?: readonly PreparedRephrasing[];
    /** In place of a noun. */
    readonly noun?: readonly PreparedRephrasing[];
    /** What is said of the noun where the word stood before it: "is an absurd fee". Elsewhere the word is dropped. */
    readonly predicate?: PreparedRephrasing;
  };
}

export interface Entry {
  readonly part: Part;
  readonly group: Group;
  /** Numbers of the words after the first. */
  readonly rest: readonly number[];
}

interface Source {
  readonly points: Readonly<
    Record<
      'reader' | 'work' | 'booster' | 'exclamation' | 'capitals' | 'other' | 'reported' | 'hedge' | 'proposal',
      number
    >
  >;
  readonly enough: { readonly hint: number; readonly finding: number; readonly warning: number };
  readonly work: string;
  readonly stress: string;
  readonly unless: readonly string[];
  readonly groups: Readonly<Record<string, Group & { readonly [part in Part]?: string }>>;
  readonly 'scare-quoted': string;
  readonly plain: string;
  readonly voice: string;
  readonly legal: string;
  readonly glad: string;
  readonly pressing: string;
}

const content = source as Source;
const { lists } = sharedLists as { lists: Readonly<Record<string, readonly string[]>> };

export const { points, enough } = content;

/** Nouns for what the reader made, said or does: offer, reply, documentation, team. */
export const work = wordSet(wordsIn(content.work));
/** Words that stress the one after them. */
export const boosters = wordSet(
  [...lists.booster!, ...lists.adverb!, ...wordsIn(content.stress)].filter((word) => !word.includes(' ')),
);
export const scareQuoted: ReadonlySet<string> = new Set(wordsIn(content['scare-quoted']));
export const voiceWords = wordSet(wordsIn(content.voice));
export const plainWords = wordSet(wordsIn(content.plain));
export const legalWords = wordSet(wordsIn(content.legal));
export const gladWords = wordSet(wordsIn(content.glad));
export const pressingWords = wordSet(wordsIn(content.pressing));

/** Senses of charged words that carry no charge: "dumb terminal", "poor health". */
export const harmless: readonly Pattern[] = content.unless.map((pattern) => compilePattern(pattern, lists));

/** Entries by the number of their first word. */
export const lexicon: (readonly Entry[] | undefined)[] = readLexicon();

export function wordSet(words: readonly string[]): ReadonlySet<number> {
  return new Set(words.map(numberWord));
}

function wordsIn(list: string): string[] {
  return list.split(/,\s*/).filter((word) => word !== '');
}

function readLexicon(): (readonly Entry[] | undefined)[] {
  const entries: Entry[][] = [];
  for (const group of Object.values(content.groups))
    for (const part of ['quality', 'thing', 'person', 'deed', 'manner', 'outcry'] as const)
      for (const phrase of wordsIn(group[part] ?? '')) {
        const [first, ...rest] = phrase.split(/[ -]/).map(numberWord);
        const alike = entries[first!] ?? [];
        alike.push({ part, group, rest });
        entries[first!] = alike;
      }
  // Of entries that begin alike, the longest is tried first.
  for (const list of entries) list?.sort((a, b) => b.rest.length - a.rest.length);
  return entries;
}
