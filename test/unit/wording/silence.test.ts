import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../../src/engine/index';
import { readExample } from '../../../src/engine/rules';

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

  for (const line of linesOf('found'))
    it(`finds: ${line}`, () => {
      const { text, marked } = readExample(line);
      assert.ok(find(text).some(({ start, end }) => start < marked!.end && end > marked!.start));
    });
});
