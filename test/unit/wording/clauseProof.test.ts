import assert from 'node:assert/strict';
import { allForms } from '../../../src/wording/compile';
import { builtInRules } from '../../../src/wording/ruleSet';
import { patternKey } from '../../../src/wording/weighing/patternKey';
import { readProposals } from '../../../training/wording/wordingRows';

/** Words in a row that a pattern spells out, choices between them aside. */
function longestPhrase(source: string): number {
  let longest = 0;
  let row = 0;
  for (const part of source.replace(/[[\]]/g, ' ').split(/\s+/)) {
    row = /^[a-z'’-]+$/.test(part) ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
}

describe('rules read clauses', () => {
  it('and find at most a third less without the phrases of more than three words that they spell out', () => {
    const spelled = new Set(
      builtInRules().flatMap((rule) =>
        allForms(rule).flatMap(({ match }) => match.filter(({ source }) => longestPhrase(source) > 3).map(patternKey)),
      ),
    );
    const { proposals, names } = readProposals();
    const places = new Set(
      names.flatMap((name, place) => (name.startsWith('pattern ') && spelled.has(name.slice(8)) ? [place] : [])),
    );
    const found = new Set<string>();
    const left = new Set<string>();
    for (const { set, mark, group, names: features } of proposals) {
      if (set !== 'real' || mark === 0) continue;
      found.add(group);
      if (!features.some((feature) => places.has(feature))) left.add(group);
    }
    assert.ok(found.size > 200, `${found.size} marked sentences are proposed`);
    assert.ok(left.size >= (found.size * 2) / 3, `${left.size} of ${found.size} are left`);
  });
});
