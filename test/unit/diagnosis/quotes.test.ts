import assert from 'node:assert/strict';
import { findCauseLines } from '../../../src/diagnosis/causeLines';
import { diagnose } from '../../../src/diagnosis/diagnose';
import { valuesOf } from '../../../src/diagnosis/threadValues';
import { readDraft } from '../../../src/document/draft/readDraft';
import { reportMarkdown } from '../../../src/present/report';
import { readThread } from '../../../src/thread/thread';
import { readEvidence } from '../../../src/thread/threadEvidence';
import { correspondence } from '../thread/correspondence';

/** The causes that a line of theirs may be quoted for. */
function quotedFor(text: string): string[] {
  const thread = readThread(
    readDraft(correspondence({ from: 'me', text: 'Here is our plan for the pier.' }, { from: 'them', text }), {}),
  );
  const theirs = readEvidence(thread).sentences.filter(({ by }) => by === 'them');
  return findCauseLines(theirs)
    .filter(({ says }) => says)
    .map(({ cause }) => cause);
}

describe('A line is quoted for a cause', () => {
  const says: readonly (readonly [cause: string, text: string])[] = [
    ['strong-alternative', 'The people in Varna make them for half.'],
    ['tactical-delay', 'Your request is still being looked at.'],
    ['price-only-frame', 'It is not only a question of price for us.'],
    ['fears-losing', 'You go home with the best of it and I am left with the debts.'],
    ['avoids-conflict', 'I am not good at these conversations.'],
    ['not-ready', 'It is a lot to take in.'],
    ['distrust', 'After what happened with the first pier I want a guarantee.'],
    ['ego', 'I told the whole council that there would be no pier.'],
    ['personality-clash', 'I am not going to be spoken to like that.'],
    ['no-authority', 'All of it ends up on the desk of the harbour master.'],
    ['internal-disagreement', "Half of the club wants it, the others won't hear of it."],
    ['missing-information', 'Without the soundings our engineer cannot say a thing, we lack the measurements.'],
    ['hidden-interest', "It's not about the money."],
    ['external-limit', 'We are not allowed to build within thirty metres of the reeds.'],
    ['no-overlap', 'We cannot go below 900.'],
    ['resists-change', 'We have always done it with the old boat.'],
    ['not-heard', "That isn't what I asked."],
    ['wrong-approach', 'The brochure does not help me with the risk.'],
  ];
  for (const [cause, text] of says)
    it(`that it says: ${cause}`, () => assert.ok(quotedFor(text).includes(cause), quotedFor(text).join()));

  const plain = [
    'The drawer sticks a bit and the bank is open until five.',
    'No trouble at all, the argument of the function is a number.',
    'There is a section on this in the manual.',
    'It was lovely to meet you at the open day.',
    'The discount shop next to the pier has closed.',
    'The test fails on my machine since version 4.',
    'The style sheet is used by the second page too.',
    'Everybody was excited by the pictures.',
    'He is abroad until Monday.',
  ];
  for (const text of plain) it(`and a plain fact for none: ${text}`, () => assert.deepEqual(quotedFor(text), []));

  it('never where it is a subject line', () => {
    assert.deepEqual(quotedFor('Re: why we cannot go below 900'), []);
    assert.deepEqual(quotedFor('# No agreement among us'), []);
  });
});

describe('A cause without a line', () => {
  it('says in the report what it rests on', () => {
    const text = correspondence(
      { from: 'me', day: '3 March 2025', text: 'We would paint the boats in May.' },
      { from: 'them', day: '5 March 2025', text: 'The boats are in the hall.' },
      {
        from: 'me',
        day: '7 March 2025',
        text: 'Would the last week of May suit you for the painting of all the boats?',
      },
      { from: 'me', day: '20 March 2025', text: 'Did you have a moment to look at this?' },
    );
    const diagnosis = diagnose(readThread(readDraft(text, {})), {
      answers: { 'no-authority-unseen-decider': 'yes', 'no-authority-takes-it-back': 'yes' },
    });
    assert.equal(diagnosis.causes[0]!.id, 'no-authority');
    assert.deepEqual(diagnosis.causes[0]!.for, []);
    assert.match(
      reportMarkdown(diagnosis, text),
      /No line says so outright\. It rests on your answers to the checklist\./,
    );
  });
});

describe('The subject line of a thread', () => {
  const mail = (subject: string) =>
    `Me: Nora Quill\n\nFrom: Tom Barrow\nDate: 3 March 2025\nSubject: ${subject}\n\nWe will see.\n\nFrom: Nora Quill\nDate: 4 March 2025\nSubject: Re: ${subject}\n\nWhen?\n`;

  it('names the matter where nobody says it twice, without the marks of replies', () => {
    const thread = readThread(readDraft(mail('AW: Re: The long pier'), {}));
    assert.equal(thread.subject, 'The long pier');
    assert.equal(valuesOf(thread, readEvidence(thread), undefined).item, 'the long pier');
  });

  it('is left out where it names no thing, and openings then say “this”', () => {
    for (const subject of [`On ${'very '.repeat(20)}long piers`, 'Following up', 'Order 2217', 'Quick question']) {
      const thread = readThread(readDraft(mail(subject), {}));
      assert.equal(valuesOf(thread, readEvidence(thread), undefined).item, 'this', subject);
    }
  });

  it('is never a number', () => {
    const text =
      'Me: Nora Quill\n\nFrom: Tom Barrow\nDate: 3 March 2025\n\nWhat would you do for twelve?\n\nFrom: Nora Quill\nDate: 4 March 2025\n\nNobody does it for twelve.\n';
    const thread = readThread(readDraft(text, {}));
    assert.equal(valuesOf(thread, readEvidence(thread), undefined).item, 'this');
  });

  it('gives way to the thing that the messages name', () => {
    const text =
      'Me: Nora Quill\n\nFrom: Tom Barrow\nDate: 3 March 2025\nSubject: Next steps\n\nThe jetty is too short for us.\n\nFrom: Nora Quill\nDate: 4 March 2025\n\nWe could lengthen the jetty by a metre.\n';
    const thread = readThread(readDraft(text, {}));
    assert.equal(valuesOf(thread, readEvidence(thread), undefined).item, 'the jetty');
  });
});
