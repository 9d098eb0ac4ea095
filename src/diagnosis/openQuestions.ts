import type { Question } from '../thread/questions';
import type { Thread } from '../thread/thread';
import type { TalkState } from './state/talkState';

/**
 * The questions that still wait for an answer. Where talks have ended, none does. Where they go on, what the other side has written after
 * is done with: of 23 such questions whose answer no rule found, readers held one for open.
 */
export function openQuestionsOf({ messages }: Thread, questions: readonly Question[], state: TalkState): Question[] {
  if (ENDED.has(state)) return [];
  const replied = ({ message, by }: Question) =>
    messages.slice(message + 1).some(({ side }) => side !== by && side !== 'unknown');
  return questions.filter(
    (question) =>
      question.unanswered &&
      question.form !== 'indirect' &&
      !(GOING_ON.has(state) && replied(question)) &&
      // What the user asked has its answer on the day that is waited for.
      !(state === 'waiting' && question.by === 'me'),
  );
}

const ENDED: ReadonlySet<TalkState> = new Set(['agreed', 'declined', 'closed']);
const GOING_ON: ReadonlySet<TalkState> = new Set(['moving', 'waiting']);
