import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';

const mine = 'The boards were late again.';
const theirs = 'Nobody here believes a word of that.';
/** The writer's own words in a mail, joined. */
const own = (text: string, path = 'a.email') =>
  readDraft(text, { path, kind: 'email' })
    .blocks.map((block) => block.text)
    .join('\n');

const chats = {
  'Slack, time beside the name': `Wanjiru Njeri  9:14 AM\n${theirs}\nPavel  9:20 AM\nOne moment.`,
  'Slack, time on its own line': `Wanjiru Njeri\n9:14 AM\n${theirs}\nPavel\n9:20 AM\nOne moment.`,
  'WhatsApp on a phone': `[02/06/2025, 9:14:00] Wanjiru: ${theirs}\n[02/06/2025, 9:20:41] Pavel: One moment.`,
  'WhatsApp, one line of it': `02/06/2025, 09:14 - Wanjiru Njeri: ${theirs}`,
  'Teams, an older one': `[02.06. 09:14] Njeri, Wanjiru\n${theirs}\n[02.06. 09:20] Pavel\nOne moment.`,
  'Teams, lines apart': `Wanjiru Njeri\n02/06 09:14\n${theirs}\n\nPavel Sik\n02/06 09:20\nOne moment.`,
  Telegram: `Wanjiru, [2 June 2025 at 09:14:02]:\n${theirs}\n\nPavel, [2 June 2025 at 09:20:00]:\nOne moment.`,
  'Discord, lower case': `wanjiru — Today at 9:14 AM\n${theirs}\npavel — Today at 9:20 AM\nOne moment.`,
  'IRC with times': `[09:14] <wanjiru> ${theirs}\n[09:20] <pavel> One moment.`,
  'names in another script': `[02.06.2025 09:14] Ольга: ${theirs}\n[02.06.2025 09:20] Павел: Минуту.`,
  'me and them': `Me: Would Friday do?\nThem: ${theirs}`,
  'them alone, then me': `Them: ${theirs}\n\nMe: I see.`,
  'names that come back': `Wanjiru: ${theirs}\nPavel: Why?\nWanjiru: Look at the invoice.`,
  'emphasised names': `**Wanjiru:** ${theirs}\n**Pavel:** Why?\n**Wanjiru:** Look.`,
};

describe('a chat pasted into a mail', () => {
  for (const [name, chat] of Object.entries(chats)) {
    it(`is not the writer's own: ${name}`, () => {
      for (const path of ['a.email', 'a.md']) {
        const read = own(`Hi Ines,\n\nsee what came this morning.\n\n${chat}\n\n${mine}\n\nBest,\nPavel\n`, path);
        assert.ok(!read.includes(theirs), path);
        assert.ok(read.includes(mine), path);
      }
      const below = own(`Hi Ines,\n\n${mine} This is what they wrote:\n\n---\n${chat}\n`);
      assert.ok(!below.includes(theirs) && below.includes(mine), 'below a line');
    });
  }

  for (const [name, words] of Object.entries({
    'labels of an offer': 'Colour: grey\nLength: 4 m\nPrice: 380 a piece',
    'labels that stand apart': 'Delivery: by the end of June.\n\nPayment: half of it on delivery.',
    'an agenda': '9:00 Welcome: Ines opens.\n9:20 Boards: we see the first ones.\n10:00 Coffee',
    'a name and a colon': 'Ines: could you look at this before noon?',
    'a date and a colon': '2 June, 9:14: the boards arrive.\n2 June, 11:00: we send them back.',
    'a list of points': '- Boards: 40\n- Nails: 900\n- Boards, spare: 4',
    'a signature with a date': 'Pavel Sik, 2 June 2025',
  }))
    it(`is not seen in ${name}`, () => {
      const text = `Hi Ines,\n\nthis is how it stands.\n\n${words}\n\n${mine}\n`;
      assert.ok(readDraft(text, { kind: 'email', path: 'a.email' }).regions.every(({ type }) => type !== 'quoted'));
    });

  it('leaves a document that is a chat from its first line on as it is', () => {
    const chat = chats['Slack, time beside the name'];
    assert.ok(own(`${chat}\n\nWanjiru Njeri  9:31 AM\nStill there?\n`).includes(theirs));
  });
});
