import { classWords } from '../language/wordClasses';
import { anyOf, isNegated } from '../language/wordPatterns';
import type { LabelledSentence } from './dialogueActs';
import type { Thread } from './thread';

/** How many replies after a question may still hold its answer. */
const PATIENCE = 2;

/**
 * The message of the other side that answers a question, in its words or in others.
 *
 * @param counted starts of the sentences that name an amount
 */
export function findAnswer(
  question: LabelledSentence,
  thread: Thread,
  byMessage: ReadonlyMap<number, readonly LabelledSentence[]>,
  counted: ReadonlySet<number>,
): { readonly index?: number; readonly replied: boolean } {
  const asked = [...new Set(question.content)];
  const asker = thread.messages[question.message]!.author;
  let replies = 0;
  for (let index = question.message + 1; index < thread.messages.length && replies < PATIENCE; index++) {
    const { side, author } = thread.messages[index]!;
    if (side === question.by && (author === undefined || author === asker)) continue;
    const reply = byMessage.get(index) ?? [];
    // A colleague of the asker may answer, too, but passes nothing over.
    if (side !== question.by) replies++;
    if (answers(question, asked, reply, counted, replies <= 1)) return { index, replied: true };
  }
  return { replied: replies > 0 };
}

function answers(
  question: LabelledSentence,
  asked: readonly string[],
  reply: readonly LabelledSentence[],
  counted: ReadonlySet<number>,
  first: boolean,
): boolean {
  const statements = reply.filter(({ asks }) => !asks);
  if (statements.length === 0) return false;
  const open = question.acts.has('open-question');
  const takesUp = statements.filter((statement) => !open || !isNegated(statement.text));
  const needed = asked.length <= 2 ? 1 : asked.length <= 5 ? 2 : 3;
  // What belongs together stands close together: in long letters some word of any question comes up somewhere.
  const shares = takesUp.some((statement) => {
    const said = new Set([...statement.content, ...(reply[reply.indexOf(statement) + 1]?.content ?? [])]);
    return (
      statement.content.some((word) => asked.includes(word)) && asked.filter((word) => said.has(word)).length >= needed
    );
  });
  if (shares) return true;
  if (takesUp.some((statement) => echoes(question, asked, statement))) return true;
  if (!first) return false;
  if (asksFor('when', question)) return statements.some(({ text }) => dates.test(text));
  if (asksFor('amount', question)) return statements.some(({ start }) => counted.has(start));
  if (asksFor('wish', question) && takesUp.some(({ acts }) => acts.has('ask') || acts.has('answer'))) return true;
  const proposes = question.acts.has('proposal');
  if (open && !proposes && question.content.length > 1) return false;
  const opening = statements.filter(({ tokens }) => tokens > 1).slice(0, 2);
  if (opening.some(({ acts }) => acts.has('answer')) && !opening.some(({ acts }) => acts.has('postpone'))) return true;
  if (question.acts.has('declarative-question')) return true;
  return (proposes ? statements : opening).some(
    ({ acts }) => acts.has('refuse') || (acts.has('settle') && !acts.has('postpone')),
  );
}

/** "Still have her?" – "Still have her.": the same words, the matter in the place of the subject, or the same number. */
function echoes(question: LabelledSentence, asked: readonly string[], statement: LabelledSentence): boolean {
  const [one, other] = [wordsOf(question.text), wordsOf(statement.text)];
  if (one.length >= 2 && other.length >= 2 && one[0] === other[0] && one[1] === other[1]) return true;
  if (statement.content.length > 0 && asked.includes(statement.content[0]!) && statement.tokens <= SHORT) return true;
  const numbers = question.text.match(/\d[\d.,]*\d|\d/g) ?? [];
  return numbers.length > 0 && statement.tokens <= SHORT && numbers.some((number) => statement.text.includes(number));
}

/** So many words say one thing only. */
const SHORT = 8;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

const dates = new RegExp(
  `${anyOf([...classWords('month'), ...classWords('weekday'), ...classWords('day')]).source}|\\d{1,2}(?:st|nd|rd|th)(?!\\p{L})|\\d{1,2}[:.]\\d\\d|\\d{1,2}/\\d{1,2}`,
  'iu',
);

function asksFor(what: 'when' | 'amount' | 'wish', question: LabelledSentence): boolean {
  return question.acts.has(`asks-${what}`);
}
