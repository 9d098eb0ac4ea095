import assert from 'node:assert/strict';
import { fillWriter, writerOf } from '../../../src/wording/writerPronoun';

const whole = (text: string) => ({ start: 0, end: text.length });
const writer = (text: string, words: string) => {
  const start = text.indexOf(words);
  return writerOf(text, whole(text), { start, end: start + words.length });
};

describe('the pronoun of the writer', () => {
  it('is the one that the sentence uses', () => {
    assert.equal(writer('I find this absurd.', 'absurd'), 'i');
    assert.equal(writer('To our mind this is absurd.', 'absurd'), 'we');
    assert.equal(writer("This is absurd and I'm leaving.", 'absurd'), 'i');
  });

  it('is the nearest one where both are used', () => {
    assert.equal(writer('I told you that our board finds this absurd.', 'absurd'), 'we');
    assert.equal(writer('We all agreed, and I find this absurd.', 'absurd'), 'i');
  });

  it('is the one among the words found before any other', () => {
    assert.equal(writer('I write because you cost us a week.', 'you cost us'), 'we');
  });

  it('is looked for around a sentence that has none', () => {
    const text = 'My car broke down. This is absurd. Thanks.';
    assert.equal(writerOf(text, { start: 19, end: 34 }, { start: 27, end: 33 }), 'i');
  });

  it('is "we" where nobody speaks', () => {
    assert.equal(writer('This is absurd.', 'absurd'), 'we');
    assert.equal(writer('Part II of the US bid, i.e. the annex, is absurd.', 'absurd'), 'we');
  });

  it('fills every form', () => {
    const places = '{we} {us} {our} {ours} {ourselves} {we are} {we were}';
    assert.equal(
      fillWriter(places, () => 'i'),
      'I me my mine myself I am I was',
    );
    assert.equal(
      fillWriter(places, () => 'we'),
      'we us our ours ourselves we are we were',
    );
  });

  it('leaves other places and the text alone, and asks nobody then', () => {
    assert.equal(
      fillWriter('{fail>miss} as we see it', () => assert.fail()),
      '{fail>miss} as we see it',
    );
  });
});
