import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { ownStretch, placeForText } from '../../../src/document/messages/ownStretch';

const quoted = 'On Mon, 3 Feb 2025 at 10:00, Tom <tom@x.example> wrote:\n> Please send it.\n> T\n';
const read = (text: string) => readDraft(text, { languageId: 'email' });
const own = (text: string) => {
  const stretch = ownStretch(read(text));
  return stretch && text.slice(stretch.start, stretch.end);
};

describe('the stretch that the writer writes in', () => {
  it('begins below the header lines and ends before the sign-off and what is quoted', () => {
    assert.equal(
      own(`To: Tom <tom@x.example>\nSubject: Plan\n\nDear Tom,\n\nWe hear you.\n\nKind regards,\nAnn\n\n${quoted}`),
      'Dear Tom,\n\nWe hear you.',
    );
    assert.equal(own(`Dear Tom,\n\nWe hear you.\n\n${quoted}`), 'Dear Tom,\n\nWe hear you.');
  });

  it('is the mail being written where greetings stand above and below an older mail with a header', () => {
    const older =
      '____________________\nFrom: Tom <tom@x.example>\nSent: 03 February 2025 10:00\nTo: Ann <ann@x.example>\nSubject: RE: Plan\n\nHi Ann\n\nPlease send it.\n\nTom\n';
    const written = 'Dear Tom,\n\nHere it is.\n\nSorry for the wait,\nAnn';
    assert.equal(own(`To: Tom <tom@x.example>\nSubject: RE: Plan\n\n${written}\n\n${older}`), written);
  });

  it('is not there in a mail that came in', () => {
    const received =
      'From: Tom <tom@x.example>\nTo: Ann <ann@x.example>\nDate: Mon, 3 Feb 2025 10:00\nSubject: Plan\n\nPlease send it.\n\nTom\n';
    assert.equal(own(received), undefined);
    assert.equal(placeForText(read(received), 120), undefined);
  });

  it('takes a text at the cursor inside it, else at its end', () => {
    const text = `Dear Tom,\n\nWe hear you.\n\n${quoted}`;
    const inside = text.indexOf('We hear') + 2;
    const end = text.indexOf('you.') + 4;
    assert.equal(placeForText(read(text), inside), inside);
    assert.equal(placeForText(read(text), text.indexOf('Please send')), end);
    assert.equal(placeForText(read(''), 0), 0);
  });
});
