import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { readMessages } from '../../../src/document/messages/messages';
import { readThread } from '../../../src/thread/thread';
import { shownMessage } from './shown';

/** `author | ISO date | words` of each message under a neutral name. */
function shown(text: string): string[] {
  const messages = readMessages(readDraft(text, { path: 'text.txt' })).filter(({ shape }) => shape !== 'note');
  return messages.map((message) => {
    const [, author, , date, words] = shownMessage(text, message).split(' | ');
    return `${author} | ${date} | ${words}`;
  });
}

describe('pages and messengers as people copy them', () => {
  it('read the time below the words, with and without blank lines between', () => {
    const expected = [
      'Ilse | 2025-05-06T17:02 | Would the loft be free in July?',
      'Marek | 2025-05-06T17:20 | Only the last week.',
      'Ilse | 2025-05-07T08:11 | And the bedding?',
    ];
    const apart =
      'Ilse\nWould the loft be free in July?\nTue, May 6, 2025, 17:02\n\nMarek\nOnly the last week.\nTue, May 6, 2025, 17:20\n\nIlse\nAnd the bedding?\nWed, May 7, 2025, 08:11\n';
    assert.deepEqual(shown(apart), expected);
    assert.deepEqual(shown(apart.replaceAll('\n\n', '\n')), expected);
    assert.deepEqual(shown(apart.replaceAll(/\d\d$/gm, '$& · Read').replace('And the', '\nAnd the')), expected);
  });

  it('take words below a time without a new name for the same person', () => {
    const text =
      'Ilse\nIs it still there?\n6 May 2025, 17:02\nThe loft, I mean.\n6 May 2025, 17:03\n\nMarek\nIt is.\n6 May 2025, 17:20\n';
    assert.deepEqual(shown(text), [
      'Ilse | 2025-05-06T17:02 | Is it still there? / The loft, I mean.',
      'Marek | 2025-05-06T17:20 | It is.',
    ]);
  });

  it('read the time above the name', () => {
    const text =
      'May 06, 2025  5:02:11 PM\nMe\nAny chance to get the key on Friday?\n\nMay 06, 2025  5:20:45 PM\nTove Ring\nNot before noon.\n';
    assert.deepEqual(shown(text), [
      'Me | 2025-05-06T17:02 | Any chance to get the key on Friday?',
      'Tove Ring | 2025-05-06T17:20 | Not before noon.',
    ]);
  });

  it('tell a short message from words of the page', () => {
    const text =
      'Tuesday, May 06, 2025\nIR\nIlse R.\n1:05 PM\nForty for both, then.\nMS\nMarek S.\n2:20 PM\nForty is a lot.\nWednesday, May 07, 2025\nIR\nIlse R.\n9:00 AM\nThirty-five?\n';
    assert.deepEqual(shown(text), [
      'Ilse R. | 2025-05-06T13:05 | Forty for both, then.',
      'Marek S. | 2025-05-06T14:20 | Forty is a lot.',
      'Ilse R. | 2025-05-07T09:00 | Thirty-five?',
    ]);
  });

  it('read a name with its house and a zone of whole hours', () => {
    const text =
      'Tove Ring, May 7, 2025, 16:02 GMT+2\n\nI would rather have it mended.\n\nBo (Lampworks), May 6, 2025, 09:30 GMT+2\n\nWe can send a new one.\n\nTove Ring, May 5, 2025, 20:11 GMT+2\n\nThe shade has a crack.\n';
    assert.deepEqual(shown(text), [
      'Tove Ring | 2025-05-07T16:02 | I would rather have it mended.',
      'Bo | 2025-05-06T09:30 | We can send a new one.',
      'Tove Ring | 2025-05-05T20:11 | The shade has a crack.',
    ]);
  });

  for (const [page, head] of Object.entries({
    'of an issue': 'Open the yard on Sundays\nOpen\nIssue created 2 weeks ago by Ilse Rahn\n',
    'of a forum': 'r/allotments\nPosted by u/Ilse Rahn 4 days ago\nThe yard on Sundays\n',
    'of a tracker': 'Type: Wish\nReporter: Ilse Rahn\nAssignee: Marek Sova\n\nDescription\n',
    'in another language': 'Erstellt von: Ilse Rahn\nOffen\n',
  })) {
    it(`take what opens a page ${page} for a message of whoever opened it`, () => {
      const text = `${head}\nCould the yard be open on Sundays, too?\n\nActivity\nMarek Sova\n6 May 2025, 10:20\nNobody has the keys then.\n\nIlse Rahn\n7 May 2025, 08:02\nWhat if I had them?\n`;
      assert.deepEqual(
        shown(text).map((line) => line.replace(/ \| .* \| /, ': ')),
        [
          'Ilse Rahn: Could the yard be open on Sundays, too?',
          'Marek Sova: Nobody has the keys then.',
          'Ilse Rahn: What if I had them?',
        ],
      );
      const thread = readThread(readDraft(text, { path: 'text.txt' }));
      assert.deepEqual(
        thread.messages.map(({ side }) => side),
        ['me', 'them', 'me'],
      );
    });
  }

  it('leave a caption that names nobody beside the messages', () => {
    const text =
      'The yard\nbuilt by hand\n\nIlse Rahn\n6 May 2025, 10:20\nWho has the keys?\n\nMarek Sova\n7 May 2025, 08:02\nI do.\n';
    assert.equal(shown(text).length, 2);
  });

  it('leave a programme, a table of hours and a log what they are', () => {
    for (const text of [
      'Doors\n18:00\nSpeech of the mayor\n18:30\nMusic\n19:15\n',
      'Monday 8:00\nTuesday 9:00\nWednesday 8:00\n',
      '12:00:01 ERROR: valve\n12:00:02 ERROR: valve\n',
    ])
      assert.equal(readDraft(text, { path: 'text.txt' }).kind.kind, 'other', text);
  });

  for (const [name, text] of Object.entries({
    'of a messenger': '[06/05/2025, 17:02:11] Ilse: Is it free?\n[06/05/2025, 17:20:45] Marek: It is.\n',
    'with times on lines of their own':
      'Ilse\n  9:02 AM\nIs it free?\nMarek\n  9:40 AM\nOnly in June.\nIlse\n  9:41 AM\nFine.\n',
    'with the day beside the name':
      'Rahn, Ilse\n05/06/2025 10:22\nIs it free?\n\nSova, Marek\n05/07/2025 09:00\nOnly in June.\n',
  }))
    it(`are mail for what is checked: a chat ${name}`, () =>
      assert.equal(readDraft(text, { path: 'text.txt' }).kind.kind, 'email'));
});

describe('names in scripts that the address does not use', () => {
  it('do not give my words to whom they greet', () => {
    const text =
      'أهلا ليلى،\n\nسأرسل العرض اليوم.\n\nسمير\n\nفي الثلاثاء، 6 مايو 2025 في 10:12 ص تمت كتابة ما يلي بواسطة Layla Haddad <layla@haddad.example>:\n\n> سمير، ننتظر العرض.\n';
    const [theirs, mine] = readThread(readDraft(text, { path: 'a.email' })).messages;
    assert.equal(theirs!.author?.name, 'Layla Haddad');
    assert.equal(mine!.author?.name, 'سمير');
  });

  it('are read below a mail without capitals', () => {
    const text = 'नमस्ते राहुल जी,\n\nकीमत जून तक वही रहेगी।\n\nआशा\n';
    assert.equal(readMessages(readDraft(text, { path: 'a.email' }))[0]!.signedBy, 'आशा');
  });
});
