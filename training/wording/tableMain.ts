import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeTables } from './table';

// Reads marked and calm texts again: node scripts/run.mjs training/wording/tableMain.ts FOLDER
const folder = process.argv[2];
if (folder === undefined || !existsSync(path.join(folder, 'real/labels.jsonl'))) {
  console.error('Give a folder with real/texts.jsonl, real/labels.jsonl and calm/*.jsonl.');
  process.exitCode = 2;
} else writeTables(folder);
