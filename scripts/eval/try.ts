import { readFileSync } from 'node:fs';
import type { Block } from '../../src/document/draft/draft';
import { tagTokens } from '../../src/language/tagger';
import { findInBlock } from '../../src/wording/find';
import { builtInRules, readyRules } from '../../src/wording/ruleSet';

// Prints what the rules find in each line of standard input.
const ready = readyRules(builtInRules());
for (const text of readFileSync(0, 'utf8').split('\n')) {
  if (text.trim() === '') continue;
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  console.log(text);
  for (const found of findInBlock(block, ready, { kind: 'email', tag: tagTokens }))
    console.log(
      `    ${found.severity} ${found.ruleId} [${found.text}] → ${found.suggestions.map(({ text: to, safe }) => `“${to}”${safe ? ' (safe)' : ''}`).join(' | ')}`,
    );
}
