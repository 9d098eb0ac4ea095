import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { stateActsOf } from '../../../src/diagnosis/state/stateActs';
import type { TalkState } from '../../../src/diagnosis/state/talkState';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readThread } from '../../../src/thread/thread';
import { correspondence, type Letter } from '../thread/correspondence';

/** A thread of each state. `ground` is the message without whose words the state is not known. */
const threads: readonly { state: TalkState; ground: number; letters: readonly Letter[] }[] = [
  {
    state: 'agreed',
    ground: 2,
    letters: [
      { from: 'me', day: '3 March 2025', text: 'We could let you have the barn for 400 a month if you mend the gate.' },
      { from: 'them', day: '4 March 2025', text: 'The gate is no trouble. 400 from April?' },
      { from: 'me', day: '5 March 2025', text: 'Agreed, 400 from April. The contract is signed and in the post.' },
    ],
  },
  {
    state: 'waiting',
    ground: 1,
    letters: [
      { from: 'me', day: '3 March 2025', text: 'Our bid for the playground is with you.' },
      {
        from: 'them',
        day: '5 March 2025',
        text: 'Received. The committee votes on 20 March and you will hear on the 21st.',
      },
    ],
  },
  {
    state: 'declined',
    ground: 1,
    letters: [
      { from: 'me', day: '3 March 2025', text: 'We would like to have you on the jury in May.' },
      {
        from: 'them',
        day: '5 March 2025',
        text: 'Honoured, and I have decided not to take on another jury this year.',
      },
      { from: 'me', day: '5 March 2025', text: 'Completely understand, all the best for the exhibition.' },
    ],
  },
  {
    state: 'closed',
    ground: 1,
    letters: [
      { from: 'me', day: '3 March 2025', text: 'Is the claim about the cracked tank still open at your end?' },
      { from: 'them', day: '6 March 2025', text: 'We have closed the file. No further claims from our side.' },
    ],
  },
  {
    state: 'moving',
    ground: 1,
    letters: [
      { from: 'me', day: '3 March 2025', text: 'Six weeks is long for the sign.' },
      {
        from: 'them',
        day: '4 March 2025',
        text: 'The lettering. I am redoing the schedule with a second painter now.',
      },
    ],
  },
  {
    state: 'stalled',
    ground: 2,
    letters: [
      { from: 'them', day: '3 March 2025', text: 'Good to have seen the second hall with you.' },
      { from: 'me', day: '4 March 2025', text: 'Here is the plan of the second hall.' },
      { from: 'me', day: '12 March 2025', text: 'Any news on the hall? Just checking in.' },
    ],
  },
];

const read = (letters: readonly Letter[], now?: number) =>
  diagnose(readThread(readDraft(correspondence(...letters), {})), now === undefined ? {} : { now });

