import type { Party, RawMessage } from '../document/draft';
import type { Participant, Side, Thread } from './thread';

export interface Parties {
  readonly participants: readonly Participant[];
  /** Index in `participants` of each message's author. */
  readonly authors: readonly (number | undefined)[];
  readonly sides: readonly Side[];
  readonly meKnownBy: Thread['meKnownBy'];
}

interface Person {
  names: string[];
  addresses: Set<string>;
}

/**
 * Puts together the names and addresses that one person writes under, and says which side each is on. Colleagues of the
 * writer are known by the domain of their address.
 */
export function identifyParties(
  messages: readonly RawMessage[],
  line: Party | undefined,
  option: string | undefined,
): Parties {
  const people: Person[] = [];
  const known = new Map<string, number>();
  const place = (party: Party): number | undefined => {
    const key = keyOf(party);
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = findPerson(people, party);
    if (found !== undefined) known.set(key, found);
    return found;
  };
  // Full names first, so that a bare first name finds the person it belongs to.
  const named = [line, ...messages.flatMap(({ from, to }) => [from, ...(to ?? [])])].filter(
    (party) => party !== undefined,
  );
  const distinct = [...new Map(named.map((party) => [keyOf(party), party])).values()];
  for (const party of distinct.sort((a, b) => weightOf(b) - weightOf(a))) place(party);

  const authors = messages.map(({ from }) => (from === undefined ? undefined : place(from)));
  const { me, meKnownBy } = findMe(messages, authors, people, line, option, place);
  const sides = people.map(
    (person, index): Side => (index === me || (me !== undefined && sameHouse(person, people[me]!)) ? 'me' : 'them'),
  );
  const participants = people.map(({ names, addresses }, index) => ({
    name: longest(names) || [...addresses][0] || '',
    addresses: [...addresses],
    side: me === undefined ? ('unknown' as const) : sides[index]!,
  }));
  return {
    participants,
    authors,
    sides: messages.map((message, at) => sideOf(message, at, messages, authors, participants)),
    meKnownBy,
  };
}

function keyOf({ name, address }: Party): string {
  return `${name}\0${address ?? ''}`;
}

function weightOf({ name, address }: Party): number {
  return (address === undefined ? 0 : 100) + wordsOf(name).length * 10 + Math.min(9, name.length / 5);
}

function findPerson(people: Person[], { name, address }: Party): number | undefined {
  const mail = address?.toLowerCase();
  const words = wordsOf(name);
  if (mail === undefined && words.length === 0) return undefined;
  const same = people.findIndex(
    (person) =>
      (mail !== undefined && person.addresses.has(mail)) ||
      person.names.some((other) => wordsOf(other).join(' ') === words.join(' ') && words.length > 0),
  );
  if (same >= 0) return add(people[same]!, same, name, mail);
  const alike = people.flatMap((person, index) => (isVariant(words, mail, person) ? [index] : []));
  if (alike.length === 1) return add(people[alike[0]!]!, alike[0]!, name, mail);
  people.push({ names: name === '' ? [] : [name], addresses: new Set(mail === undefined ? [] : [mail]) });
  return people.length - 1;
}

function add(person: Person, index: number, name: string, mail: string | undefined): number {
  if (name !== '' && !person.names.includes(name)) person.names.push(name);
  if (mail !== undefined) person.addresses.add(mail);
  return index;
}

/** Is it the first name, the surname, the initials or the local part of an address of the same person? */
function isVariant(words: readonly string[], mail: string | undefined, person: Person): boolean {
  if (mail !== undefined && person.addresses.size > 0) {
    // Two addresses: only one full name makes them one person.
    return false;
  }
  const local = mail?.split('@')[0]?.split(/[._-]/) ?? [];
  const candidates = person.names.map(wordsOf);
  for (const address of person.addresses) candidates.push(address.split('@')[0]!.split(/[._-]/));
  const mine = words.length > 0 ? words : local;
  return candidates.some((other) => {
    if (mine.length === 0 || other.length === 0) return false;
    const [short, long] = mine.length <= other.length ? [mine, other] : [other, mine];
    if (short.length === 1) {
      const word = short[0]!;
      if (long.includes(word)) return true;
      const initials = long.map((part) => part[0]).join('');
      return (
        long.length > 1 &&
        (word === initials || word === `${long[0]![0]}${long.at(-1)}` || word === `${long[0]}${long.at(-1)![0]}`)
      );
    }
    return short.every((word, index) =>
      long.some((part) => part === word || (word.length === 1 && index < long.length && part.startsWith(word))),
    );
  });
}

