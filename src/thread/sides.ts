import { houseOf, isBot, isThirdParty } from './parties';
import type { Message, Participant, Side, Thread } from './thread';

/** On which side everybody is, once it is known who the user is. */
export function sidesGiven(
  participants: readonly Participant[],
  user: Participant,
  writers: ReadonlySet<Participant>,
): Side[] {
  const between = (one: Participant) => isBot(one.name, one.addresses) || (writers.size > 2 && isThirdParty(one.name));
  const parties = [...writers].filter((one) => one !== user && !between(one));
  const own = housesOf(user);
  const shares = (one: Participant) => [...housesOf(one)].some((house) => own.has(house));
  // Colleagues are on one side against another house; where all are of one house, they talk with each other.
  const divided = parties.some((one) => !shares(one));
  // Where everybody else names a house, somebody without one may stand on either side or between them.
  const homeless = parties.filter((one) => housesOf(one).size === 0);
  const apart = own.size > 0 && parties.length > 1 && homeless.length === 1 ? homeless[0] : undefined;
  return participants.map((one) => {
    if (one === user) return 'me';
    if (between(one) || one === apart) return 'unknown';
    return divided && shares(one) && !(parties.length === 1 && parties[0] === one) ? 'me' : 'them';
  });
}

/**
 * The thread as it reads when one of its people is the user.
 *
 * @param user one of `thread.participants`
 */
export function supposeUser(thread: Thread, user: Participant): Thread {
  const writers = new Set(thread.messages.flatMap(({ author }) => (author === undefined ? [] : [author])));
  const sides = sidesGiven(thread.participants, user, writers);
  const participants = thread.participants.map((one, index): Participant => ({ ...one, side: sides[index]! }));
  const sided = new Map(thread.participants.map((one, index) => [one, participants[index]!]));
  const messages = thread.messages.map((message): Message => {
    const author = message.author && sided.get(message.author);
    if (author === undefined) return message;
    return withFields(message, { author, side: author.side, draft: message.headerless && author.side === 'me' });
  });
  const candidates = thread.candidates.map(({ participant, share }) => ({
    participant: sided.get(participant)!,
    share,
  }));
  return { ...thread, participants, messages, candidates };
}

/** A copy with other fields that leaves unread sentences unread. */
function withFields(message: Message, fields: Partial<Message>): Message {
  const changed = Object.getOwnPropertyDescriptors(fields);
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(message), ...changed }) as Message;
}

/** The thread as it reads when the likeliest person is the user; the same thread where that is known. */
export function likeliestReading(thread: Thread): Thread {
  const [first] = thread.candidates;
  return thread.meKnownBy === 'guess' && first !== undefined ? supposeUser(thread, first.participant) : thread;
}

function housesOf({ name, addresses }: Participant): Set<string> {
  const houses = new Set(addresses.flatMap((address) => houseOf(address) ?? []));
  const remark = /\(([^()]{2,})\)/.exec(name)?.[1];
  if (remark !== undefined) houses.add(remark.toLowerCase());
  return houses;
}
