import assert from 'node:assert/strict';
import type { Change, Draft } from '../../../src/document/draft/draft';
import { readDraft, readStatistics, updateDraft } from '../../../src/document/draft/readDraft';
import { generator } from '../generator';
import { mail, mixed, notes, outlook, proposal } from './sampleTexts';

const documents: readonly (readonly [string, string, string])[] = [
  ['a proposal in Markdown', proposal, 'markdown'],
  ['a proposal read as plain text', proposal, 'plaintext'],
  ['an e-mail', mail, 'email'],
  ['an e-mail in Markdown', mail, 'markdown'],
  ['a thread in plain text', outlook, 'plaintext'],
  ['a thread in Markdown', outlook, 'markdown'],
  ['mixed line ends in Markdown', mixed, 'markdown'],
  ['mixed line ends in mail', mixed, 'email'],
  ['notes with tables', notes, 'plaintext'],
];

const pieces = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '.',
  '> ',
  '>',
  '- ',
  '* ',
  '# ',
  '```\n',
  '~~~',
  '---\n',
  '-- \n',
  '"',
  '“',
  '**',
  '`',
  '[a](b)',
  '|',
  '<!-- ',
  '-->',
  '<div>\n',
  '</div>',
  '    ',
  '\t',
  '\u{1F600}',
  '\ud83d',
  '\u0000',
  'Kind regards,\n',
  'Dear Eva,\n\n',
  'From: Eva\nTo: Max\nSubject: Oak\n',
  'Subject: Hello\n',
  'On Mon, 3 Mar 2025, Eva <eva@example.org> wrote:\n',
  '-----Original Message-----\n',
  'Me: Max <max@example.org>\n',
  '1. ',
  'a@example.org',
  '  \n',
  '===\n',
  '\ufeff',
  'Sent from my phone',
];

describe('updateDraft', () => {
  for (const [name, text, languageId] of documents) {
    it(`gives what a fresh reading gives after any edit of ${name}`, () => {
      const random = generator(text.length + languageId.length);
      let draft = readDraft(text, { languageId });
      for (let step = 0; step < 400; step++) {
        const { changed, changes } = randomEdit(draft.text, random);
        const updated = updateDraft(draft, changed, changes);
        assertSame(updated, readDraft(changed, { languageId }), draft.text, changes);
        draft = step % 50 === 49 ? readDraft(text, { languageId }) : updated;
      }
    });
  }

  it('is right when the changes are wrong or missing', () => {
    const draft = readDraft(mail, { languageId: 'email' });
    const changed = mail.replace('smaller first step', 'larger one');
    for (const changes of [[], [{ start: 0, end: 1, text: 'F' }], [{ start: -5, end: 1e9, text: '' }]]) {
      assert.deepEqual(updateDraft(draft, changed, changes), readDraft(changed, { languageId: 'email' }));
    }
  });

  it('is right after several changes at once', () => {
    const draft = readDraft(mail, { languageId: 'email' });
    const first = mail.indexOf('offer');
    const second = mail.indexOf('later start');
    const changed = `${mail.slice(0, first)}proposal${mail.slice(first + 5, second)}start in June${mail.slice(second + 11)}`;
    const changes = [
      { start: second, end: second + 11, text: 'start in June' },
      { start: first, end: first + 5, text: 'proposal' },
    ];
    assert.deepEqual(updateDraft(draft, changed, changes), readDraft(changed, { languageId: 'email' }));
  });

  it('keeps blocks before the edit and moves those after it with the same text and masks', () => {
    const draft = readDraft(proposal, { languageId: 'markdown' });
    const at = proposal.indexOf('Forty');
    const updated = updateDraft(draft, `${proposal.slice(0, at)}Some ${proposal.slice(at)}`, [
      { start: at, end: at, text: 'Some ' },
    ]);
    const before = draft.blocks.findIndex((block) => block.text.startsWith('Thank you'));
    assert.equal(updated.blocks[before], draft.blocks[before]);
    const after = draft.blocks.findIndex((block) => block.text.startsWith('We can start'));
    assert.equal(updated.blocks[after]!.start, draft.blocks[after]!.start + 5);
    assert.equal(updated.blocks[after]!.text, draft.blocks[after]!.text);
    assert.equal(updated.blocks[after]!.masks, draft.blocks[after]!.masks);
  });

  it('reads only the neighbourhood of a key again, however long the document', function () {
    this.timeout(20_000);
    for (const [paragraph, languageId] of [
      ['A plain paragraph that says little, on one line.\n\n', 'plaintext'],
      ['A **marked** paragraph with `code` in it.\n\n- one\n- two\n\n', 'markdown'],
    ] as const) {
      const text = paragraph.repeat(2000);
      let draft = readDraft(text, { languageId });
      const before = readStatistics.segmentsReadAgain;
      for (let key = 0; key < 20; key++) {
        const at = Math.floor((draft.text.length / 20) * key);
        draft = updateDraft(draft, `${draft.text.slice(0, at)}e${draft.text.slice(at)}`, [
          { start: at, end: at, text: 'e' },
        ]);
      }
      assert.ok(
        readStatistics.segmentsReadAgain - before <= 20 * 4,
        `${readStatistics.segmentsReadAgain - before} segments`,
      );
    }
  });

  it('takes everything below a header for forwarded as soon as the header is complete', () => {
    const head = 'Hello Eva,\n\nSee below.\n\n';
    const tail = 'Dear Max,\n\nWe would rather wait.\n';
    const draft = readDraft(`${head}${tail}`, { languageId: 'plaintext' });
    assert.ok(draft.blocks.some((block) => block.text === 'We would rather wait.'));
    const insert = 'From: Max Vogel\nSent: 4 May 2025 10:00\nTo: Eva Brandt\nSubject: Oak\n\n';
    const updated = updateDraft(draft, `${head}${insert}${tail}`, [
      { start: head.length, end: head.length, text: insert },
    ]);
    assert.ok(!updated.blocks.some((block) => block.text === 'We would rather wait.'));
    assert.equal(updated.regions.at(-1)!.type, 'forwarded');
  });
});

function assertSame(actual: Draft, expected: Draft, before: string, changes: readonly Change[]): void {
  try {
    assert.deepEqual(actual, expected);
  } catch (error) {
    throw new Error(`after ${JSON.stringify(changes)} in ${JSON.stringify(before)}\n${String(error)}`);
  }
}

function randomEdit(text: string, random: (below: number) => number): { changed: string; changes: Change[] } {
  const start = random(text.length + 1);
  const length = random(3) === 0 ? random(Math.min(40, text.length - start + 1)) : 0;
  const piece =
    random(4) === 0 ? text.slice(random(text.length + 1)).slice(0, random(60)) : pieces[random(pieces.length)]!;
  const inserted = length > 0 && random(2) === 0 ? '' : piece;
  const changed = text.slice(0, start) + inserted + text.slice(start + length);
  return { changed, changes: [{ start, end: start + length, text: inserted }] };
}
