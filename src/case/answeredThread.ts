import { ownStretch } from '../document/messages/ownStretch';
import type { Thread } from '../thread/thread';
import { basesOf, type CasePart, readCase } from './caseReading';

/** The thread that a reply answers, and where its document begins among those of the case. */
export interface AnsweredThread {
  readonly thread: Thread;
  readonly base: number;
}

/** What the words that the user is writing answer: the messages below them, or else the other documents of the case. */
export function answeredThread([reply, ...others]: readonly CasePart[]): AnsweredThread | undefined {
  const stretch = reply === undefined ? undefined : ownStretch(reply.draft);
  if (reply === undefined || stretch === undefined) return undefined;
  const earlier = reply.thread.messages.filter(({ start, end }) => start > stretch.end || end < stretch.start);
  if (earlier.some(({ side }) => side !== 'me')) return { thread: { ...reply.thread, messages: earlier }, base: 0 };
  if (others.length === 0) return undefined;
  const { thread } = readCase(others);
  if (thread.messages.every(({ side }) => side === 'me')) return undefined;
  return { thread, base: basesOf([reply, ...others].map(({ draft }) => draft.text.length))[1]! };
}
