import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';
import { workDone } from '../../../src/language/matcher';

const analyzer = createAnalyzer();
const findingsIn = (text: string) => analyzer.findings(analyzer.read(text, { kind: 'email' }));

/** How much is tried to match patterns while a text is read. */
function workOf(text: string): number {
  const before = workDone();
  findingsIn(text);
  return workDone() - before;
}

describe('A paragraph that says the same again and again', () => {
  const once = 'You never listen to us.';

  it('has the findings of its sentence at each place', () => {
    const findings = findingsIn(`${once} `.repeat(250));
    const first = findings.filter(({ start }) => start < once.length);
    assert.ok(first.length > 0);
    assert.equal(findings.length, 250 * first.length);
    for (const [at, finding] of findings.entries()) {
      const like = first[at % first.length]!;
      const by = Math.floor(at / first.length) * (once.length + 1);
      assert.deepEqual([finding.ruleId, finding.start, finding.end], [like.ruleId, like.start + by, like.end + by]);
      for (const [place, { start }] of finding.suggestions.entries()) {
        const expected = like.suggestions[place]!.start;
        assert.equal(start, expected === undefined ? undefined : expected + by);
      }
    }
  });

  it('costs no more when it is six times as long', () => {
    findingsIn(`${once} `.repeat(220));
    assert.ok(workOf(`${once} `.repeat(1_500)) < 2 * workOf(`${once} `.repeat(250)));
  });

  it('costs in proportion to its length where it is one sentence', () => {
    const words = 'not you never ';
    findingsIn(words.repeat(200));
    const [short, long] = [workOf(words.repeat(20)), workOf(words.repeat(200))];
    assert.ok(long < 15 * short, `${short} → ${long}`);
  });
});
