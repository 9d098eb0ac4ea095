import { writeFileSync } from 'node:fs';
import { readDraft } from '../../src/document/draft/readDraft';
import { countFeatures } from '../../src/tone/tone';
import { readLines, requireData } from '../data';
import { type ToneRow, writeTable } from './toneTable';

// Counts the features of tone in rated texts of other people, and writes the counts without the texts:
// node scripts/run.mjs training/tone/makeTable.ts --data FOLDER. It is needed again when the features change.

const folder = requireData('offers.jsonl', 'receptiveness.jsonl', 'requests.jsonl');
const rows = [
  ...readLines<{ text: string; label: string }>(folder, 'offers.jsonl').map(({ text, label }) =>
    rowOf('offers', text, label === 'warm' ? 1 : 0),
  ),
  ...readLines<{ text: string; score: number }>(folder, 'receptiveness.jsonl').map(({ text, score }) =>
    rowOf('receptiveness', text, score),
  ),
  ...readLines<{ text: string; score: number }>(folder, 'requests.jsonl').map(({ text, score }) =>
    rowOf('requests', text, score),
  ),
];
writeFileSync('training/tone/table.tsv', writeTable(rows));
console.log(`training/tone/table.tsv: ${rows.length} rows`);

function rowOf(set: string, text: string, score: number): ToneRow {
  const { features, words } = countFeatures(readDraft(text, { kind: 'email' }));
  return { set, score: Math.round(score * 10_000) / 10_000, length: text.split(/\s+/).length, words, counts: features };
}
