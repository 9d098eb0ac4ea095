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

/** The text of a table that something is fitted on. Where it is not there, the program ends with status 2. */
export function requireTable(file: string, madeBy: string): string {
  if (!existsSync(file)) stop(`${file} is not there; ${madeBy} makes it.`);
  return readFileSync(file, 'utf8');
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
