import type { Party, RawMessage } from '../document/draft/draft';
import type { Authorship } from './authors';
import { inTimeOrder } from './order';
import { nameOf, type People } from './participants';
import { houseOf, isBot, isOffice, isSelfName, isThirdParty, namesOffice, odds, sure } from './parties';

/** How it is known who the user is: named by a caller, by a `Me:` line, by the mailbox or page, likely from the thread, or not at all. */
export type UserKnownBy = 'option' | 'line' | 'mailbox' | 'likely' | 'guess';

export interface UserReading {
  /** Index among the people; `undefined` where it is not certain enough. */
  readonly user: number | undefined;
  readonly knownBy: UserKnownBy;
  /** Who may be the user, likeliest first, with shares that add up to 1; one only where it is known. */
  readonly candidates: readonly { readonly person: number; readonly share: number }[];
  /** The name that was given for the user, where nobody in the thread has it. */
  readonly missing?: string;
}

export interface UserHints {
  /** Named by the caller for this thread. */
  readonly option?: Party | undefined;
  /** The `Me:` line. */
  readonly line?: Party | undefined;
  /** Names and addresses that the user goes by anywhere. */
  readonly mine: readonly Party[];
  /** The lines of each message above its words. */
  readonly headings: readonly string[];
}

/** Says which of the people the user is, or who it may be. Nobody is taken for the user who only may be. */
export function findUser(
  messages: readonly RawMessage[],
  authorship: readonly Authorship[],
  people: People,
  hints: UserHints,
): UserReading {
  const writers = [...new Set(authorship.flatMap(({ author }) => (author === undefined ? [] : [author])))];
  const candidates = rank(messages, authorship, people, hints.headings);
  const known = (user: number, knownBy: UserKnownBy): UserReading => ({
    user,
    knownBy,
    candidates: [{ person: user, share: 1 }],
  });
  for (const [given, knownBy] of [
    [hints.option, 'option'],
    [hints.line, 'line'],
  ] as const) {
    if (given === undefined) continue;
    const found = people.find(given) ?? (given.name === '' ? undefined : people.find({ name: given.name }));
    if (found !== undefined) return known(found, knownBy);
    const unnamed = authorship.find(({ by }, at) => by === 'nothing' && messages[at]!.unsent)?.author;
    if (unnamed !== undefined) return known(unnamed, knownBy);
    // Somebody who got a letter need not be named in it, nor who let a colleague write.
    if (writers.length < 2 || isColleague(given, writers, people)) return known(people.place(given)!, knownBy);
    return { user: undefined, knownBy: 'guess', candidates, missing: given.name || given.address || '' };
  }
  for (const party of hints.mine) {
    const found = people.find(party);
    if (found !== undefined) return known(found, 'option');
  }
  const shown = writing(messages, authorship) ?? ownedBy(messages, authorship, people, hints, writers);
  if (shown !== undefined) return known(shown, 'mailbox');
  const first = candidates[0];
  return first !== undefined && first.share >= sure && messages.length > 1
    ? { user: first.person, knownBy: 'likely', candidates }
    : { user: undefined, knownBy: 'guess', candidates };
}

/** Does some of the writers share the house of the address, and some not? */
function isColleague({ address }: Party, writers: readonly number[], people: People): boolean {
  const house = address === undefined ? undefined : houseOf(address.toLowerCase());
  if (house === undefined) return false;
  const shares = writers.map((writer) => [...people.all[writer]!.addresses].some((one) => houseOf(one) === house));
  return shares.includes(true) && shares.includes(false);
}

/** Who is writing: above what was sent stands a mail that says to whom it goes and not yet when it went. */
function writing(messages: readonly RawMessage[], authorship: readonly Authorship[]): number | undefined {
  const at = messages.length < 2 ? -1 : messages.findIndex(({ unsent, to }) => unsent && to !== undefined);
  return authorship[at]?.author;
}

