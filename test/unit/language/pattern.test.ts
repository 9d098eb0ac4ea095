import assert from 'node:assert/strict';
import { expandRoots } from '../../../src/language/inflect';
import { createMatcher } from '../../../src/language/matcher';
import { compilePattern } from '../../../src/language/pattern';
import { PatternError } from '../../../src/language/pattern/patternItems';
import { tagTokens } from '../../../src/language/tagger';
import { tokenise } from '../../../src/language/tokens';

const lists = { adverb: ['really', 'sort of'], nested: ['$adverb', 'badly'] };

/** The marked words of every match. */
function find(pattern: string, text: string): string[] {
  const matcher = createMatcher([compilePattern(expandRoots(pattern), lists)]);
  const tokens = tokenise(text, 0, text.length);
  const found: string[] = [];
  matcher.find(
    tokens,
    () => tagTokens(tokens),
    (_, { spanStart, spanEnd }) => found.push(text.slice(tokens.starts[spanStart], tokens.ends[spanEnd - 1])),
  );
  return found;
}

describe('a pattern', () => {
  const matches: [string, string, string[]][] = [
    ['final offer', 'This is our Final offer.', ['Final offer']],
    ['you are wrong', 'I think you’re wrong here', ['you’re wrong']],
    ['you are wrong', 'I think youre wrong here', ['youre wrong']],
    ["can't wait", 'we cannot wait and we can not wait', ['cannot wait', 'can not wait']],
    ['non-negotiable', 'non negotiable or non-negotiable', ['non negotiable', 'non-negotiable']],
    ['you (never|always) . me', 'you always call me, you never see it', ['you always call me']],
    ['your [(fault|mistake)]', 'it was your mistake', ['mistake']],
    ['(a|the) very? good', 'a good, the very good', ['a good', 'the very good']],
    ['so $nested wrong', 'so sort of wrong and so badly wrong', ['so sort of wrong', 'so badly wrong']],
    ['{fail/verb} to', 'failing to, failed to, fails to', ['failing to', 'failed to', 'fails to']],
    ['pay #Money', 'pay £1,200 now, pay 12 later', ['pay £1,200']],
    ['not .{0,2} enough', 'not quite good enough, not by a long way enough', ['not quite good enough']],
    ['final offer', 'the final: offer', []],
    ['final ~ offer', 'the final: offer', ['final: offer']],
    ['^ look', 'look, they look', ['look']],
    ['done $', 'we are done', ['done']],
    ['you #Adverb? slow', 'you painfully slow people', ['you painfully slow']],
    ['yes but', 'yes, but', ['yes, but']],
  ];
  for (const [pattern, text, expected] of matches)
    it(`${pattern} in “${text}”`, () => assert.deepEqual(find(pattern, text), expected));

  it('can refuse a word', () => {
    assert.deepEqual(find('you !not care', 'you do care'), ['you do care']);
    assert.deepEqual(find('you !not care', 'you not care'), []);
  });

  const broken: [string, RegExp][] = [
    ['(a|b', /“\(” without its “\)”/],
    ['a)', /stray “\)”/],
    ['[a', /“\[” without its “\]”/],
    ['$nothing here', /unknown list/],
    ['#Adverb', /no word that must be there/],
    ['a {9', /.*/],
    ['<a', /means nothing here/],
    ['()', /empty choice/],
    ['x'.repeat(5000), /too long/],
  ];
  for (const [pattern, message] of broken)
    it(`${pattern.slice(0, 20)} is refused in plain words`, () =>
      assert.throws(
        () => compilePattern(pattern, lists),
        (error: unknown) => error instanceof PatternError && message.test(error.message),
      ));

  it('keeps named parts', () => {
    const pattern = compilePattern('[<who>(i|we)] demand');
    const text = 'Now we demand it';
    const tokens = tokenise(text, 0, text.length);
    let who = '';
    createMatcher([pattern]).find(
      tokens,
      () => [],
      (_, { parts }) => {
        who = text.slice(tokens.starts[parts.who![0]], tokens.ends[parts.who![1] - 1]);
      },
    );
    assert.equal(who, 'we');
  });

  it('gives up on a pattern that would try for ever, without a wait', () => {
    const nasty = `(${'a? '.repeat(40)}|a a){1,9} b`;
    const text = 'a '.repeat(400);
    const from = process.cpuUsage().user;
    find(nasty, text);
    assert.ok(process.cpuUsage().user - from < 3_000_000);
  });
});
