import { languageOf } from '../thread/language';
import type { Message, Participant, Thread } from '../thread/thread';

/**
 * One thread out of the threads of several documents, in time order, every offset moved by its document's base. A message that
 * two documents hold, as quoted history does, counts once, where it comes first.
 */
export function joinThreads(parts: readonly { readonly thread: Thread; readonly base: number }[]): Thread {
  const [first] = parts;
  if (first !== undefined && parts.length === 1 && first.base === 0) return first.thread;
  const seen = new Set<string>();
  const dated: { message: Message; date: number }[] = [];
  for (const { thread, base } of parts) {
    let date = thread.messages.find((message) => message.date !== undefined)?.date ?? Number.MAX_SAFE_INTEGER;
    for (const message of thread.messages) {
      date = message.date ?? date;
      const words = message.sentences.map(({ text }) => text.toLowerCase()).join(' ');
      if (words !== '' && seen.has(words)) continue;
      seen.add(words);
      dated.push({ message: moved(message, base), date });
    }
  }
  dated.sort((one, other) => one.date - other.date);
  let last: number | undefined;
  const messages = dated.map(({ message: { gapDays: _, ...message } }, index): Message => {
    const gap = message.date === undefined || last === undefined ? undefined : (message.date - last) / DAY;
    last = message.date ?? last;
    return { ...message, index, ...(gap === undefined ? {} : { gapDays: Math.max(0, gap) }) };
  });
  const known = parts.find(({ thread }) => thread.meKnownBy !== 'guess') ?? first;
  return {
    messages,
    participants: people(parts.flatMap(({ thread }) => thread.participants)),
    language: languageOf(messages),
    meKnownBy: known?.thread.meKnownBy ?? 'guess',
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
    })),
  };
}

function people(all: readonly Participant[]): Participant[] {
  const byKey = new Map<string, Participant>();
  for (const one of all) {
    const key = (one.addresses[0] ?? one.name).toLowerCase();
    const before = byKey.get(key);
    byKey.set(
      key,
      before === undefined ? one : { ...before, side: before.side === 'unknown' ? one.side : before.side },
    );
  }
  return [...byKey.values()];
}
