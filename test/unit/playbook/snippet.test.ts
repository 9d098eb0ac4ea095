import assert from 'node:assert/strict';
import { fill, placeholdersOf, toSnippet } from '../../../src/playbook/snippet';

describe('a text with placeholders', () => {
  it('becomes a snippet with a tab stop for each placeholder', () => {
    assert.equal(
      toSnippet('We can do {item} by {date}.', { item: 'the survey', date: 'Friday' }),
      `We can do \${1:the survey} by \${2:Friday}.$0`,
    );
  });

  it('lets a placeholder that comes again follow the first', () => {
    assert.equal(toSnippet('{item}, and again {item}', { item: 'rent' }), `\${1:rent}, and again \${1}$0`);
  });

  it('shows the stand-in where no value is known', () => {
    assert.equal(toSnippet('By {date}.'), `By \${1:[date]}.$0`);
    assert.equal(fill('By {date}.'), 'By [date].');
  });

  it('escapes what snippets give a meaning, in the text and in a value', () => {
    assert.equal(toSnippet('C:\\tmp costs $5 }', {}), 'C:\\\\tmp costs \\$5 \\}$0');
    assert.equal(toSnippet('{amount}', { amount: '$5 } \\' }), `\${1:\\$5 \\} \\\\}$0`);
  });

  it('keeps words in braces that are no placeholder', () => {
    assert.equal(fill('{unheard-of} and {constructor}'), '{unheard-of} and {constructor}');
    assert.equal(toSnippet('{unheard-of}'), '{unheard-of\\}$0');
  });

  it('takes a value as it is, even one that looks like a placeholder or a replacement pattern', () => {
    assert.equal(fill('{item}', { item: '{date} $& $1' }), '{date} $& $1');
    assert.equal(fill('{item}', { item: '' }), '');
  });

  it('names its placeholders once each, in order', () => {
    assert.deepEqual(placeholdersOf('{date} {item} {date} {other}'), ['date', 'item', 'other']);
  });
});