describe('The state of the talks', () => {
  for (const { state, ground, letters } of threads)
    it(`is ${state} from lines that are shown, and unclear without them`, () => {
      const whole = read(letters);
      assert.equal(whole.state, state);
      assert.ok(whole.stateGrounds.length > 0);
      const text = correspondence(...letters);
      for (const { text: line, start, end } of whole.stateGrounds)
        if (line !== '') assert.equal(text.slice(start, end).replace(/\s+/g, ' '), line);
      const without = letters.flatMap((letter, at) =>
        at !== ground ? [letter] : state === 'stalled' ? [] : [{ ...letter, text: 'About the above.' }],
      );
      assert.equal(read(without).state, 'unclear');
    });

  it('ranks no causes where talks go on or have ended, unless asked to', () => {
    for (const { state, letters } of threads.filter(({ state: one }) => one !== 'stalled'))
      assert.deepEqual(read(letters).causes, [], state);
    const thread = readThread(readDraft(correspondence(...threads[4]!.letters), {}));
    assert.ok(diagnose(thread, { always: true }).causes.length > 0);
  });

  it('is no longer waiting when the day that was named has passed by the caller’s clock', () => {
    const { letters } = threads[1]!;
    assert.equal(read(letters, Date.UTC(2025, 2, 10)).state, 'waiting');
    const late = read(letters, Date.UTC(2025, 3, 10));
    assert.equal(late.state, 'stalled');
    assert.ok(late.stateGrounds.some(({ text }) => text.includes('20 March')));
  });

  it('says whose turn it is, since when, and what the next step hangs on', () => {
    const waiting = read(threads[1]!.letters);
    assert.equal(waiting.turn, 'them');
    assert.equal(new Date(waiting.since!).getUTCDate(), 5);
    assert.match(waiting.next!.text, /the 21st/);
    assert.equal(read(threads[4]!.letters).turn, 'me');
  });

  it('of one side names no causes and asks for the other', () => {
    const { causes, notices } = read([
      { from: 'me', day: '3 March 2025', text: 'Could we talk about the lease? It runs out soon.' },
      { from: 'me', day: '3 April 2025', text: 'Just following up on the lease.' },
    ]);
    assert.deepEqual(causes, []);
    assert.ok(notices.includes('one-side'));
  });

  it('takes whoever has the last word for one who decides, not for one who is done', () => {
    for (const line of ['The chair has the last word on the building budget.', 'The board has the final word.'])
      assert.deepEqual(
        ['close', 'impasse'].filter((act) => stateActsOf(line).has(act as 'close')),
        [],
        line,
      );
    assert.ok(stateActsOf('This is my last word.').has('impasse'));
    assert.ok(stateActsOf('That was the last word on the matter.').has('close'));
    assert.ok(stateActsOf('This is our last letter about the deposit.').has('close'));
  });

  it('takes an objection for no halt where the same message sets a day for it', () => {
    const letters = [
      {
        from: 'me',
        day: '3 March 2025',
        text: 'The stewards will publish their view on the gate later. I doubt that a vote helps.',
      },
      { from: 'them', day: '3 March 2025', text: 'We tried for a year and found no common view on the gate.' },
      { from: 'me', day: '4 March 2025', text: 'I see little gained by opening the gate early.' },
      {
        from: 'them',
        day: '4 March 2025',
        text: 'Let us discuss the gate at the meeting on 13 March. It is hard to plan without a vote. If you can say more before then, we can wait.',
      },
    ];
    assert.equal(read(letters).state, 'waiting');
    const without = letters.map((letter) => ({
      ...letter,
      text: letter.text.replace('Let us discuss the gate at the meeting on 13 March. ', ''),
    }));
    assert.notEqual(read(without).state, 'waiting');
  });

  it('takes an objection for no halt where they ask about it and the answer is given', () => {
    const { state } = read([
      { from: 'me', day: '2 June 2025', text: 'Our choirs have the same name. How could we tell them apart?' },
      {
        from: 'them',
        day: '4 June 2025',
        text: 'We are not going to give concerts outside the town. What exactly worries you about the name?',
      },
      {
        from: 'me',
        day: '4 June 2025',
        text: 'Thanks for asking. What worries me is the poster; the name of the town on it would do for us.',
      },
    ]);
    assert.equal(state, 'moving');
  });

  it('takes a condition for no denial', () => {
    for (const line of ['If the tenant has not answered in ten days, ask the next one.', 'That is no problem at all.'])
      assert.ok(!stateActsOf(line).has('object'), line);
    for (const line of ['We can’t take more than ten.', 'However, the hall is small.', 'I won’t sign if he is late.'])
      assert.ok(stateActsOf(line).has('object'), line);
  });

  it('takes “pass” for a no only where nothing is handed on', () => {
    for (const line of ['I’ll pass.', 'We will pass this time.', 'I am going to pass on this one, I am afraid.'])
      assert.ok(stateActsOf(line).has('decline'), line);
    for (const line of [
      'I will pass your note on when I see her.',
      'I will pass on your note to the board.',
      'I will pass this on to Jo.',
      'We must pass it to legal first.',
    ])
      assert.ok(!stateActsOf(line).has('decline'), line);
  });
});

describe('Threads that nothing was fitted to', () => {
  const rows = parse(readFileSync('corpus/states/unseenThreads.yaml', 'utf8')) as readonly {
    readonly state: TalkState;
    readonly thread: readonly (readonly [from: string, day: string, text: string])[];
  }[];
  const states = rows.map(({ state, thread }) => ({
    state,
    told: read(thread.map(([from, day, text]) => ({ from, day, text }))).state,
  }));

  it('are told apart in four of five', () => {
    const right = states.filter(({ state, told }) => state === told).length;
    assert.ok(right >= 0.8 * rows.length, `${right} of ${rows.length}`);
  });

  it('are hardly ever called stalled where they are not', () => {
    const wrong = states.filter(({ state, told }) => told === 'stalled' && state !== 'stalled').length;
    assert.ok(wrong <= 2, String(wrong));
  });
});

describe('Talks are not called stalled', () => {
  it('for a plain no to a question that wishes nothing', () => {
    const { state } = read([
      { from: 'me', day: '3 March 2025', text: 'The second page is attached. Is anything missing for the sitting?' },
      { from: 'them', day: '4 March 2025', text: 'No, it is complete. You will hear from me on 12 March.' },
    ]);
    assert.equal(state, 'waiting');
  });

  it('where a thumb up takes the offer', () => {
    const { state } = read([
      { from: 'them', day: '3 March 2025', text: 'You could have the boat in even weeks and we in odd ones.' },
      { from: 'me', day: '3 March 2025', text: "Perfect, let's do it that way." },
      { from: 'them', day: '3 March 2025', text: '👍' },
    ]);
    assert.equal(state, 'agreed');
  });

  it('for what they lack alone', () => {
    const { state } = read([
      { from: 'me', day: '3 March 2025', text: 'We would paint the pier in May.' },
      { from: 'them', day: '4 March 2025', text: 'The pier is long.' },
      { from: 'me', day: '5 March 2025', text: 'It has forty planks on each side.' },
      { from: 'them', day: '6 March 2025', text: 'The planks are of larch.' },
    ]);
    assert.notEqual(state, 'stalled');
  });
});
