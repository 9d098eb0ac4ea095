import { supposeUser } from '../thread/sides';
import type { Message, Participant, Thread } from '../thread/thread';

/**
 * Joins the threads of several documents into one, in time order. Each offset moves by the base of its document. A message that
 * two documents hold (quoted history) counts once, where it comes first. If one document tells who the user is, this holds
 * for the others too.
 */
export function joinThreads(given: readonly { readonly thread: Thread; readonly base: number }[]): Thread {
  const [first] = given;
  if (first !== undefined && given.length === 1 && first.base === 0) return first.thread;
  const known = given.find(({ thread }) => thread.meKnownBy !== 'guess')?.thread ?? first?.thread;
  const parts = given.map(({ thread, base }) => ({ thread: withUserOf(known, thread), base }));
  const participants = people(parts.flatMap(({ thread }) => thread.participants));
  const seen = new Set<string>();
  const dated: { message: Message; date: number }[] = [];
  for (const { thread, base } of parts) {
    let date = thread.messages.find((message) => message.date !== undefined)?.date ?? Number.MAX_SAFE_INTEGER;
    for (const message of thread.messages) {
      date = message.date ?? date;
      const words = message.sentences.map(({ text }) => text.toLowerCase()).join(' ');
      if (words !== '' && seen.has(words)) continue;
      seen.add(words);
      const author = message.author && participants.get(keyOf(message.author));
      dated.push({ message: { ...moved(message, base), ...(author === undefined ? {} : { author }) }, date });
    }
  }
  dated.sort((one, other) => one.date - other.date);
  let last: number | undefined;
  const messages = dated.map(({ message: { gapDays: _, ...message } }, index): Message => {
    const gap = message.date === undefined || last === undefined ? undefined : (message.date - last) / DAY;
    last = message.date ?? last;
    return { ...message, index, ...(gap === undefined ? {} : { gapDays: Math.max(0, gap) }) };
  });
  return {
    messages,
    participants: [...participants.values()],
    meKnownBy: known?.meKnownBy ?? 'guess',
    candidates: (known?.candidates ?? []).flatMap(({ participant, share }) => {
      const joined = participants.get(keyOf(participant));
      return joined === undefined ? [] : [{ participant: joined, share }];
    }),
    ...(known?.meMissing === undefined ? {} : { meMissing: known.meMissing }),
  };
}

const DAY = 86_400_000;

function moved(message: Message, base: number): Message {
  return {
    ...message,
    start: message.start + base,
    end: message.end + base,
    sentences: message.sentences.map((sentence) => ({
      ...sentence,
      start: sentence.start + base,
      end: sentence.end + base,
      ...(sentence.pieces === undefined
        ? {}
        : { pieces: sentence.pieces.map(({ at, start }) => ({ at, start: start + base })) }),
    })),
  };
}

function withUserOf(known: Thread | undefined, thread: Thread): Thread {
  const user = known?.meKnownBy === 'guess' ? undefined : known?.candidates[0]?.participant;
  if (user === undefined || thread.meKnownBy !== 'guess') return thread;
  const same = thread.participants.find((one) => keyOf(one) === keyOf(user));
  return same === undefined ? thread : supposeUser(thread, same);
}

function people(all: readonly Participant[]): Map<string, Participant> {
  const byKey = new Map<string, Participant>();
  for (const one of all) {
    const before = byKey.get(keyOf(one));
    if (before === undefined || before.side === 'unknown') byKey.set(keyOf(one), { ...before, ...one });
  }
  return byKey;
}

function keyOf({ name, addresses }: Participant): string {
  return (addresses[0] ?? name).toLowerCase();
}
