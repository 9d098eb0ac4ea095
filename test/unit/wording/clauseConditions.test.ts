import assert from 'node:assert/strict';
import type { Block } from '../../../src/document/draft/draft';
import { readTeamRules } from '../../../src/engine/rules';
import { findInBlock } from '../../../src/wording/find';
import { readyRules } from '../../../src/wording/ruleSet';

function marked(rule: string, text: string): string[] {
  const { rules, problems } = readTeamRules(
    `family: accusation\nrules:\n  x:\n    message: A message for this.\n${rule}`,
  );
  assert.deepEqual(problems, []);
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, readyRules(rules), { kind: 'email', tag: () => [] }).map((finding) => finding.text);
}

describe('conditions on the clause', () => {
  const pattern = '    match: ["(lost|mislaid) @subject=reader|thing @!reported"]\n';

  it('are asked by a single pattern', () => {
    assert.deepEqual(marked(pattern, 'You lost our keys.'), ['lost']);
    assert.deepEqual(marked(pattern, 'Your parcel service lost our keys.'), ['lost']);
    assert.deepEqual(marked(pattern, 'We lost our keys.'), []);
    assert.deepEqual(marked(pattern, 'I thought you lost our keys.'), []);
    assert.deepEqual(marked(pattern, 'We left early and you mislaid our keys.'), ['mislaid']);
  });

  it('are asked by the whole rule', () => {
    const rule = '    match: ["keys"]\n    when: { mood: order, polite: false }\n';
    assert.deepEqual(marked(rule, 'Send the keys.'), ['keys']);
    assert.deepEqual(marked(rule, 'Please send the keys.'), []);
    assert.deepEqual(marked(rule, 'You send the keys.'), []);
  });

  it('are asked by what silences a rule', () => {
    const rule = '    match: ["keys"]\n    unless-sentence: ["sorry @own-fault"]\n';
    assert.deepEqual(marked(rule, 'Sorry, my mistake about the keys.'), []);
    assert.deepEqual(marked(rule, 'Sorry about the keys.'), ['keys']);
  });

  it('are refused where they ask nothing', () => {
    const read = (match: string) =>
      readTeamRules(`family: heat\nrules:\n  x:\n    message: A message for this.\n    match: ["${match}"]\n`).problems;
    assert.match(read('keys @mood=angry')[0]?.message ?? '', /“mood” is one of statement/);
    assert.match(read('keys @colour')[0]?.message ?? '', /asks nothing/);
  });
});
