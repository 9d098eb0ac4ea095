import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';
import type { Sentence } from './messageSentences';
import type { Thread } from './thread';

export interface Commitment extends Mention {
  /** Days within which it was to happen, where the promise names a time. */
  readonly withinDays?: number;
  /** `no`: that time went by, or the other side had to ask again, before they wrote. */
  readonly kept: 'yes' | 'no' | 'unknown';
}

/** What each side said it would do, and whether that was kept. */
export function readPromises(thread: Thread, sentences: readonly LabelledSentence[]): Commitment[] {
  return sentences.flatMap((sentence) => {
    if (!sentence.acts.has('promise') || sentence.asks || sentence.acts.has('tie')) return [];
    const withinDays = daysNamed(sentence.text);
    const kept = wasKept(thread, sentence, withinDays);
    return [{ ...mentionOf(sentence), kept, ...(withinDays === undefined ? {} : { withinDays }) }];
  });
}

function wasKept(thread: Thread, promise: LabelledSentence, withinDays: number | undefined): Commitment['kept'] {
  const { messages } = thread;
  const asked = promise.content;
  const made = messages[promise.message]!;
  let chased = 0;
  for (let index = promise.message + 1; index < messages.length; index++) {
    const message = messages[index]!;
    if (message.side !== promise.by) {
      chased++;
      continue;
    }
    if (withinDays !== undefined && made.date !== undefined && message.date !== undefined) {
      const days = (message.date - made.date) / DAY;
      return days > withinDays * 1.5 + 2 ? 'no' : delivers(message.sentences, asked) ? 'yes' : 'unknown';
    }
    return chased >= 2 ? 'no' : delivers(message.sentences, asked) ? 'yes' : 'unknown';
  }
  return chased >= 2 ? 'no' : 'unknown';
}

function delivers(sentences: readonly Sentence[], words: readonly string[]): boolean {
  return sentences.some(({ text, content }) => {
    if (
      /\b(?:as promised|attached|enclosed|here (?:is|are)|have (?:now )?(?:sent|spoken|checked|asked|signed))\b/i.test(
        text,
      )
    )
      return true;
    const said = new Set(content);
    return words.filter((word) => said.has(word)).length >= 3;
  });
}

const DAY = 86_400_000;

function daysNamed(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (/\b(?:today|tonight|this (?:morning|afternoon|evening)|within the hour|end of day|eod)\b/.test(lower)) return 1;
  if (/\btomorrow\b/.test(lower)) return 1;
  if (/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:this|the) week(?:end)?\b|\bend of the week\b/.test(lower))
    return 7;
  if (/\b(?:next week|a few days|couple of days|within days|shortly)\b/.test(lower)) return 10;
  if (/\b(?:fortnight|two weeks|couple of weeks)\b/.test(lower)) return 15;
  if (/\b(?:this month|end of the month|month end|next month)\b/.test(lower)) return 45;
  return undefined;
}
