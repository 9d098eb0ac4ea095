import assert from 'node:assert/strict';
import type { Block } from '../../../src/document/draft/draft';
import { splitSentences } from '../../../src/document/draft/sentences';
import { tagTokens } from '../../../src/language/tagger';
import { tokenise } from '../../../src/language/tokens';
import { scoreClauses } from '../../../src/wording/clauses/clauseProposer';
import { surroundingsOf } from '../../../src/wording/conditions';
import { readExample } from '../../../src/wording/exampleText';
import { type FindOptions, findInBlock } from '../../../src/wording/find';
import type { Example, Finding } from '../../../src/wording/rule';
import { builtInRuleSet, builtInRules, readyRules } from '../../../src/wording/ruleSet';

const rules = builtInRules();
const ready = builtInRuleSet();
const options: FindOptions = { kind: 'email', tag: tagTokens };
const only = process.env.FAMILY;

function find(text: string, set = ready): Finding[] {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(block, set, options);
}

function apply(text: string, finding: Finding, index = 0): string {
  const { text: other, start = finding.start, end = finding.end } = finding.suggestions[index]!;
  return text.slice(0, start) + other + text.slice(end);
}

for (const rule of rules) {
  if (only !== undefined && rule.family !== only) continue;
  describe(rule.id, () => {
    const { fires, silent } = rule.examples!;
    // Families overlap on purpose ("Why didn't you" blames and corners): each rule has to prove itself alone.
    const alone = readyRules([rule], false);
    if (rule.judged === 'tenor') return scoresApart(fires.map(textOf), silent);

    it('carries enough examples, one of them broken over a line', () => {
      assert.ok(fires.length >= 3 && silent.length >= 3, 'three examples each way');
      assert.ok(
        fires.some((example) => textOf(example).includes('\n')),
        'one example with a line break',
      );
    });

    for (const example of fires) {
      it(`fires: ${textOf(example).replace(/\s+/g, ' ')}`, () => {
        const { text, marked } = readExample(example);
        assert.ok(marked !== undefined, 'the words that must be found stand in square brackets');
        const finding: Finding | undefined = find(text, alone)[0];
        assert.ok(finding !== undefined, 'nothing found');
        assert.ok(
          find(text).some((other) => other.start < finding.end && other.end > finding.start),
          'with all rules together the words are marked too',
        );
        assert.equal(text.slice(finding.start, finding.end), text.slice(marked.start, marked.end));
        if (typeof example !== 'string' && example.becomes !== undefined)
          assert.equal(apply(text, finding), example.becomes);
        for (const [index, suggestion] of finding.suggestions.entries()) {
          // What has blanks is no text yet; a sentence said another way is weighed before it is offered.
          if (suggestion.frame === true) continue;
          if (suggestion.start !== undefined && suggestion.text !== rule.frame) continue;
          const after: string = apply(text, finding, index);
          const from: number = suggestion.start ?? finding.start;
          const to: number = from + suggestion.text.length;
          const worse: Finding[] = find(after).filter((other) => other.end > from && other.start < to);
          assert.deepEqual(
            worse.map(({ ruleId, text: words }) => `${ruleId}: ${words}`),
            [],
            `“${after}” sets off a rule`,
          );
        }
      });
    }

    for (const text of silent) {
      it(`is silent: ${text.replace(/\s+/g, ' ')}`, () => {
        assert.deepEqual(
          find(text, alone).map(({ text: words }) => words),
          [],
        );
      });
    }
  });
}

/** No pattern decides: the clause scorer has to hear more in what fires than in what is to be silent. */
function scoresApart(fires: readonly string[], silent: readonly string[]): void {
  it('hears more in what fires than in what is to be silent', () => {
    const hostile = mean(fires.map(loudest));
    const calm = mean(silent.map(loudest));
    assert.ok(hostile > calm, `${hostile.toFixed(2)} against ${calm.toFixed(2)}`);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function loudest(text: string): number {
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  const scores = splitSentences(text).flatMap(({ start, end }) => {
    const tokens = tokenise(text, start, end);
    return scoreClauses(surroundingsOf(tokens, block, 'email', start, end)).map(({ score }) => score);
  });
  return Math.max(...scores);
}

function textOf(example: Example): string {
  return readExample(example).text;
}
