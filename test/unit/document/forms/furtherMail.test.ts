import assert from 'node:assert/strict';
import { readDraft } from '../../../../src/document/draft/readDraft';
import { readMessages } from '../../../../src/document/messages/messages';
import { furtherMail } from './furtherMail';

const own = 'The shelves stay where they are until Monday.';
const theirs = 'Who told you to take down the shelves?';
const more = 'You can see the marks on the wall.';

describe('older mail in further languages and clients', () => {
  for (const { name, head, author, date, quoted = 0 } of furtherMail) {
    it(`is told from the writer's words: ${name}`, () => {
      const mark = '> '.repeat(quoted);
      const text = `Hi,\n\n${own}\n\nBo\n\n${head}\n\n${mark}Hello Bo,\n${mark}\n${mark}${theirs}\n${mark}${more}\n`;
      for (const languageId of ['email', 'plaintext', 'markdown']) {
        const draft = readDraft(text, { languageId });
        const blocks = draft.blocks.map((block) => block.text).join('\n');
        assert.ok(blocks.includes(own), `${languageId}: the writer's words are lost`);
        for (const words of [theirs, more]) assert.ok(!blocks.includes(words), `${languageId}: taken for the writer's`);
        const messages = readMessages(draft);
        assert.equal(messages.length, 2, languageId);
        assert.ok([undefined, 'Bo'].includes(messages[0]?.from?.name), languageId);
        assert.equal(messages[1]?.from?.name, author, languageId);
        const found = messages[1]?.date;
        assert.equal(found === undefined ? undefined : new Date(found).toISOString().slice(0, 16), date, languageId);
      }
    });
  }
});
