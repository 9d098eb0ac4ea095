import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { splitSentences } from '../../../src/document/draft/sentences';
import { createTokens, tokenise } from '../../../src/language/tokens';
import { surroundingsOf } from '../../../src/wording/conditions';
import type { Family } from '../../../src/wording/rule';
import { rewriteSentence } from '../../../src/wording/sentenceRewrites';

/** What a sentence becomes by its shapes, whatever the words found in it. */
export function ways(text: string, family: Family): string[] {
  const block = readDraft(text, { kind: 'email' }).blocks[0]!;
  const { start, end } = splitSentences(block.text, block.masks)[0]!;
  const tokens = tokenise(block.text, start, end, block.masks, createTokens(64));
  const around = surroundingsOf(tokens, block, 'email', start, end);
  const hit = { start: 0, end: tokens.count, spanStart: 0, spanEnd: tokens.count, parts: {} };
  return [...rewriteSentence(family, false, around, hit)]
    .filter(({ frame }) => frame !== true)
    .map((one) => block.text.slice(0, one.start) + one.text + block.text.slice(one.end));
}

/** A sentence, and what it must be possible to say instead. */
export type Said = readonly [family: Family, before: string, after: string];
/** A sentence, and what must not become of it. */
export type Left = readonly [family: Family, text: string, wrong: RegExp];

export function holdShapes(said: readonly Said[], left: readonly Left[]): void {
  for (const [family, before, after] of said)
    it(`“${before}” → “${after}”`, () => {
      const found = ways(before, family);
      assert.ok(found.includes(after), found.join('\n'));
    });

  for (const [family, text, wrong] of left)
    it(`leaves alone what does not fit: “${text}”`, () => {
      for (const other of ways(text, family)) assert.doesNotMatch(other, wrong);
    });
}
