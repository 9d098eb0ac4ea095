import type { Draft } from '../document/draft/draft';
import { readMe, readMessages } from '../document/messages/messages';
import { identifyParties } from './identity';
import { bodyOf, type Sentence, sentencesOf } from './labelledSentences';
import { type Language, languageOf } from './language';
import { inTimeOrder } from './order';

/** `me`: the writer and their colleagues. `them`: everybody else who is known. */
export type Side = 'me' | 'them' | 'unknown';

/** One person, under whatever names and addresses they write. */
export interface Participant {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly side: Side;
}

/** One message, oldest first in `Thread.messages`. Offsets are UTF-16 code units in the document, ends exclusive. */
export interface Message {
  readonly index: number;
  readonly author?: Participant;
  readonly side: Side;
  /** Milliseconds since 1970, where a date could be read and agrees with the order of the messages. */
  readonly date?: number;
  readonly dateText?: string;
  /** Days since the message before, where both are dated. */
  readonly gapDays?: number;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** The writer's own, not yet sent words. */
  readonly draft: boolean;
  readonly sentences: readonly Sentence[];
}

export interface Thread {
  readonly messages: readonly Message[];
  readonly participants: readonly Participant[];
  readonly language: Language;
  /** How it is known who `me` is; `guess` when nothing in the text says so. */
  readonly meKnownBy: 'option' | 'line' | 'own-message' | 'guess';
}

export interface ThreadOptions {
  /** Name or address of the writer. */
  readonly me?: string;
}

/** Reads who wrote what and when. Any text gives a thread, an empty one where there is nothing to read. */
export function readThread(draft: Draft, options: ThreadOptions = {}): Thread {
  const raw = readMessages(draft)
    .map((message) => ({ message, body: bodyOf(draft.text, message) }))
    .filter(({ body }) => /\p{L}/u.test(body.text));
  const { participants, authors, sides, meKnownBy } = identifyParties(
    raw.map(({ message }) => message),
    readMe(draft.text),
    options.me,
  );
  const order = inTimeOrder(raw.map(({ message }) => message));
  let last: number | undefined;
  const messages = order.map(({ at, date }, index): Message => {
    const { message, body } = raw[at]!;
    const author = authors[at] === undefined ? undefined : participants[authors[at]];
    const gapDays = date === undefined || last === undefined ? undefined : Math.max(0, (date - last) / DAY);
    last = date ?? last;
    return {
      index,
      side: sides[at]!,
      start: message.start,
      end: message.end,
      words: body.text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)?.length ?? 0,
      draft: message.shape === 'own' && message.date === undefined,
      sentences: sentencesOf(body),
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      ...(message.dateText === undefined ? {} : { dateText: message.dateText }),
      ...(gapDays === undefined ? {} : { gapDays }),
    };
  });
  return { messages, participants, language: languageOf(messages), meKnownBy };
}

const DAY = 86_400_000;
