import { classWords } from '../language/wordClasses';
import type { Message } from './thread';

/** `unknown`: too few words to tell. */
export type Language = 'english' | 'other' | 'unknown';

const FEWEST_WORDS = 25;
/** In English prose about four words in ten are among these; in other languages hardly one in ten. */
const LEAST_SHARE = 0.17;

const ENOUGH_WORDS = 2000;

/** Tells English from other languages by the share of words that English sentences are full of. */
export function languageOf(messages: readonly Pick<Message, 'sentences'>[]): Language {
  let words = 0;
  let known = 0;
  // The latest messages are read in any case; of a long thread the others need not be.
  for (let at = messages.length - 1; at >= 0 && words <= ENOUGH_WORDS; at--)
    for (const { text } of messages[at]!.sentences) {
      for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
        words++;
        if (frequent.has(word)) known++;
      }
      if (words > ENOUGH_WORDS) break;
    }
  if (words < FEWEST_WORDS) return 'unknown';
  return known / words >= LEAST_SHARE ? 'english' : 'other';
}

/** Are the messages in a language that nothing is said about? */
export function isForeign(thread: { readonly messages: readonly Pick<Message, 'sentences'>[] } | undefined): boolean {
  return thread !== undefined && languageOf(thread.messages) === 'other';
}

const frequent = new Set(classWords('frequent').flatMap((word) => [word, word.replace("'", '’')]));
