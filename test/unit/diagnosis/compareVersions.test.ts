import assert from 'node:assert/strict';
import { compareVersions } from '../../../src/diagnosis/reply/compareVersions';
import { readDraft } from '../../../src/document/draft/readDraft';

const old = `# Offer for the garden

Our price for the terrace is £4,200.

We will finish by 12 June 2025.

You will clear the site before we start.`;

const read = (text: string) => readDraft(text, { kind: 'proposal' });
const compare = (text: string) => compareVersions(read(old), read(text));

describe('Two versions of a proposal', () => {
  it('without a difference have none, whatever the line breaks', () => {
    assert.deepEqual(compare(old), []);
    assert.deepEqual(compare(old.replace('before we', 'before\nwe')), []);
  });

  it('show a price that fell as something for them, at its place in the new one', () => {
    const text = old.replace('£4,200', '£3,900');
    const [change, ...more] = compare(text);
    assert.deepEqual(more, []);
    assert.deepEqual(
      { ...change, start: 0, end: 0 },
      { what: 'price', old: '£4,200', new: '£3,900', for: 'them', start: 0, end: 0 },
    );
    assert.equal(text.slice(change!.start, change!.end), '£3,900');
  });

  it('show a price without a sign of money as a price, and a number of things as a term', () => {
    const [price] = compareVersions(read('Price: 3,150 each.'), read('Price: 3,050 each.'));
    assert.deepEqual([price!.what, price!.old, price!.new, price!.for], ['price', '3,150', '3,050', 'them']);
    const [benches] = compareVersions(read('We set up 3 benches.'), read('We set up 2 benches.'));
    assert.equal(benches!.what, 'term');
  });

  it('show a later date for our work as something for us', () => {
    const [change] = compare(old.replace('12 June 2025', '30 June 2025'));
    assert.deepEqual(
      [change!.what, change!.old, change!.new, change!.for],
      ['date', '12 June 2025', '30 June 2025', 'us'],
    );
  });

  it('show a promise that was added, and a duty of theirs that is gone', () => {
    const [added] = compare(`${old}\n\nWe will plant the beds free of charge.`);
    assert.deepEqual(
      [added!.what, added!.new, added!.for],
      ['promise', 'We will plant the beds free of charge.', 'them'],
    );
    const [gone] = compare(old.replace('\n\nYou will clear the site before we start.', ''));
    assert.deepEqual([gone!.what, gone!.old, gone!.for], ['term', 'You will clear the site before we start.', 'them']);
  });

  it('show other words as a term, without a guess whom they suit', () => {
    const [change] = compare(old.replace('clear the site before we start', 'clear the whole site and its paths'));
    assert.equal(change!.what, 'term');
    assert.match(change!.old!, /before we start/);
  });
});
