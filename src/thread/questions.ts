import { tokenise } from '../language/tokens';
import { wordClass } from '../language/wordClasses';
import type { Amount } from './amounts';
import { findReply } from './answeredQuestions';
import type { LabelledSentence } from './dialogueActs';
import { type Mention, mentionOf } from './mention';
import type { Thread } from './thread';

export interface Question extends Mention {
  /** `open`: asks how, what or why. `indirect`: says that something is not known. */
  readonly form: 'open' | 'closed' | 'indirect';
  readonly aboutMoney: boolean;
  readonly asksWhy: boolean;
  /** Index of the message that seems to answer it. */
  readonly answeredIn?: number;
  /** The other side wrote again and did not answer. */
  readonly passedOver: boolean;
  /** Asked for, and neither answered, withdrawn nor overtaken by what was said since. */
  readonly unanswered: boolean;
}

/**
 * Questions of both sides, and which of them a later message of the other side takes up. What is asked for effect or out of
 * courtesy is none, nor is an order with a question mark.
 *
 * @param isWanted leaves out sentences whose answers nobody asks for: each is looked for in all sentences of the replies
 */
export function readQuestions(
  thread: Thread,
  sentences: readonly LabelledSentence[],
  amounts: readonly Amount[],
  given: readonly Mention[] = [],
  isWanted: (sentence: LabelledSentence) => boolean = () => true,
): Question[] {
  const byMessage = new Map<number, LabelledSentence[]>();
  for (const sentence of sentences) {
    const list = byMessage.get(sentence.message);
    if (list === undefined) byMessage.set(sentence.message, [sentence]);
    else list.push(sentence);
  }
  const offers = new Set(given.map(({ start }) => start));
  const amountsAt = new Map<number, Amount[]>();
  for (const amount of amounts) amountsAt.set(amount.start, [...(amountsAt.get(amount.start) ?? []), amount]);
  const replies = { thread, byMessage, amountsAt };
  const withdrawals = sentences.filter(({ acts }) => acts.has('withdraws'));
  const settledFrom = whereSettled(thread, byMessage);
  return sentences.flatMap((sentence) => {
    const direct = sentence.asks;
    const seeks = !direct && sentence.acts.has('seeks-answer');
    const indirect = !direct && (seeks || sentence.acts.has('indirect-question'));
    if ((!direct && !indirect) || !isWanted(sentence) || !isMeant(sentence)) return [];
    const answer = findReply(sentence, replies);
    const overtaken = settledFrom > sentence.message || isWithdrawn(sentence, withdrawals);
    return [
      {
        ...mentionOf(sentence),
        form: indirect ? 'indirect' : sentence.acts.has('open-question') ? 'open' : 'closed',
        aboutMoney: sentence.acts.has('money-talk'),
        asksWhy: sentence.acts.has('why-question'),
        passedOver: answer.replied && answer.index === undefined,
        unanswered: answer.index === undefined && (direct || seeks) && !overtaken && !offers.has(sentence.start),
        ...(answer.index === undefined ? {} : { answeredIn: answer.index }),
      } satisfies Question,
    ];
  });
}

/** Is an answer wanted? */
function isMeant({ acts, text, tokens }: LabelledSentence): boolean {
  if (acts.has('rhetorical') || acts.has('courtesy-question') || tokens === 0) return false;
  const { words, count } = tokenise(text, 0, text.length);
  // "Hold off a little?" asks for something to be done.
  return count < 2 || !wordClass('order').has(words[0]!) || wordClass('auxiliary').has(words[0]!);
}

/** Does the asker take it back later: "Never mind my question about the fence"? */
function isWithdrawn(question: LabelledSentence, withdrawals: readonly LabelledSentence[]): boolean {
  return withdrawals.some(
    ({ by, start, message, content }) =>
      by === question.by &&
      start !== question.start &&
      message >= question.message &&
      content.some((word) => question.content.includes(word)),
  );
}

/** From which message on everything asked before is done with: both sides have settled. `0` where nothing is. */
function whereSettled({ messages }: Thread, byMessage: ReadonlyMap<number, readonly LabelledSentence[]>): number {
  const last = messages.slice(-2);
  const said = last.flatMap(({ index }) => byMessage.get(index) ?? []);
  const settles = said.some(({ acts, asks }) => acts.has('settle') && !asks);
  const goesOn = said.some(({ acts, asks }) => asks || acts.has('refuse') || acts.has('chase') || acts.has('postpone'));
  return settles && !goesOn && new Set(last.map(({ side }) => side)).size === 2 ? last[0]!.index : 0;
}
