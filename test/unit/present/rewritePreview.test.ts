import assert from 'node:assert/strict';
import { readDraft } from '../../../src/document/draft/readDraft';
import {
  blanksOf,
  previewOf,
  sentenceAround,
  shortened,
  WHOLE,
  withoutBlanks,
} from '../../../src/present/rewritePreview';

const text =
  'Dear Tom,\n\nObviously, we will label every dish. We demand a reply by Friday noon at the latest.\n\nAnn\n';
const draft = readDraft(text, { languageId: 'email' });
const place = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('a rewrite in a menu', () => {
  it('shows the words that change with those after them', () => {
    assert.equal(previewOf(draft, place('Obviously, we'), 'We'), 'We will label every dish.');
    assert.equal(previewOf(draft, place('demand'), 'ask for'), 'We ask for a reply by Friday noon at the latest.');
  });

  it('shows what is left where words are taken out', () => {
    assert.equal(previewOf(draft, place(' at the latest'), ''), '… reply by Friday noon.');
  });

  it('is never longer than a menu, and is cut between two words', () => {
    const long = previewOf(
      draft,
      place('demand'),
      'would be very glad if at some point in the coming days you could find the time for',
    );
    assert.ok(long.length <= 80, long);
    assert.match(long, /\w …$/);
    assert.equal(shortened('one two three', 8), 'one two …');
  });

  it('is not cut for a last word, and is whole where it wraps', () => {
    const sentence = 'I was expecting the labels for the dishes by noon, surprise surprise, nothing arrived.';
    assert.equal(shortened(sentence), sentence);
    const long = `would be very glad ${'and happier still '.repeat(8)}to have`;
    const whole = previewOf(draft, place('demand'), long, WHOLE);
    assert.equal(whole, `… ${long} a reply by Friday noon at the latest.`);
  });

  it('names the places to fill in, in braces or brackets, with blanks and capitals in them', () => {
    assert.equal(
      withoutBlanks('{One statement} and {how-far} from [what].'),
      '[One statement] and [how far] from [what].',
    );
    assert.deepEqual(
      blanksOf('On {date}, [what].').map(({ name, start, end }) => [name, start, end]),
      [
        ['date', 3, 9],
        ['what', 11, 17],
      ],
    );
  });

  it('stands in the place of its whole sentence', () => {
    const { start, end } = sentenceAround(draft, place('demand'));
    assert.equal(text.slice(start, end), 'We demand a reply by Friday noon at the latest.');
  });
});
