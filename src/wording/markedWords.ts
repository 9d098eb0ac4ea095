import type { Hit } from '../language/matcher';
import { type Tokens, wordAt } from '../language/tokens';
import { classWords, wordClass } from '../language/wordClasses';

/**
 * Where the words to mark end: before a last “the”, “of” or “that” that begins the phrase behind them.
 *
 * @returns a token, exclusive
 */
export function endOfMarked(tokens: Tokens, { spanStart, spanEnd }: Pick<Hit, 'spanStart' | 'spanEnd'>): number {
  let end = spanEnd;
  while (end - spanStart > 1 && opensNext(tokens, end - 1, spanStart)) end--;
  // What is left of “of the” says nothing by itself.
  return isBare(tokens, spanStart, end) ? spanEnd : end;
}

function opensNext(tokens: Tokens, at: number, from: number): boolean {
  const next = at + 1;
  if (next >= tokens.count || !/^\s+$/.test(tokens.text.slice(tokens.ends[at], tokens.starts[next]))) return false;
  const word = tokens.words[at]!;
  if (articles.has(word) || linking.has(word)) return true;
  const following = tokens.words[next]!;
  if (at > from && boundTo.has(`${wordAt(tokens, at - 1)}-${wordAt(tokens, at)}`)) return false;
  // “Do that again” shows the thing, “say that the” begins a clause.
  if (that.has(word)) return !behindThing.has(following);
  return prepositions.has(word) || (particles.has(word) && beginsNoun.has(following));
}

function isBare(tokens: Tokens, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    if (!bare.has(tokens.words[at]!)) return false;
  }
  return true;
}

const that = wordClass('complementiser');
const articles = wordClass('article');
const linking = wordClass('linking');
const prepositions = wordClass('opening-preposition');
const particles = wordClass('opening-particle');
const boundTo: ReadonlySet<string> = new Set(classWords('bound-preposition'));
const beginsNoun = wordClass('begins-noun');
const behindThing = wordClass('behind-thing');
const bare = new Set([...articles, ...linking, ...prepositions, ...particles, ...wordClass('bare')]);
