import { contentWords } from '../thread/contentWords';
import type { LabelledSentence } from '../thread/dialogueActs';
import type { Mention } from '../thread/mention';
import type { Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';
import { anyDiagnosisWord } from './diagnosisWords';

/** The last line in which a side says what it said in two messages before and what the other side hardly takes up. */
export function ownPoint(
  own: readonly LabelledSentence[],
  others: readonly LabelledSentence[],
  names: ReadonlySet<string>,
): LabelledSentence | undefined {
  const messages = new Map<string, Set<number>>();
  for (const { content, message } of own)
    for (const word of content) messages.set(word, (messages.get(word) ?? new Set()).add(message));
  const echoes = (word: string) =>
    new Set(others.filter(({ content }) => content.includes(word)).map(({ message }) => message)).size;
  const points = new Set(
    [...messages]
      .filter(([word, all]) => !names.has(word) && all.size >= 3 && echoes(word) <= all.size / 3)
      .map(([word]) => word),
  );
  const last = own.at(-1)?.message;
  return own.findLast(
    ({ content, message, text, tokens }) =>
      message === last && tokens >= FEWEST_WORDS && !text.includes('|') && content.some((word) => points.has(word)),
  );
}

/** Fewer words are a name or a signature. */
const FEWEST_WORDS = 4;

/** The names of all writers, as stems: whose name recurs is no matter of the talks. */
export function namesOf({ participants }: Thread): ReadonlySet<string> {
  return new Set(participants.flatMap(({ name }) => contentWords(name)));
}

/** A line that denies what another person of their side said about the same. */
export function contradiction(thread: Thread, theirs: readonly LabelledSentence[]): LabelledSentence | undefined {
  const author = (message: number) => thread.messages[message]?.author?.name;
  return theirs.find(
    (line) =>
      DENIAL.test(line.text) &&
      theirs.some(
        (other) =>
          author(other.message) !== author(line.message) &&
          other.message < line.message &&
          !DENIAL.test(other.text) &&
          other.content.some((word) => line.content.includes(word)) &&
          (DECIDED.test(other.text) || AGREEING.some((act) => other.acts.has(act))),
      ),
  );
}

const DECIDED = new RegExp(`\\b(?:${anyDiagnosisWord('decided')})\\b`, 'i');
const DENIAL = /\b(?:not|no|never|neither|nobody)\b|n['’]t\b/i;
const AGREEING = ['settle', 'give', 'promise', 'release'];

/** The line that names somebody who decides and who writes no message: named again, or once by somebody who puts it off. */
export function unseenDecider(
  thread: Thread,
  { approvers, postponements }: Pick<ThreadEvidence, 'approvers' | 'postponements'>,
): Mention | undefined {
  const named = approvers.filter(({ by }) => by === 'them');
  const writers = new Set(
    thread.messages.flatMap(({ side, author }) => (side === 'them' && author !== undefined ? [author.name] : [])),
  );
  const putsOff = postponements.some(({ by }) => by === 'them');
  const enough = new Set(named.map(({ message }) => message)).size >= (putsOff ? 1 : 2);
  return enough && writers.size <= 1 ? named.at(-1) : undefined;
}
