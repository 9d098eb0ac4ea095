import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readMe, readMessages } from '../../../src/document/messages/messages';
import { shownMessage } from './shown';

const shown = (text: string, languageId?: string) =>
  readMessages(readDraft(text, languageId === undefined ? {} : { languageId })).map((message) =>
    shownMessage(text, message),
  );

describe('readMe', () => {
  it('reads the first line', () => {
    assert.deepEqual(readMe('Me: Tomas Lindgren <tomas@lights.example.org>\n\nHi'), {
      name: 'Tomas Lindgren',
      address: 'tomas@lights.example.org',
    });
    assert.deepEqual(readMe('\r\nMe: tomas@lights.example.org\r\n'), {
      name: 'tomas@lights.example.org',
      address: 'tomas@lights.example.org',
    });
    assert.equal(readMe('For me: nothing'), undefined);
    assert.equal(readMe('Hi\nMe: Tomas'), undefined);
  });
});

describe('readMessages', () => {
  it('gives the writer’s own words and each level of marked quotes, with who and when', () => {
    assert.deepEqual(
      shown(
        'Hi Ada,\n\nMay it is.\n\nTomas\n\nOn Mon, 3 Mar 2025 at 17:40, Ada Marsh <ada@orchard.example.org>\nwrote:\n\n> Dear Tomas,\n>\n> Would May do?\n>\n> On Sun, 2 Mar 2025 at 9:15 am, Tomas wrote:\n>> June?\n>>> 2025-03-01 10:00 GMT+01:00 Ada <ada@orchard.example.org>:\n>>>> When?\n',
      ),
      [
        'own0 | - | - |  | Hi Ada, / May it is. / Tomas',
        'quoted1 | Ada Marsh | Mon, 3 Mar 2025 at 17:40 | 2025-03-03T17:40 | Dear Tomas, / Would May do?',
        'quoted2 | Tomas | Sun, 2 Mar 2025 at 9:15 am | 2025-03-02T09:15 | June?',
        'quoted4 | Ada | 2025-03-01 10:00 GMT+01:00 | 2025-03-01T10:00 | When?',
      ],
    );
  });

  it('takes what a proposal quotes for no message, unless it is introduced or has a name', () => {
    const proposal = '---\ncommonGround: proposal\n---\n\n# Greenhouse\n\nTwo bays, ready in May.\n\n';
    const quoted = '> “The ribs went up in a day.” (Tarn Nurseries)\n\n## Price\n\n4,300 with the glass.\n';
    assert.deepEqual(shown(proposal + quoted, 'markdown'), [
      'own0 | - | - |  | # Greenhouse / Two bays, ready in May. / ## Price / 4,300 with the glass.',
    ]);
    assert.equal(shown(`${proposal}> Ada: is glass needed?\n\n${quoted}`, 'markdown').length, 2);
    assert.equal(shown(`Hi Ada,\n\nMay it is.\n\n> Is May fine?\n`, 'email').length, 2);
  });

  it('keeps an interrupted message together, in several stretches', () => {
    const text = 'On Mon, 3 Mar 2025, Ada wrote:\n> Is May fine?\n\nYes.\n\n> Is the price?\n\nNo.\n';
    const messages = readMessages(readDraft(text, {}));
    assert.deepEqual(
      messages.map((message) => shownMessage(text, message)),
      [
        'quoted1 | Ada | Mon, 3 Mar 2025 | 2025-03-03T00:00 | Is May fine? / Is the price?',
        'own0 | - | - |  | Yes. / No.',
      ],
    );
    assert.equal(text.slice(messages[0]!.start, messages[0]!.end), text.slice(0, text.indexOf('\n\nNo.')));
  });

  it('reads Outlook history, deeper level by level, with and without dividers', () => {
    assert.deepEqual(
      shown(
        'Fine.\n\nTomas\n________________________________\nFrom: Ada Marsh <ada@orchard.example.org>\nSent: Wednesday, 5 March 2025 12:40\nTo: Tomas Lindgren; Eva Brandt\nSubject: RE: Lamps\n\nMay?\n\n-----Original Message-----\nFrom: Lindgren, Tomas\nSent: Tuesday, March 4, 2025 8:05 AM\nTo: Ada Marsh\nSubject: Lamps\n\nWhen?\n',
      ),
      [
        'own0 | - | - |  | Fine. / Tomas',
        'quoted1 | Ada Marsh | Wednesday, 5 March 2025 12:40 | 2025-03-05T12:40 | May?',
        'quoted2 | Tomas Lindgren | Tuesday, March 4, 2025 8:05 AM | 2025-03-04T08:05 | When?',
      ],
    );
  });

  it('reads forwards of several programs', () => {
    assert.deepEqual(
      shown(
        'See below.\n\n---------- Forwarded message ---------\nFrom: Ada <ada@orchard.example.org>\nDate: Tue, 4 Mar 2025 at 09:12\nSubject: Lamps\nTo: <tomas@lights.example.org>\n\nMay?\n',
      ).slice(1),
      ['forwarded1 | Ada | Tue, 4 Mar 2025 at 09:12 | 2025-03-04T09:12 | May?'],
    );
    assert.deepEqual(
      shown(
        'fyi\n---------------------- Forwarded by Tomas Lindgren/HQ on 05/14/2001 \n03:04 PM ---------------------------\n\n\nAda Marsh@HQ\n05/13/2001 09:25 PM\nTo: Tomas Lindgren/HQ@HQ\ncc: \n\nSubject: Lamps\n\nMay?\n',
      ),
      ['own0 | - | - |  | fyi', 'forwarded1 | Ada Marsh@HQ | 05/13/2001 09:25 PM | 2001-05-13T21:25 | May?'],
    );
  });

  it('reads whole messages one after another, however they are divided', () => {
    for (const divider of [
      '',
      '---\n',
      '________________________________\n',
      '=====\n\n',
      'From ada@orchard.example.org Mon Mar  3 09:12:00 2025\n',
    ]) {
      assert.deepEqual(
        shown(
          `Me: Tomas Lindgren <tomas@lights.example.org>\n\n${divider}From: Ada Marsh\nTo: Tomas\nDate: Tue, 4 Feb 2025 08:12\nSubject: Lamps\n\nMay?\n\n${divider}Date: Wed, 5 Feb 2025 15:44\nFrom: Tomas Lindgren\nSubject: RE: Lamps\n\nMay.\n`,
        ),
        [
          'headers0 | Ada Marsh | Tue, 4 Feb 2025 08:12 | 2025-02-04T08:12 | May?',
          'headers0 | Tomas Lindgren | Wed, 5 Feb 2025 15:44 | 2025-02-05T15:44 | May.',
        ],
        divider,
      );
    }
  });

  it('reads lines quoted with a bar', () => {
    assert.deepEqual(shown('May.\n\n| When could\n| you begin?\n'), [
      'own0 | - | - |  | May.',
      'quoted1 | - | - |  | When could / you begin?',
    ]);
  });

  it('gives addressees and subject', () => {
    const [message] = readMessages(
      readDraft(
        'From: Ada\nTo: Lindgren, Tomas <tomas@lights.example.org>, Eva <eva@example.org>\nDate: 4 Feb 2025\nSubject: Re: Lamps\n\nMay?\n',
        {},
      ),
    );
    assert.deepEqual(message!.to, [
      { name: 'Tomas Lindgren', address: 'tomas@lights.example.org' },
      { name: 'Eva', address: 'eva@example.org' },
    ]);
    assert.equal(message!.subject, 'Re: Lamps');
  });

  it('takes a draft with its own header for the writer’s', () => {
    assert.deepEqual(shown('To: eva@example.org\nSubject: Lamps\n\nHi Eva,\n\nMay?\n'), [
      'own0 | - | - |  | Hi Eva, / May?',
    ]);
  });

  for (const [name, chat] of [
    ['bracketed times', '[3 Mar 2025, 10:32] Ada: May?\n[3 Mar 2025, 10:40] Tomas L: May.\nOr June.'],
    ['an exported chat', '03/03/2025, 10:32 - Ada: May?\n03/03/2025, 10:40 - Tomas L: May.\nOr June.'],
    ['a name above the words', 'Ada  3 Mar 2025 10:32\nMay?\n\nTomas L  3 Mar 2025 10:40\nMay.\nOr June.'],
    [
      'a day and clock times',
      '--- Monday 3 March 2025 ---\n\nAda  10:32 AM\nMay?\n\nTomas L  10:40 AM\nMay.\nOr June.',
    ],
    ['a day and names', 'MAR 3, 2025\nAda (10:32): May?\nTomas L (10:40): May.\nOr June.'],
    ['dates in front', '3 Mar 2025 10:32 Ada: May?\n3 Mar 2025 10:40 Tomas L: May.\nOr June.'],
    ['bold names', '**Ada** 3 Mar 2025, 10:32 — May?\n\n**Tomas L**, 3 Mar 2025, 10:40\nMay.\nOr June.'],
  ] as const) {
    it(`reads a chat with ${name}`, () => {
      const [first, second, ...rest] = readMessages(readDraft(`${chat}\n`, {}));
      assert.deepEqual(rest, []);
      const said = (message: typeof first) => [
        message!.from!.name,
        new Date(message!.date!).toISOString().slice(0, 16),
        message!.shape,
        shownMessage(chat, message!).split(' | ').at(-1),
      ];
      assert.deepEqual(said(first), ['Ada', '2025-03-03T10:32', 'chat', 'May?']);
      assert.deepEqual(said(second), ['Tomas L', '2025-03-03T10:40', 'chat', 'May. / Or June.']);
    });
  }

  it('reads bare names only where they come back and fill the text', () => {
    assert.deepEqual(shown('Chat with Ada\n\nAda: May?\nTomas: June.\nAda: Why?\nTomas: Lamps.\n'), [
      'note0 | - | - |  | Chat with Ada',
      'chat0 | Ada | - |  | May?',
      'chat0 | Tomas | - |  | June.',
      'chat0 | Ada | - |  | Why?',
      'chat0 | Tomas | - |  | Lamps.',
    ]);
    assert.equal(
      shown(
        'Dear Ada,\n\nLamps: forty.\nCable: one mile.\nLabour: two weeks, as we said when we met.\n\nWe could begin soon, if that suits you.\n\nTomas\n',
      ).length,
      1,
    );
  });

  it('reads comments in a proposal, nested ones too, apart from its text', () => {
    const text =
      '# Lamps\n\nForty lamps.\n\n> **Ada Marsh (trust):** Why forty?\n>\n> **TL, 4 Mar:** The path is long.\n>> **Ada:** True.\n\n## Price\n\n> Ada 5/3: High.\n\nWe may save.\n\n<!-- Eva (6 March 2025): how? -->\n';
    assert.deepEqual(shown(text, 'markdown'), [
      'own0 | - | - |  | # Lamps / Forty lamps. / ## Price / We may save.',
      'comment1 | Ada Marsh (trust) | - |  | Why forty?',
      'comment1 | TL | 4 Mar | 2025-03-04T00:00 | The path is long.',
      'comment2 | Ada | - |  | True.',
      'comment1 | Ada | 5/3 | 2025-03-05T00:00 | High.',
      'comment1 | Eva | 6 March 2025 | 2025-03-06T00:00 | how?',
    ]);
  });

  it('reads a table with a column for each side, and no other table', () => {
    const text =
      '# Questions\n\n| No | Oak Trust (A. Marsh) | Lights Ltd (T. Lindgren) |\n|---|---|---|\n| 1 (3 June 2025) | Why forty? | The path is long. |\n| 2 | How much? | |\n\n| Lamp | Price (net) |\n|---|---|\n| North | 40 |\n';
    assert.deepEqual(shown(text, 'markdown'), [
      'own0 | - | - |  | # Questions / | Lamp | Price (net) | / |---|---| / | North | 40 |',
      'comment1 | A. Marsh (Oak Trust) | 3 June 2025 | 2025-06-03T00:00 | Why forty?',
      'comment1 | T. Lindgren (Lights Ltd) | 3 June 2025 | 2025-06-03T00:00 | The path is long.',
      'comment1 | A. Marsh (Oak Trust) | 3 June 2025 | 2025-06-03T00:00 | How much?',
    ]);
  });

  it('reads notes beside messages and what they say of the words below', () => {
    assert.deepEqual(
      shown(
        'Me: Tomas Lindgren <tomas@lights.example.org>\n\nFrom: Ada\nDate: 3 Mar 2025\nSubject: Lamps\n\nMay?\n\n[phone call, 5 Mar: she was in a hurry]\n\n[my reply, not sent]\n\nHi Ada,\n\nMay.\n',
      ),
      [
        'headers0 | Ada | 3 Mar 2025 | 2025-03-03T00:00 | May?',
        'note0 | - | 5 Mar | 2025-03-05T00:00 | [phone call, 5 Mar: she was in a hurry]',
        'note0 | - | - |  | [my reply, not sent]',
        'own0 | Tomas Lindgren | - |  | Hi Ada, / May.',
      ],
    );
  });

  it('reads letters between rules, with author and date from head and foot', () => {
    assert.deepEqual(
      shown(
        'Me: Tomas Lindgren\n\nOrchard Lane, 3 March 2025\n\nDear Mrs Marsh,\n\nMay?\n\nYours sincerely,\nTomas Lindgren\n\n~~~~~~\n\n10.3.2025\n\nDear Mr Lindgren,\n\nMay.\n\nA. Marsh\n',
      ),
      [
        'headers0 | Tomas Lindgren | 3 March 2025 | 2025-03-03T00:00 | Orchard Lane, 3 March 2025 / Dear Mrs Marsh, / May? / Yours sincerely, / Tomas Lindgren',
        'headers0 | A. Marsh | 10.3.2025 | 2025-03-10T00:00 | 10.3.2025 / Dear Mr Lindgren, / May. / A. Marsh',
      ],
    );
  });

  it('leaves signature, footer and disclaimer out of the body', () => {
    assert.deepEqual(
      shown(
        'From: Ada\nDate: 3 Mar 2025\nSubject: x\n\nMay?\n\nSent from my phone\n\n-- \nAda Marsh\n+44 20 7946 0018\n',
      ),
      ['headers0 | Ada | 3 Mar 2025 | 2025-03-03T00:00 | May?'],
    );
  });

  it('gives exact ranges with every kind of line end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['May.', '', 'On 3 Mar 2025, Ada wrote:', '> Dear T,', '> > June?', '> May?'].join(end);
      assert.deepEqual(shown(text), [
        'own0 | - | - |  | May.',
        'quoted1 | Ada | 3 Mar 2025 | 2025-03-03T00:00 | Dear T, / May?',
        'quoted2 | - | - |  | June?',
      ]);
    }
  });

  it('finds nothing in nothing', () => {
    for (const text of ['', '\n\n', '> \n>\n', '---\n', '[ ]\n\0'])
      assert.deepEqual(shown(text), [], JSON.stringify(text));
  });

  it('reads five hundred messages quickly', () => {
    const text = Array.from(
      { length: 500 },
      (_, at) =>
        `From: Ada ${at % 7}\nDate: ${1 + (at % 28)} Mar 2025 10:00\nSubject: Lamps\n\n${'Could it be May? '.repeat(12)}\n\n`,
    ).join('');
    const draft = readDraft(text, {});
    const started = process.cpuUsage();
    assert.equal(readMessages(draft).length, 500);
    assert.ok(process.cpuUsage(started).user < 1_000_000);
  });
});
