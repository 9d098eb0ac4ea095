import assert from 'node:assert/strict';
import { matchAnywhere } from '../../../src/language/matcher';
import { compilePattern } from '../../../src/language/pattern';
import { tokenise } from '../../../src/language/tokens';

describe('a pattern that meets its first sentence', () => {
  it('knows every one of its words, the optional ones too', () => {
    const pattern = compilePattern('marmalade (thickly)? (spread)?');
    const text = 'Marmalade thickly spread on toast.';
    const hit = matchAnywhere(pattern, tokenise(text, 0, text.length), () => []);
    assert.deepEqual([hit?.start, hit?.end], [0, 3]);
  });
});
