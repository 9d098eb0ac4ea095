import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import { shownBlocks, shownRegions, unmasked } from './shown';

const read = (text: string) => readDraft(text, { languageId: 'markdown' });

describe('readDraft of Markdown', () => {
  it('gives one block for each paragraph, heading, item and prose cell, with its exact place', () => {
    const text =
      '# The offer #\n\nWe begin\nin May.\n\nUnder line\n---\n\n- first\n- second\n  goes on\n\n  and on\n\n1) third\n\n> quoted\n\nEnd.\n';
    const draft = read(text);
    assert.deepEqual(shownBlocks(draft), [
      'heading: The offer',
      'paragraph: We begin in May.',
      'heading: Under line',
      'list-item: first',
      'list-item: second goes on',
      'list-item: and on',
      'list-item: third',
      'paragraph: End.',
    ]);
    for (const block of draft.blocks) assert.equal(text.slice(block.start, block.end), block.text);
    assert.deepEqual(shownRegions(draft), ['quoted: > quoted']);
  });

  it('takes code, HTML, comments, front matter and definitions for regions, across blank lines', () => {
    const draft = read(
      '---\ntitle: x\n---\n\n```js\nlet a;\n\n# no heading\n- no item\n```\n\n    indented\n\n<!-- one\n\ntwo -->\n\n<div>\n# no heading\n</div>\n\n[ref]: https://example.org\n\n~~~\nnever closed\n\nto the end\n',
    );
    assert.deepEqual(shownBlocks(draft), ['paragraph: # no heading']);
    assert.deepEqual(shownRegions(draft), [
      'front-matter: --- title: x ---',
      'code: ```js let a; # no heading - no item ```',
      'code: indented',
      'comment: <!-- one two -->',
      'html: <div>',
      'html: </div>',
      'link: [ref]: https://example.org',
      'code: ~~~ never closed to the end',
    ]);
  });

  it('masks code, images, addresses, tags and marks', () => {
    const draft = read(
      'See **the `x = 1` part** of [our *old* plan](http://a.example/b), ![a lamp](l.png), <http://c.example>, www.d.example/e, me@f.example, ./g/h.txt and C:\\i\\j <b>now</b> ~~or never~~ \\*.',
    );
    assert.equal(unmasked(draft.blocks[0]!), 'See the ⬚ part of our old plan, ⬚, ⬚, ⬚, ⬚, ⬚ and ⬚ now  \\*.');
  });

  it('gives the cells that hold sentences and takes a table of figures for a region', () => {
    const draft = read(
      '| Lamp | Price |\n|---|---|\n| North | 40 |\n\n| Question | Answer |\n|---|---|\n| When do you begin? | We would begin in the second week of May. |\n',
    );
    assert.deepEqual(shownBlocks(draft), ['table-cell: We would begin in the second week of May.']);
    assert.deepEqual(
      draft.regions.map(({ type }) => type),
      ['table'],
    );
  });

  it('reads a letter in Markdown like a letter', () => {
    const draft = read(
      'Dear Ms Okafor,\n\nWe agree.\n\nKind regards,\nTomas Lindgren\nHead of Projects\n\nOn Mon, 3 Mar 2025 at 17:40, Ada <ada@example.org> wrote:\n\n> Could you start in May?\n',
    );
    assert.deepEqual(shownBlocks(draft), [
      'salutation: Dear Ms Okafor,',
      'paragraph: We agree.',
      'sign-off: Kind regards,',
    ]);
    assert.deepEqual(shownRegions(draft), [
      'signature: Tomas Lindgren Head of Projects',
      'attribution: On Mon, 3 Mar 2025 at 17:40, Ada <ada@example.org> wrote:',
      'quoted: > Could you start in May?',
    ]);
  });

  it('takes everything below a header in bold for an older message', () => {
    const draft = read(
      'Fine.\n\n**From:** Ada Marsh\n**Sent:** 5 March 2025\n**Subject:** Oak\n\n# Must you\n\n- insist?\n',
    );
    assert.deepEqual(shownBlocks(draft), ['paragraph: Fine.']);
    assert.deepEqual(shownRegions(draft), [
      'header: **From:** Ada Marsh **Sent:** 5 March 2025 **Subject:** Oak',
      'forwarded: # Must you - insist?',
    ]);
  });

  it('keeps offsets right with every kind of line end', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = [
        '# Head',
        '',
        'One **two**',
        'three',
        '',
        '- four',
        '- five',
        '',
        '```',
        'x',
        '',
        'y',
        '```',
        '',
        'Six.',
      ].join(end);
      const draft = read(text);
      assert.deepEqual(
        draft.blocks.map(({ start, end: stop }) => text.slice(start, stop)),
        ['Head', `One **two**${end}three`, 'four', 'five', 'Six.'],
      );
      assert.equal(unmasked(draft.blocks[1]!), `One two${end}three`);
    }
  });
});

describe('directives', () => {
  it('reads ignore comments, in blocks and in lines, and no others', () => {
    const text =
      'One. <!-- common-ground-disable-line demand/we-demand, heat/outrage -->\n\n<!-- common-ground-disable -->\n\n<!-- a note about common-ground-disable -->\n\n<!-- common-ground-enable absolute/never -- we mean it -->\n\n`<!-- common-ground-disable-file -->`\n\n```\n<!-- common-ground-disable-file -->\n```\n';
    const draft = read(text);
    assert.deepEqual(
      draft.directives.map(({ type, rules }) => [type, rules]),
      [
        ['disable-line', ['demand/we-demand', 'heat/outrage']],
        ['disable', []],
        ['enable', ['absolute/never']],
      ],
    );
    assert.equal(text.slice(draft.directives[1]!.start, draft.directives[1]!.end), '<!-- common-ground-disable -->');
  });

  it('reads one that stands between two paragraphs without blank lines', () => {
    const draft = read('<!-- common-ground-disable-next-line -->\nWe demand it.\n');
    assert.deepEqual(
      draft.directives.map(({ type }) => type),
      ['disable-next-line'],
    );
  });
});
