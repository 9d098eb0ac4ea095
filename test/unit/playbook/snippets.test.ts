import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { playbook } from '../../../src/playbook/read';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

// Tests run from the project's root.
const folder = path.resolve('snippets');
const snippets = readdirSync(folder).flatMap((name) =>
  Object.values(JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, Snippet>),
);
const prefixes = new Set(snippets.map((snippet) => snippet.prefix));

describe('snippets', () => {
  it('can be reached by guessable prefixes only', () => {
    for (const prefix of prefixes) assert.match(prefix, /^(mail|proposal)(-[a-z]+)+$/);
  });

  it('offer every template', () => {
    for (const { id } of playbook.templates) assert.ok(prefixes.has(id), id);
  });

  it('tell variants with the same prefix apart', () => {
    const shown = snippets.map(({ prefix, description }) => `${prefix} ${description}`);
    assert.equal(new Set(shown).size, shown.length);
  });

  it('have numbered tab stops from one on, each with text at its first place, and end at one place', () => {
    for (const { prefix, body } of snippets) {
      const text = body.join('\n');
      const unescaped = text.replace(/\\[\\$}]/g, '');
      const first = [...unescaped.matchAll(/\$\{(\d+):[^}]+\}/g)].map((match) => Number(match[1]));
      assert.deepEqual(
        first,
        first.map((_, index) => index + 1),
        prefix,
      );
      for (const [, again] of unescaped.matchAll(/\$\{(\d+)\}/g)) assert.ok(first.includes(Number(again)), prefix);
      assert.equal(unescaped.match(/\$0/g)?.length, 1, prefix);
      assert.doesNotMatch(unescaped.replace(/\$\{\d+(:[^}]+)?\}/g, ''), /[{}]/, prefix);
    }
  });
});
