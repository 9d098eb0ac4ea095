import assert from 'node:assert/strict';
import { emphasisMarks, findMasks, mergeMasks } from '../../../src/document/draft/masks';

const opaque = (text: string) => findMasks(text).map(({ start, end }) => text.slice(start, end));

describe('findMasks', () => {
  it('masks addresses, links, files and handles', () => {
    assert.deepEqual(
      opaque(
        'See https://a.example/b?c=d, (www.e.example) or f.g@h.example. The plan.pdf is in /srv/plans/2025, ~/oak, ./x.md, C:\\a\\b or \\\\host\\share; ask @eva or visit oak.org/plan.',
      ),
      [
        'https://a.example/b?c=d',
        'www.e.example',
        'f.g@h.example',
        'plan.pdf',
        '/srv/plans/2025',
        '~/oak',
        './x.md',
        'C:\\a\\b',
        '\\\\host\\share',
        '@eva',
        'oak.org/plan',
      ],
    );
  });

  it('keeps a bracket that a link opened itself', () => {
    assert.deepEqual(opaque('(see https://a.example/b_(c))'), ['https://a.example/b_(c)']);
  });

  it('leaves either/or, rates and abbreviations alone', () => {
    assert.deepEqual(opaque('Yes and/or no, 40 £/day at 9.30 a.m. and e.g. 3.5 of us w/o help, i.e. 24/7.'), []);
  });

  it('masks quoted words with their marks, of every kind', () => {
    assert.deepEqual(opaque('They said "we must have it" and “never”, «peut-être», „nein“ and \'not at all\' today.'), [
      '"we must have it"',
      '“never”',
      '«peut-être»',
      '„nein“',
      "'not at all'",
    ]);
  });

  it('takes no apostrophe, inch mark or lonely mark for a quotation', () => {
    for (const text of [
      "It's the suppliers' offer and the customers' answer.",
      "We don't, they won't, 'til it's the '90s again, rock 'n' roll.",
      'A 12" screen and a 14" screen.',
      'One " alone must not hide the rest of the paragraph, whatever follows it.',
      'An opening “mark that nobody closed before the end.',
      'The workers’ voice and the owners’ view.',
    ]) {
      assert.deepEqual(opaque(text), [], text);
    }
  });

  it('does not hide a paragraph behind two marks far apart', () => {
    assert.deepEqual(opaque(`A "mark ${'and many words '.repeat(60)}end" here.`), []);
  });

  it('masks a paragraph that is one long quotation', () => {
    const text = `“${'They wrote many words. '.repeat(60)}So it ends.”`;
    assert.deepEqual(findMasks(text), [{ start: 0, end: text.length, kind: 'opaque' }]);
  });

  it('skips the stars and underscores of plain text', () => {
    const text = 'We *really must* meet, _soon_, at 2*3*4 or my_file_name * and *.';
    assert.deepEqual(
      emphasisMarks(text).map(({ start }) => start),
      [3, 15, 23, 28],
    );
  });

  it('ignores marks inside what is masked already', () => {
    const text = 'Run `say "hello` and then "it works" again.';
    const known = [{ start: 4, end: 16, kind: 'opaque' as const }];
    assert.deepEqual(
      findMasks(text, known).map(({ start, end }) => text.slice(start, end)),
      ['`say "hello`', '"it works"'],
    );
  });

  it('returns masks in order and without overlap', () => {
    assert.deepEqual(
      mergeMasks([
        { start: 5, end: 9, kind: 'skip' },
        { start: 0, end: 2, kind: 'skip' },
        { start: 7, end: 12, kind: 'opaque' },
      ]),
      [
        { start: 0, end: 2, kind: 'skip' },
        { start: 5, end: 12, kind: 'opaque' },
      ],
    );
  });
});
