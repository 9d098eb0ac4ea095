import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface GoldMark {
  readonly span: string;
  readonly families: readonly string[];
  readonly severity: string;
}

export interface GoldSentence {
  readonly id: string;
  readonly source: string;
  readonly kind: 'email' | 'proposal';
  readonly text: string;
  readonly must: readonly GoldMark[];
  readonly may: readonly GoldMark[];
}

/** The folder of labelled text that measurements read, or `undefined` where it is not there. */
export function dataFolder(): string | undefined {
  const folder = path.resolve('../shared/data');
  return existsSync(folder) ? folder : undefined;
}

export function readLines<Row>(folder: string, file: string): Row[] {
  return readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}
