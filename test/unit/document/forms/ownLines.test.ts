import assert from 'node:assert/strict';
import { readDraft } from '../../../../src/document/draft/readDraft';
import { readMessages } from '../../../../src/document/messages/messages';

const last = 'We never had the keys.';

/** Lines of the writer's own that share something with the head of older mail. */
const lines: readonly (readonly [string, string])[] = [
  ['a form to fill in', 'Please put this on the form.\n\nSubject: moorings\nDate: 11 June'],
  ['a form with an addressee', 'Please put this on the form.\n\nDate: 11 June 2024\nTo: Ife Okonjo\nSubject: moorings'],
  ['a form in German', 'Bitte so eintragen.\n\nDatum: 11. Juni 2024\nAn: Ulla Brandt\nBetreff: Liegeplatz'],
  ['an appointment', 'We meet as follows.\n\nContact: Ife Okonjo\nDate: 11 June 2024, 16:05\nPlace: Boat house'],
  [
    'an appointment in German',
    'Wir treffen uns.\n\nOrt: Bootshaus\nDatum: 11. Juni 2024, 16:05 Uhr\nKontakt: Ulla Brandt',
  ],
  ['a journey', 'The boat goes like this.\n\nFrom: Ghent\nTo: Antwerp'],
  ['a sentence with a date and a person', 'On 11 June 2024 at 16:05 we met Ife Okonjo:'],
  ['a sentence in German', 'Am 11. Juni 2024 um 16:05 Uhr haben wir Ulla Brandt getroffen:'],
  ['a sentence in French', 'Le 11 juin 2024 à 16:05 nous avons vu Lucie Ferrand :'],
  ['a call', 'Call with Ife Okonjo, 11 June 2024, 16:05:'],
  ['a summary', 'Summary of the call with Ife Okonjo, 11 June 2024, 16:05:'],
  ['an order with an address', 'Send the parts to Ife Okonjo <ife@tide.example> by 11 June 2024, 16:05:'],
  ['what each of us wrote', 'I have set it out below, because the minutes say what each of us wrote:'],
  ['a rule with words', '----- The second part -----'],
  ['a label and a price', 'Mooring: 400\nCrane: 250\nDate: 11 June 2024'],
  ['names with tasks', 'Ife Okonjo: sails\nTove Lindahl: ropes\nDue: 11 June 2024'],
  ['a question about a mail', 'Did you see what Ife wrote on Tuesday?'],
  ['a time at the end', 'The crane comes on 11/06/2024 16:05'],
];

describe('the writer’s own lines', () => {
  for (const [name, written] of lines) {
    it(`stay the writer’s: ${name}`, () => {
      const text = `Hello Tove,\n\n${written}\n\n${last}\n\nBest,\nJo\n`;
      for (const languageId of ['email', 'plaintext', 'markdown']) {
        const draft = readDraft(text, { languageId });
        assert.ok(
          draft.blocks.some((block) => block.text === last),
          `${languageId}\n${text}`,
        );
        const messages = readMessages(draft).filter(({ shape }) => shape !== 'note');
        assert.equal(
          messages.length,
          1,
          `${languageId}: ${messages.map(({ from }) => from?.name).join(', ')}\n${text}`,
        );
      }
    });
  }
});