function wordsOf(name: string): string[] {
  const [before, after] = name.split(',');
  const turned = after !== undefined && /^\s*\p{L}+(?:\s+\p{L}\.?)?\s*$/u.test(after) ? `${after} ${before}` : name;
  return turned
    .replace(/\(.*?\)|<.*?>|\[.*?\]/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !titles.has(word));
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'sir', 'via', 'shri', 'smt']);

function longest(names: readonly string[]): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best), '');
}

/** Offered by many: sharing it says nothing. */
const publicHouses =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|proton|protonmail|mail|btinternet|rediffmail|example|fastmail|zoho|comcast|verizon|sky|virginmedia|talktalk|btopenworld|orange|t-online|yandex|qq|163)\./;

function sameHouse(person: Person, me: Person): boolean {
  const houses = new Set([...me.addresses].map(houseOf).filter((house) => house !== undefined));
  return [...person.addresses].some((address) => houses.has(houseOf(address) ?? ''));
}

function houseOf(address: string): string | undefined {
  const house = address.split('@')[1];
  return house === undefined || publicHouses.test(house) ? undefined : house;
}

function findMe(
  messages: readonly RawMessage[],
  authors: readonly (number | undefined)[],
  people: Person[],
  line: Party | undefined,
  option: string | undefined,
  place: (party: Party) => number | undefined,
): { me: number | undefined; meKnownBy: Thread['meKnownBy'] } {
  if (option !== undefined && option.trim() !== '') {
    const mail = /[^\s<>]+@[^\s<>]+/.exec(option)?.[0];
    const name = option.replace(/<.*>/, '').trim();
    const me = place({ name: name === mail ? '' : name, ...(mail === undefined ? {} : { address: mail }) });
    return { me, meKnownBy: 'option' };
  }
  if (line !== undefined) return { me: place(line), meKnownBy: 'line' };
  const own = messages.findIndex(({ shape }) => shape === 'own');
  if (own >= 0 && authors[own] !== undefined) return { me: authors[own], meKnownBy: 'own-message' };
  if (own >= 0 && messages.length > 1) {
    // The draft answers the newest message; whoever that was written to is the writer.
    const answered = messages.find(({ shape, to }) => shape !== 'own' && to !== undefined && to.length === 1);
    const me = answered?.to?.[0] === undefined ? undefined : place(answered.to[0]);
    if (me !== undefined) return { me, meKnownBy: 'own-message' };
    const other = quotedByTheOther(messages, authors);
    if (other !== undefined) return { me: other, meKnownBy: 'own-message' };
    people.push({ names: [], addresses: new Set() });
    return { me: people.length - 1, meKnownBy: 'own-message' };
  }
  return { me: authors[0], meKnownBy: 'guess' };
}

/** The draft answers one person; whoever that person answers in turn is the writer, where there is only one. */
function quotedByTheOther(
  messages: readonly RawMessage[],
  authors: readonly (number | undefined)[],
): number | undefined {
  const first = messages.findIndex(
    ({ shape, level }, at) => shape !== 'own' && level === 1 && authors[at] !== undefined,
  );
  if (first < 0) return undefined;
  const others = new Set<number>();
  messages.forEach(({ level }, at) => {
    const author = authors[at];
    if (level === 2 && author !== undefined && author !== authors[first]) others.add(author);
  });
  return others.size === 1 ? [...others][0] : undefined;
}

function sideOf(
  message: RawMessage,
  at: number,
  messages: readonly RawMessage[],
  authors: readonly (number | undefined)[],
  participants: readonly Participant[],
): Side {
  const author = authors[at];
  if (author !== undefined) return participants[author]?.side ?? 'unknown';
  if (message.shape === 'own') return 'me';
  // Nameless and quoted: the other side of whoever quotes it.
  for (let before = at - 1; before >= 0; before--) {
    const quoter = messages[before]!;
    if (quoter.level !== message.level - 1) continue;
    const side = sideOf(quoter, before, messages, authors, participants);
    return side === 'unknown' ? side : side === 'me' ? 'them' : 'me';
  }
  return 'unknown';
}
