import assert from 'node:assert/strict';
import { readDraft } from '../../../../src/document/draft/readDraft';
import { readMessages } from '../../../../src/document/messages/messages';
import { attributions, headers, type OlderMail } from './olderMail';

const own = 'The mooring is paid until August.';
const theirs = 'Why did nobody tell us about the mast?';

describe('older mail is known by its shape', () => {
  for (const { name, head, ...known } of attributions) {
    it(`under an attribution: ${name}`, () => {
      const marked = `> ${theirs}`;
      if (known.marked === undefined) check(`Hello,\n\n${own}\n\nJo\n\n${head}\n\n${theirs}\n`, known);
      check(`Hello,\n\n${own}\n\nJo\n\n${head}\n${marked}\n`, known);
      check(`${own}\n\n${head}\n\n${marked}\n`, known);
      // Quoted once more, as a third mail has it.
      const quoted = `${head}\n\n${marked}`.replaceAll(/^/gm, '> ');
      check(`${own}\n\nOn 12 Jun 2024, at 9:15, Tove Lindahl wrote:\n\n> As you like.\n>\n${quoted}\n`, known, 3);
    });
  }

  for (const { name, head, ...known } of headers) {
    it(`under a header: ${name}`, () => {
      check(`Hello,\n\n${own}\n\nJo\n\n${head}\n\n${theirs}\n`, known);
      check(`${own}\n\n${head}\n\n${theirs}\n\n${head.replaceAll('2024', '2023')}\n\nAs you like.\n`, known, 3);
    });
  }
});

function check(text: string, { author, date }: Pick<OlderMail, 'author' | 'date'>, count = 2): void {
  for (const languageId of ['email', 'plaintext', 'markdown']) {
    const draft = readDraft(text, { languageId });
    const blocks = draft.blocks.map((block) => block.text).join('\n');
    assert.ok(blocks.includes(own), `${languageId}: the writer's words are lost:\n${text}`);
    assert.ok(!blocks.includes(theirs), `${languageId}: older words are taken for the writer's:\n${text}`);
    const messages = readMessages(draft);
    assert.equal(
      messages.length,
      count,
      `${languageId}: ${messages.map(({ from }) => from?.name).join(', ')}\n${text}`,
    );
    const message = messages.find(({ body }) => body.some((span) => text.slice(span.start, span.end) === theirs));
    assert.equal(message?.from?.name, author, `${languageId}\n${text}`);
    const day = message?.date === undefined ? undefined : new Date(message.date).toISOString().slice(0, 16);
    assert.equal(day, date, `${languageId}\n${text}`);
  }
}
