import assert from 'node:assert/strict';
import { readsWell } from '../../../src/wording/readsWell';

/** A sentence, what a rewriting made of it, and does that read as one piece? */
const rewritten: readonly (readonly [before: string, after: string, well: boolean])[] = [
  ['You broke the the lamp.', 'The the lamp was broken.', true],
  ['Your pump is a joke, so stop.', 'Your pump is is not good enough, so stop.', false],
  ['I know that that is late.', 'I see that that is late.', true],
  ['The very most we pay is 80.', 'The very our offer is 80.', false],
  ['We simply cannot pay more than 80.', 'We simply can offer 80.', false],
  ['We cannot pay more than 80.', 'We can offer 80.', true],
  ['How remarkably awful the stove is.', 'How remarkably very poor the stove is.', false],
  ['Your figures are nonsense.', 'Your figures is hard for us to follow.', false],
  ['Your series is nonsense.', 'Your series is hard for us to follow.', true],
  ['Do you expect me to pay?', 'Do it is left to me to pay?', false],
  ['They are liars.', 'They is not what was promised.', false],
  ['The costs on your side put us in a spot.', 'The costs on this puts us in a spot.', false],
  ['We would sign, but you lied.', 'We would sign, but.', false],
  ['But and so on, you lied.', 'But and so on, that was not correct.', true],
  ['I am so sorry to trouble you again.', 'I am so.', false],
  ['I am so sorry to trouble you again.', 'Again.', false],
  ['Sorry to ask, is it so?', 'Is it so?', true],
  ['We like it, obviously, a lot.', 'We like it, , a lot.', false],
  ['That is our limit and only offer.', 'That is what we can offer and only offer.', false],
];

describe('a rewritten sentence', () => {
  for (const [before, after, well] of rewritten)
    it(`“${after}” ${well ? 'reads as one piece' : 'does not fit together'}`, () =>
      assert.equal(readsWell(before, after), well));
});
