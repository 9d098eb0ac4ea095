import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine';

const analyzer = createAnalyzer();

function faultsOf(text: string): string[] {
  return analyzer.commentFaults(analyzer.read(text, { kind: 'email' })).map(({ message }) => message);
}

describe('an ignore comment that ignores nothing', () => {
  for (const [written, message] of [
    [
      '<!-- common-ground-ignore -->',
      'There is no comment “common-ground-ignore”; one is “common-ground-disable-line”.',
    ],
    [
      '<!-- common-ground-disable-nextline -->',
      'There is no comment “common-ground-disable-nextline”; the nearest is “common-ground-disable-next-line”.',
    ],
    [
      '<!-- common-ground-disable-next-line demand/we-demnd -->',
      'There is no rule “demand/we-demnd”; the nearest is “demand/we-demand”.',
    ],
    ['<!-- common-ground-disable heat, demnd -->', 'There is no rule “demnd”; the nearest is “demand”.'],
  ] as const)
    it(`is told with what is nearest: ${written}`, () => {
      const text = `Dear Tom,\n\n${written}\nWe demand a reply.\n\nAnn\n`;
      assert.deepEqual(faultsOf(text), [message]);
    });

  for (const written of [
    '<!-- common-ground-disable-next-line -->',
    '<!-- common-ground-disable-next-line demand/we-demand, heat -- agreed with the chair -->',
    '<!-- commonground is a good name -->',
    '<!-- to do -->',
  ])
    it(`is not told of where all is well: ${written}`, () => {
      assert.deepEqual(faultsOf(`Dear Tom,\n\n${written}\nWe demand a reply.\n\nAnn\n`), []);
    });
});
