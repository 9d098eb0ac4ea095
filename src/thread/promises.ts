import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';
import { readNamedDates } from './namedDates';
import type { Thread } from './thread';

/** Something that a side said it would do. Its owner is `by`. */
export interface Commitment extends Mention {
  /** The day or time as named, and its last moment in milliseconds since 1970 where the message has a date. */
  readonly due?: { readonly text: string; readonly until?: number };
  /** `no`: that time went by, or the other side had to ask again, before they wrote. */
  readonly kept: 'yes' | 'no' | 'unknown';
}

/** What each side said it would do, and whether that was kept. */
export function readPromises(thread: Thread, sentences: readonly LabelledSentence[]): Commitment[] {
  return sentences.flatMap((sentence) => {
    if (!sentence.acts.has('promise') || sentence.asks || sentence.acts.has('tie')) return [];
    const [named] = readNamedDates(sentence.text, thread.messages[sentence.message]!.date);
    const due =
      named === undefined
        ? undefined
        : { text: named.text, ...(named.until === undefined ? {} : { until: named.until }) };
    const kept = wasKept(thread, sentence, due?.until, sentences);
    return [{ ...mentionOf(sentence), kept, ...(due === undefined ? {} : { due }) }];
  });
}

/**
 * Is the day of a promise over, and nothing shows that it was kept?
 *
 * @param now milliseconds since 1970
 */
export function isOverdue({ due, kept }: Commitment, now: number): boolean {
  return kept !== 'yes' && due?.until !== undefined && due.until < now;
}

const DAY = 86_400_000;
/** A day or two late is nothing that anybody complains of. */
const GRACE = 2 * DAY;
/** So many messages of the other side without what was promised are a reminder. */
const REMINDERS = 2;

function wasKept(
  thread: Thread,
  promise: LabelledSentence,
  until: number | undefined,
  sentences: readonly LabelledSentence[],
): Commitment['kept'] {
  const { messages } = thread;
  let reminders = 0;
  for (const { index, side, date } of messages.slice(promise.message + 1)) {
    if (side !== promise.by) {
      reminders++;
      continue;
    }
    if (sentences.some((sentence) => sentence.message === index && delivers(sentence, promise))) {
      return until !== undefined && date !== undefined && date > until + lateBy(promise, thread, until) ? 'no' : 'yes';
    }
    if (until !== undefined && date !== undefined && date > until + GRACE) return 'no';
    if (reminders >= REMINDERS) return 'no';
  }
  return reminders >= REMINDERS ? 'no' : 'unknown';
}

/** The longer the time that was named, the later it may be. */
function lateBy({ message }: LabelledSentence, { messages }: Thread, until: number): number {
  const made = messages[message]!.date;
  return made === undefined ? GRACE : GRACE + Math.max(0, until - made) / 2;
}

function delivers({ acts, asks, content }: LabelledSentence, promise: LabelledSentence): boolean {
  if (asks) return false;
  if (acts.has('delivered')) return true;
  if (acts.has('promise')) return false;
  const said = new Set(content);
  return promise.content.filter((word) => said.has(word)).length >= 3;
}
