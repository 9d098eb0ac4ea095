import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';

const kept = 'The tiles stay with you until June.';
const hidden = 'Nobody but us should see this.';

/** How each kind of file writes what its reader never sees. */
const comments: Readonly<Record<string, readonly string[]>> = {
  'a.md': [
    `<!-- ${hidden} -->`,
    `<!--\n${hidden}\n\n${hidden}\n-->`,
    `%% ${hidden} %%`,
    `%%\n${hidden}\n%%`,
    `{% comment %}\n${hidden}\n{% endcomment %}`,
    `{%- comment -%} ${hidden} {%- endcomment -%}`,
  ],
  'a.mdx': [`{/* ${hidden} */}`, `{/*\n${hidden}\n*/}`],
  'a.adoc': [`// ${hidden}`, `////\n${hidden}\n\n${hidden}\n////`],
  'a.rst': [`.. ${hidden}`, `..\n   ${hidden}\n\n   ${hidden}`],
  'a.org': [`# ${hidden}`, `#+BEGIN_COMMENT\n${hidden}\n#+END_COMMENT`],
};

/** Entities, and the sign that each stands for. */
const entities = [
  ['&amp;', '&'],
  ['&#39;', "'"],
  ['&#x2019;', '’'],
  ['&rsquo;', '’'],
  ['&nbsp;', '\u00a0'],
  ['&eacute;', 'é'],
  ['&lt;', '<'],
] as const;

describe('comments and entities', () => {
  for (const [path, written] of Object.entries(comments))
    for (const comment of written)
      it(`${path} hides ${JSON.stringify(comment)}`, () => {
        const draft = readDraft(`${kept}\n\n${comment}\n\n${kept}\n`, { path });
        const texts = draft.blocks.map(({ text }) => text);
        assert.deepEqual(texts, [kept, kept]);
      });

  for (const path of ['a.md', 'a.mdx', 'a.adoc'])
    for (const [entity, sign] of entities)
      it(`${path} reads ${entity} as one sign`, () => {
        const text = `We don${entity}t see why.\n`;
        const [block] = readDraft(text, { path }).blocks;
        assert.equal(block?.text, text.trim(), 'offsets stay those of the file');
        const mask = block?.masks.find(({ start, end }) => text.slice(start, end) === entity);
        assert.ok(mask !== undefined, `${entity} stands for ${sign}`);
      });

  it('leaves what only looks like an entity', () => {
    const [block] = readDraft('Smith & Sons; R&D; a &nosuch; thing.\n', { path: 'a.md' }).blocks;
    assert.deepEqual(
      block?.masks.filter(({ kind }) => kind !== 'opaque'),
      [],
    );
  });
});
