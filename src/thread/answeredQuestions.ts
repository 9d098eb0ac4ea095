import { isNegated } from '../language/wordPatterns';
import type { Amount } from './amounts';
import type { LabelledSentence } from './dialogueActs';
import { readNamedDates } from './namedDates';
import type { Thread } from './thread';

/** How many replies after a question may still hold its answer. */
const PATIENCE = 2;
/** An answer is looked for in so many messages: in a chat of thousands nobody answers what scrolled away. */
const MOST_MESSAGES = 30;
/** So many words say one thing only. */
const SHORT = 8;
/** So many say a number and hardly more. */
const BARE = 4;

/** What an answer is looked for in. */
export interface Replies {
  readonly thread: Thread;
  readonly byMessage: ReadonlyMap<number, readonly LabelledSentence[]>;
  /** The amounts that the sentence at an offset names. */
  readonly amountsAt: ReadonlyMap<number, readonly Amount[]>;
}

/** The message that answers a question, in its words or in others. */
export function findAnswer(
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
    if (answers(question, said, amountsAt, replies <= 1)) return { index, replied: true };
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

function answers(
  question: LabelledSentence,
  reply: readonly LabelledSentence[],
  amountsAt: Replies['amountsAt'],
  first: boolean,
): boolean {
  const { acts } = question;
  const open = acts.has('open-question') && !acts.has('proposal');
  const statements = reply.filter(
    (one) => !one.asks && one.tokens > 1 && !one.acts.has('no-answer') && !one.acts.has('puts-off'),
  );
  // What says no to an open question goes round it.
  const takesUp = statements.filter(({ text }) => !open || !isNegated(text));
  if (sharesMatter(question, takesUp, reply) || counters(question, statements, amountsAt)) return true;
  if (!first) return false;
  if (takesUp.some((statement) => echoes(question, statement))) return true;
  if (acts.has('asks-when')) return statements.some(({ text }) => readNamedDates(text).length > 0);
  if (acts.has('asks-count')) return isBare(reply[0]) || counted(question, statements, amountsAt);
  if (acts.has('asks-amount')) return statements.some(({ start }) => amountsAt.has(start));
  if (acts.has('asks-wish') && takesUp.some((one) => one.acts.has('ask') || one.acts.has('answer'))) return true;
  if (acts.has('asks-story')) return statements.some(({ tokens }) => tokens >= 4);
  if (open && question.content.length > 1) return false;
  const opening = statements.slice(0, 2);
  if (opening.some((one) => one.acts.has('answer') && !one.acts.has('postpone'))) return true;
  if (acts.has('declarative-question')) return statements.length > 0;
  const asksForDeed = acts.has('ask') || acts.has('proposal');
  if (asksForDeed && opening.some((one) => one.acts.has('commits') && !one.acts.has('postpone'))) return true;
  if (acts.has('chase')) return statements.some((one) => one.acts.has('give') || amountsAt.has(one.start));
  return (acts.has('proposal') ? statements : opening).some(
    (one) => one.acts.has('refuse') || (one.acts.has('settle') && !one.acts.has('postpone')),
  );
}

/** "Four." */
function isBare(first: LabelledSentence | undefined): boolean {
  return first !== undefined && !first.asks && first.tokens <= BARE;
}

/** A number of what was asked for, or one that says little else: "Three, usually." */
function counted(
  question: LabelledSentence,
  statements: readonly LabelledSentence[],
  amountsAt: Replies['amountsAt'],
): boolean {
  const asked = question.text.toLowerCase();
  return statements.some(({ start, tokens }) =>
    amountsAt
      .get(start)
      ?.some(
        ({ unit, measure }) =>
          unit === 'number' && (measure === '' ? tokens <= BARE : asked.includes(measure.toLowerCase())),
      ),
  );
}

/** Do two sentences that stand together take up the words of the question? In long letters some word of any question comes up. */
function sharesMatter(
  question: LabelledSentence,
  takesUp: readonly LabelledSentence[],
  reply: readonly LabelledSentence[],
): boolean {
  const asked = [...new Set(question.content)];
  const needed = asked.length <= 2 ? 1 : asked.length <= 5 ? 2 : 3;
  return takesUp.some((statement) => {
    const said = new Set([...statement.content, ...(reply[reply.indexOf(statement) + 1]?.content ?? [])]);
    const shared = asked.filter((word) => said.has(word)).length;
    return shared >= needed && statement.content.some((word) => asked.includes(word));
  });
}

/** "Still have her?" – "Still have her.": the same words, the matter in the place of the subject, or the same number. */
function echoes(question: LabelledSentence, statement: LabelledSentence): boolean {
  const [one, other] = [wordsOf(question.text), wordsOf(statement.text)];
  if (one.length >= 2 && other.length >= 2 && one[0] === other[0] && one[1] === other[1]) return true;
  const shared = statement.content.some((word) => question.content.includes(word));
  // "What worries you?" – "What worries me is …"
  if (question.acts.has('open-question') && statement.acts.has('open-question') && shared) return true;
  if (statement.tokens > SHORT) return false;
  if (statement.content.length > 0 && question.content.includes(statement.content[0]!)) return true;
  const numbers: readonly string[] = question.text.match(/\d[\d.,]*\d|\d/g) ?? [];
  return numbers.some((number) => statement.text.includes(number));
}

/** Another figure of the same kind and size in reply to a figure. */
function counters(
  { start }: LabelledSentence,
  statements: readonly LabelledSentence[],
  amountsAt: Replies['amountsAt'],
): boolean {
  const named = amountsAt.get(start) ?? [];
  const replied = statements.flatMap((statement) => amountsAt.get(statement.start) ?? []);
  return named.some((one) =>
    replied.some((other) => {
      const ratio = other.value / one.value;
      const sameKind = one.unit === other.unit && (one.unit !== 'number' || one.measure === other.measure);
      return sameKind && ratio !== 1 && ratio > 0.5 && ratio < 2;
    }),
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}
