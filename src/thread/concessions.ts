import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';

export interface Concession extends Mention {
  /** Something was asked in return, or a condition set. */
  readonly tied: boolean;
}

/** What each side gave, and whether it was tied to a return: in the same sentence, or in the next one of the paragraph. */
export function readConcessions(sentences: readonly LabelledSentence[]): Concession[] {
  return sentences.flatMap((sentence, index) => {
    if (!sentence.acts.has('give') || sentence.acts.has('refuse') || sentence.asks) return [];
    const next = sentences[index + 1];
    const follows =
      next !== undefined &&
      next.message === sentence.message &&
      next.paragraph === sentence.paragraph &&
      next.acts.has('tie');
    return [{ ...mentionOf(sentence), tied: sentence.acts.has('tie') || follows }];
  });
}