/** Whose page or mailbox it is: the page says "me" or "you", or the mail says to whom it was delivered. */
function ownedBy(
  messages: readonly RawMessage[],
  authorship: readonly Authorship[],
  people: People,
  { headings }: UserHints,
  writers: readonly number[],
): number | undefined {
  const self = people.all.findIndex(({ names }) => names.some(isSelfName));
  if (self >= 0 && writers.includes(self)) return self;
  // "to me" stands under the names of the others.
  const others = new Set<number>();
  messages.forEach(({ to, reachedReader }, at) => {
    const author = authorship[at]?.author;
    const toSelf =
      reachedReader === true ||
      to?.some(({ name }) => isSelfName(name)) === true ||
      headings[at]!.split('\n').some(isToSelf);
    if (author !== undefined && toSelf) others.add(author);
  });
  const left = writers.filter((writer) => !others.has(writer));
  if (others.size > 0 && left.length === 1) return left[0];
  const mailbox = messages.find(({ deliveredTo }) => deliveredTo !== undefined)?.deliveredTo;
  return mailbox === undefined ? undefined : people.find({ name: '', address: mailbox });
}

function isToSelf(line: string): boolean {
  const words = line
    .trim()
    .toLowerCase()
    .split(/[\s,:]+/);
  return words.length >= 2 && words.length <= 6 && words[0]!.length <= 6 && words.slice(1, 3).some(isSelfName);
}

function rank(
  messages: readonly RawMessage[],
  authorship: readonly Authorship[],
  people: People,
  headings: readonly string[],
): UserReading['candidates'] {
  const authorAt = (at: number) => authorship[at]?.author;
  const eligible = people.all.flatMap((person, index) =>
    isBot(nameOf(person), person.addresses) || isThirdParty(nameOf(person)) ? [] : [index],
  );
  const sums = new Map(eligible.map((person) => [person, 0]));
  const add = (person: number | undefined, amount: number) => {
    const before = person === undefined ? undefined : sums.get(person);
    if (person !== undefined && before !== undefined) sums.set(person, before + amount);
  };
  const oldestFirst = inTimeOrder(messages).flatMap(({ at }) => (sums.has(authorAt(at) ?? -1) ? [at] : []));
  const wrote = new Set(oldestFirst.map(authorAt));
  const newest = messages.findIndex(({ unsent }) => unsent);
  const short = oldestFirst.length <= 2;
  // Counted against all others together, however many write.
  const others = Math.log(Math.max(1, wrote.size - 1));
  // What has no date may stand anywhere among messages that have one.
  // On a copied page, what somebody opened it with stands above everything.
  const opening = messages[oldestFirst[0] ?? -1]?.shape === 'chat' ? oldestFirst[0] : undefined;
  const first = opening ?? oldestFirst.find((at) => messages[at]!.date !== undefined) ?? oldestFirst[0] ?? -1;
  add(authorAt(first), short && newest >= 0 ? 0 : odds.firstWriter + others);
  if (newest >= 0) {
    const unsigned = authorship[newest]!.by === 'nothing' || (short && authorship[newest]!.by === 'place');
    add(authorAt(newest), unsigned ? odds.unsignedText : odds.newestText);
  }
  const last = oldestFirst.slice(-2).map(authorAt);
  if (oldestFirst.length > 3 && last[0] === last[1]) add(last[0], odds.chasing);
  for (const person of eligible) {
    // Those who were only written to may have pasted what they got.
    if (!wrote.has(person) && wrote.size > 1) add(person, odds.unwritten);
    const missed = messages.some(
      ({ to }, at) => to !== undefined && authorAt(at) !== person && !isAmong(to, person, people),
    );
    if (missed && wrote.size > 2) add(person, odds.absent);
  }
  const official = new Set(
    eligible.filter(
      (person) =>
        people.all[person]!.names.some(namesOffice) ||
        headings.some((heading, at) => authorAt(at) === person && heading.split('\n').some(isOffice)),
    ),
  );
  if (official.size < eligible.length) for (const person of official) add(person, odds.office);
  const total = [...sums.values()].reduce((sum, value) => sum + Math.exp(value), 0);
  return [...sums]
    .map(([person, value]) => ({ person, share: Math.exp(value) / total }))
    .sort((a, b) => b.share - a.share);
}

function isAmong(to: readonly Party[], person: number, people: People): boolean {
  return to.some((party) => people.find(party) === person);
}
