import type { Draft, Party, RawMessage } from '../document/draft/draft';
import { readMe, readMessages } from '../document/messages/messages';
import { findAuthors } from './authors';
import { bodyOf, type Sentence, sentencesOf } from './messageSentences';
import { inTimeOrder } from './order';
import { collectPeople, nameOf } from './participants';
import { supposeUser } from './sides';
import { findUser, type UserKnownBy } from './user';

/** `me`: the user and their colleagues. `them`: everybody else who is known. */
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
  /** Where its words begin, and where they end or those of another message first interrupt them. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
  /** Above all others and without a header: written just now, or pasted without its header. */
  readonly headerless: boolean;
  /** The user's own, not yet sent words. */
  readonly draft: boolean;
  readonly sentences: readonly Sentence[];
}

/** Somebody who may be the user; `share` of all the odds, 0 to 1. */
export interface Candidate {
  readonly participant: Participant;
  readonly share: number;
}

export interface Thread {
  readonly messages: readonly Message[];
  readonly participants: readonly Participant[];
  /** How it is known who `me` is. With `guess` every side is `unknown`: `likeliestReading` and `supposeUser` settle them. */
  readonly meKnownBy: UserKnownBy;
  /** Who may be the user, likeliest first: what a client asks with. */
  readonly candidates: readonly Candidate[];
  /** The name that a `Me:` line or the caller gives for the user, where nobody in the thread has it. */
  readonly meMissing?: string;
  /** The subject line of the oldest message that has one, without marks of replies. */
  readonly subject?: string;
}

export interface ThreadOptions {
  /** Name or address of the user in this thread. */
  readonly me?: string;
  /** Names and addresses that the user goes by; those that nobody in the thread has are passed over. */
  readonly mine?: readonly string[];
}

/** Reads who wrote what and when. Any text gives a thread, an empty one where there is nothing to read. */
export function readThread(draft: Draft, options: ThreadOptions = {}): Thread {
  const raw = readMessages(draft)
    .map((message) => ({ message, body: bodyOf(draft.text, message) }))
    .filter(
      ({ message, body }) => message.shape !== 'note' && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(body.text),
    );
  const found = raw.map(({ message }) => message);
  const line = readMe(draft.text);
  const option = partyOf(options.me);
  const named = found.flatMap(({ from, to }) => [from, ...(to ?? [])]);
  const people = collectPeople(named.filter((party) => party !== undefined));
  const authorship = findAuthors(
    found,
    raw.map(({ body }) => body),
    people,
  );
  const user = findUser(found, authorship, people, {
    option,
    line,
    mine: (options.mine ?? []).flatMap((one) => partyOf(one) ?? []),
    headings: found.map(({ start, body }) => draft.text.slice(start, Math.min(body[0]!.start, start + 1000))),
  });
  const participants = people.all.map(
    (person): Participant => ({
      name: nameOf(person),
      addresses: [...person.addresses],
      side: 'unknown',
    }),
  );
  const ends = uninterrupted(found);
  let last: number | undefined;
  const messages = inTimeOrder(found).map(({ at, date }, index): Message => {
    const { message, body } = raw[at]!;
    const by = authorship[at]!.author;
    const author = by === undefined ? undefined : participants[by];
    const gapDays = date === undefined || last === undefined ? undefined : Math.max(0, (date - last) / DAY);
    last = date ?? last;
    let sentences: readonly Sentence[] | undefined;
    return {
      index,
      side: 'unknown',
      start: message.body[0]!.start,
      end: ends[at]!,
      words: body.text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)?.length ?? 0,
      headerless: message.unsent,
      draft: false,
      // Read when first asked for: of a very long thread nobody asks for the sentences of its beginning.
      get sentences() {
        sentences ??= sentencesOf(body);
        return sentences;
      },
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      ...(message.dateText === undefined ? {} : { dateText: message.dateText }),
      ...(gapDays === undefined ? {} : { gapDays }),
    };
  });
  const subject = inTimeOrder(found)
    .map(({ at }) => found[at]!.subject?.replace(REPLY_MARKS, '').trim() ?? '')
    .find((line) => line !== '');
  const thread: Thread = {
    messages,
    participants,
    meKnownBy: user.knownBy,
    candidates: user.candidates.map(({ person, share }) => ({ participant: participants[person]!, share })),
    ...(user.missing === undefined ? {} : { meMissing: user.missing }),
    ...(subject === undefined ? {} : { subject }),
  };
  return user.user === undefined ? thread : supposeUser(thread, participants[user.user]!);
}

/** Where the words of each message end, or are first interrupted by those of another: its range holds nobody else's. */
function uninterrupted(messages: readonly RawMessage[]): number[] {
  const ends = messages.map(({ body }) => body[0]!.end);
  const open = messages.map(() => true);
  const spans = messages.flatMap(({ body }, at) => body.map(({ start, end }) => ({ start, end, at })));
  let last: number | undefined;
  for (const { start, end, at } of spans.sort((a, b) => a.start - b.start)) {
    if (end <= start) continue;
    if (last !== undefined && last !== at) open[last] = false;
    if (open[at]) ends[at] = end;
    last = at;
  }
  return ends;
}

/** `Name <address>`, a name or an address, as it was typed into an option. */
function partyOf(text: string | undefined): Party | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const address = /[^\s<>]+@[^\s<>]+/.exec(text)?.[0];
  const name = text.replace(/<[^<>]*>/, '').trim();
  return { name: name === address ? '' : name, ...(address === undefined ? {} : { address }) };
}

const REPLY_MARKS = /^(?:(?:re|fwd?|aw|wg|sv|vs|antw|tr|rv|ref|odp|r|i)(?:\[\d+\])?\s*:\s*)+/i;

const DAY = 86_400_000;
