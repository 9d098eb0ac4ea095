import type { ClauseConditions } from '../clause/clauseConditions';
import type { Written } from './written';

export type WordLists = Readonly<Record<string, readonly string[]>>;

/** The pattern cannot be read: the message says what and where, in words for the person who wrote it. */
export class PatternError extends Error {}

/** What a pattern is read into. */
export interface ReadPattern {
  readonly items: Item[];
  readonly needsParser: boolean;
  readonly clause: ClauseConditions | undefined;
}

export interface WordItem {
  readonly type: 'word' | 'not';
  readonly words: readonly string[];
  /** Shared by all patterns that name the same list. */
  numbers?: ReadonlySet<number>;
}

export type Item =
  | WordItem
  | { type: 'written'; written: Written }
  | { type: 'any' }
  | { type: 'kind'; bits: number }
  | { type: 'tag'; tag: string }
  | { type: 'gap'; min: number; max: number }
  | { type: 'choice'; ways: Item[][] }
  | { type: 'repeat'; item: Item; min: number; max: number }
  | { type: 'open' | 'close'; name: string }
  | { type: 'bridge' | 'begin' | 'end' };
