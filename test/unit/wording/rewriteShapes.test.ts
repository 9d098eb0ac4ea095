import assert from 'node:assert/strict';
import { readExample } from '../../../src/wording/exampleText';
import { meaningChanges } from '../../../src/wording/meaningGuard';
import { builtInRules } from '../../../src/wording/ruleSet';
import { holdShapes, type Left, type Said, ways } from './shapeWays';

/** A sentence of each shape, and what it becomes. */
const said: readonly Said[] = [
  ['demand', 'You must hand over the keys by 9 May.', 'Could you hand over the keys by 9 May?'],
  ['demand', 'Repair the gate before the fair.', 'Could you repair the gate before the fair?'],
  ['demand', 'I expect you to sort the bins.', 'Could you sort the bins?'],
  ['demand', 'I demand a refund of £40.', 'I would like a refund of £40.'],
  ['demand', 'Do not move the fence.', 'Could you please not move the fence?'],
  ['closed-question', 'Why do you keep moving the date?', 'What leads you to keep moving the date?'],
  ['closed-question', 'How was I supposed to find the meter?', 'What would have helped me to find the meter?'],
  ['closed-question', 'How long do we have to wait for the plan?', 'When can we expect the plan?'],
  ['closed-question', 'How is that fair?', 'How did you arrive at this?'],
  ['closed-question', "Can't you just call the plumber?", 'Could you call the plumber?'],
  [
    'closed-question',
    'So you are saying that the shed is yours?',
    'Do we understand correctly that the shed is yours?',
  ],
  ['heat', 'Are you kidding me?', 'Did I understand this correctly?'],
  ['accusation', 'You always change the colour.', 'Several times now we have seen you change the colour.'],
  ['accusation', 'You lied about the mileage.', 'You told us something else about the mileage.'],
  ['accusation', 'You ignored our two letters of 4 May.', 'We have had no answer to our two letters of 4 May.'],
  ['accusation', 'You have no idea what the flood cost us.', 'We would like you to know what the flood cost us.'],
  ['accusation', 'All you care about is the deposit.', 'It looks to us as if what matters most to you is the deposit.'],
  ['accusation', 'It is your fault that the barn flooded.', 'We see the cause on your side: the barn flooded.'],
  ['accusation', 'They refuse to open the ledger.', 'They will not open the ledger.'],
  ['accusation', 'Your crew did not bother checking the door.', 'Your crew did not check the door.'],
  ['accusation', 'You dumped the whole archive on us.', 'The whole archive was left with us.'],
  ['accusation', 'The board conveniently lost the minutes.', 'The board lost the minutes.'],
  ['absolute', 'Every single tile is cracked.', 'Every tile is cracked.'],
  ['absolute', 'This is the worst lunch I have ever had.', 'This is a very disappointing lunch.'],
  ['heat', 'Your absurd surcharge is on line 4.', 'Your surcharge is on line 4.'],
  ['heat', 'Your quote is outrageous, and we said so.', 'Your quote is hard for us to accept, and we said so.'],
  ['heat', 'The draft was a mess.', 'The draft fell short of what we needed.'],
  ['heat', 'I was livid about the noise.', 'I was unhappy about the noise.'],
  ['heat', 'Thanks for nothing.', 'We had hoped for more help.'],
  ['heat', "I can't believe you sold the boat.", 'I was surprised that you sold the boat.'],
  ['negative-frame', 'The rent is way too high.', 'The rent is more than we had planned.'],
  [
    'ultimatum',
    'If the pump is not here by 3 June, we will cancel.',
    'If the pump is not here by 3 June, our next step is to cancel.',
  ],
  ['ultimatum', 'You leave me no choice but to tell the council.', 'My next step is to tell the council.'],
  ['ultimatum', 'Pay the £90 or I will call the agency.', 'Pay the £90; otherwise my next step is to call the agency.'],
  ['ultimatum', 'Take it or leave it.', 'This is as far as we can go.'],
  ['dismissal', "I don't care about your rota.", 'What matters less to me is your rota.'],
  ['dismissal', 'That is not our problem.', 'That is outside what we can do.'],
  ['dismissal', 'Your plan makes no sense.', 'Your plan is hard for us to follow.'],
  [
    'condescension',
    'If you had read the lease, you would know that pets are allowed.',
    'The lease says that pets are allowed.',
  ],
  ['weak-position', 'I was just wondering if you could maybe lower the fee.', 'Could you lower the fee?'],
  ['weak-position', 'Sorry to bother you again, but the lamp is still out.', 'The lamp is still out.'],
  ['limit-leak', 'The most we can pay is 70.', 'Our offer is 70.'],
  ['limit-leak', "I can't afford that.", 'That is more than I had planned.'],
  ['zero-sum', 'You gain a week at our expense.', 'You gain a week at a cost to us.'],
];

/** Sentences in which a shape does not fit, and the start of what must not be offered. */
const left: readonly Left[] = [
  ['demand', 'You must be tired after the trip.', /^Could you/],
  ['demand', 'Under clause 4 you must insure the crane.', /could you/i],
  ['demand', 'Fix the lamp or I will call the agency.', /^Could you/],
  ['demand', "You don't know the harbour.", /^Could you/],
  ['demand', 'We closed the lock and you will find the key inside.', /could you/i],
  ['accusation', 'You failed to deliver the oak on 3 May.', /^Could you/],
  ['accusation', 'You failed to bring the ladder, so the crew went home.', /^Could you/],
  ['heat', 'The stew is useless and cold.', /need and cold/],
  ['heat', 'Your staff are useless.', /not what we need/],
  ['heat', 'That is absurd theatre.', /hard for us to accept theatre/],
  ['heat', 'The draft is useless to a beginner.', /need to a beginner/],
  ['ultimatum', 'I will take 90 for the bench.', /next step/],
  ['ultimatum', 'I would like to settle this.', /next step/],
  ['irritator', 'We paid a good deal of rent.', /compares well/],
  ['accusation', 'You tried not even once, even though you had time.', /once, though/],
  ['heat', 'He called it “a complete joke” in the hall.', /^(?!.*“.*”)/],
];

describe('shapes of sentences', () => {
  holdShapes(said, left);

  it('keep the numbers, dates, names and duty words of every example of a rule', () => {
    const texts = builtInRules().flatMap(({ family, examples }) =>
      examples!.fires.map((one) => [family, readExample(one).text.replace('ASAP', 'asap')] as const),
    );
    let seen = 0;
    for (const [family, text] of texts)
      for (const other of ways(text, family)) {
        seen++;
        const lost = meaningChanges(text, other).filter((change) => change !== 'negation' && change !== 'duty');
        assert.deepEqual(lost, [], `${text} → ${other}`);
      }
    assert.ok(seen > 300, `${seen} ways were tried`);
  });

  it('never cut emphasis, links or quotation marks in half', () => {
    for (const text of [
      'Your **absurd** fee is *a joke*.',
      'You [failed](x) to **send** it.',
      '“Thanks for nothing” is what he said.',
    ])
      for (const other of ways(text, 'heat'))
        assert.equal(other.match(/\*\*|[“”]/g)?.length ?? 0, text.match(/\*\*|[“”]/g)?.length ?? 0, other);
  });
});
