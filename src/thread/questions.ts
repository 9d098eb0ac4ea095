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
}

/** Questions of both sides, and which of them a later message of the other side takes up. */
export function readQuestions(thread: Thread, sentences: readonly LabelledSentence[]): Question[] {
  const byMessage = new Map<number, LabelledSentence[]>();
  for (const sentence of sentences) {
    const list = byMessage.get(sentence.message);
    if (list === undefined) byMessage.set(sentence.message, [sentence]);
    else list.push(sentence);
  }
  const words = thread.messages.map(
    ({ index }) => new Set((byMessage.get(index) ?? []).flatMap(({ content }) => content)),
  );
  return sentences.flatMap((sentence) => {
    const indirect = !sentence.asks && sentence.acts.has('indirect-question');
    if ((!sentence.asks && !indirect) || sentence.tokens < 2) return [];
    const answer = findAnswer(sentence, thread, byMessage, words);
    const open = sentence.acts.has('open-question');
    const question: Question = {
      ...mentionOf(sentence),
      form: indirect ? 'indirect' : open ? 'open' : 'closed',
      aboutMoney: sentence.acts.has('money-talk'),
      asksWhy: sentence.acts.has('why-question'),
      passedOver: answer.replied && answer.index === undefined,
      ...(answer.index === undefined ? {} : { answeredIn: answer.index }),
    };
    return [question];
  });
}

/** How many replies after a question may still hold its answer. */
const PATIENCE = 2;

function findAnswer(
  question: LabelledSentence,
  thread: Thread,
  byMessage: ReadonlyMap<number, readonly LabelledSentence[]>,
  words: readonly ReadonlySet<string>[],
): { index?: number; replied: boolean } {
  const asked = [...new Set(question.content)];
  let replies = 0;
  for (let index = question.message + 1; index < thread.messages.length && replies < PATIENCE; index++) {
    if (thread.messages[index]!.side === question.by) continue;
    replies++;
    const reply = byMessage.get(index) ?? [];
    if (answers(question, asked, reply, words[index]!)) return { index, replied: true };
  }
  return { replied: replies > 0 };
}

function answers(
  question: LabelledSentence,
  asked: readonly string[],
  reply: readonly LabelledSentence[],
  words: ReadonlySet<string>,
): boolean {
  const shared = asked.filter((word) => words.has(word)).length;
  const needed = asked.length <= 2 ? 1 : asked.length <= 5 ? 2 : 3;
  if (shared >= needed && reply.some(({ asks, content }) => !asks && content.some((word) => asked.includes(word))))
    return true;
  const first = reply.find(({ asks }) => !asks);
  if (first === undefined) return false;
  if (
    /\b(?:how (?:much|many|long|soon|often|far|big)|when|what (?:date|day|time|price|figure|year|percentage))\b/i.test(
      question.text,
    )
  )
    return shared >= 1 && reply.some(({ numbers }) => numbers > 0);
  return (
    !question.acts.has('open-question') &&
    /^(?:yes|no|yep|yeah|nope|sure|of course|certainly|correct|indeed|not (?:yet|really|quite)|absolutely|right|that'?s right|it is|we (?:do|are|have|can)|i (?:do|am|have|can))\b/i.test(
      first.text,
    )
  );
}
