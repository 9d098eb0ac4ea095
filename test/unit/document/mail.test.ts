import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { mail, notes, outlook } from './sampleTexts';
import { shownBlocks, shownRegions } from './shown';

const read = (text: string, languageId = 'email') => readDraft(text, { languageId });
const own = (text: string) => shownBlocks(read(text));

describe('readDraft of e-mail', () => {
  it('tells the writer’s words from headers, quotes, signature and history', () => {
    const draft = read(mail);
    assert.deepEqual(shownBlocks(draft), [
      'subject: Lights for the orchard walk',
      'salutation: Dear Tomas,',
      'paragraph: Thank you for the offer. We see the point about the gate, and we wonder what a smaller first step could look like.',
      'list-item: fewer lamps',
      'list-item: a later start',
      'paragraph: That would suit us. "We never work in June" was said at the meeting.',
      'sign-off: Kind regards,',
    ]);
    for (const block of draft.blocks) assert.equal(mail.slice(block.start, block.end), block.text);
    assert.deepEqual(
      draft.regions.map(({ type }) => type),
      ['header', 'header', 'quoted', 'signature', 'attribution', 'quoted'],
    );
    assert.equal(draft.kind.kind, 'email');
  });

  it('takes an Outlook header and all below it for others’ words', () => {
    const draft = read(outlook);
    assert.deepEqual(shownBlocks(draft), [
      'salutation: Hi Ines,',
      'paragraph: Works for us. See you on the 9th.',
      'sign-off: Best,',
    ]);
    assert.equal(draft.regions.at(-1)!.type, 'forwarded');
    assert.equal(draft.regions.at(-1)!.end, outlook.trimEnd().length);
  });

  const received = 'Date: 3 Mar 2025\nSubject: Oak\n\nDear Max,\n\nYou must accept this.\n\nKind regards,\nEva\n';
  for (const [name, top] of [
    ['another name', 'Me: Max Vogel\nFrom: Eva Brandt\n'],
    ['another address', 'Me: Max Vogel <max@b.example>\n\nFrom: Eva Brandt <eva@a.example>\n'],
    ['another line break', 'Me: Max Vogel\r\n\r\nFrom: Eva Brandt <eva@a.example>\r\n'],
  ] as const) {
    for (const language of ['email', 'plaintext', 'markdown']) {
      it(`leaves a first message alone that is from ${name} than the “Me:” line says (${language})`, () => {
        const draft = read(
          `${top}${received}\nFrom: Max Vogel\nDate: 1 Mar 2025\nSubject: Oak\n\nWe insist.\n`,
          language,
        );
        assert.deepEqual(shownBlocks(draft), []);
        assert.equal(draft.kind.kind, 'email');
      });
    }
  }

  for (const top of [
    'Me: Max Vogel\n\nFrom: Max Vogel <max@b.example>\n',
    'Me: Max\nFrom: Max Vogel\n',
    'Me: max@b.example\nFrom: MAX@b.example\n',
    'Me: Vogel, Max\nFrom: Max Vogel\n',
  ]) {
    it(`reads the first message as the writer’s own after ${JSON.stringify(top)}`, () => {
      assert.ok(own(`${top}${received}`).includes('paragraph: You must accept this.'));
    });
  }

  const below = 'You must accept this.\n\nI insist.\n';
  for (const [name, history] of [
    ['a divider', '-----Original Message-----\nFrom: Eva Brandt\nTo: Max Vogel\nSubject: Oak\n\n'],
    ['a divider in small letters', '---- Original message ----\n\n'],
    [
      'a forward divider',
      '---------- Forwarded message ---------\nFrom: Eva <eva@example.org>\nDate: Mon, 3 Mar 2025\n\n',
    ],
    ['an Apple forward', 'Begin forwarded message:\n\nFrom: Eva <eva@example.org>\nSubject: Oak\n\n'],
    [
      'a Lotus forward that wraps',
      '---------------------- Forwarded by Eva Brandt/HQ on 05/04/2001 \n03:04 PM ---------------------------\n\n',
    ],
    ['a short Lotus forward', '----- Forwarded by Eva Brandt/HQ on 10/09/2000 10:45 AM -----\n\n'],
    ['a Lotus stamp', 'Eva Brandt@HQ\n08/31/2000 09:25 PM\nTo: Max Vogel/HQ@HQ\ncc: \nSubject: Oak\n\n'],
    [
      'a Lotus stamp with tabs',
      '\tEva Brandt\n\tSent by: Ada Marsh\n\t10/02/2000 05:53 PM\n\t\t \n\t\t To: Max Vogel\n\t\t cc: \n\t\t Subject: Oak\n\n',
    ],
    [
      'a Lotus stamp on one line',
      '"Eva Brandt" <eva@example.org> on 11/13/2000 08:44:57 AM\nPlease respond to <eva@example.org>\nTo: <max@example.org>\ncc:  \n\nSubject: Oak\n\n',
    ],
    [
      'a Lotus header run together',
      '\tEva Brandt/HQ@HQmail 08/02/2001 10:18 AM \t   To: Max Vogel/HQ  cc:   Subject: Oak\t\n\n',
    ],
    [
      'a From line with its date',
      'From: Eva Brandt on 04/25/2001 04:02 PM\nTo: Max Vogel/HQ, \nAda Marsh/HQ\ncc:  \n\nSubject: Oak\n\n',
    ],
    [
      'a German header',
      'Von: Brandt, Eva\nGesendet: Montag, 3. März 2025 09:12\nAn: Vogel, Max\nBetreff: AW: Eiche\n\n',
    ],
    ['a header with the date first', 'Date: Tue, 4 Mar 2025 09:30\nFrom: Eva Brandt\nTo: Max Vogel\nSubject: Oak\n\n'],
    [
      'a dated attribution without quote marks',
      'On Mon, 3 Mar 2025 at 09:12, Eva Brandt <eva@example.org>\nwrote:\n\n',
    ],
    ['an attribution with an ISO date', '2025-03-01 10:00 GMT+01:00 Eva Brandt <eva@example.org>:\n\n'],
  ] as const) {
    it(`takes everything below ${name} for others’ words`, () => {
      for (const languageId of ['email', 'plaintext']) {
        const draft = read(`Fine by us, thank you.\n\n${history}${below}`, languageId);
        assert.deepEqual(shownBlocks(draft), ['paragraph: Fine by us, thank you.'], languageId);
        assert.match(draft.regions.at(-1)!.type, /forwarded|quoted/);
      }
    });
  }

  for (const attribution of [
    'On Mon, 3 Mar 2025 at 17:40, Eva Brandt <eva@example.org> wrote:',
    'On Monday, the third of March 2025 at twenty to six in the\nafternoon, 3/3/2025, Eva Brandt\n<eva.brandt@example.org>\nwrote:',
    'Eva Brandt wrote:',
    'In message <123@example.org>, Eva Brandt writes:',
    'Eva Brandt <eva@example.org> wrote on 3 March 2025:',
  ]) {
    it(`takes "${attribution.replace(/\n/g, '⏎')}" for an attribution and reads on below the quoted lines`, () => {
      const draft = read(
        `Hello Eva,\n\nSome words first.\n\n${attribution}\n> You must.\n> > Must I?\n\nMay is fine.\n>> Or June?\n\nJune too.\n`,
      );
      assert.deepEqual(shownBlocks(draft), [
        'salutation: Hello Eva,',
        'paragraph: Some words first.',
        'paragraph: May is fine.',
        'paragraph: June too.',
      ]);
      const region = draft.regions.find(({ type }) => type === 'attribution')!;
      assert.equal(draft.text.slice(region.start, region.end), attribution);
    });
  }

  it('goes on with the writer’s words between the marked lines below an Outlook header', () => {
    const header = 'From: Eva Brandt\nSent: 3 March 2025\nTo: Max Vogel\nSubject: Oak\n\n';
    assert.deepEqual(
      own(`Hi Eva,\n\nSee below.\n\n${header}> Is May fine?\n\nIt is.\n\n> > Or June?\n\nNo.\n`).slice(1),
      ['paragraph: See below.', 'paragraph: It is.', 'paragraph: No.'],
    );
  });

  it('knows bars and initials as quote marks', () => {
    assert.deepEqual(own('Hello,\n\n| You must.\n| Now.\n\nEB> And you?\nEB> Please.\n\nWe may.\n').slice(1), [
      'paragraph: We may.',
    ]);
  });

  it('leaves a sentence that ends in "wrote:" to the writer when nothing quoted follows', () => {
    assert.deepEqual(own('Hello,\n\nHere is what the council wrote:\n\nwe may begin in May.\n').slice(1), [
      'paragraph: Here is what the council wrote:',
      'paragraph: we may begin in May.',
    ]);
  });

  it('leaves labels and times in a message to the writer', () => {
    assert.deepEqual(
      own('Hi Max,\n\nFrom: our side nothing stands in the way.\n\nWe met on 05/04/2025 10:30 and agreed.\n').slice(1),
      ['paragraph: From: our side nothing stands in the way.', 'paragraph: We met on 05/04/2025 10:30 and agreed.'],
    );
  });

  it('knows names, titles and numbers after a sign-off, footers and disclaimers', () => {
    const draft = read(
      'Hi Max,\n\nAll good.\n\nBest wishes,\n\nEva Brandt\nHead of Purchasing, Oak & Elm Ltd\nTel: +44 20 7946 0018\n\nSent from my phone\n\nThis e-mail and any attachment are confidential and meant for the intended recipient only.\n',
    );
    assert.deepEqual(shownBlocks(draft), ['salutation: Hi Max,', 'paragraph: All good.', 'sign-off: Best wishes,']);
    assert.equal(shownRegions(draft).length, 1);
    assert.match(shownRegions(draft)[0]!, /^signature: Eva Brandt .* recipient only\.$/);
  });

  it('reads a postscript after the name', () => {
    assert.deepEqual(own('Hi Max,\n\nAll good.\n\nThanks,\nEva\n\nP.S. Could you bring the plan?\n').slice(2), [
      'sign-off: Thanks,',
      'paragraph: P.S. Could you bring the plan?',
    ]);
  });

  it('joins wrapped lines and keeps items, also lettered ones, apart', () => {
    assert.deepEqual(
      own('Dear Max,\n\nWe would like\nto begin soon.\n\n(a) first\n(b) second\n    goes on\n* third\n').slice(1),
      ['paragraph: We would like to begin soon.', 'list-item: first', 'list-item: second goes on', 'list-item: third'],
    );
  });

  it('takes columns, figures, drawings and lists of labels for tables', () => {
    const draft = read(notes, 'plaintext');
    assert.deepEqual(shownBlocks(draft), [
      'list-item: the first thing to settle',
      'list-item: the second thing, with a second line',
      'paragraph: Some closing words that are plain.',
    ]);
    assert.deepEqual(
      read(
        'Hello,\n\nA\tB\tC\n1\t2\t3\n\nLamps   £400\nCable   £90\n\n+----+----+\n| ## | == |\n+----+----+\n',
      ).regions.map(({ type }) => type),
      ['table', 'table', 'table'],
    );
  });

  for (const sentence of [
    'That is a ridiculous price....You must do better.',
    'LAST WORD.... sign it or leave it',
    'We waited.   You said nothing.   We waited again.',
    'You promised the beams for March ......... and it is June',
    'no news from you   and none from the yard',
  ])
    it(`reads the sentence “${sentence}” whatever its gaps`, () =>
      assert.deepEqual(
        own(`Hello Max,\n\n${sentence}\n\nMore on Friday.\n`)[1]?.slice(11),
        sentence.replace(/ +/g, ' '),
      ));

  for (const table of [
    'Terms of payment ........ 14',
    'Scope . . . . . . . . 3',
    'Preface.......iv',
    'Cable, 40 m ........ £90.00 each',
    'Oak boards\tdry\nPine boards\twet',
  ])
    it(`takes “${table.split('\n')[0]}” for a line of a table or of contents`, () =>
      assert.deepEqual(
        read(`Hello Max,\n\nBelow:\n\n${table}\n\nMore on Friday.\n`, 'plaintext').regions.map(({ type }) => type),
        ['table'],
      ));

  it('reads header lines of drafts and of raw mail, with the subject as the only words', () => {
    assert.deepEqual(own('Subject: Re: AW: The oak\n\nWe agree.\n'), ['subject: The oak', 'paragraph: We agree.']);
    const raw =
      'Received: from a.example\n by b.example; Mon, 3 Mar 2025\nX-Score: 1\nFrom: Eva <eva@example.org>\nSubject: The\n oak\nMIME-Version: 1.0\n\nWe agree.\n';
    assert.deepEqual(own(raw), ['subject: The oak', 'paragraph: We agree.']);
    assert.deepEqual(own('Me: Max <max@example.org>\n\nFrom: Max\nTo: Eva\nSubject: Oak\n\nWe agree.\n'), [
      'subject: Oak',
      'paragraph: We agree.',
    ]);
  });

  it('is not led astray by quote marks in prose', () => {
    assert.deepEqual(own('Hello Max,\n\nWe need a > b here.\n>:( that was a joke.\n').length, 2);
  });
});

describe('formalNotice', () => {
  it('needs two different marks in the writer’s own words', () => {
    const formal = (text: string) => read(text).formalNotice;
    assert.equal(formal('WITHOUT\nPREJUDICE\n\nThis is our notice of termination.'), true);
    assert.equal(formal('We write pursuant to clause 4.2.\n\nThis is a letter before action.'), true);
    assert.equal(formal('We write without prejudice, and again without prejudice.'), false);
    assert.equal(formal('Without prejudice to that we agree.\n\n> notice of termination\n'), false);
    assert.equal(formal('We took notice of your letter.'), false);
  });
});
