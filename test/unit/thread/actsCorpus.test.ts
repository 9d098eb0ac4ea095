import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stateActsOf } from '../../../src/diagnosis/state/stateActs';
import { readAmounts } from '../../../src/thread/amounts';
import { readConcessions } from '../../../src/thread/concessions';
import { contentWords } from '../../../src/thread/contentWords';
import { labelSentence } from '../../../src/thread/dialogueActs';
import { readQuestions } from '../../../src/thread/questions';
import type { Thread } from '../../../src/thread/thread';

type Act = 'question' | 'concession' | 'refusal' | 'agreement' | 'closing' | 'declining' | 'waiting' | 'promise';

/** What a sentence is read as, standing alone. */
function actsOf(text: string): ReadonlySet<Act> {
  const sentence = {
    text,
    start: 0,
    end: text.length,
    paragraph: 0,
    formula: false,
    content: contentWords(text),
  };
  const line = labelSentence(sentence, 0, 'me');
  const amounts = readAmounts([line]);
  const given = readConcessions([line], amounts);
  const thread = { messages: [{ index: 0, side: 'me' }] } as unknown as Thread;
  const acts = new Set<Act>();
  if (readQuestions(thread, [line], amounts, given).some(({ unanswered }) => unanswered)) acts.add('question');
  if (given.length > 0) acts.add('concession');
  if (line.asks) return acts;
  const state = stateActsOf(text);
  if (line.acts.has('refuse')) acts.add('refusal');
  if (line.acts.has('promise')) acts.add('promise');
  if (state.has('accept') || state.has('done')) acts.add('agreement');
  if (state.has('close')) acts.add('closing');
  if (state.has('decline')) acts.add('declining');
  if (state.has('wait')) acts.add('waiting');
  return acts;
}

/** Lines of `corpus/acts`: of each file the even ones were not looked at while the patterns were made. */
function unseen(file: string): string[] {
  return readFileSync(`corpus/acts/${file}.txt`, 'utf8')
    .trim()
    .split('\n')
    .filter((_, index) => index % 2 === 1);
}

// Shares of the unseen lines that are found; before acts were read by clause they were about a half.
const least: Readonly<Record<Act, number>> = {
  question: 0.8,
  concession: 0.85,
  refusal: 0.95,
  agreement: 0.75,
  closing: 0.85,
  declining: 0.9,
  waiting: 0.65,
  promise: 0.95,
};

describe('What a sentence does', () => {
  for (const [act, share] of Object.entries(least) as [Act, number][])
    it(`is seen in words that no list has: ${act}`, () => {
      const lines = unseen(act);
      const missed = lines.filter((line) => !actsOf(line).has(act));
      assert.ok(1 - missed.length / lines.length >= share, missed.join('\n'));
    });

  it('takes no question for one that nobody waits for, and no gift for an ask, a fact or a limit', () => {
    const asked = unseen('noQuestion').filter((line) => actsOf(line).has('question'));
    assert.ok(asked.length <= 3, asked.join('\n'));
    const given = [...unseen('noConcession'), ...unseen('refusal')].filter((line) => actsOf(line).has('concession'));
    assert.ok(given.length <= 2, given.join('\n'));
  });
});
