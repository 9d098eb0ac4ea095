import assert from 'node:assert/strict';
import { looksMimeEncoded } from '../../../src/document/import/encodedMail';
import { htmlToText } from '../../../src/document/import/htmlText';
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

  it('reads eight-bit bytes by the character set that the header names', async () => {
    const head = lines(
      'From: eva@example.org',
      'Subject: Oak',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: 8bit',
      '',
      '',
    );
    const bytes = new Uint8Array([...new TextEncoder().encode(`${head}We didn`), 0x92, 0x74, 0x2e]);
    assert.equal(looksMimeEncoded(new TextDecoder().decode(bytes)), true);
    const expected = 'From: eva@example.org\nSubject: Oak\n\nWe didn’t.\n';
    assert.equal((await readMime(bytes)).text, expected);
    assert.equal((await readMime(`${head}We didn’t.`)).text, expected, 'a text that is decoded already');
    assert.equal(looksMimeEncoded(head.replace('windows-1252', 'utf-8')), false);
  });

  it('reads other character sets, too', async () => {
    const bytes = Buffer.concat([
      Buffer.from(lines('From: a@example.org', 'Subject: x', 'Content-Type: text/plain; charset="koi8-r"', '', '')),
      Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]),
    ]);
    assert.match((await readMime(bytes)).text, /\n\nПривет\n$/);
  });

  it('refuses more parts than a mail has, and headers without end', async () => {
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n';
    const many = `From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${part.repeat(5000)}--b--`;
    assert.match((await readMime(many)).problem ?? '', /too many parts/);
    const long = `From: a@example.org\r\nSubject: ${'=?utf-8?Q?abc?=\r\n '.repeat(50_000)}\r\n\r\nx`;
    assert.match((await readMime(long)).problem ?? '', /could not be unpacked/);
  });

  it('keeps a line of HTML whole however many tags it has', () => {
    assert.equal(htmlToText(`${'<b>a </b>'.repeat(3000)}`).length, 5999);
    assert.equal(htmlToText('<div>'.repeat(20_000)), '');
    assert.equal(htmlToText('1 < 2 &amp; 3 &gt; 2&nbsp;&euro;'), '1 < 2 & 3 > 2\u00a0€');
  });
});
