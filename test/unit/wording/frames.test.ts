import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';
import { tokenise } from '../../../src/language/tokens';
import { fillFrame } from '../../../src/wording/frames';
import type { Suggestion } from '../../../src/wording/rule';

const analyzer = createAnalyzer();

function suggestions(text: string): Suggestion[] {
  return analyzer.findings(analyzer.read(text, { kind: 'email' })).flatMap((finding) => finding.suggestions);
}

const isFrame = ({ frame }: Suggestion) => frame === true;

describe('a frame to fill in', () => {
  it('stands in only where one blank is all that is missing', () => {
    assert.deepEqual(
      suggestions('You will not find a better price.')
        .filter(isFrame)
        .map(({ text }) => text),
      ['Comparable offers are at [figure]'],
    );
    for (const text of [
      'You ignored us when we rang about the broken gate on the second of May.',
      'No lowballers, and the piano goes to whoever fetches it before the school opens again.',
      'They left us waiting with the two pianos in the rain.',
      'No lowballers.',
      'Really?',
      'WTF?',
    ])
      assert.deepEqual(suggestions(text).filter(isFrame), [], text);
  });

  it('speaks as the writer does', () => {
    const said = 'They will come on Friday with $40.';
    const tokens = tokenise(said, 0, said.length, []);
    assert.equal(
      fillFrame('We need {what} by {date}; {figure} suits us.', tokens, 'i'),
      'I need [what] by Friday; $40 suits me.',
    );
    assert.equal(fillFrame('I need {what}.', tokens, 'we'), 'We need [what].');
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
