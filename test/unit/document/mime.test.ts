import assert from 'node:assert/strict';
import { looksMimeEncoded } from '../../../src/document/import/encodedMail';
import { readMime } from '../../../src/document/import/mime';

const lines = (...all: string[]) => all.join('\r\n');

describe('readMime', () => {
  it('unpacks quoted-printable text and encoded headers', async () => {
    const raw = lines(
      'From: =?utf-8?Q?Zo=C3=AB_Brandt?= <zoe@example.org>',
      'To: Max Vogel <max@example.org>, board@example.org',
      'Date: Tue, 4 Mar 2025 09:12:00 +0100',
      'Subject: =?utf-8?B?R3LDvMOfZQ==?=',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'The price is =E2=82=AC40 for the whole of the sea=',
      'son.',
    );
    assert.equal(looksMimeEncoded(raw), true);
    assert.deepEqual(await readMime(raw), {
      text: 'From: Zoë Brandt <zoe@example.org>\nTo: Max Vogel <max@example.org>, board@example.org\nDate: Tue, 4 Mar 2025 09:12:00 +0100\nSubject: Grüße\n\nThe price is €40 for the whole of the season.\n',
    });
  });

  it('puts attached mails below, as forwarded ones', async () => {
    const raw = lines(
      'From: Zoë <zoe@example.org>',
      'Subject: Oak',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See below.',
      '--b',
      'Content-Type: message/rfc822',
      'Content-Disposition: attachment; filename="old.eml"',
      '',
      'From: Max <max@example.org>',
      'Date: Tue, 4 Mar 2025 09:12:00 +0100',
      'Subject: The oak',
      '',
      'It stays.',
      '--b--',
    );
    assert.equal(
      (await readMime(raw)).text,
      'From: Zoë <zoe@example.org>\nSubject: Oak\n\nSee below.\n\n---------- Forwarded message ---------\nFrom: Max <max@example.org>\nDate: Tue, 4 Mar 2025 09:12:00 +0100\nSubject: The oak\n\nIt stays.\n',
    );
  });

  it('reads bytes in base64 and another character set', async () => {
    const raw = lines(
      'From: max@example.org',
      'Subject: Oak',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('Für die Eiche', 'latin1').toString('base64'),
    );
    assert.equal(
      (await readMime(new TextEncoder().encode(raw))).text,
      'From: max@example.org\nSubject: Oak\n\nFür die Eiche\n',
    );
  });

  it('turns a message that is HTML only into lines, with quoted mail marked', async () => {
    const html =
      '<html><head><style>p{}</style></head><body><p>Dear Max,</p><p>We agree &amp; would<br>start on <b>Monday</b>.</p><ul><li>lamps</li><li>cable</li></ul><div>On Mon, Max &lt;max@example.org&gt; wrote:</div><blockquote><p>Could you start?</p></blockquote><script>alert(1)</script></body></html>';
    const raw = lines('From: eva@example.org', 'Subject: Oak', 'Content-Type: text/html; charset=utf-8', '', html);
    assert.equal(looksMimeEncoded(raw), true);
    assert.equal(
      (await readMime(raw)).text,
      'From: eva@example.org\nSubject: Oak\n\nDear Max,\n\nWe agree & would\nstart on Monday.\n\n- lamps\n- cable\n\nOn Mon, Max <max@example.org> wrote:\n\n> Could you start?\n',
    );
  });

  it('prefers the plain part of several', async () => {
    const raw = lines(
      'From: eva@example.org',
      'Subject: Oak',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Plain words.',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Other words.</p>',
      '--b--',
    );
    assert.equal((await readMime(raw)).text, 'From: eva@example.org\nSubject: Oak\n\nPlain words.\n');
  });

  it('names the problem and keeps the text of what is no message', async () => {
    const result = await readMime('just words');
    assert.match(result.problem ?? '', /no headers/);
    assert.equal(result.text, 'just words');
    const empty = await readMime(lines('From: eva@example.org', 'Content-Type: application/pdf', '', 'JVBERi0='));
    assert.match(empty.problem ?? '', /no text/);
  });

  it('does not choke on bytes without sense', async () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 7919) % 256);
    assert.equal(typeof (await readMime(noise)).text, 'string');
  });
});

describe('looksMimeEncoded', () => {
  it('leaves readable mail, drafts and other text alone', () => {
    assert.equal(
      looksMimeEncoded('From: a@example.org\nContent-Type: text/plain\nContent-Transfer-Encoding: 7bit\n\nHello'),
      false,
    );
    assert.equal(looksMimeEncoded('Subject: Oak\n\nContent-Transfer-Encoding: base64'), false);
    assert.equal(looksMimeEncoded('Dear Max,\n\nContent-Type: multipart/mixed'), false);
  });
});
