import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The rows of a JSONL file. */
export function readLines<Row>(...names: string[]): Row[] {
  return readFileSync(path.join(...names), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** The folder that `--data` names. Without the files that are needed there is nothing to do, and the program ends with status 2. */
export function requireData(...files: string[]): string {
  const at = process.argv.indexOf('--data');
  const folder = at < 0 ? undefined : process.argv[at + 1];
  if (folder === undefined) stop('Say where the data is: --data FOLDER');
  const missing = files.filter((file) => !existsSync(path.join(folder, file)));
  if (missing.length > 0) stop(`${folder} does not hold ${missing.join(', ')}`);
  return folder;
}

/** Stores what was fitted. With `--check` nothing is written: the program ends with status 1 where the file holds other bytes. */
export function store(file: string, text: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  console.error(`${file} is not what its data gives`);
  process.exitCode = 1;
}

/**
 * Writes into a model card on which table the model was fitted, by the hash behind the name of the table, and what else has changed.
 *
 * @param notes patterns of what the card says, with what it says now
 */
export function storeOnCard(card: string, table: string, text: string, notes: readonly [RegExp, string][] = []): void {
  const hashNote = new RegExp(`(?<=\`${table.replace('.', '\\.')}\` \\([^)]*hash )[0-9a-f]+`);
  let written = readFileSync(card, 'utf8').replace(hashNote, hashOf(text));
  for (const [pattern, now] of notes) written = written.replace(pattern, now);
  store(card, written);
}

/** A short name for a text, in so many hexadecimal digits. */
export function hashOf(text: string, digits = 16): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

/** The text of a table that something is fitted on. Where it is not there, the program ends with status 2. */
export function requireTable(file: string, madeBy: string): string {
  if (!existsSync(file)) stop(`${file} is not there; ${madeBy} makes it.`);
  return readFileSync(file, 'utf8');
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
