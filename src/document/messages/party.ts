import type { Party } from '../draft/draft';

/** `Name <address>`, `Name (role)`, `address`, `Family, Given`. */
export function partyOf(written: string): Party | undefined {
  const text = written
    .slice(0, LONGEST_VALUE)
    .replace(/[<[(]?mailto:[^<>\s\])]*[>\])]?/gi, (found) =>
      /^mailto/i.test(found) ? found.slice(7) : ` <${/mailto:([^>\])]*)/i.exec(found)![1]}> `,
    );
  const address = text.includes('@') ? ADDRESS.exec(text)?.[0] : undefined;
  const name = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[([][^()[\]]{0,120}@[^()[\]]{0,120}[)\]]/g, ' ')
    .replace(/ [([]\+?\d[\d ()\u00a0-]{5,22}[)\]]$/, ' ')
    .replace(/(?:^|\s)[*_]{1,3}|[*_]{1,3}(?=[\s,;:]|$)/g, ' ')
    .replace(/["“”„<>\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/^[\s']+|[\s',;:：]{1,40}$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const turned = name.includes(',') ? FAMILY_FIRST.exec(name) : null;
  const said = turned === null ? name : `${turned[2]} ${turned[1]}`;
  if (said === '' || said === address) return address === undefined ? undefined : { name: address, address };
  const short = said.length > LONGEST_NAME ? said.slice(0, LONGEST_NAME) : said;
  return address === undefined ? { name: short } : { name: short, address };
}

/** Everybody in a list of recipients. */
export function partiesIn(text: string): Party[] {
  const found: Party[] = [];
  let family = '';
  for (const piece of text.split(text.includes(';') ? ';' : ',').slice(0, 60)) {
    const person = piece.trim();
    // "Family, Given <address>" is one person; "Board, given@…" are two.
    const alone = family !== '' && !/\S\s+</.test(person);
    const first = alone ? partyOf(family) : undefined;
    if (first !== undefined) found.push(first);
    const whole = family === '' || alone ? person : `${family}, ${person}`;
    family = '';
    if (/^[\p{L}'’-]+$/u.test(whole) && text.includes('@') && !text.includes(';')) family = whole;
    else {
      const party = partyOf(whole);
      if (party !== undefined) found.push(party);
    }
  }
  const last = family === '' ? undefined : partyOf(family);
  return last === undefined ? found : [...found, last];
}

/** Whether the value of a header names somebody: an address, or a name of two words and more, in whatever script. */
export function namesPerson(value: string): boolean {
  if (value.length > LONGEST_VALUE) return ADDRESS.test(value.slice(0, LONGEST_VALUE));
  if (ADDRESS.test(value)) return true;
  const bare = value.replace(/[<[("“”„].*$|["*_]/g, '').trim();
  if (bare.length < 2 || bare.length > 60 || /[\d:?!]|\.\s+\p{L}{2,}/u.test(bare)) return false;
  const tokens = bare.split(/[\s,]+/).filter((token) => token !== '');
  return (
    tokens.length >= 1 &&
    tokens.length <= 5 &&
    tokens.every(isNameToken) &&
    (tokens.length > 1 || /^\p{Lo}{2,5}$/u.test(bare))
  );
}

/** Whether a word may be part of a person's name. */
export function isNameToken(token: string): boolean {
  return /^["“(]?[\p{Lu}\p{Lo}\p{Lt}][\p{L}\p{M}\p{N}'’.·-]*[",”)]?$/u.test(token) || PARTICLE.test(token);
}

export const PARTICLE =
  /^(?:d[aeiou]|do[s]?|das|del|della|der|den|von|zu|van|ter|ten|het|la|le|el|al|bin|ibn|ben|y|af|av|of|und|& )$/;
export const ADDRESS = /[\p{L}\p{N}._%+'=-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}/u;
const FAMILY_FIRST =
  /^((?:(?:d[aei]|van|von|der|de la) )?[\p{L}'’-]+), ((?:\p{Lu}[\p{L}'’.-]*)(?: \p{Lu}[\p{L}'’.-]*)?)(?: \([^()]*\))?$/u;
const LONGEST_NAME = 120;
/** A header's value is read up to here. */
export const LONGEST_VALUE = 2000;
