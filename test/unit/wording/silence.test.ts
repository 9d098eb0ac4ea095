import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../../src/engine/index';

const linesOf = (name: string) =>
  readFileSync(`test/fixtures/${name}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
const analyzer = createAnalyzer();
const find = (text: string) => analyzer.findings(analyzer.read(text, { kind: 'email' }));

describe('the whole product', () => {
  for (const sentence of linesOf('silent'))
    it(`makes no finding of: ${sentence}`, () => {
      const loud = find(sentence).filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(
        loud.map(({ ruleId, text }) => `${ruleId}: ${text}`),
        [],
      );
    });

  for (const marked of linesOf('found'))
    it(`finds: ${marked}`, () => {
      const text = marked.replace(/[[\]]/g, '');
      const start = marked.indexOf('[');
      const end = marked.indexOf(']') - 1;
      assert.ok(find(text).some((found) => found.start < end && found.end > start));
    });
});
