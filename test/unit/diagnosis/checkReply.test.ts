import assert from 'node:assert/strict';
import { checkReply } from '../../../src/diagnosis/reply/checkReply';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readThread } from '../../../src/thread/thread';
import { correspondence } from '../thread/correspondence';
import { checkOf, compare, replies, shortReplies } from './replyCorpus';

const thread = readThread(
  readDraft(
    correspondence(
      { from: 'me', day: '3 March 2025', text: 'We offer the loom at £900.' },
      { from: 'them', day: '5 March 2025', text: 'Could you deliver it to Leith? How old are the reeds?' },
    ),
    {},
  ),
);
const check = (text: string, limits?: { alternative: string; limit: string; deadline: string }) =>
  checkReply(thread, readDraft(text, { kind: 'email' }), limits === undefined ? {} : { limits });

describe('A reply held against its thread', () => {
  it('says of each of their questions whether it is answered, and by which line', () => {
    const text = 'Hello,\n\nThe reeds are six years old, and they were rewound in 2024.\n\nNora';
    const { theirQuestions } = check(text);
    assert.deepEqual(
      theirQuestions.map(({ answered }) => answered),
      [false, true],
    );
    const by = theirQuestions[1]!.by!;
    assert.equal(text.slice(by.start, by.end), by.text);
  });

  it('takes no answer for one that puts the question off or asks back', () => {
    for (const text of ['I will have to check how old the reeds are.', 'How old should the reeds be?'])
      assert.equal(check(text).theirQuestions[1]!.answered, false, text);
  });

  it('shows numbers and dates that are nowhere in the thread, in any way of writing them', () => {
    const { strange } = check('£900 stands. We could bring it on 14 April for £40.');
    assert.deepEqual(
      strange.map(({ text }) => text),
      ['14 April', '£40'],
    );
    assert.deepEqual(check('GBP 900.00 stands.').strange, []);
  });

  it('says that a private limit shows, and nothing about which', () => {
    const limits = { alternative: '', limit: 'not under 750', deadline: '' };
    assert.equal(check('We might come down to £750.', limits).limit, true);
    assert.equal(check('We might come down to £800.', limits).limit, false);
    assert.ok(!JSON.stringify(check('It is yours at £800.', limits)).includes('750'));
  });

  it('names the next step by its day and by who does it, or says that there is none', () => {
    assert.deepEqual(check('I will send the drawing by Friday.').nextStep, { date: 'Friday', owner: 'me' });
    assert.equal(check('Could you let me know by 2 May?').nextStep?.owner, 'them');
    assert.equal(check('The reeds are old.').nextStep, null);
  });

  it('takes a question that wants no answer for nothing given', () => {
    assert.deepEqual(check('Do you seriously think we will pay £700 for a loom without its reeds?').given, []);
    assert.equal(check('We can go to £700 for the loom.').given.length, 1);
  });

  it('takes what follows if they do not act for no promise', () => {
    for (const line of [
      'You must decide by Friday or we will sell the loom elsewhere.',
      'Please pay the deposit by 2 May, otherwise I will call my solicitor.',
      'You need to collect it this week or else we are going to charge for storage.',
      'I want it in my hands by Thursday or our solicitor will be in touch.',
    ])
      assert.deepEqual(check(line).promises, [], line);
    for (const line of ['We will send the reeds or the drawing by Friday.', 'I will call you on Friday or Monday.'])
      assert.equal(check(line).promises.length, 1, line);
  });

  it('takes a threat for neither a gift nor a promise', () => {
    for (const line of [
      'Accept £850 by Friday or I will let it go to somebody else.',
      'If you don’t sign by Friday, we will give the flat to the other couple.',
      'Pay £850 by Friday, else the loom goes back on the list.',
      'You have until Friday, after that we will offer it to the next on the list.',
      'This is our last offer: £880, or the deal is off.',
      'Unless you pay by Friday we will keep the deposit.',
      'If I don’t hear from you by Monday I’ll take the work elsewhere.',
      'Without your answer by Friday we will drop the price for somebody else.',
      'Confirm the grant share by Monday, otherwise we must withdraw the offer of the lab.',
      'Merge it this week or we go with the other library.',
    ]) {
      const { given, promises } = check(line);
      assert.deepEqual([given, promises], [[], []], line);
    }
    assert.equal(check('I can let you have it for £850 if you collect it on Friday.').given.length, 1);
  });

  it('reads what a question asks for behind a greeting', () => {
    const asking = readThread(
      readDraft(
        correspondence(
          { from: 'me', day: '3 March 2025', text: 'We offer the loom at £900.' },
          { from: 'them', day: '5 March 2025', text: 'Good morning Nora, did you clean the reeds?' },
        ),
        {},
      ),
    );
    const answered = (text: string) =>
      checkReply(asking, readDraft(text, { kind: 'email' })).theirQuestions.map((question) => question.answered);
    assert.deepEqual(answered('Yes, last week.'), [true]);
    assert.deepEqual(answered('The weather is lovely.'), [false]);
  });

  // Not one row must fall behind: these are the rates that the whole set reaches.
  for (const set of ['seen', 'unseen'] as const)
    it(`agrees with careful readers on the ${set} replies of the corpus`, () => {
      const tally = { questions: [0, 0], given: [0, 0], strange: [0, 0] };
      for (const row of [...replies, ...shortReplies].filter((one) => one.set === set)) {
        const wrong = compare(row, checkOf(row));
        for (const kind of ['questions', 'given', 'strange'] as const) {
          tally[kind][0]! += Math.max(1, Object.keys(row[kind]).length);
          tally[kind][1]! += wrong[kind].length;
        }
      }
      const rate = ([all, wrong]: number[]) => 1 - wrong! / all!;
      assert.ok(rate(tally.questions) >= 0.9, `questions ${rate(tally.questions)}`);
      assert.ok(rate(tally.strange) >= 0.9, `strange ${rate(tally.strange)}`);
      assert.ok(rate(tally.given) >= 0.7, `given ${rate(tally.given)}`);
    });
});
