import assert from 'node:assert/strict';
import { meaningChanges } from '../../../src/wording/meaningGuard';

describe('the meaning guard', () => {
  const cases: [string, string, string[]][] = [
    ['we demand', 'we ask for', []],
    ['pay 500 by Friday', 'pay 600 by Friday', ['number']],
    ['pay £1,200.50 now', 'pay now', ['number']],
    ['by Friday', 'soon', ['date', 'name']],
    ['you must not', 'please do', ['negation', 'duty']],
    ["we can't accept", 'we cannot accept', []],
    ['never again', 'not again', []],
    ['ask Priya about it', 'ask about it', ['name']],
    ['Obviously, we agree', 'We agree', []],
    ['You shall pay', 'You pay', ['duty']],
    ["I don't think I can't", 'I think I can', []],
  ];
  for (const [before, after, expected] of cases)
    it(`“${before}” → “${after}”: ${expected.join(', ') || 'nothing changes'}`, () =>
      assert.deepEqual(meaningChanges(before, after).sort(), [...expected].sort()));
});
