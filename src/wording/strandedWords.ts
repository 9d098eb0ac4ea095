import type { Hit } from '../language/matcher';
import { type Tokens, wordAt } from '../language/tokens';
import { classWords } from '../language/wordClasses';
import type { Shapes } from './rewriteShapes';
import type { Family } from './rule';

/**
 * Would words of the sentence be left without their sense?
 *
 * @param text what is written in place of the words found
 */
export function strandsWords(text: string, family: Family, shapes: Shapes, tokens: Tokens, hit: Hit): boolean {
  return (
    leavesVerbAlone(text, shapes, tokens, hit) ||
    (family === 'limit-leak' && leavesJoinerAlone(text, shapes, tokens, hit))
  );
}

/** "You billed us twice and then lied about it": where "you" goes, nobody is left to have lied. */
function leavesVerbAlone(text: string, { isIn }: Shapes, tokens: Tokens, { spanStart, spanEnd }: Hit): boolean {
  if (wordAt(tokens, spanStart) !== 'you' || /^you\b/i.test(text)) return false;
  for (let at = spanEnd; at < tokens.count; at++) {
    const word = wordAt(tokens, at);
    if (isIn('subject', word)) return false;
    if (word !== 'and' && word !== 'but' && word !== 'or') continue;
    let verb = at + 1;
    while (verb < tokens.count - 1 && isIn('leads-on', wordAt(tokens, verb))) verb++;
    return verb < tokens.count && isPast(wordAt(tokens, verb));
  }
  return false;
}

/** "But I can only pay 115": once the limit is gone, nothing is left for "but" to set against, and nothing that "so" gives a reason for. */
function leavesJoinerAlone(text: string, { isIn }: Shapes, tokens: Tokens, { spanStart }: Hit): boolean {
  for (let at = spanStart; at >= Math.max(0, spanStart - JOINER_BEFORE); at--) {
    const word = wordAt(tokens, at);
    // "As high as we can go" compares.
    const compares = word === 'as' && !isIn('subject', wordAt(tokens, at + 1));
    if (isIn('gives-reason', word) && !compares)
      return !KEEPS_REASON.test(text) && !(word === 'so' && OWN_SUM.test(text));
    if (isIn('sets-against', word)) return !OWN_SUM.test(text);
  }
  return false;
}

/** So many words may stand between the joiner and the limit: "but unfortunately I". */
const JOINER_BEFORE = 3;
/** "But my offer is 115" sets one sum against another. */
const OWN_SUM = /\b(?:offer|price) (?:is|stays)\b|\bmore than\b|\bwhat (?:i|we) can offer\b/i;

const KEEPS_REASON = /\bworking to a budget\b/;

const pastForms: ReadonlySet<string> = new Set([...classWords('past'), ...classWords('auxiliary')]);

function isPast(word: string): boolean {
  return pastForms.has(word) || /[^e]ed$/.test(word);
}
