import assert from 'node:assert/strict';
import { familyFigure, generateFigures } from '../../../scripts/generate-figures.mjs';

describe('the figures of how often findings are right', () => {
  it('count the findings of a family', () =>
    assert.equal(
      familyFigure({ families: { demand: { right: 9, of: 10 } } }, 'demand'),
      'In the text it was measured on, which no rule was written for, 9 of its 10 findings were right.',
    ));

  for (const families of [{}, { demand: { right: 2, of: 2 } }])
    it(`give no share for ${JSON.stringify(families)}`, () =>
      assert.match(familyFigure({ families }, 'demand'), /nothing can be said|too few to say/));

  it('stand in the README with each severity', async () => {
    const { 'README.md': page } = await generateFigures();
    for (const severity of ['warning', 'information', 'hint'])
      assert.match(page!, new RegExp(`^\\| ${severity} \\| \\d+ \\|`, 'm'));
  });
});
