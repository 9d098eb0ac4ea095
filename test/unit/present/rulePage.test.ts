import assert from 'node:assert/strict';
import { rulePage } from '../../../src/present/rulePage';
import { builtInRules } from '../../../src/wording/ruleSet';

describe('The page of a rule', () => {
  it('names what is to be filled in by words in brackets, never in braces', () => {
    const lines = builtInRules().flatMap((rule) =>
      rulePage(rule)
        .split('\n')
        .map((line) => line.replace(/`[^`]*`/g, '')),
    );
    assert.deepEqual(
      lines.filter((line) => /[{}]/.test(line)),
      [],
    );
    assert.ok(lines.some((line) => /^- A sentence to fill in: .*\\\[[a-z ]+\\\]/.test(line)));
  });
});
