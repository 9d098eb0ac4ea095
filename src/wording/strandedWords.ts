import type { Hit } from '../language/matcher';
import { classWords } from '../language/wordClasses';
import type { Surroundings } from './conditions';
import type { Shapes } from './rewriteShapes';

/**
 * "You billed us twice and then lied about it": where "you" goes, nobody is left to have lied.
 *
 * @param text what is written in place of the words found
 */
export function leavesVerbAlone(
  text: string,
  { isIn }: Shapes,
  around: Surroundings,
  { spanStart, spanEnd }: Hit,
): boolean {
  if (wordAt(around, spanStart) !== 'you' || /^you\b/i.test(text)) return false;
  const { tokens } = around;
  for (let at = spanEnd; at < tokens.count; at++) {
    const word = wordAt(around, at);
    if (isIn('subject', word)) return false;
    if (word !== 'and' && word !== 'but' && word !== 'or') continue;
    let verb = at + 1;
    while (verb < tokens.count - 1 && isIn('leads-on', wordAt(around, verb))) verb++;
    return verb < tokens.count && isPast(wordAt(around, verb));
  }
  return false;
}

/**
 * "But I can only pay 115": once the limit is gone, nothing is left for "but" to set against, and nothing that "so" gives a reason for.
 *
 * @param text what is written in place of the words found, which name a limit
 */
export function leavesJoinerAlone(text: string, { isIn }: Shapes, around: Surroundings, { spanStart }: Hit): boolean {
  for (let at = spanStart; at >= Math.max(0, spanStart - JOINER_BEFORE); at--) {
    const word = wordAt(around, at);
    if (isIn('gives-reason', word)) return true;
    if (isIn('sets-against', word)) return !OWN_SUM.test(text);
  }
  return false;
}

/** So many words may stand between the joiner and the limit: "but unfortunately I". */
const JOINER_BEFORE = 3;
/** "But my offer is 115" sets one sum against another. */
const OWN_SUM = /\b(?:offer|price) (?:is|stays)\b|\bmore than\b/;

/** A word of the sentence in lower case, with a straight apostrophe. */
export function wordAt({ tokens }: Surroundings, at: number): string {
  return tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase().replace('’', "'");
}

const pastForms: ReadonlySet<string> = new Set([...classWords('past'), ...classWords('auxiliary')]);

function isPast(word: string): boolean {
  return pastForms.has(word) || /[^e]ed$/.test(word);
}
