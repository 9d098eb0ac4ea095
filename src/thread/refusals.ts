import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';

export interface Refusal extends Mention {
  /** The sentence that gives the reason, where one does: this one or the next. */
  readonly reason?: Mention;
}

export function readRefusals(sentences: readonly LabelledSentence[]): Refusal[] {
  return sentences.flatMap((sentence, index) => {
    if (!sentence.acts.has('refuse') || sentence.asks) return [];
    const next = sentences[index + 1];
    const reason = sentence.acts.has('reason')
      ? sentence
      : next !== undefined && next.message === sentence.message && next.acts.has('reason')
        ? next
        : undefined;
    return [{ ...mentionOf(sentence), ...(reason === undefined ? {} : { reason: mentionOf(reason) }) }];
  });
}
