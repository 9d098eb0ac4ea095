import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';
import { readExample } from '../../../src/wording/exampleText';

const ids = (text: string, analyzer: ReturnType<typeof createAnalyzer>) =>
  analyzer
    .findings(analyzer.read(text, { kind: 'email' }))
    .filter(({ severity }) => severity !== 'hint')
    .map(({ ruleId }) => ruleId);

describe('the safe rephrasings of every example', () => {
  it('reach a fixed point when they are applied', () => {
    const analyzer = createAnalyzer();
    for (const rule of analyzer.rules) {
      for (const example of rule.examples!.fires) {
        const { text } = readExample(example);
        const fixed = analyzer.fix(text, { kind: 'email' });
        assert.equal(analyzer.fix(fixed, { kind: 'email' }), fixed, `${rule.id}: ${text}`);
        const before = new Set(analyzer.findings(analyzer.read(text, { kind: 'email' })).map(({ ruleId }) => ruleId));
        // A clause that nothing else marks any more may be heard on its own.
        const isNew = (id: string) => !before.has(id) && !id.endsWith('/tenor');
        const fresh = ids(fixed, analyzer).filter(isNew);
        assert.deepEqual(fresh, [], `${rule.id}: “${fixed}” has something new`);
      }
    }
  });

  it('keep numbers, names, negation and duty words', () => {
    const analyzer = createAnalyzer();
    for (const rule of analyzer.rules)
      for (const example of rule.examples!.fires) {
        const { text } = readExample(example);
        for (const { suggestions } of analyzer.findings(analyzer.read(text, { kind: 'email' })))
          for (const suggestion of suggestions)
            assert.ok(!(suggestion.safe && suggestion.changes !== undefined), `${rule.id}: ${suggestion.text}`);
      }
  });
});
