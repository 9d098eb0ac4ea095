import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';

const analyzer = createAnalyzer();
const read = (text: string) => analyzer.score(analyzer.read(text, { kind: 'email' }));

describe('the tone reading', () => {
  it('reads thanks, acknowledgement and a soft question as more receptive than a flat order', () => {
    const warm = read(
      'Thank you for your note. I understand that the date is hard for you. Could you tell me which day would suit?',
    );
    const flat = read('You did not answer. You are wrong about the date. Send it now.');
    assert.ok(warm.receptiveness > flat.receptiveness + 0.3, `${warm.receptiveness} and ${flat.receptiveness}`);
  });

  it('does not grow with length alone', () => {
    const paragraph = 'The second delivery comes on Tuesday. The crates stand in the yard. We have counted them twice.';
    const short = read(paragraph).receptiveness;
    const long = read(Array.from({ length: 12 }, () => paragraph).join('\n\n')).receptiveness;
    assert.ok(Math.abs(short - long) < 0.15, `${short} and ${long}`);
  });

  it('adds up from its parts', () => {
    const { receptiveness, parts } = read('I see your point, and perhaps we could meet halfway. Thanks again!');
    assert.ok(parts.acknowledgement! > 0);
    assert.ok(parts.gratitude! > 0);
    assert.ok(receptiveness > 0.5 && receptiveness <= 1);
  });

  it('counts words, sentences and questions of the writer only', () => {
    const reading = read('What would help? Is Monday fine?\n\n> Why? Why? Why?\n');
    assert.equal(reading.questions, 2);
    assert.equal(reading.openQuestions, 1);
    assert.equal(reading.sentences, 2);
  });

  it('reads an empty text as ordinary', () => {
    const { receptiveness, words, heat } = read('');
    assert.equal(words, 0);
    assert.equal(heat, 0);
    assert.ok(receptiveness > 0.2 && receptiveness < 0.8);
  });
});
