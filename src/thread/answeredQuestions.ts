import type { Amount } from './amounts';
import { findAnswer } from './answerLines';
import type { LabelledSentence } from './dialogueActs';
import type { Thread } from './thread';

/** How many replies after a question may still hold its answer. */
const PATIENCE = 2;
/** An answer is looked for in so many messages: in a chat of thousands nobody answers what scrolled away. */
const MOST_MESSAGES = 30;

/** What an answer is looked for in. */
export interface Replies {
  readonly thread: Thread;
  readonly byMessage: ReadonlyMap<number, readonly LabelledSentence[]>;
  /** The amounts that the sentence at an offset names. */
  readonly amountsAt: ReadonlyMap<number, readonly Amount[]>;
}

/** The message that answers a question, in its words or in others. */
export function findReply(
  question: LabelledSentence,
  { thread, byMessage, amountsAt }: Replies,
): { readonly index?: number; readonly replied: boolean } {
  const asker = thread.messages[question.message]!.author;
  let replies = 0;
  let reply: number | undefined;
  let heard = false;
  for (const { index, side, author } of thread.messages.slice(
    question.message + 1,
    question.message + 1 + MOST_MESSAGES,
  )) {
    const said = byMessage.get(index) ?? [];
    if (side === question.by && (author === undefined || author === asker)) {
      if (reply !== undefined && !heard && isContent(said)) return { index: reply, replied: true };
      heard ||= reply !== undefined;
      if (replies >= PATIENCE) break;
      continue;
    }
    if (replies >= PATIENCE) continue;
    // A colleague of the asker, a program or a third party may answer, too, but passes nothing over.
    if (side !== question.by && side !== 'unknown') replies++;
    if (said.some(({ asks, acts }) => !asks && !acts.has('postpone'))) reply ??= index;
    if (
      findAnswer(question, said, { amountsOf: ({ start }) => amountsAt.get(start) ?? [], later: replies > 1 }) !==
      undefined
    )
      return { index, replied: true };
  }
  return { replied: replies > 0 };
}

/** The asker thanks or agrees and asks for nothing more: the reply was an answer to them. */
function isContent(said: readonly LabelledSentence[]): boolean {
  const pleased = said.some(
    ({ acts, asks }) => !asks && (acts.has('thanks') || acts.has('settle') || acts.has('acknowledge')),
  );
  return pleased && !said.some(({ acts, asks }) => asks || NOT_CONTENT.some((act) => acts.has(act)));
}

const NOT_CONTENT = ['ask', 'chase', 'refuse', 'open-question'];
