import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

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
  readonly read:
    | readonly { readonly start: number; readonly end: number; readonly marks: readonly Mark[] }[]
    | undefined;
}

/** Marked and calm texts of a data folder: `real/texts.jsonl`, `real/labels.jsonl`, `calm/*.jsonl`. */
export function readMarked(folder: string): MarkedText[] {
  const rows = (name: string) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  const read = new Map<string, NonNullable<MarkedText['read']>[number][]>();
  for (const { textId, ...sentence } of rows('real/labels.jsonl')) {
    const known = read.get(textId);
    if (known === undefined) read.set(textId, [sentence]);
    else known.push(sentence);
  }
  const real = rows('real/texts.jsonl').filter(({ id }) => read.has(id));
  const calm = readdirSync(path.join(folder, 'calm'))
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => rows(`calm/${name}`));
  const toText =
    (set: 'real' | 'calm') => (row: { id: string; genre: string; source: string; kind: string; text: string }) => ({
      set,
      genre: row.genre,
      source: hashOf(groupOf(row.source)),
      kind: row.kind === 'proposal' ? ('proposal' as const) : ('email' as const),
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

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
