import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';

export interface Repetition extends Mention {
  /** Where the same was said before. */
  readonly earlier: Mention;
}

const FEWEST_WORDS = 4;
const LEAST_SHARE = 0.6;
/** Words in so many sentences say nothing about which sentence is meant. */
const TOO_COMMON = 40;

/** Sentences in which a side says once more what it said in an earlier message, at most one for each sentence. */
export function readRepetitions(sentences: readonly LabelledSentence[]): Repetition[] {
  const repetitions: Repetition[] = [];
  const postings = new Map<string, number[]>();
  const sizes: number[] = [];
  sentences.forEach((sentence, index) => {
    const words = [...new Set(sentence.content)];
    sizes.push(words.length);
    if (sentence.asks || words.length < FEWEST_WORDS) return;
    const shared = new Map<number, number>();
    for (const word of words) {
      const key = `${sentence.by} ${word}`;
      const list = postings.get(key) ?? [];
      if (list.length < TOO_COMMON)
        for (const other of list)
          if (sentences[other]!.message !== sentence.message) shared.set(other, (shared.get(other) ?? 0) + 1);
      list.push(index);
      postings.set(key, list);
    }
    for (const [other, count] of shared) {
      if (count < FEWEST_WORDS - 1 || count / Math.min(words.length, sizes[other]!) < LEAST_SHARE) continue;
      repetitions.push({ ...mentionOf(sentence), earlier: mentionOf(sentences[other]!) });
      break;
    }
  });
  return repetitions;
}
