import { TokenKind, type Tokens } from '../tokens';
import { wordClass } from '../wordClasses';
import type { Subject } from './clause';
import type { VerbGroup } from './verbGroup';

/** Who or what the verb of a clause is said of. In a question the subject may stand after the verb. */
export function subjectOf(tokens: Tokens, start: number, end: number, { verb, auxiliary }: VerbGroup): Subject {
  if (verb < 0) return 'nobody';
  let at = verb - 1;
  while (at >= start && adverbs.has(tokens.words[at]!)) at--;
  const isOpen = at < start || openers.has(tokens.words[at]!);
  if (isOpen && auxiliary) {
    let next = verb + 1;
    while (next < end && adverbs.has(tokens.words[next]!)) next++;
    return next < end ? phraseFrom(tokens, next, end) : 'nobody';
  }
  if (at < start) return 'nobody';
  return phraseBefore(tokens, start, at);
}

const adverbs = wordClass('adverb');
const openers = new Set(
  ['question-word', 'coordinator', 'subordinator', 'condition', 'please'].flatMap((name) => [...wordClass(name)]),
);
const writer = wordClass('writer');
const reader = wordClass('reader');
const other = new Set([...wordClass('other'), ...wordClass('somebody')]);
const thing = wordClass('thing');
const nobody = wordClass('nobody');
const group = wordClass('group');
const relative = wordClass('relative');
const owners: readonly (readonly [Subject, ReadonlySet<number>])[] = [
  ['reader', wordClass('reader-owner')],
  ['writer', wordClass('writer-owner')],
  ['third', wordClass('other-owner')],
];
const REACH = 7;

function pronoun(word: number): Subject | undefined {
  if (reader.has(word)) return 'reader';
  if (writer.has(word)) return 'writer';
  if (other.has(word) || relative.has(word)) return 'third';
  if (nobody.has(word)) return 'nobody';
  return thing.has(word) ? 'thing' : undefined;
}

/** The noun phrase that ends with the token `last`. "Your team" is the reader, "your offer" a thing. */
function phraseBefore(tokens: Tokens, start: number, last: number): Subject {
  const direct = pronoun(tokens.words[last]!);
  if (direct !== undefined) return direct;
  let isGroup = group.has(tokens.words[last]!);
  for (let at = last; at >= Math.max(start, last - REACH); at--) {
    const word = tokens.words[at]!;
    isGroup ||= group.has(word);
    const owner = owners.find(([, words]) => words.has(word));
    if (owner !== undefined) return isGroup ? owner[0] : 'thing';
    // "you guys have", "we as a team are"
    if (at < last && (reader.has(word) || writer.has(word))) return reader.has(word) ? 'reader' : 'writer';
  }
  if (isGroup) return 'third';
  const isName =
    last > 0 && (tokens.kinds[last]! & TokenKind.capital) !== 0 && (tokens.kinds[last]! & TokenKind.upper) === 0;
  return isName ? 'third' : 'thing';
}

/** The noun phrase that begins with the token `first`. */
function phraseFrom(tokens: Tokens, first: number, end: number): Subject {
  const direct = pronoun(tokens.words[first]!);
  if (direct !== undefined) return direct;
  const owner = owners.find(([, words]) => words.has(tokens.words[first]!));
  let isGroup = false;
  for (let at = first; at < Math.min(end, first + 4); at++) isGroup ||= group.has(tokens.words[at]!);
  if (!isGroup) return 'thing';
  return owner === undefined ? 'third' : owner[0];
}
