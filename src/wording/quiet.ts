import type { Block } from '../document/draft/draft';
import { createTokens, tokenise } from '../language/tokens';
import { type ProposeOptions, proposeInBlock } from './propose';
import type { RuleSet } from './ruleParts';

/**
 * Does nothing in the words from `from` to `to` (UTF-16 code units in the sentence, end exclusive) call for a finding? What the rest of the
 * sentence says is said already.
 */
export function isQuietBetween(
  sentence: string,
  from: number,
  to: number,
  set: RuleSet,
  options: ProposeOptions,
): boolean {
  const block: Block = { type: 'paragraph', start: 0, end: sentence.length, text: sentence, masks: [] };
  for (const { start, end, proposals, local } of proposeInBlock(block, set, options).sentences) {
    const loud = proposals.filter(({ fixed }, at) => fixed || local[at]! >= SHOWN);
    if (loud.length === 0) continue;
    const { starts, ends } = tokenise(sentence, start, end, [], createTokens(64));
    if (loud.some(({ hit }) => starts[hit.spanStart]! < to && ends[hit.spanEnd - 1]! > from)) return false;
  }
  return true;
}

/** Log odds from which on a proposal is more than a second look. */
const SHOWN = 0;
