import assert from 'node:assert/strict';
import { composeEdits } from '../../../src/wording/composeEdits';
import { applyEdits, type TextEdit } from '../../../src/wording/edits';

const edit = (start: number, end: number, text: string): TextEdit => ({ start, end, text });

describe('composeEdits', () => {
  it('gives the edits of one round as they are', () => {
    assert.deepEqual(composeEdits('we demand it', [[edit(3, 9, 'ask for')]]), [edit(3, 9, 'ask for')]);
  });

  it('counts offsets of a later round back to the original text', () => {
    const rounds = [[edit(3, 9, 'ask for')], [edit(11, 13, 'that')]];
    assert.deepEqual(composeEdits('we demand it now', rounds), [edit(3, 9, 'ask for'), edit(10, 12, 'that')]);
  });

  it('leaves out what a later round takes back', () => {
    assert.deepEqual(composeEdits('abc', [[edit(1, 2, 'x')], [edit(1, 2, 'b')]]), []);
  });

  it('leads to the text that the rounds lead to, whatever they are', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let run = 0; run < 500; run++) {
      const text = 'abcdefghijklmnopqrstuvwxyz'.slice(0, 1 + random(26));
      let now = text;
      const rounds: TextEdit[][] = [];
      for (let round = 0; round < 4; round++) {
        const edits: TextEdit[] = [];
        for (let at = random(4); at <= now.length; at += 1 + random(5)) {
          const end = Math.min(now.length, at + random(4));
          edits.push(edit(at, end, 'XYZ'.slice(random(4))));
          at = end;
        }
        rounds.push(edits);
        now = applyEdits(now, edits);
      }
      assert.equal(applyEdits(text, composeEdits(text, rounds)), now);
    }
  });
});
