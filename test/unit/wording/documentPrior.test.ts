import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';
import { withoutDoubtful } from '../../../src/wording/documentPrior';
import type { BlockFinding } from '../../../src/wording/find';

const guess = (certainty: number): BlockFinding => ({ ...sure, severity: 'hint', ruleId: 'heat/tenor', certainty });
const sure: BlockFinding = {
  ruleId: 'demand/we-demand',
  family: 'demand',
  severity: 'warning',
  stance: 'hostile',
  message: '',
  why: '',
  grade: 'A',
  start: 0,
  end: 1,
  text: 'x',
  suggestions: [],
};

describe('guesses about a sentence', () => {
  it('stand in a text of a few sentences', () => {
    assert.equal(withoutDoubtful([guess(0)], 200).length, 1);
  });

  it('have to be the surer the longer a calm text is', () => {
    assert.equal(withoutDoubtful([guess(0.5)], 4000).length, 0);
    assert.equal(withoutDoubtful([guess(3)], 4000).length, 1);
  });

  it('are believed sooner where rules have found something', () => {
    assert.equal(withoutDoubtful([guess(0.5), ...Array(9).fill(sure)], 4000).length, 10);
  });

  it('touch no finding that is no guess, and tell nobody how sure they are', () => {
    const [finding] = withoutDoubtful([{ ...sure, severity: 'hint' }], 100_000);
    assert.ok(finding !== undefined);
    assert.ok(!('certainty' in withoutDoubtful([guess(9)], 10)[0]!));
  });

  it('come and go with the rest of the draft, wherever they stand', () => {
    const analyzer = createAnalyzer();
    const sharp = 'This whole rewrite is a bad joke and everybody here knows it.';
    const calm = Array.from({ length: 60 }, (_, at) => `Crate ${at} goes to the yard in Hull on Monday at ten.`);
    const tenor = (text: string) =>
      analyzer.findings(analyzer.read(text, { kind: 'email' })).filter(({ ruleId }) => ruleId.endsWith('/tenor'))
        .length;
    assert.ok(tenor(sharp) >= tenor(`${calm.join(' ')}\n\n${sharp}\n`));
  });
});
