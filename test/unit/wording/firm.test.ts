import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../../src/engine/index';

const sentences = readFileSync('test/fixtures/firm.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '');

describe('firm and civil sentences', () => {
  const analyzer = createAnalyzer();

  it('are at least a hundred and fifty', () => assert.ok(sentences.length >= 150, String(sentences.length)));

  for (const sentence of sentences)
    it(sentence, () => {
      const found = analyzer.findings(analyzer.read(sentence, { kind: 'email' }));
      assert.deepEqual(
        found.map(({ ruleId, text }) => `${ruleId}: ${text}`),
        [],
      );
    });
});
