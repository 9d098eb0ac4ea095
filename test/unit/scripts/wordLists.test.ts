import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { countWordLists, englishWords, waiting, wordListFaults } from '../../../scripts/check-word-lists.mjs';

describe('the check for lists of English words in code', () => {
  const english = englishWords();
  const faults = (text: string) => wordListFaults('a.ts', text, english).length;

  for (const text of [
    "const negators = ['not', 'no', 'never', 'without', 'neither', 'nor'];",
    "const readers = set('you your yours we they them');",
    'const days = /\\b(?:monday|tuesday|wednesday|thursday|friday|saturday)\\b/i;',
  ])
    it(`refuses ${text}`, () => assert.equal(faults(text), 1));

  for (const text of [
    "const few = ['not', 'no', 'never'];",
    "const names = ['you', 'we', 'they', 'not', 'time', 'open'] as const;",
    "type Word = 'you' | 'we' | 'they' | 'not' | 'time' | 'open';",
    "const ids = ['alpha-one', 'beta-two', 'gamma-three', 'delta-four', 'epsilon-five', 'zeta-six'];",
  ])
    it(`lets ${text} be`, () => assert.equal(faults(text), 0));

  it('finds no list in the sources that does not wait to be moved already', () => {
    const known = JSON.parse(readFileSync(waiting, 'utf8')) as Record<string, number>;
    const more = Object.entries(countWordLists()).flatMap(([name, found]) =>
      found.length > (known[name] ?? 0) ? found : [],
    );
    assert.deepEqual(more, []);
  });
});
