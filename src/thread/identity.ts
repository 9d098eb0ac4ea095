import type { Party, RawMessage } from '../document/draft/draft';
import { findMe, sameHouse, sideOf } from './sides';
import type { Participant, Side, Thread } from './thread';

export interface Parties {
  readonly participants: readonly Participant[];
  /** Index in `participants` of each message's author. */
  readonly authors: readonly (number | undefined)[];
  readonly sides: readonly Side[];
  readonly meKnownBy: Thread['meKnownBy'];
}

/** Names and addresses that were found to be one person's. */
export interface Person {
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
