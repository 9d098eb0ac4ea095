import type { Party, RawMessage } from '../document/draft/draft';
import { withoutEnd } from '../document/lines/trimming';
import type { Body } from './messageSentences';
import { nameOf, type People, type Person } from './participants';
import { isBot, isThirdParty, nameWords } from './parties';

/** Who wrote a message, and whether the message says so by itself. */
export interface Authorship {
  /** Index among the people. */
  readonly author: number | undefined;
  /** `header`: named above it. `name`: its greeting or signature. `place`: it stands over what somebody else wrote. */
  readonly by: 'header' | 'name' | 'place' | 'nothing';
}

/** Finds the author of every message; one without a name above it is known by its signature, its greeting, or its place. */
export function findAuthors(messages: readonly RawMessage[], bodies: readonly Body[], people: People): Authorship[] {
  const found = messages.map(({ from }): Authorship => {
    const author = from === undefined ? undefined : people.place(from);
    return author === undefined ? { author, by: 'nothing' } : { author, by: 'header' };
  });
  let nameless: number | undefined;
  messages.forEach((message, at) => {
    if (found[at]!.author !== undefined || message.shape === 'note') return;
    const lines = bodies[at]!.text.split('\n').filter((line) => /\S/.test(line));
    const named = message.shape === 'quoted' ? undefined : namedBy(message, lines, people, found);
    if (named !== undefined) {
      found[at] = { author: named, by: 'name' };
      return;
    }
    const other = counterpart(at, messages, found, people);
    if (other === undefined) nameless ??= people.addNameless();
    found[at] = { author: other ?? nameless!, by: other === undefined ? 'nothing' : 'place' };
  });
  return found;
}

function namedBy(
  message: RawMessage,
  lines: readonly string[],
  people: People,
  found: readonly Authorship[],
): number | undefined {
  const signed = signatureOf(message, lines, people);
  if (signed !== undefined) return signed;
  const writers = new Set(found.flatMap(({ author }) => (author === undefined ? [] : [author])));
  const { greets } = message;
  // Somebody may be greeted in one script and have an address in another.
  const foreign = (writer: number) => isLatin(nameOf(people.all[writer]!)) !== isLatin(greets!);
  if (greets !== undefined && people.find({ name: greets }) === undefined && [...writers].some(foreign))
    return undefined;
  const greeted = greetedBy(message, lines[0] ?? '', people);
  if (greeted === undefined || writers.size > 2) return undefined;
  const others = [...writers].filter((writer) => writer !== greeted);
  if (others.length === 1) return others[0];
  const unwritten = people.all.flatMap((_, index) => (index === greeted ? [] : [index]));
  return unwritten.length === 1 ? unwritten[0] : undefined;
}

function isLatin(name: string): boolean {
  return /\p{Script=Latin}/u.test(name);
}

const SIGNATURE_LINES = 3;

/** The name below the words; a last line that names somebody of the thread is one without a sign-off, too. */
function signatureOf({ signedBy }: RawMessage, lines: readonly string[], people: People): number | undefined {
  if (signedBy !== undefined) return people.place({ name: signedBy });
  for (const line of lines.slice(Math.max(1, lines.length - SIGNATURE_LINES)).toReversed()) {
    const name = bareName(line);
    const person = name === undefined ? undefined : people.find(name);
    if (person !== undefined) return person;
  }
  return undefined;
}

/** The words of a short line behind a comma or a dash, if any: "Thanks, Ola" names Ola. */
function bareName(line: string): Party | undefined {
  const name = withoutEnd(line.replace(/^.*[,–—-]\s/, ''), '*_.!')
    .replace(/^[\s*_-]+/, '')
    .trim();
  const words = nameWords(name);
  return words.length === 0 || words.length > 3 || name.length > 40 || /[?!:;]/.test(name) ? undefined : { name };
}

/** The one person whom the first words call by name: `Hi Ana,`, `Dear Mr Moss`, `Ana, I ...`. */
function greetedBy({ greets }: RawMessage, line: string, people: People): number | undefined {
  if (greets !== undefined) return people.place({ name: greets });
  const opening = /^[^,.!?:;–—]{1,50}/u.exec(line)?.[0]?.trim() ?? '';
  const words = opening.split(/\s+/);
  if (words.length > 4) return undefined;
  for (let from = 0; from < words.length; from++) {
    if (!/^\p{Lu}/u.test(words[from]!)) continue;
    const person = people.find({ name: words.slice(from).join(' ') });
    if (person !== undefined) return person;
  }
  return undefined;
}

/** The other one of two: whoever the message below was sent to, or is answered by who quotes it. */
function counterpart(
  at: number,
  messages: readonly RawMessage[],
  found: readonly Authorship[],
  people: People,
): number | undefined {
  const message = messages[at]!;
  const quoter = messages.findLastIndex((one, index) => index < at && one.level === message.level - 1);
  const answered = messages.findIndex((one, index) => index > at && one.level === message.level + 1);
  const near = message.shape === 'own' || quoter < 0 ? answered : quoter;
  const beside = near < 0 ? undefined : found[near]!.author;
  if (beside === undefined) return undefined;
  const to = messages[near]!.to;
  if (near === answered && to?.length === 1) {
    const addressee = people.place(to[0]!);
    if (addressee !== beside) return addressee;
  }
  const others = new Set(
    found.flatMap(({ author }) =>
      author === undefined || author === beside || standsBetween(people.all[author]!) ? [] : [author],
    ),
  );
  return others.size === 1 ? [...others][0] : undefined;
}

function standsBetween(person: Person): boolean {
  return isBot(nameOf(person), person.addresses) || isThirdParty(nameOf(person));
}
