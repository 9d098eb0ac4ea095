import { existsSync, readFileSync } from 'node:fs';
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

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
