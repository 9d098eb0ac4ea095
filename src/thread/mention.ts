import type { LabelledSentence } from './dialogueActs';
import type { Side } from './thread';

/** Something said, with its place in the document: UTF-16 code units, end exclusive. */
export interface Mention {
  /** Index in `Thread.messages`. */
  readonly message: number;
  readonly by: Side;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function mentionOf({ message, by, text, start, end }: LabelledSentence): Mention {
  return { message, by, text, start, end };
}

/** The sentences that carry one of the acts. */
export function mentionsOf(sentences: readonly LabelledSentence[], ...acts: readonly string[]): Mention[] {
  return sentences.filter((sentence) => acts.some((act) => sentence.acts.has(act))).map(mentionOf);
}
