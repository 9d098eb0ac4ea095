import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { tokenise } from '../../../src/language/tokens';
import { shownBlocks, shownRegions, unmasked } from './shown';

const read = (text: string, path = 'notes.md') => readDraft(text, { path });
const words = (text: string, path?: string) =>
  read(text, path).blocks.map((block) =>
    unmasked(block)
      .replace(/[\s\u2060]+/g, ' ')
      .trim(),
  );

describe('markup around the writer’s words', () => {
  it('reads a callout and leaves a quotation alone', () => {
    assert.deepEqual(words('> [!WARNING]\n> The barge leaves at six.\n>\n> Nobody waits.\n'), [
      'The barge leaves at six.',
      'Nobody waits.',
    ]);
    assert.deepEqual(words('> [!tip]- Before you ring\n> Have the number ready.\n'), [
      'Before you ring Have the number ready.',
    ]);
    assert.deepEqual(words('> [Nils] wrote that the barge leaves at six.\n'), []);
  });

  it('reads the words of a link and not its address', () => {
    assert.deepEqual(
      words('See [the barge](https://example.org/b "its page") and [the quay][q].\n\n[q]: https://example.org/q\n'),
      ['See the barge and the quay.'],
    );
    assert.deepEqual(words('Dear [Name], see ![a barge](b.png).\n'), ['Dear ⬚, see ⬚.']);
  });

  it('reads what stands in blocks of HTML and JSX', () => {
    const draft = read(
      '<Note\n  title="Barge"\n  when={() => day > 3}\n>\nThe barge <b>leaves</b> at six.\n</Note>\n',
      'a.mdx',
    );
    assert.deepEqual(draft.blocks.map(unmasked), ['The barge leaves at six.']);
    const page = read('<div>\n<p>Bring a rope.</p>\n<pre>you must not read this</pre>\n<!-- nor this -->\n</div>\n');
    assert.deepEqual(shownBlocks(page), ['paragraph: Bring a rope.']);
    assert.ok(shownRegions(page).includes('comment: <!-- nor this -->'));
  });

  for (const [name, text] of [
    ['MDX', 'One. {/* hidden */}\n\n{/*\nhidden\n\nstill hidden\n*/}\n\nTwo.\n'],
    ['Liquid', 'One.\n\n{% comment %}\nhidden\n\nstill hidden\n{%- endcomment -%}\n\nTwo.\n'],
    ['Obsidian', 'One. %% hidden %%\n\n%%\nhidden\n\nstill hidden\n%%\n\nTwo.\n'],
    ['Jinja', 'One. {# hidden #}\n\nTwo.\n'],
  ] as const)
    it(`does not read a comment of ${name}`, () => assert.deepEqual(words(text, 'a.mdx'), ['One.', 'Two.']));

  it('takes marks that only look like a comment for text', () => {
    assert.deepEqual(words('# The barge {#barge}\n\nTwo.\n'), ['The barge {#barge}', 'Two.']);
    assert.deepEqual(words('About 40%% of it.\n\nTwo. {/* never closed\n'), [
      'About 40%% of it.',
      'Two. {/⬚ never closed'.replace('⬚', '*'),
    ]);
  });

  for (const comment of [
    '<!-- common-ground-disable-next-line demand -->',
    '{/* common-ground-disable-next-line demand */}',
    '{% comment %} common-ground-disable-next-line demand {% endcomment %}',
    '%% common-ground-disable-next-line demand %%',
  ])
    it(`takes ${comment} for an ignore comment`, () => {
      const text = `One.\n\n${comment}\nWe wait.\n`;
      const [directive] = read(text).directives;
      assert.deepEqual([directive?.type, directive?.rules], ['disable-next-line', ['demand']]);
      assert.equal(text.slice(directive?.start, directive?.end), comment);
    });

  it('reads a character reference as its character, at its place', () => {
    const text = 'We don&rsquo;t&nbsp;wait &amp; we can&#39;t.\n';
    const [block] = read(text).blocks;
    assert.ok(block !== undefined);
    const tokens = tokenise(block.text, 0, block.text.length, block.masks);
    const spans = Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.starts[at], tokens.ends[at]));
    assert.deepEqual(spans, ['We', 'do', 'n&rsquo;t', 'wait', 'we', 'ca', 'n&#39;t']);
  });

  it('keeps a paragraph with more brackets than a parser can pair', () => {
    assert.match(
      words(`The barge leaves. ${'[a] '.repeat(310)}Nobody waits.\n`)[0] ?? '',
      /^The barge leaves\..*waits\.$/,
    );
  });
});
