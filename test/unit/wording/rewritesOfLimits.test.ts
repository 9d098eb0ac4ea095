import { holdShapes, type Left, type Said } from './shapeWays';

/** A limit, a last word or a plea, and what can be sent instead: the sum stays, what it tells of the writer goes. */
const said: readonly Said[] = [
  ['limit-leak', 'We can only pay 4,200 for the van.', 'We can offer 4,200 for the van.'],
  ['limit-leak', 'I am really limited to 80 euros.', 'I can offer 80 euros.'],
  ['limit-leak', 'We would take it, but we are limited to 900.', 'We would take it, but our offer is 900.'],
  ['limit-leak', 'The absolute maximum we can afford to pay is 640.', 'Our offer is 640.'],
  ['limit-leak', 'The most we can do for the second van is 640.', 'Our offer for the second van is 640.'],
  ['limit-leak', 'The shop is small, so the most I can do is 300.', 'The shop is small, so my offer is 300.'],
  [
    'limit-leak',
    'It is a fair model, and it is all we can afford at the moment.',
    'It is a fair model, and it is our offer.',
  ],
  ['limit-leak', 'We have a fixed budget and simply cannot go higher than 2,000.', 'We can offer 2,000.'],
  ['limit-leak', 'Sadly we cannot afford the asking price.', 'Sadly the asking price is more than we had in mind.'],
  ['limit-leak', 'I am a bit short of money.', 'I am working to a budget.'],
  [
    'limit-leak',
    'As we are on a tight budget, could you quote twelve units?',
    'As we are working to a budget, could you quote twelve units?',
  ],
  ['ultimatum', 'This is our final price.', 'This is the price that we can offer.'],
  ['ultimatum', 'That is my one and only offer.', 'That is the offer that I can make.'],
  ['ultimatum', 'We can do 40 a head, our final offer.', 'We can do 40 a head.'],
  ['ultimatum', "Please don't try to haggle.", 'We would rather leave the price as it is.'],
  ['weak-position', 'It will be a miracle if you agree to this.', 'We would be glad if you agree to this.'],
  ['weak-position', 'That would make our week so much easier.', 'This would help us.'],
  ['zero-sum', 'Could we meet in the middle at 70?', 'Could we agree on 70?'],
  [
    'negative-frame',
    'It is not fair to bill us for the repair.',
    'It does not seem fair to us to bill us for the repair.',
  ],
  ['dismissal', 'What does that have to do with the roof?', 'How does that relate to the roof?'],
  [
    'accusation',
    'Your crew has wrecked the gate behind our barn.',
    'Something has gone wrong with the gate behind our barn.',
  ],
  ['negative-frame', 'The plan is deeply flawed.', 'The plan has real problems.'],
];

/** What stands for itself is left as it is. */
const left: readonly Left[] = [
  ['limit-leak', 'Our budget allows 300 to be spent on paint.', /offer 300 to be spent/],
  ['limit-leak', 'That is our maximum and final offer.', /offer and final/],
  ['negative-frame', 'It was not just a delay.', /does not seem/],
  ['negative-frame', 'It is not right now that we need it.', /does not seem/],
  ['weak-position', 'Please take pity on me and my dog.', /with this and/],
  ['closed-question', "Why don't you try the back door?", /hard for you/],
  ['closed-question', 'Do you really know what the roof will cost?', /like you to know/],
  ['zero-sum', 'The two roads meet in the middle at number 70.', /agree on/],
];

describe('a limit, a last word or a plea', () => holdShapes(said, left));
