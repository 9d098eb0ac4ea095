/** What was found in a thread of the corpus that speaks for one state or another; no text. */
export interface StateRow {
  /** Who wrote the thread. */
  readonly author: string;
  /** `not-stalled` where the corpus says no more. */
  readonly state: string;
  /** Ids of `stateGrounds.yaml`. */
  readonly grounds: readonly string[];
}

/** A row a line: author, state, grounds. */
export function writeStates(rows: readonly StateRow[]): string {
  return rows.map(({ author, state, grounds }) => `${[author, state, ...grounds].join('\t')}\n`).join('');
}

export function readStates(text: string): StateRow[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [author, state, ...grounds] = line.split('\t') as [string, string, ...string[]];
      return { author, state, grounds };
    });
}
