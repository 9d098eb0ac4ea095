import assert from 'node:assert/strict';
import type { Block, Kind } from '../../../src/document/draft/draft';
import { type AnalysisSettings, createAnalyzer, defaultSettings } from '../../../src/engine/index';
import source from '../../../src/wording/classifierWeights.json';
import { MOST_NAMES, signs } from '../../../src/wording/featureIndex';
import { findInBlock } from '../../../src/wording/find';
import type { Finding } from '../../../src/wording/rule';
import { builtInRules, readyRules } from '../../../src/wording/ruleSet';

const analyzer = createAnalyzer();

function find(text: string, kind: Kind = 'email', settings: Partial<AnalysisSettings> = {}): readonly Finding[] {
  const own = Object.keys(settings).length === 0 ? analyzer : createAnalyzer({ ...defaultSettings, ...settings });
  return own.findings(own.read(text, { kind }));
}

/** What the tenor says where no other rule answers in its place. */
function alone(text: string): Finding[] {
  const rules = readyRules(builtInRules().filter(({ judged }) => judged === 'tenor'));
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, rules, { kind: 'email', tag: () => [] });
}

const heard = (findings: readonly Finding[]) => findings.filter(({ ruleId }) => ruleId.endsWith('/tenor'));

const sharp = 'This whole rewrite is a bad joke and everybody here knows it.';

describe('the tenor of a sentence', () => {
  it('is a hint over the passage that weighs most, in the family that it speaks for', () => {
    const [finding] = alone(`Thank you for the draft. ${sharp}`);
    assert.equal(finding?.ruleId, 'heat/tenor');
    assert.equal(finding?.severity, 'hint');
    assert.equal(finding?.text, sharp.slice(0, -1));
  });

  it('names words of the passage that decided', () => {
    const [finding] = heard(find(sharp));
    const named = [...finding!.message.matchAll(/“([^”]+)”/g)].slice(1).map(([, word]) => word!);
    assert.ok(named.length > 0 && named.length <= 3, finding!.message);
    for (const word of named) assert.ok(finding!.text.toLowerCase().includes(word), word);
  });

  it('does not speak again of words that a rule has marked', () => {
    const findings = find('We demand a reply. You have ignored every single mail since June, as you should know.');
    for (const one of heard(findings))
      for (const other of findings)
        if (other !== one) assert.ok(one.end <= other.start || one.start >= other.end, `${one.text} / ${other.text}`);
  });

  it('keeps to prose: nothing in headings, code, quotations of others or two words', () => {
    assert.deepEqual(heard(find(`# ${sharp}\n`, 'proposal')), []);
    assert.deepEqual(heard(find(`Dear Ann,\n\nSee below.\n\n> ${sharp}\n`)), []);
    assert.deepEqual(heard(find(`Run this:\n\n\`\`\`\n${sharp}\n\`\`\`\n`, 'proposal')), []);
    assert.deepEqual(heard(find('Bad joke.')), []);
  });

  it('does not bring up another way what a rule that is switched off would have said', () => {
    const text = 'We demand a refund.';
    assert.deepEqual(
      heard(find(text, 'email', { rules: { 'demand/we-demand': 'off' } })).filter(({ text }) =>
        text.includes('demand'),
      ),
      [],
    );
  });

  it('can be switched off, or shown more strongly, like any rule', () => {
    const [finding] = heard(find(sharp));
    assert.ok(finding !== undefined);
    assert.deepEqual(heard(find(sharp, 'email', { rules: { [finding.ruleId]: 'off' } })), []);
    const [loud] = heard(find(sharp, 'email', { rules: { [finding.ruleId]: 'warning' } }));
    assert.equal(loud?.severity, 'warning');
  });

  it('reads emoji, lone surrogates and right-to-left text without a fault', () => {
    for (const text of [`${sharp} 😀\ud83d`, 'שלום לכם, זה לא טוב בכלל!', '😀 😀 😀 😀 😀'])
      assert.ok(Array.isArray(find(text)));
  });
});

describe('the stored model of the tenor', () => {
  const families = Object.values(source.families as Record<string, { weights: Record<string, number> }>);
  const names = [source.weights as Record<string, number>, ...families.map(({ weights }) => weights)].flatMap(
    Object.keys,
  );

  it('knows single words and pairs, no longer runs of anybody’s words', () => {
    for (const name of names) {
      const words = name.split(' ').filter((word) => word !== '_');
      assert.ok(words.length === 1 || words.length === 2, name);
      for (const word of words) assert.ok(!word.startsWith('^') || (signs as readonly string[]).includes(word), word);
    }
  });

  it('has room for the names that it knows', () => {
    assert.ok(new Set(names.flatMap((name) => name.split(' '))).size < MOST_NAMES);
  });
});
