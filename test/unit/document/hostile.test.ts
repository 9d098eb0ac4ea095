import assert from 'node:assert/strict';
import { readDraft, updateDraft } from '../../../src/document/draft/readDraft';
import { splitSentences } from '../../../src/document/draft/sentences';
import { readMessages } from '../../../src/document/messages/messages';

const SIZE = 300_000;
const fill = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);
const stairs = (step: string) => Array.from({ length: 700 }, (_, depth) => `${step.repeat(depth)}- a`).join('\n');

const inputs: Readonly<Record<string, string>> = {
  'one long word': fill('a'),
  'one long line of words': fill('We would like to see it soon. '),
  'opening brackets': fill('['),
  'empty links': fill('[]'),
  'unfinished links': fill('[a]('),
  'quote marks': fill('>'),
  'spaced quote marks': fill('> '),
  stars: fill('*'),
  'tangled emphasis': fill(' a*_'),
  'back-ticks': fill('` '),
  'growing back-ticks': Array.from({ length: 770 }, (_, length) => '`'.repeat(length)).join(' '),
  'unfinished comments': fill('a <!-- '),
  'unfinished tags': fill('<a '),
  'list marks': fill('- '),
  'a stair of lists': stairs('  '),
  'a stair of quotes': stairs('> '),
  'On On On': fill('On '),
  'attributions without end': fill('On Monday Eva\nwrote:\n'),
  'header lines': fill('From: a\n'),
  dividers: fill('----- Forwarded by '),
  stamps: fill('Eva 1/1/2001 10:00 AM '),
  'at signs': fill('a@a.'),
  dots: fill('.'),
  'double quotes': fill(' "a'),
  'opening quotes': fill('“'),
  'line breaks': fill('\r\n'),
  tabs: fill('a\tb\tc\n'),
  'spaces before text': fill('   a   '),
  'binary with zeros': fill('\0\u0001\ufffd'),
  'binary without zeros': String.fromCharCode(...Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 65_535) + 1)),
  'half characters': fill('\ud83d'),
  'right to left': fill('\u202e\u05d0\u05d1 '),
  titles: `Dear ${fill('Mr. ')}`,
  fences: fill('```\n'),
};

describe('bad input', () => {
  for (const [name, text] of Object.entries(inputs)) {
    it(`is read, split and searched in time that grows with its length: ${name}`, () => {
      for (const languageId of ['markdown', 'plaintext', 'email']) {
        const started = process.cpuUsage();
        const draft = readDraft(text, { languageId });
        for (const block of draft.blocks) {
          assert.equal(text.slice(block.start, block.end), block.text);
          splitSentences(block.text, block.masks);
        }
        const middle = SIZE / 2;
        updateDraft(draft, `${text.slice(0, middle)}x${text.slice(middle)}`, [
          { start: middle, end: middle, text: 'x' },
        ]);
        readMessages(draft);
        const spent = process.cpuUsage(started);
        // A quadratic step would take tens of seconds here; the bound is wide for slow and busy machines.
        assert.ok(spent.user < 6_000_000, `${languageId}: ${Math.round(spent.user / 1000)} ms`);
      }
    });
  }

  it('gives a binary file no blocks and no messages', () => {
    const draft = readDraft('PK\u0003\u0004\0\0 We demand it.', { languageId: 'plaintext' });
    assert.deepEqual([draft.blocks, draft.regions, readMessages(draft)], [[], [], []]);
    assert.equal(updateDraft(draft, 'We agree.', []).blocks.length, 1);
  });

  it('keeps the offsets of text with emoji, half characters and right-to-left marks', () => {
    const text = 'Hi \u{1F600},\n\nA \ud83d half and \u202eabc\u202c turn.\n\nLast \u{1F469}\u200d\u{1F4BB} words.\n';
    for (const block of readDraft(text, { languageId: 'email' }).blocks)
      assert.equal(text.slice(block.start, block.end), block.text);
    assert.equal(readDraft(text, { languageId: 'email' }).blocks.at(-1)!.text, 'Last \u{1F469}\u200d\u{1F4BB} words.');
  });
});
