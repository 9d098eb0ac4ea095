import { unprepared } from '../language/pattern';
import type { CauseId } from '../playbook/ids';
import families from '../playbook/wordFamilies.yaml';
import { contentWords } from '../thread/contentWords';
import type { LabelledSentence } from '../thread/dialogueActs';
import type { Signal } from './signals';

/** For each side, the causes that a stem speaks for and how much. */
export type Vocabulary = Readonly<Record<'me' | 'them', ReadonlyMap<string, readonly Weighted[]>>>;

interface Weighted {
  readonly cause: CauseId;
  readonly weight: number;
}

/** What the words of a whole thread say, whatever sentences they stand in. */
export interface Wording {
  /** By cause: the weights of its words in the thread, for each hundred different words of it. */
  readonly density: ReadonlyMap<CauseId, number>;
  /** The words found, weightiest first. */
  readonly words: ReadonlyMap<CauseId, readonly string[]>;
}

/**
 * Gathers the words of all signals of each cause: those listed and those that patterns are made of. A word that many causes
 * share says little about any of them.
 */
export function buildVocabulary(signals: readonly Signal[]): Vocabulary {
  return { me: vocabularyOf(signals, 'us'), them: vocabularyOf(signals, 'them') };
}

const MOST_COUNTED = 3;

function vocabularyOf(signals: readonly Signal[], side: 'us' | 'them'): Map<string, Weighted[]> {
  const counts = new Map<string, Map<CauseId, number>>();
  const causes = new Set<CauseId>();
  for (const { cause, source } of signals) {
    causes.add(cause);
    if (source.weight < 0 || (source.side !== side && source.side !== 'either')) continue;
    const patterns = [...(source.says ?? []), ...(source.hints ?? [])];
    const text = [...patterns.map(writtenOut), ...(source.words ?? [])].join(' ');
    for (const word of contentWords(text)) {
      const byCause = counts.get(word) ?? new Map<CauseId, number>();
      byCause.set(cause, Math.min(MOST_COUNTED, (byCause.get(cause) ?? 0) + 1));
      counts.set(word, byCause);
    }
  }
  return new Map(
    [...counts].map(([word, byCause]) => [
      word,
      [...byCause].map(([cause, count]) => ({
        cause,
        weight: Math.sqrt(count) * Math.log((causes.size + 1) / byCause.size),
      })),
    ]),
  );
}

const lists = (families as { readonly lists: Readonly<Record<string, readonly string[]>> }).lists;

/** A pattern with the words of its named lists in place of their names. */
function writtenOut(pattern: string): string {
  return unprepared(pattern).replace(/\$([a-z][a-z0-9-]*)/g, (_, name: string) => (lists[name] ?? []).join(' '));
}

/** So many other words are thought to be there besides, so that a few lines do not say too much. */
const SMALL = 40;

export function readWording(sentences: readonly LabelledSentence[], vocabulary: Vocabulary): Wording {
  const found = new Map<CauseId, Map<string, number>>();
  const distinct = new Set<string>();
  for (const { content, by } of sentences) {
    if (by === 'unknown') continue;
    for (const word of content) {
      const key = `${by} ${word}`;
      if (distinct.has(key)) continue;
      distinct.add(key);
      for (const { cause, weight } of vocabulary[by].get(word) ?? []) {
        const words = found.get(cause) ?? new Map<string, number>();
        words.set(word, (words.get(word) ?? 0) + weight);
        found.set(cause, words);
      }
    }
  }
  const hundreds = (distinct.size + SMALL) / 100;
  return {
    density: new Map([...found].map(([cause, words]) => [cause, sum([...words.values()]) / hundreds])),
    words: new Map(
      [...found].map(([cause, words]) => [cause, [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word)]),
    ),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
