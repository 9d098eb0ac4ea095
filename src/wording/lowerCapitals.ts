import { capitalised } from '../language/capitals';
import type { Hit } from '../language/matcher';
import { TokenKind, type Tokens } from '../language/tokens';
import { wordClass } from '../language/wordClasses';
import type { Suggestion } from './rule';

/**
 * The words found without the capitals that shout; names and abbreviations keep theirs, since only words that every text has, and longer
 * runs of capitals, are written small.
 *
 * @returns a suggestion with offsets in the text of the tokens; none where nothing shouts
 */
export function lowerCapitals(tokens: Tokens, hit: Hit): Suggestion | undefined {
  const [spanStart, spanEnd] = isShouted(tokens) ? [0, tokens.count] : withNeighbours(tokens, hit);
  const start = tokens.starts[spanStart]!;
  let text = '';
  let at = start;
  for (let first = spanStart; first < spanEnd; first++) {
    if (!shouts(tokens, first)) continue;
    let end = first + 1;
    while (end < spanEnd && (isUpper(tokens, end) || isJoined(tokens, end))) end++;
    if (end - first < RUN && !isKnown(tokens, first)) continue;
    if (isHeading(tokens, end)) continue;
    const from = tokens.starts[first]!;
    const words = tokens.text.slice(from, tokens.ends[end - 1]).replace(/\p{L}[\p{L}’']*/gu, small);
    text += tokens.text.slice(at, from) + (first === 0 ? capitalised(words) : words);
    at = tokens.ends[end - 1]!;
    first = end - 1;
  }
  if (at === start) return undefined;
  const end = tokens.ends[spanEnd - 1]!;
  return { text: (text + tokens.text.slice(at, end)).replace(halfLowered, lowered), safe: false, start, end };
}

/** “I'VE sent”: the second half of a contraction shouts with the first. */
const halfLowered = /\bI['’](?:VE|M|LL|D)(?= \p{Ll})/gu;

function lowered(word: string): string {
  return `I${word.slice(1).toLowerCase()}`;
}

/** The words found with those beside them that shout along: half a shout would be no quieter. */
function withNeighbours(tokens: Tokens, { spanStart, spanEnd }: Hit): [number, number] {
  let first = spanStart;
  let end = spanEnd;
  const isLoud = (at: number) => at >= 0 && at < tokens.count && (isUpper(tokens, at) || isJoined(tokens, at));
  if (shouts(tokens, first)) while (isLoud(first - 1)) first--;
  if (isUpper(tokens, end - 1)) while (isLoud(end)) end++;
  return [first, end];
}

/** The second half of a contraction. */
function isJoined({ starts, ends }: Tokens, at: number): boolean {
  return at > 0 && starts[at] === ends[at - 1];
}

/** Are as many words of the sentence in capitals as make a run? */
export function isShouted(tokens: Tokens): boolean {
  let loud = 0;
  for (let at = 0; at < tokens.count; at++) if (shouts(tokens, at)) loud++;
  return loud >= RUN && 2 * loud > tokens.count;
}

/** From so many words in capitals on it is a shout, and no abbreviation. */
const RUN = 3;

function small(word: string): string {
  return word === 'I' || /^I['’]/.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word.toLowerCase();
}

function isUpper(tokens: Tokens, at: number): boolean {
  if (at < 0 || at >= tokens.count) return false;
  const word = tokens.text.slice(tokens.starts[at], tokens.ends[at]);
  return (tokens.kinds[at]! & TokenKind.upper) !== 0 || word === 'I' || word === 'A';
}

/** “US” and “IT” alone, “XXXX” for what was taken out, and parts of a constant’s name do not shout. */
function shouts(tokens: Tokens, at: number): boolean {
  if ((tokens.kinds[at]! & TokenKind.upper) === 0) return false;
  const [start, end] = [tokens.starts[at]!, tokens.ends[at]!];
  if (end - start < 2 || /^X+$/.test(tokens.text.slice(start, end))) return false;
  if (tokens.text[start - 1] === '_' || tokens.text[end] === '_') return false;
  return end - start > 2 || isUpper(tokens, at - 1) || isUpper(tokens, at + 1);
}

/** “SUMMARY OF CLAIM:” is a heading. */
function isHeading({ text, ends }: Tokens, end: number): boolean {
  return text[ends[end - 1]!] === ':';
}

const known = (
  ['no-matter', 'frequent', 'auxiliary', 'negator', 'intensifier', 'adverb', 'order', 'past', 'quantity'] as const
).map((name) => wordClass(name));

function isKnown(tokens: Tokens, at: number): boolean {
  return known.some((words) => words.has(tokens.words[at]!));
}
