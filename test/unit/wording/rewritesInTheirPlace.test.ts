import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine';

const analyzer = createAnalyzer();

/** A text as it would stand with each suggestion. */
function applied(text: string): string[] {
  return analyzer
    .findings(analyzer.read(text, { kind: 'email' }))
    .flatMap(({ start, end, suggestions }) =>
      suggestions.map((one) => text.slice(0, one.start ?? start) + one.text + text.slice(one.end ?? end)),
    );
}

/** What would be left standing without its sense. */
const spoilt: readonly (readonly [text: string, wrong: RegExp])[] = [
  ['You promised us the keys in March and broke your word again.', /^We .* and broke/],
  ['You promised us a dry flat and then hid the survey.', /^We .* and then hid/],
  ['I like the lamp, but I can only pay $115.', /but I can offer/],
  ['It is a long drive; however, we can only pay 90 euros.', /however, we can offer/],
  ['The flat is central, so the best we can do is $1,500.', /so we can offer/],
  ['We ask because this is all we have.', /because this is (?:our|what)/],
  ['We can do 65. Our final offer.', /65\. \./],
  ['I am so sorry to bother you again.', /^\W*Again\W*$/],
  ['THE STAFF IS HORRIBLE AND RUDE AND THE LIFT IS NEVER CLEAN.', /^THE STAFF IS \p{Ll}/u],
  ["Either you fix the gate today, or I'll tell the whole street.", /^Either .* otherwise/],
  ["It's not my problem that your accountant is away.", /outside what I can do that/],
  ['I was just wondering if you might have had a chance to look at it.', /^Could you have/],
  ['Accept my offer of $115 and you will have the money tonight.', /^Please accept/],
];

/** What is offered all the same where nothing hangs on the words that go. */
const kept: readonly (readonly [text: string, becomes: string])[] = [
  ['We need this contract very badly.', 'This contract matters a lot to us.'],
  ['You promised us payment in March.', 'We were expecting payment in March.'],
  ['I can only pay $115 for the lamp.', 'I can offer $115 for the lamp.'],
  ["Why won't you sign the lease?", 'What would make it possible for you to sign the lease?'],
  ["It's not my problem.", 'It is outside what I can do.'],
  ['I WILL GIVE YOU ONE LAST CHANCE TO RETURN THE KEYS.', 'I will give you one last chance to return the keys.'],
  ['Return the ladder immediately!', 'Return the ladder promptly!'],
];

describe('a rewrite in its place', () => {
  for (const [text, wrong] of spoilt)
    it(`leaves no word of the sentence without its sense: ${text}`, () => {
      for (const after of applied(text)) assert.doesNotMatch(after, wrong);
    });

  for (const [text, becomes] of kept)
    it(`is offered where it fits: ${text}`, () => {
      const found = applied(text);
      assert.ok(found.includes(becomes), found.join('\n'));
    });
});
