import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readDraft } from '../../../src/document/draft/readDraft';
import { countFeatures } from '../../../src/tone/tone';
import { featureNames } from '../../../src/tone/toneFeatures';
import { hashOf } from '../../../training/data';
import { crossCheck, fitTone } from '../../../training/tone/fitTone';
import { readTable, writeTable } from '../../../training/tone/toneTable';

const text = readFileSync('training/tone/table.tsv', 'utf8');
const stored = readFileSync('src/tone/weights.json', 'utf8');

describe('the weights of tone', () => {
  const rows = readTable(text);

  it('come out of the table again, the same to the byte', () => {
    const { how } = JSON.parse(stored) as { how: string };
    assert.ok(how.includes(hashOf(text)), 'the weights name the table that they were fitted on');
    assert.equal(stored, `${JSON.stringify({ how, ...fitTone(rows) }, null, 2)}\n`);
  });

  it('are as good on texts they have not seen as the model card says', () => {
    const card = readFileSync('training/tone/card.md', 'utf8');
    for (const line of crossCheck(rows)) assert.ok(card.includes(line), line);
  });

  it('rest on a table that holds numbers of known features and no words', () => {
    assert.equal(writeTable(rows), text);
    assert.ok(rows.length > 1000);
    for (const name of text.slice(0, text.indexOf('\n')).split('\t')) assert.ok(featureNames.includes(name), name);
    assert.match(
      text.slice(text.indexOf('\n') + 1),
      /^(?:(?:offers|receptiveness|requests)(?:\t-?[\d.]+){3}(?:\t\d+=\d+)*\n)+$/,
    );
  });

  it('count what a reading counts', () => {
    const counts = countFeatures(readDraft('Thank you. Could you tell us what matters to you?', { kind: 'email' }));
    const row = { set: 'offers', score: 1, length: 10, words: counts.words, counts: counts.features };
    assert.deepEqual(readTable(writeTable([row])), [row]);
  });
});

describe('a program that fits', () => {
  it('ends with status 2 where its data is not there', () => {
    const words = ['scripts/run.mjs', 'training/tone/makeTable.ts', '--data', 'nowhere'];
    const run = spawnSync(process.execPath, words, { encoding: 'utf8' });
    assert.equal(run.status, 2);
    assert.match(run.stderr, /nowhere does not hold offers\.jsonl/);
    assert.equal(spawnSync(process.execPath, words.slice(0, 2)).status, 2);
  });
});
