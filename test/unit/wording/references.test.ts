import assert from 'node:assert/strict';
import source from '../../../src/wording/references.yaml';

interface Reference {
  readonly short: string;
  readonly authors?: string;
  readonly year?: number;
  readonly title: string;
  readonly doi?: string;
  readonly publisher?: string;
  readonly kind: string;
}

describe('the references', () => {
  const all = source as Readonly<Record<string, Reference>>;
  const entries = Object.entries(all);

  it('have DOIs of the right shape, each once', () => {
    const dois = entries.flatMap(([, { doi }]) => (doi === undefined ? [] : [doi]));
    assert.ok(dois.length > 5);
    for (const doi of dois) assert.match(doi, /^10\.\d{4,9}\/[^\s"<>]*[^\s"<>.,]$/);
    assert.equal(new Set(dois).size, dois.length);
  });

  for (const [key, { short, title, year, doi, publisher }] of entries)
    it(`${key} says what it is and where to find it`, () => {
      assert.ok(short !== '' && title !== '');
      assert.match(key, /^[a-z][a-z-]*(?:-\d{4})?$/);
      if (/-\d{4}$/.test(key)) assert.ok(key.endsWith(String(year)) && short.includes(String(year)));
      if (/-\d{4}$/.test(key)) assert.ok(doi !== undefined || publisher !== undefined);
    });
});
