import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft, updateDraft } from '../../../src/document/draft/readDraft';
import { splitSentences } from '../../../src/document/draft/sentences';
import { readMessages } from '../../../src/document/messages/messages';
import { tokenise } from '../../../src/language/tokens';
import { anyText, languageId, runs } from './anyText';

interface Range {
  readonly start: number;
  readonly end: number;
}

function assertInOrder(ranges: readonly Range[], from: number, to: number): void {
  let last = from;
  for (const { start, end } of ranges) {
    assert.ok(
      Number.isInteger(start) && start >= last && end >= start && end <= to,
      `${start}-${end} after ${last} of ${to}`,
    );
    last = end;
  }
}

describe('Reading any text', () => {
  it('gives blocks, masks, sentences and words at their places, and sentences that leave out white space alone', () => {
    fc.assert(
      fc.property(anyText, languageId, (text, language) => {
        const draft = readDraft(text, { languageId: language });
        assertInOrder(draft.blocks, 0, text.length);
        for (const block of draft.blocks) {
          assert.equal(text.slice(block.start, block.end), block.text);
          assertInOrder(block.masks, 0, block.text.length);
          const spans = splitSentences(block.text, block.masks);
          assertInOrder(spans, 0, block.text.length);
          let last = 0;
          for (const { start, end } of [...spans, { start: block.text.length, end: block.text.length }]) {
            assert.match(block.text.slice(last, start), /^\s*$/);
            const tokens = tokenise(block.text, start, end, block.masks);
            const words = Array.from({ length: tokens.count }, (_, at) => ({
              start: tokens.starts[at]!,
              end: tokens.ends[at]!,
            }));
            assertInOrder(words, start, end);
            last = end;
          }
        }
        for (const { start, end } of draft.regions) assertInOrder([{ start, end }], 0, text.length);
      }),
      runs(150),
    );
  });

  it('again after an edit gives what reading from scratch gives', () => {
    fc.assert(
      fc.property(anyText, anyText, languageId, fc.nat(), fc.nat(40), (text, put, language, place, removed) => {
        const start = place % (text.length + 1);
        const end = Math.min(text.length, start + removed);
        const after = text.slice(0, start) + put + text.slice(end);
        const updated = updateDraft(readDraft(text, { languageId: language }), after, [{ start, end, text: put }]);
        const { blocks, kind } = readDraft(after, { languageId: language });
        assert.deepEqual([updated.blocks, updated.kind.kind], [blocks, kind.kind]);
      }),
      runs(100),
    );
  });

  it('gives messages whose words lie in it', () => {
    fc.assert(
      fc.property(anyText, languageId, (text, language) => {
        for (const { start, body } of readMessages(readDraft(text, { languageId: language }))) {
          assert.ok(start >= 0 && start <= text.length);
          assertInOrder(body, 0, text.length);
        }
      }),
      runs(150),
    );
  });
});
