import { readMessages } from '../document/messages/messages';
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
  if (isForward(reply)) return undefined;
  if (earlier.some(({ side }) => side !== 'me')) return { thread: { ...reply.thread, messages: earlier }, base: 0 };
  if (others.length === 0) return undefined;
  const { thread } = readCase(others);
  if (thread.messages.every(({ side }) => side === 'me')) return undefined;
  return { thread, base: basesOf([reply, ...others].map(({ draft }) => draft.text.length))[1]! };
}

/** A mail that was sent on to somebody who had no part in it is no answer to it. */
function isForward({ draft, thread }: CasePart): boolean {
  const messages = readMessages(draft);
  const to = messages.find(({ unsent }) => unsent)?.to;
  const sent = messages.filter(({ unsent }) => !unsent);
  if (to === undefined || sent.length === 0 || sent.some(({ shape }) => shape !== 'forwarded')) return false;
  const authors = thread.messages.flatMap(({ author }) => author ?? []);
  return !authors.some(({ name, addresses }) =>
    to.some((one) => one.name === name || (one.address !== undefined && addresses.includes(one.address.toLowerCase()))),
  );
}
