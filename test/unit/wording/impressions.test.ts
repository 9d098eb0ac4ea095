import { holdShapes, type Left, type Said } from './shapeWays';

/** A charge, a cornering question or a bare verdict, and how it looks from the writer's side. */
const said: readonly Said[] = [
  ['accusation', 'You are just trying to run the meter.', 'It looks to us as if you are trying to run the meter.'],
  ['accusation', 'You are pretending the roof was dry.', 'It looks to us as if you are pretending the roof was dry.'],
  [
    'accusation',
    'You deliberately twist what our fitter wrote.',
    'It looks to us as if you twist what our fitter wrote.',
  ],
  ['accusation', "You obviously don't respect the tenants.", 'It looks to us as if you do not respect the tenants.'],
  ['accusation', 'You are being evasive about the key.', 'You come across to us as evasive about the key.'],
  ['accusation', 'You keep postponing the visit.', 'More than once we have seen you postponing the visit.'],
  ['accusation', 'You never check the boiler.', 'So far we have not seen you check the boiler.'],
  ['accusation', 'You should have told us in May.', 'It would have helped us if you had told us in May.'],
  ['accusation', 'You do not have any right to demand the keys.', 'We do not think it is for you to demand the keys.'],
  ['accusation', 'You have absolutely no proof of that.', 'We do not see your proof of that.'],
  ['accusation', 'You have no respect for our drivers.', 'We have missed respect for our drivers.'],
  [
    'accusation',
    'You said it was free and then you billed me for the crane.',
    'You said it was free and then I was billed for the crane.',
  ],
  ['accusation', 'Your whole depot seems to be asleep.', 'We have had no reaction from your whole depot.'],
  ['heat', 'I am done being polite.', 'I am running out of patience.'],
  ['demand', 'You must agree to our parking plan.', 'Could you agree to our parking plan?'],
  ['closed-question', "Isn't the deposit meant for that?", 'Is the deposit meant for that?'],
  ['closed-question', "Didn't you measure the frame?", 'Did you measure the frame?'],
  ['closed-question', 'Did you even read the survey?', 'Have you had a chance to read the survey?'],
  [
    'closed-question',
    'So did you not even bother to weigh the crates?',
    'So have you had a chance to weigh the crates?',
  ],
  [
    'closed-question',
    'Firstly, why do you assume that we agree, and secondly, who signed?',
    'Firstly, what leads you to assume that we agree, and secondly, who signed?',
  ],
  ['closed-question', 'What makes you think the lease is over?', 'What leads you to the view that the lease is over?'],
  ['condescension', 'Perhaps you should read the manual.', 'It may help to read the manual.'],
  ['condescension', 'Maybe you need to learn to count.', 'We read this differently.'],
  ['heat', 'The handover was a total disaster for the crew.', 'The handover was a real problem for the crew.'],
  ['heat', 'Your portal is garbage.', 'Your portal is not good enough for us.'],
  ['heat', 'This is an absurd claim.', 'This is a claim that we cannot agree with.'],
  ['negative-frame', 'The new layout is dreadful.', 'The new layout is not what we had hoped for.'],
  ['heat', 'It was the worst hostel I ever stayed in in my entire life.', 'It was a very disappointing hostel.'],
  [
    'accusation',
    'Your dishonest reading of clause four costs us a week.',
    'Your reading of clause four costs us a week.',
  ],
  ['zero-sum', 'We will fight this plan tooth and nail.', 'We will firmly oppose this plan.'],
  ['limit-leak', 'It is lovely, but I am only able to pay 70 for it.', 'It is lovely, but my offer is 70 for it.'],
  ['limit-leak', 'However, our budget is only 900.', 'However, our offer is 900.'],
  ['weak-position', 'I need this job very badly.', 'This job matters a lot to me.'],
  [
    'weak-position',
    'I fully understand if that is too low but would be glad of an answer.',
    'I would be glad of an answer.',
  ],
  ['irritator', 'This is clearly the best option for everyone.', 'This is what we would suggest.'],
];

/** What stands for itself is left as it is. */
const left: readonly Left[] = [
  ['accusation', 'If you are trying to find the key, ask Jo.', /as if/],
  ['accusation', 'We know that you never check the boiler at night.', /so far/i],
  ['accusation', 'As you keep bees, you know the smell.', /more than once/i],
  ['accusation', 'You are being asked to move the van.', /come across/],
  ['accusation', 'Instead of paying, you ignored the bill.', /it looks/],
  ['closed-question', "You measured it, didn't you?", /, did you\?/],
  ['closed-question', "Why don't you come over?", /why do you/i],
  ['heat', 'It was a nightmare of a drive.', /real problem/],
  ['heat', 'She told a joke and left.', /seriously/],
  ['heat', 'The wind blows and the sail holds.', /does not work/],
  ['limit-leak', 'We only have a budget of 900 reserved for paint.', /offer is/],
];

describe('what is told as a fact, as it looks to the writer', () => holdShapes(said, left));
