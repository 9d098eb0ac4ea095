import assert from 'node:assert/strict';
import { readDraft } from '../../../../src/document/draft/readDraft';
import { readMessages } from '../../../../src/document/messages/messages';
import { pastes } from './pastes';

describe('what people paste', () => {
  for (const { name, text, messages: expected } of pastes) {
    it(`is told apart message by message: ${name}`, () => {
      const draft = readDraft(text, { languageId: name === 'minutes' ? 'markdown' : 'plaintext' });
      const found = readMessages(draft).filter(({ shape }) => shape !== 'note');
      assert.deepEqual(
        found.map(({ from, date, body }, at) => {
          const [, day, words] = expected[at] ?? [];
          const said = date === undefined ? undefined : new Date(date).toISOString().slice(0, 10);
          return [
            from?.name,
            day === undefined ? undefined : said?.slice(-day.length),
            text.slice(body[0]!.start, body[0]!.end).slice(0, words?.length ?? 12),
          ];
        }),
        expected,
      );
    });
  }
});
