import type { Party } from '../document/draft/draft';
import { isMailer, localPart, nameWords } from './parties';

/** Names and addresses that were found to be one person's. */
export interface Person {
  readonly names: string[];
  readonly addresses: Set<string>;
}

/** The people of a thread, in the order in which they were first met, and which of them a name or address belongs to. */
export interface People {
  readonly all: Person[];
  /** Index of the person, who is added where nobody is known by that name or address. */
  place(party: Party): number | undefined;
  /** Index of the one person whom the words may name; nobody is added. */
  find(party: Party): number | undefined;
  /** Adds somebody of whom nothing is known. */
  addNameless(): number;
}

/**
 * Puts together the names and addresses that one person writes under.
 *
 * @param parties everybody whom the thread names, in any order
 */
export function collectPeople(parties: readonly Party[]): People {
  const all: Person[] = [];
  const known = new Map<string, number>();
  const shared = sharedAddresses(parties);
  const without = (party: Party): Party =>
    party.address !== undefined && party.name !== '' && shared.has(party.address.toLowerCase())
      ? { name: party.name }
      : party;
  const place = (given: Party): number | undefined => {
    const party = without(given);
    const key = keyOf(party);
    const before = known.get(key);
    if (before !== undefined) return before;
    const index = findPerson(all, party);
    const mail = party.address?.toLowerCase();
    if (index === undefined && mail === undefined && nameWords(party.name).length === 0) return undefined;
    const placed = index ?? all.push({ names: [], addresses: new Set() }) - 1;
    const person = all[placed]!;
    if (party.name !== '' && !person.names.includes(party.name)) person.names.push(party.name);
    if (mail !== undefined) person.addresses.add(mail);
    known.set(key, placed);
    return placed;
  };
  // Full names first, so that a bare first name finds the person it belongs to.
  const distinct = [...new Map(parties.map((party) => [keyOf(party), party])).values()];
  for (const party of distinct.sort((a, b) => weightOf(b) - weightOf(a))) place(party);
  return {
    all,
    place,
    find: (party) => findPerson(all, without(party)),
    addNameless: () => all.push({ names: [], addresses: new Set() }) - 1,
  };
}

/** Names as people keep them, or the address where there is none. */
export function nameOf({ names, addresses }: Person): string {
  return names.reduce((best, name) => (name.length > best.length ? name : best), '') || [...addresses][0] || '';
}

function keyOf({ name, address }: Party): string {
  return `${name}\0${address?.toLowerCase() ?? ''}`;
}

function weightOf({ name, address }: Party): number {
  return (address === undefined ? 0 : 100) + nameWords(name).length * 10 + Math.min(9, name.length / 5);
}

/** Addresses under which several people write, as trackers send the words of everybody from one. */
function sharedAddresses(parties: readonly Party[]): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const { name, address } of parties) {
    if (address === undefined || name === '' || name === address) continue;
    const mail = address.toLowerCase();
    names.set(mail, (names.get(mail) ?? new Set()).add(nameWords(name).join(' ')));
  }
  const shared = new Set<string>();
  for (const [mail, found] of names) {
    const distinct = [...found].filter(
      (one, at, list) => !list.some((other, index) => index < at && areAlike(one, other)),
    );
    const full = distinct.filter((name) => name.includes(' ')).length;
    if (distinct.length >= 2 && (isMailer(mail) || distinct.length >= 3 || full >= 2)) shared.add(mail);
  }
  return shared;
}

function areAlike(one: string, other: string): boolean {
  return isSamePerson(one.split(' '), other.split(' '));
}

function findPerson(people: readonly Person[], { name, address }: Party): number | undefined {
  const mail = address?.toLowerCase();
  const words = nameWords(name);
  if (mail === undefined && words.length === 0) return undefined;
  const same = people.findIndex(
    (person) =>
      (mail !== undefined && person.addresses.has(mail)) ||
      person.names.some((other) => nameWords(other).join(' ') === words.join(' ') && words.length > 0),
  );
  if (same >= 0) return same;
  const alike = people.flatMap((person, index) => (isVariant(words, mail, person) ? [index] : []));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Is it the first name, the surname, the initials or the local part of an address of the same person? */
function isVariant(words: readonly string[], mail: string | undefined, person: Person): boolean {
  // Two addresses: only one full name makes them one person.
  if (mail !== undefined && person.addresses.size > 0) return false;
  const mine = words.length > 0 ? words : partsOf(mail ?? '');
  const known = [...person.names.map(nameWords), ...[...person.addresses].map(partsOf)];
  return known.some((other) => isSamePerson(mine, other));
}

function partsOf(address: string): string[] {
  return localPart(address).split(/[._-]/);
}

function isSamePerson(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length > 1)
    return short.every((word, index) =>
      long.some((part) => part === word || (word.length === 1 && index < long.length && part.startsWith(word))),
    );
  const word = short[0]!;
  if (long.includes(word)) return true;
  const [first, last] = [long[0]!, long.at(-1)!];
  const initials = long.map((part) => part[0]).join('');
  return long.length > 1 && [initials, `${first[0]}${last}`, `${first}${last[0]}`].includes(word);
}
