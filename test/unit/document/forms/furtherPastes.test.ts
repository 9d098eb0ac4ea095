import assert from 'node:assert/strict';
import { readDraft } from '../../../../src/document/draft/readDraft';
import { readMessages } from '../../../../src/document/messages/messages';
import { furtherPastes } from './furtherPastes';

describe('what people paste in paragraphs', () => {
  for (const { name, text, messages: expected } of furtherPastes) {
    it(`is told apart and kept whole: ${name}`, () => {
      const found = readMessages(readDraft(text, { languageId: 'plaintext' })).filter(
        ({ shape }) => shape !== 'note' && shape !== 'quoted',
      );
      assert.deepEqual(
        found.map(({ from, date, body }, at) => {
          const [, day, first = '', last = ''] = expected[at] ?? [];
          const said = date === undefined ? undefined : new Date(date).toISOString().slice(0, 10);
          const words = body.map(({ start, end }) => text.slice(start, end)).join('\n');
          return [
            from?.name,
            day === undefined ? undefined : said?.slice(-day.length),
            words.slice(0, first.length),
            words.slice(-last.length),
          ];
        }),
        expected,
      );
    });
  }
});
