import assert from 'node:assert/strict';
import { TokenKind, tokenise } from '../../../src/language/tokens';

function words(text: string, masks: { start: number; end: number; kind: 'opaque' | 'skip' }[] = []): string[] {
  const tokens = tokenise(text, 0, text.length, masks);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.starts[at], tokens.ends[at]));
}

describe('tokens', () => {
  it('split contractions in two', () =>
    assert.deepEqual(words('don’t you’re we’ll it’s'), ['do', 'n’t', 'you', '’re', 'we', '’ll', 'it', '’s']));
  it('keep possessives whole', () => assert.deepEqual(words("the client's fault"), ['the', "client's", 'fault']));
  it('keep numbers with their signs', () =>
    assert.deepEqual(words('£1,200.50 and 5% or 4k'), ['£1,200.50', 'and', '5%', 'or', '4k']));
  it('leave out what is skipped and stand in for what is opaque', () =>
    assert.deepEqual(
      words('we **must** see `x y`', [
        { start: 3, end: 5, kind: 'skip' },
        { start: 9, end: 11, kind: 'skip' },
        { start: 16, end: 21, kind: 'opaque' },
      ]),
      ['we', 'must', 'see', '`x y`'],
    ));
  it('know capitals and money', () => {
    const tokens = tokenise('NEVER Pay $5', 0, 12);
    assert.ok(tokens.kinds[0]! & TokenKind.upper);
    assert.ok(tokens.kinds[1]! & TokenKind.capital && !(tokens.kinds[1]! & TokenKind.upper));
    assert.ok(tokens.kinds[2]! & TokenKind.money);
  });
  it('read emoji, lone surrogates and right-to-left text without losing their place', () =>
    assert.deepEqual(words('ok 😀 \ud83d שלום wait'), ['ok', 'שלום', 'wait']));
});
