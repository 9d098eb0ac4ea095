import assert from 'node:assert/strict';
import { createAnalyzer } from '../../../src/engine/index';
import type { Finding } from '../../../src/wording/rule';

const analyzer = createAnalyzer();
const mail = (words: string) => `Dear Ines,\n\n${words}\n\nRegards,\nOla\n`;

/** What the text becomes with each suggestion of its findings, without the greeting around it. */
function rewritten(words: string): string[] {
  const text = mail(words);
  const findings = analyzer.findings(analyzer.read(text, { kind: 'email' }));
  const apply = (finding: Finding) =>
    finding.suggestions.map(({ text: other, start = finding.start, end = finding.end }) =>
      (text.slice(0, start) + other + text.slice(end)).slice(12, -15),
    );
  return findings.flatMap(apply);
}

describe('a sentence said another way', () => {
  it('asks for what the reader has not done', () => {
    assert.ok(rewritten('You failed to send the floor plan.').includes('Could you send the floor plan?'));
    assert.ok(rewritten('You refused to show us the receipts.').includes('Could you show us the receipts?'));
  });

  it('asks what would make it possible, in place of why not', () => {
    assert.ok(
      rewritten("Why can't you just sign the lease?").includes(
        'What would make it possible for you to sign the lease?',
      ),
      rewritten("Why can't you just sign the lease?").join('\n'),
    );
  });

  it('leaves a sentence with more to say alone, where only a whole one can be turned', () => {
    for (const text of rewritten('You failed to send the floor plan, so the builders went home.'))
      assert.ok(!text.startsWith('Could you send the floor plan, so'), text);
  });

  it('says what comes next as a step', () => {
    assert.ok(
      rewritten('If it is not paid by Monday, I will sue.').some((text) => text.includes('my next step is to sue')),
      rewritten('If it is not paid by Monday, I will sue.').join('\n'),
    );
  });

  it('keeps what stands before and after the sentence', () => {
    const text = mail('The keys are here. You failed to send the floor plan. Shall we meet?');
    for (const finding of analyzer.findings(analyzer.read(text, { kind: 'email' })))
      for (const { start = finding.start, end = finding.end } of finding.suggestions) {
        assert.ok(start >= text.indexOf('You failed') && end <= text.indexOf(' Shall we'), text.slice(start, end));
      }
  });

  it('marks blanks and fills in what the sentence says once', () => {
    const frames = ['You will not find a better price.', 'You would never get it cheaper elsewhere.'].flatMap(
      (words) => {
        const text = mail(words);
        return analyzer
          .findings(analyzer.read(text, { kind: 'email' }))
          .flatMap(({ suggestions }) => suggestions.filter(({ text: other }) => /[[{]/.test(other)));
      },
    );
    assert.ok(frames.length > 0);
    for (const { text, frame } of frames) {
      assert.equal(frame, true, text);
      assert.ok(!text.includes('{'), text);
    }
  });

  it('offers nothing that is marked itself', () => {
    for (const words of ['You failed to send the floor plan.', 'This is unacceptable.', 'I demand a refund.']) {
      for (const text of rewritten(words)) {
        const found = analyzer.findings(analyzer.read(mail(text), { kind: 'email' }));
        assert.deepEqual(
          found.filter(({ severity }) => severity === 'warning').map(({ ruleId }) => ruleId),
          [],
          text,
        );
      }
    }
  });
});

describe('what is written in place of a clause', () => {
  for (const [words, wanted] of [
    ['We read your idiotic clause on parking.', 'We read your clause on parking.'],
    [
      'This is the second time your warehouse has messed up our order.',
      'This is the second time something has gone wrong with our order.',
    ],
    ['Your office has bungled our deposit.', 'Something has gone wrong with our deposit.'],
    [
      'You never answered, and now you tell us that the lease is off.',
      'We have not had an answer, and now you tell us that the lease is off.',
    ],
    [
      'You never answered, and now you tell us that the lease is off.',
      'You never answered, and now we hear that the lease is off.',
    ],
    ['Are you even reading our letters?', 'Have you been able to read our letters?'],
    ['Clearly nobody on your side cares about deadlines.', 'We need deadlines to be taken more seriously.'],
    ['You withheld the survey results from us.', 'We have not been given the survey results.'],
    ["I'm hoping maybe you could hold the room.", "I'm wondering whether you could hold the room."],
    ['It was your mistake.', 'As we see it, the cause lay on your side.'],
    ['The noise drives me nuts every Sunday.', 'The noise is hard on me every Sunday.'],
    ['They tried to rip us off.', 'They tried to charge too much.'],
    ['I had a terrible experience with your desk.', 'I had a difficult experience with your desk.'],
    ['That is completely unacceptable for a firm like yours.', 'That does not work for a firm like yours.'],
    ['You will agree that the date was clear.', 'We hope you agree that the date was clear.'],
  ] as const)
    it(`keeps what the sentence says: ${words}`, () => {
      const offered = rewritten(words);
      assert.ok(offered.includes(wanted), offered.join('\n'));
    });

  for (const [words, wrong] of [
    ['It was not even my idea, you liar.', /not my idea/],
    ['You never answered our letter about the fence.', /had an answer our/],
    ['The flat has horrible acoustics.', /has acoustics/],
    ['You created a toxic office.', /a office|an office/],
    ['They broke the fence on purpose.', /broke the fence\.$/],
    ['Stop.', /could you/i],
    ["Let's not forget the deposit, you clowns.", /could you let/i],
    ['I can make you a final offer of 120.', /a offer/],
    ['We live beside loud, careless and disgusting tenants.', /and tenants/],
    ['We will fight you in every court of the land.', /next step is to fight/],
    ["Don't waste your money on this shop.", /Could you do not/i],
    ['It was your mistake.', /was the mistake/],
  ] as const)
    it(`stays English: ${words}`, () => {
      for (const text of rewritten(words)) assert.doesNotMatch(text, wrong);
    });

  it('lowers a whole shout, not half of it', () => {
    for (const text of rewritten('Please look: WE WILL NOT BE TREATED LIKE IDIOTS ANY LONGER.'))
      assert.doesNotMatch(text, /\p{Lu}{2,} \p{Ll}+ \p{Ll}+/u);
  });
});

describe('a charge that is denied', () => {
  for (const words of [
    'I am not saying that you lied.',
    'Nobody is saying that you cheated us.',
    'We never claimed that you lied to us.',
    'We are not suggesting that you broke your word.',
    'I do not mean that you failed to try.',
  ])
    it(`charges nobody: ${words}`, () => {
      assert.deepEqual(rewritten(words), []);
    });

  it('does not cover what comes after it', () => {
    const text = mail('I am not saying that you lied, but you hid the report from us.');
    assert.ok(analyzer.findings(analyzer.read(text, { kind: 'email' })).length > 0);
  });
});

describe('a limit and a verdict said another way', () => {
  for (const [words, wanted] of [
    ['I could take it off your hands for 60.', 'I could buy it for 60.'],
    ['It is silly to say that the roof leaks because of us.', 'We do not agree that the roof leaks because of us.'],
    ['There is no excuse for this delay.', 'We cannot accept this delay.'],
    ['What were you thinking?', 'What was the thinking behind this?'],
  ] as const)
    it(`is an answer to it: ${words}`, () => {
      const offered = rewritten(words);
      assert.ok(offered.includes(wanted), offered.join('\n'));
    });
});
