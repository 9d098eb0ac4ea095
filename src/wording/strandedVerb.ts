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

/** A word of the sentence in lower case, with a straight apostrophe. */
export function wordAt({ tokens }: Surroundings, at: number): string {
  return tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase().replace('’', "'");
}

const pastForms: ReadonlySet<string> = new Set([...classWords('past'), ...classWords('auxiliary')]);

function isPast(word: string): boolean {
  return pastForms.has(word) || /[^e]ed$/.test(word);
}
