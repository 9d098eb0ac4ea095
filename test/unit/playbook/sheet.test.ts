import assert from 'node:assert/strict';
import { playbook } from '../../../src/playbook/read';
import { preparationSheet } from '../../../src/playbook/sheet';

describe('preparation sheet', () => {
  const sheet = preparationSheet();
  const { sections, privateNote } = playbook.preparation;

  it('has a heading and the prompts of each section that may be written down', () => {
    for (const section of sections.filter((entry) => !entry.private)) {
      assert.ok(sheet.includes(`\n## ${section.title}\n`), section.id);
      for (const prompt of section.prompts) assert.ok(sheet.includes(`\n- ${prompt}\n`), prompt);
    }
  });

  it('asks for nothing private and says where that belongs', () => {
    for (const section of sections.filter((entry) => entry.private))
      for (const prompt of section.prompts) assert.ok(!sheet.includes(prompt), prompt);
    assert.equal(sheet.split(privateNote).length, 2);
  });

  it('gives each table as many cells in every row as it has columns', () => {
    const widths = sheet
      .split('\n\n')
      .filter((part) => part.startsWith('|'))
      .map(
        (table) =>
          new Set(
            table
              .trim()
              .split('\n')
              .map((row) => row.split('|').length),
          ).size,
      );
    assert.deepEqual(
      widths,
      sections.filter((section) => section.columns).map(() => 1),
    );
  });

  it('is marked as a document that is not checked', () => {
    assert.match(sheet, /^---\ncommonGround: off\n---\n/);
  });
});
