import assert from 'node:assert/strict';
import { readDraft } from '../../../../src/document/draft/readDraft';
import { readMessages } from '../../../../src/document/messages/messages';

/** Lines that cost a careless expression seconds; the limit is processor time, ten times what they take. */
const texts: readonly (readonly [string, string])[] = [
  ['stars behind a name', `From: Eva ${'*'.repeat(100_000)}\nTo: x\nSubject: y\n\nHi\n`],
  ['commas', `From: Eva\nTo: ${','.repeat(100_000)}\nSubject: y\n\nHi\n`],
  ['tabs', `Hello\n${'\t'.repeat(60_000)}x\n`],
  ['signs of addresses', `From: (${'@'.repeat(60_000)}\nTo: a\nSubject: b\n\nhi\n`],
  ['opened brackets', `${'<'.repeat(100_000)}:\n`],
  ['colons', `${':'.repeat(100_000)}\n`],
  ['quote marks', `${'> '.repeat(50_000)}x\n`],
  ['labels', 'Label: value 2024\n'.repeat(4_000)],
  ['attributions', 'On Mon, 3 Mar 2025 at 17:40, Ada wrote:\n'.repeat(2_000)],
  ['dates', `${'3/3/2025 10:00 '.repeat(20_000)}\n`],
  ['names above dates', 'Jo Hale\n3 Mar 2025\n\n'.repeat(2_000)],
];

describe('hostile lines', () => {
  for (const [name, text] of texts) {
    it(`are read in time: ${name}`, function () {
      this.timeout(60_000);
      const before = process.cpuUsage();
      readMessages(readDraft(text, { languageId: 'email' }));
      const { user } = process.cpuUsage(before);
      assert.ok(user < 2_000_000, `${Math.round(user / 1000)} ms`);
    });
  }
});
