import type { Party, RawMessage } from '../document/draft/draft';
import type { Person } from './identity';
import type { Participant, Side, Thread } from './thread';

/** Offered by many: sharing it says nothing. */
const publicHouses =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|proton|protonmail|mail|btinternet|rediffmail|example|fastmail|zoho|comcast|verizon|sky|virginmedia|talktalk|btopenworld|orange|t-online|yandex|qq|163)\./;

export function sameHouse(person: Person, me: Person): boolean {
  const houses = new Set([...me.addresses].map(houseOf).filter((house) => house !== undefined));
  return [...person.addresses].some((address) => houses.has(houseOf(address) ?? ''));
}

function houseOf(address: string): string | undefined {
  const house = address.split('@')[1];
  return house === undefined || publicHouses.test(house) ? undefined : house;
}

export function findMe(
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

export function sideOf(
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
