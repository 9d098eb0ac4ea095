import assert from 'node:assert/strict';
import { isCompoundFile } from '../../../src/document/import/compoundFile';
import { readOutlookMessage } from '../../../src/document/import/outlookMessage';
import { type OutlookParts, outlookFile } from './outlookFile';

const mail: OutlookParts = {
  texts: {
    '0037': 'RE: Oak for the quay',
    '0C1A': 'Zoë Brandt',
    '5D01': 'zoe@example.org',
    '1000': 'Hi Max,\r\n\r\nwe can do June.\r\n\r\nZoë\r\n',
  },
  sent: '2025-03-04T08:12:00Z',
  recipients: [
    { texts: { '3001': "'Max Vogel'", '39FE': 'max@example.org' }, numbers: { '0C15': 1 } },
    { texts: { '3001': 'Board', '3003': '/O=MILL/CN=BOARD' }, numbers: { '0C15': 2 } },
  ],
};
const read = (parts: OutlookParts) => readOutlookMessage(outlookFile(parts));

describe('readOutlookMessage', () => {
  it('reads who wrote what to whom, and when', async () => {
    assert.equal(isCompoundFile(outlookFile(mail)), true);
    assert.deepEqual(await read(mail), {
      text: 'From: Zoë Brandt <zoe@example.org>\nTo: Max Vogel <max@example.org>\nCc: Board\nDate: Tue, 04 Mar 2025 08:12:00 +0000\nSubject: RE: Oak for the quay\n\nHi Max,\n\nwe can do June.\n\nZoë\n',
    });
  });

  it('takes the date from the header lines that it came with, where it has them', async () => {
    const headers = 'Received: from a\r\nDate: Tue, 4 Mar 2025 09:12:00 +0100\r\nX-One: 1\r\n';
    const { text } = await read({ ...mail, texts: { ...mail.texts, '007D': headers } });
    assert.match(text, /\nDate: Tue, 4 Mar 2025 09:12:00 \+0100\n/);
  });

  it('reads a body in HTML, and texts in a code page', async () => {
    const html = Buffer.from('<p>Hi Max,</p><p>we can do <b>June</b>.</p>');
    const { text } = await read({
      narrow: { '0C1A': Uint8Array.of(0xc6, 0xe3, 0xe0), '0037': Uint8Array.of(0xd6, 0xe5, 0xed, 0xe0) },
      bytes: { '1013': html },
      numbers: { '3FFD': 1251, '3FDE': 65001 },
    });
    assert.equal(text, 'From: Жга\nSubject: Цена\n\nHi Max,\n\nwe can do June.\n');
  });

  it('reads a long body, which the file keeps elsewhere', async () => {
    const long = 'The hinges are of oak. '.repeat(4000).trim();
    assert.ok((await read({ texts: { ...mail.texts, '1000': long } })).text.endsWith(`${long}\n`));
  });

  it('puts attached messages below, also those in files of their own', async () => {
    const older: OutlookParts = { texts: { '0037': 'Oak', '0C1A': 'Max Vogel', '1000': 'May would suit us.' } };
    const eml = Buffer.from('From: Ida <ida@example.org>\r\nSubject: Ash\r\n\r\nAsh is cheaper.\r\n');
    const { text } = await read({
      ...mail,
      attachments: [
        { inner: { ...older, attachments: [{ inner: { texts: { '0C1A': 'Ruth', '1000': 'And the tar?' } } }] } },
        { texts: { '3707': 'ash.EML' }, bytes: { '3701': eml } },
        { texts: { '3707': 'oak.msg' }, bytes: { '3701': outlookFile(older) } },
        { texts: { '3707': 'torn.msg' }, bytes: { '3701': outlookFile(older).slice(0, 900) } },
        { texts: { '3707': 'plan.pdf' }, bytes: { '3701': Buffer.from('%PDF') } },
      ],
    });
    const below = text.split('\n---------- Forwarded message ---------\n').map((part) => part.split('\n')[0]);
    assert.deepEqual(below.slice(1), [
      'From: Max Vogel',
      'From: Ruth',
      'From: Ida <ida@example.org>',
      'From: Max Vogel',
    ]);
  });

  it('says what it cannot read', async () => {
    const rich = await read({ texts: { '0037': 'Oak' }, bytes: { '1009': Uint8Array.of(1, 2, 3) } });
    assert.match(rich.problem ?? '', /rich text only. Save it as \.eml/);
    assert.match((await read({ texts: { '0037': 'Oak' } })).problem ?? '', /has no text/);
    assert.match((await read({ texts: { '3001': 'a contact' } })).problem ?? '', /holds no message/);
    assert.match((await readOutlookMessage(Buffer.from('Hi Max'))).problem ?? '', /not an Outlook message/);
  });

  it('ends on files that are cut short or spoilt anywhere, and says so where nothing is left to read', async () => {
    const whole = outlookFile({ ...mail, attachments: [{ inner: mail }] });
    for (const length of [8, 511, 512, 700, 1500, whole.length - 600]) {
      const { text, problem } = await readOutlookMessage(whole.slice(0, length));
      assert.ok(problem !== undefined || text.includes('From: '), String(length));
    }
    let state = 7;
    for (let round = 0; round < 300; round++) {
      const spoilt = whole.slice();
      for (let place = 0; place < 12; place++) {
        state = (state * 48271) % 2147483647;
        spoilt[28 + (state % (spoilt.length - 28))] = state >> 8;
      }
      await readOutlookMessage(spoilt);
    }
  });

  it('ends on tables that run in a circle', async () => {
    const looped = outlookFile({ texts: { ...mail.texts, '1000': 'x'.repeat(9000) } });
    const view = new DataView(looped.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let entry = 0; entry < 128; entry++)
      if (view.getUint32(table + entry * 4, true) < 0xfffffff0) view.setUint32(table + entry * 4, entry, true);
    assert.match((await readOutlookMessage(looped)).problem ?? '', /circle/);
  });
});
