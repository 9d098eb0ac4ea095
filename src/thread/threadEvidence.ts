import { runToEnd } from '../language/steps';
import { isNegated } from '../language/wordPatterns';
import { type AmountMovement, readMovement } from './amountMovement';
import { type Amount, readAmounts } from './amounts';
import { type Concession, readConcessions } from './concessions';
import { type LabelledSentence, labelInSteps } from './dialogueActs';
import { type Mention, mentionsOf } from './mention';
import { type Commitment, readPromises } from './promises';
import { type Question, readQuestions } from './questions';
import { type Refusal, readRefusals } from './refusals';
import { type Repetition, readRepetitions } from './repetition';
import { type RepeatedRequest, readRepeatedRequests } from './requests';
import type { Thread } from './thread';

/** A limit from outside that a line names. */
export interface Limit extends Mention {
  readonly kind: 'law' | 'policy' | 'budget' | 'technical' | 'capacity' | 'own';
}

/** Everything that the lines of a thread do, in time order. */
export interface ThreadEvidence {
  readonly sentences: readonly LabelledSentence[];
  readonly questions: readonly Question[];
  readonly asks: readonly Mention[];
  readonly concessions: readonly Concession[];
  readonly refusals: readonly Refusal[];
  readonly promises: readonly Commitment[];
  readonly postponements: readonly Mention[];
  readonly deadlines: readonly Mention[];
  readonly approvers: readonly Mention[];
  readonly limits: readonly Limit[];
  readonly alternatives: readonly Mention[];
  readonly thanks: readonly Mention[];
  readonly acknowledgements: readonly Mention[];
  readonly heat: readonly Mention[];
  readonly repetitions: readonly Repetition[];
  readonly repeatedRequests: readonly RepeatedRequest[];
  readonly amounts: readonly Amount[];
  readonly movement?: AmountMovement;
  /** Agreement to a point, and dates to meet. */
  readonly settled: readonly Mention[];
  readonly meetings: readonly Mention[];
  readonly progress: readonly Mention[];
}

const limitKinds = ['law', 'policy', 'budget', 'technical', 'capacity'] as const;

export function readEvidence(thread: Thread): ThreadEvidence {
  return runToEnd(readEvidenceInSteps(thread));
}

/** The same in steps, the costly part of which is to see what each sentence does. */
export function* readEvidenceInSteps(thread: Thread): Generator<undefined, ThreadEvidence> {
  const sentences = yield* labelInSteps({ ...thread, messages: latestOf(thread.messages) });
  const amounts = readAmounts(sentences);
  const movement = readMovement(amounts, sentences);
  const concessions = readConcessions(sentences, amounts, movement);
  return {
    sentences,
    questions: readQuestions(thread, sentences, amounts, concessions),
    asks: mentionsOf(sentences, 'ask'),
    concessions,
    refusals: readRefusals(sentences),
    promises: readPromises(thread, sentences),
    postponements: mentionsOf(sentences, 'postpone'),
    deadlines: mentionsOf(sentences, 'deadline'),
    approvers: mentionsOf(sentences, 'approver'),
    limits: [
      ...limitKinds.flatMap((kind) => mentionsOf(sentences, kind).map((mention) => ({ ...mention, kind }))),
      ...mentionsOf(sentences, 'own-limit').map((mention) => ({ ...mention, kind: 'own' as const })),
    ],
    alternatives: mentionsOf(sentences, 'alternative'),
    thanks: mentionsOf(sentences, 'thanks'),
    acknowledgements: mentionsOf(sentences, 'acknowledge'),
    heat: readHeat(sentences),
    repetitions: readRepetitions(sentences),
    repeatedRequests: readRepeatedRequests(thread, sentences),
    amounts,
    settled: mentionsOf(sentences, 'settle').filter(({ text }) => !text.endsWith('?') && !isNegated(text)),
    meetings: mentionsOf(sentences, 'meeting').filter(({ text }) => !isNegated(text)),
    progress: mentionsOf(sentences, 'progress'),
    ...(movement === undefined ? {} : { movement }),
  };
}

/** How talks stand shows at their end: of a very long thread the latest sentences are read, so many of them. */
export const MOST_SENTENCES = 600;

/** The latest messages, as many as hold the sentences that are read. */
export function latestOf(messages: Thread['messages']): Thread['messages'] {
  const latest: Thread['messages'][number][] = [];
  let left = MOST_SENTENCES;
  for (let at = messages.length - 1; at >= 0 && left > 0; at--) {
    const message = messages[at]!;
    const { sentences } = message;
    // The beginning of a message stays out where the message alone is longer.
    latest.unshift(sentences.length <= left ? message : { ...message, sentences: sentences.slice(-left) });
    left -= sentences.length;
  }
  return latest;
}

function readHeat(sentences: readonly LabelledSentence[]): Mention[] {
  return mentionsOf(
    sentences
      .filter(({ acts, text }) => acts.has('heat') || STACKED.test(text) || isShouted(text))
      .map((sentence) => ({ ...sentence, acts: HOT })),
    'heat',
  );
}

/** "Again?!" and "What??"; cheerful people write "Baked you a pie!!". */
const STACKED = /\?[!?]|!\?/;

const HOT: ReadonlySet<string> = new Set(['heat']);

function isShouted(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 4 && words.filter((word) => word === word.toUpperCase()).length / words.length > 0.7;
}
