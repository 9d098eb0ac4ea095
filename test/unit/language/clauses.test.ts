import assert from 'node:assert/strict';
import type { Clause } from '../../../src/language/clause/clause';
import { readClauses } from '../../../src/language/clause/readClauses';
import { createTokens, tokenise } from '../../../src/language/tokens';

function read(text: string) {
  const tokens = tokenise(text, 0, text.length, [], createTokens(64));
  const tail = text.slice(tokens.ends[tokens.count - 1]);
  const reading = readClauses(tokens, tail);
  const words = ({ start, end }: Clause) => text.slice(tokens.starts[start], tokens.ends[end - 1]);
  return { ...reading, words: reading.clauses.map(words) };
}

function only(text: string): Clause {
  const { clauses } = read(text);
  assert.equal(clauses.length, 1, text);
  return clauses[0]!;
}

describe('reading clauses', () => {
  it('parts a sentence where a new subject or verb begins and keeps lists together', () => {
    assert.deepEqual(read('We sent the plan, the budget and the drawings.').words, [
      'We sent the plan, the budget and the drawings',
    ]);
    assert.deepEqual(read('You never called, and your team lost our keys because nobody looked.').words, [
      'You never called',
      'and your team lost our keys',
      'because nobody looked',
    ]);
    assert.deepEqual(read('I think you have misread it: call me.').words, [
      'I think',
      'you have misread it',
      'call me',
    ]);
  });

  it('says who does it', () => {
    assert.equal(only('You have lost our keys.').subject, 'reader');
    assert.equal(only('Your whole department has lost our keys.').subject, 'reader');
    assert.equal(only('Your last letter was short.').subject, 'thing');
    assert.equal(only('Your last letter was short.').possessed, true);
    assert.equal(only('The council rejected it.').subject, 'third');
    assert.equal(only('We have lost your keys.').subject, 'writer');
    assert.equal(only('There is no key.').subject, 'nobody');
    assert.equal(only('Have you lost our keys?').subject, 'reader');
  });

  it('lets a second verb have the subject of the first', () => {
    const [, second] = read('You never wrote and have ignored us.').clauses;
    assert.equal(second?.subject, 'reader');
  });

  it('tells orders from questions and statements', () => {
    assert.equal(only('Send it by noon.').mood, 'order');
    assert.equal(only('Please just do not send it.').mood, 'order');
    assert.equal(only('Please just do not send it.').negated, true);
    assert.equal(only('Do you send it?').mood, 'question');
    assert.equal(only('You send it by noon.').mood, 'statement');
    assert.equal(only('I would like a copy.').mood, 'wish');
    assert.equal(only('We can split the cost.').mood, 'offer');
    assert.equal(only('We can not split the cost.').mood, 'statement');
  });

  it('reads tense, modal verb, negation and passive', () => {
    assert.equal(only('I will file it on Friday.').tense, 'future');
    assert.equal(only('You are going to regret it.').tense, 'future');
    assert.equal(only('You have ignored it.').tense, 'past');
    assert.equal(only('Your people ignored it.').tense, 'past');
    assert.equal(only('You ignore it.').tense, 'present');
    assert.equal(only('You need to call us.').modal, 'must');
    assert.equal(only('You should call us.').modal, 'should');
    assert.equal(only('The letter was never answered.').passive, true);
    assert.equal(only('The letter was never answered.').negated, true);
    assert.equal(only('It is not only late.').negated, false);
  });

  it('knows what is reported, supposed, conditional and given as a reason', () => {
    assert.equal(read('You claim that we are late.').clauses.at(-1)?.reported, 'claimed');
    assert.equal(read('I thought you were the owner.').clauses.at(-1)?.reported, 'supposed');
    assert.equal(read('If you do not pay, I will leave.').clauses[0]?.conditional, true);
    assert.equal(read('If you do not pay, I will leave.').clauses[1]?.conditional, false);
    const reasoned = read('Send it today because the office closes.');
    assert.equal(reasoned.reason, true);
    assert.deepEqual(
      reasoned.clauses.map(({ reason }) => reason),
      [false, true],
    );
    assert.equal(read('Due to the strike the office is closed.').reason, true);
  });

  it('hears an apology, thanks, play and the writer owning up', () => {
    assert.equal(read('Sorry, that was my mistake.').ownFault, true);
    assert.equal(read('Sorry, that was my mistake.').apology, true);
    assert.equal(read('That was your mistake.').ownFault, false);
    assert.equal(read('Thanks for the quick reply.').thanks, true);
    assert.equal(read('You broke it, lol.').play, true);
    assert.equal(read('You broke it ;)').play, true);
  });
});
