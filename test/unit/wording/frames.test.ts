import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';
import type { Suggestion } from '../../../src/wording/rule';

const analyzer = createAnalyzer();

function suggestions(text: string): Suggestion[] {
  return analyzer.findings(analyzer.read(text, { kind: 'email' })).flatMap((finding) => finding.suggestions);
}

const isFrame = ({ frame }: Suggestion) => frame === true;

describe('a frame to fill in', () => {
  it('does not stand in for a sentence that says much more than the words found', () => {
    const long =
      'You ignored us when we rang about the broken gate on the second of May and again when the van with the two pianos could not get into the yard.';
    assert.ok(analyzer.findings(analyzer.read(long, { kind: 'email' })).length > 0);
    assert.deepEqual(suggestions(long).filter(isFrame), []);
    assert.ok(suggestions('You ignored us when we rang.').some(isFrame));
  });

  it('speaks as the writer does', () => {
    for (const { text } of suggestions('I wrote about the gate and you ignored me.').filter(isFrame))
      assert.doesNotMatch(text, /\b(?:we|us|our)\b/i);
    for (const { text } of suggestions('We wrote about the gate and you ignored us.').filter(isFrame))
      assert.doesNotMatch(text, /\b(?:I|me|my)\b/);
  });

  it('that a whole family shares is offered only where there is nothing better', () => {
    const offered = suggestions('You must accept our terms.');
    assert.equal(offered[0]?.text, 'Please consider');
    assert.deepEqual(offered.filter(isFrame), []);
  });
});

describe('words that charge nobody', () => {
  for (const text of [
    'I am not a liar.',
    'We are sorry about the awful experience that you had in room 9.',
    'I am sorry that you had such a terrible stay with us.',
    'We apologise for the dreadful night you had above the kitchen.',
    'I am not refusing to pay for the second week.',
    'You do not have to sign before the survey is done.',
    'Your price is better than that of the other yard.',
    'The fourth chair is out of place in the plan.',
  ])
    it(`are left alone: ${text}`, () => {
      assert.deepEqual(
        analyzer.findings(analyzer.read(text, { kind: 'email' })).map((finding) => finding.text),
        [],
      );
    });
});

describe('what is said of the words found', () => {
  const messageOf = (text: string) =>
    analyzer.findings(analyzer.read(text, { kind: 'email' })).map(({ message }) => message);

  for (const [text, wrong] of [
    ['If I do not hear from you, I will report you to the council.', /shut out/],
    ['You must accept our terms by noon.', /lecture/],
    ['Your failure to reply has cost us a week.', /conduct or character/],
    ['I have had enough of your excuses.', /bad faith/],
    ['Your effort is inadequate.', /a dig/],
    ["You can't be bothered to answer.", /reason for the no/],
  ] as const)
    it(`is true of them: ${text}`, () => {
      const messages = messageOf(text);
      assert.ok(messages.length > 0);
      for (const message of messages) assert.doesNotMatch(message, wrong);
    });
});
