import type { CauseId } from '../../src/playbook/ids';

/** What was found in a case of the corpus, as numbers; no text. */
export interface CauseRow {
  /** Which of the three writers wrote it. */
  readonly hand: string;
  readonly cause: CauseId | 'not-stalled';
  /** How strongly each signal was found, by its number in `signals`. */
  readonly amounts: readonly (readonly [signal: number, amount: number])[];
  /** Telling words of each cause in a thousand. */
  readonly density: Readonly<Record<string, number>>;
  /** Measures of the course of the thread, see `zScores.ts`. */
  readonly scaledMetrics: Readonly<Record<string, number>>;
}

export interface CauseTable {
  /** Keys of the signals of the playbook, in its order. */
  readonly signals: readonly string[];
  readonly rows: readonly CauseRow[];
}

/** The signals in the first line, then a row a line. */
export function writeCauses({ signals, rows }: CauseTable): string {
  return [{ signals }, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');
}

export function readCauses(text: string): CauseTable {
  const [head, ...lines] = text.trimEnd().split('\n');
  return {
    signals: (JSON.parse(head!) as Pick<CauseTable, 'signals'>).signals,
    rows: lines.map((line) => JSON.parse(line) as CauseRow),
  };
}
