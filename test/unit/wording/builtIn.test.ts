import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Block } from '../../../src/document/draft/draft';
import { tagTokens } from '../../../src/language/tagger';
import { readExample } from '../../../src/wording/exampleText';
import { type FindOptions, findInBlock } from '../../../src/wording/find';
import type { RuleSet } from '../../../src/wording/ruleParts';
import { builtInRuleSet, builtInRules, readyRules, teamRuleSet } from '../../../src/wording/ruleSet';

const options: FindOptions = { kind: 'email', tag: tagTokens };

function find(text: string, set: RuleSet) {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, set, options);
}

describe('the built-in rules as the build prepares them', () => {
  const rules = builtInRules();
  const ready = readyRules(rules);
  // They are the product's, not a team's.
  const general = { ...ready, parts: ready.parts.map((part) => ({ ...part, isOwn: false })) };

  it('find in every example, and in a firm text, what the rules find when all of them are read', () => {
    const texts = rules.flatMap(({ examples }) => [
      ...examples!.fires.map((one) => readExample(one).text),
      ...examples!.silent,
    ]);
    texts.push(readFileSync('test/fixtures/firm.txt', 'utf8'));
    let findings = 0;
    for (const text of texts) {
      const found = find(text, builtInRuleSet());
      assert.deepEqual(found, find(text, general), text);
      findings += found.length;
    }
    assert.ok(findings > rules.length, 'the texts set rules off');
  });

  it('find the same whatever was read before', () => {
    const text = 'We have already told you. You always ignore our deadline, and your offer is unacceptable.';
    const first = find(text, builtInRuleSet());
    find('Take it or leave it: this is our final offer, and you must decide by Friday.', builtInRuleSet());
    assert.ok(first.length > 1);
    assert.deepEqual(find(text, builtInRuleSet()), first);
  });

  it('give way to rules of the same id, and only to those', () => {
    const text = 'We demand a refund. You never answered our mail.';
    const own = rules
      .filter(({ id }) => id === 'demand/we-demand')
      .map((rule) => ({ ...rule, title: 'Ours', match: [], forms: [] }));
    const before = find(text, builtInRuleSet());
    const after = find(text, teamRuleSet(own));
    assert.ok(before.some(({ ruleId }) => ruleId === 'demand/we-demand'));
    // Where the rule is silent, the tenor of the sentence may be heard.
    assert.deepEqual(
      after.filter(({ ruleId }) => ruleId !== 'demand/tenor'),
      before.filter(({ ruleId }) => ruleId !== 'demand/we-demand'),
    );
  });
});
