import assert from 'node:assert/strict';
import type { Block } from '../../../src/document/draft/draft';
import { readTeamRules } from '../../../src/engine/rules';
import { createMatcher } from '../../../src/language/matcher';
import { findInBlock } from '../../../src/wording/find';
import type { RephrasingSource } from '../../../src/wording/rule';
import { createRuleSet } from '../../../src/wording/ruleParts';

function suggestions(text: string, match: string, rephrase: readonly RephrasingSource[]): string[] {
  const rule = { message: 'Try it another way.', match: [match], rephrase };
  const { rules, problems } = readTeamRules(JSON.stringify({ family: 'heat', rules: { gloomy: rule } }));
  assert.deepEqual(problems, []);
  const block: Block = { type: 'paragraph', start: 0, end: text.length, text, masks: [] };
  return findInBlock(
    block,
    createRuleSet(rules, () => createMatcher([]), true),
    { kind: 'email', tag: () => [] },
  ).flatMap((found) =>
    found.suggestions.map(
      ({ text: to, start = found.start, end = found.end }) => text.slice(0, start) + to + text.slice(end),
    ),
  );
}

describe('where a rephrasing is offered', () => {
  it('depends on the words that follow', () => {
    const rephrase = [
      { to: 'hard to accept', 'not-before': 'to, for you' },
      { to: 'unwise', before: 'to' },
    ];
    assert.deepEqual(suggestions('It is gloomy and late.', 'gloomy', rephrase), ['It is hard to accept and late.']);
    assert.deepEqual(suggestions('It is gloomy to wait.', 'gloomy', rephrase), ['It is unwise to wait.']);
    assert.deepEqual(suggestions('It is gloomy for you.', 'gloomy', rephrase), []);
    assert.deepEqual(suggestions('It is gloomy for us.', 'gloomy', rephrase), ['It is hard to accept for us.']);
  });

  it('depends on the mark that follows', () => {
    const rephrase = [
      { to: 'ends', before: '$' },
      { to: 'pauses', before: 'comma' },
    ];
    assert.deepEqual(suggestions('The hall gloomy.', 'gloomy', rephrase), ['The hall ends.']);
    assert.deepEqual(suggestions('The hall gloomy: no.', 'gloomy', rephrase), ['The hall ends: no.']);
    assert.deepEqual(suggestions('The hall gloomy, and dark.', 'gloomy', rephrase), ['The hall pauses, and dark.']);
    assert.deepEqual(suggestions('The hall gloomy and dark.', 'gloomy', rephrase), []);
  });

  it('depends on the words before', () => {
    const rephrase = [
      { to: 'not', after: 'should you' },
      { to: 'do not', 'not-after': 'should you' },
    ];
    assert.deepEqual(suggestions('Should you gloomy pay.', 'gloomy', rephrase), ['Should you not pay.']);
    assert.deepEqual(suggestions('If you gloomy pay.', 'gloomy', rephrase), ['If you do not pay.']);
    assert.deepEqual(suggestions('Gloomy pay.', 'gloomy', rephrase), ['Do not pay.']);
  });

  it('keeps a request out of a clause that hangs on another, and says please once', () => {
    assert.deepEqual(suggestions('It is late, gloomy it.', 'gloomy', ['please move']), ['It is late, please move it.']);
    assert.deepEqual(suggestions('I write because gloomy it.', 'gloomy', ['please move']), []);
    assert.deepEqual(suggestions('Please gloomy it.', 'gloomy', ['please move']), ['Please move it.']);
  });

  it('never leaves a sentence without words', () => {
    assert.deepEqual(suggestions('Gloomy!', 'gloomy', ['']), []);
    assert.deepEqual(suggestions('You said so; gloomy.', 'gloomy', ['']), ['You said so.']);
  });

  it('brings the comma that is missing', () => {
    const rephrase = [', is that right'];
    assert.deepEqual(suggestions('You knew gloomy?', 'gloomy', rephrase), ['You knew, is that right?']);
    assert.deepEqual(suggestions('You knew, gloomy?', 'gloomy', rephrase), ['You knew, is that right?']);
  });
});
