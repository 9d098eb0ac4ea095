import assert from 'node:assert/strict';
import { letterheadOf } from '../../../src/case/letterhead';
import { createAnalyzer } from '../../../src/engine/index';

const analyzer = createAnalyzer();
const head = (text: string) => {
  const draft = analyzer.read(text, { languageId: 'email' });
  return letterheadOf(draft, analyzer.thread(draft));
};

const thread = `Me: Nora Lind <nora@fernbakery.example>

From: Sam Otieno <sam@millhouse.example>
To: Nora Lind <nora@fernbakery.example>
Date: Mon, 20 Oct 2025 15:00
Subject: Re: Flour for next year

Thanks Nora. I have to ask the board before I can say anything.

Sam

From: Nora Lind <nora@fernbakery.example>
To: Sam Otieno <sam@millhouse.example>
Date: Tue, 14 Oct 2025 11:00
Subject: Flour for next year

Dear Sam,

We would like 40 sacks a week at £21 a sack.

Nora
`;

describe('the head of an answer', () => {
  it('is taken from the thread: to whom, about what, how they are greeted, who writes', () => {
    assert.deepEqual(head(thread), {
      greeting: 'Dear',
      answers: true,
      to: 'Sam Otieno <sam@millhouse.example>',
      subject: 'Re: Flour for next year',
      topic: 'Flour for next year',
      name: 'Sam',
      me: 'Nora Lind',
    });
  });

  it('goes to the sender of a single mail that came in', () => {
    const { to, subject, name } = head(thread.slice(thread.indexOf('From: Sam'), thread.indexOf('From: Nora')));
    assert.deepEqual([to, subject, name], ['Sam Otieno <sam@millhouse.example>', 'Re: Flour for next year', 'Sam']);
  });

  it('knows nothing of an empty text, and keeps a title with a family name', () => {
    assert.deepEqual(head(''), { greeting: 'Hello', answers: false });
    assert.equal(
      head('To: Ms Okafor <o@x.example>\nSubject: Lease\n\nDear Ms Okafor,\n\nThank you.\n').name,
      'Ms Okafor',
    );
  });

  it('takes the line above a pasted thread for its subject, where it looks like one', () => {
    const pasted = (first: string) =>
      `${first}\n\nOda Berg <oda@berg.example>\nMon 3 Nov 2025 09:12\nTo: Finn Ross <finn@ross.example>\n\nHi Finn, any word on the boat?\n\nOda\n`;
    assert.equal(head(pasted('Re: The boat shed')).topic, 'The boat shed');
    assert.equal(head(pasted('Re: The boat shed')).subject, 'Re: The boat shed');
    assert.equal(head(pasted('Copied on Tuesday')).topic, undefined);
  });
});
