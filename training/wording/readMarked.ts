import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hashOf, readLines } from '../data';

/** A mark that a reader made. Offsets are UTF-16 code units in the text, ends exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly families: readonly string[];
  readonly severity: 'warning' | 'information';
}

export interface MarkedText {
  /** `real`: its sentences were read and marked. `calm`: ordinary text in which nothing is to be marked. */
  readonly set: 'real' | 'calm';
  readonly genre: string;
  /** A hash of where it comes from: what is fitted on one source is measured on others. */
  readonly source: string;
  readonly kind: 'email' | 'proposal';
  readonly text: string;
  /** The sentences that were read; all of them where this is undefined. */
  readonly read: readonly ReadSentence[] | undefined;
}

interface ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

interface TextRow {
  readonly id: string;
  readonly genre: string;
  readonly source: string;
  readonly kind: string;
  readonly text: string;
}

/** Marked and calm texts of a data folder: `real/texts.jsonl`, `real/labels.jsonl`, `calm/*.jsonl`. */
export function readMarked(folder: string): MarkedText[] {
  const read = new Map<string, ReadSentence[]>();
  for (const { textId, ...sentence } of readLines<ReadSentence & { textId: string }>(folder, 'real/labels.jsonl')) {
    const known = read.get(textId);
    if (known === undefined) read.set(textId, [sentence]);
    else known.push(sentence);
  }
  const real = readLines<TextRow>(folder, 'real/texts.jsonl').filter(({ id }) => read.has(id));
  const calm = readdirSync(path.join(folder, 'calm'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readLines<TextRow>(folder, 'calm', name));
  const toText =
    (set: 'real' | 'calm') =>
    (row: TextRow): MarkedText => ({
      set,
      genre: row.genre,
      source: hashOf(groupOf(row.source), 8),
      kind: row.kind === 'proposal' ? 'proposal' : 'email',
      text: row.text,
      read: set === 'real' ? read.get(row.id) : undefined,
    });
  return [...real.map(toText('real')), ...calm.map(toText('calm'))];
}

/** One repository, list or site is one source. */
function groupOf(source: string): string {
  return source
    .replace(/^https?:\/\//, '')
    .split('/')
    .slice(0, 3)
    .join('/');
}
