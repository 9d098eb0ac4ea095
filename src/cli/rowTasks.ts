import type { Kind } from '../document/draft/draft';
import type { Severity } from '../wording/rule';
import { createAnalyzers } from './analyzers';
import { atLeast, CUT_SHORT } from './common';
import type { Options } from './options';
import { toResult } from './result';
import type { RowResult } from './rowJobs';
import { readRow } from './rows';

/** What is done with each row; plain data, so that it can be sent to a worker. */
export interface RowTask {
  readonly what: 'check' | 'score';
  readonly options: Options;
  readonly kind?: Kind;
  readonly least: Severity;
  readonly failOn: Severity | 'never';
}

/** Makes ready what does a task with one line after another. */
export function createRowTask({
  what,
  options,
  kind,
  least,
  failOn,
}: RowTask): (line: string | undefined) => RowResult {
  const analyzer = createAnalyzers(options).analyzerOf('-');
  return (line) => {
    if (line?.trim() === '') return { output: '', status: 0 };
    const row = readRow(line);
    if ('error' in row) return unread(row.id, row.error);
    const before = analyzer.statistics.cutShort;
    try {
      const identity = { kind: kind ?? row.kind ?? 'email' };
      const result = toResult(
        analyzer,
        { path: '-', text: row.text, identity, unpacked: false },
        { least, named: true },
      );
      const { findings, checks, score } = result;
      const status = findings.some(({ severity }) => failOn !== 'never' && atLeast(severity, failOn)) ? 1 : 0;
      const output = rowOf(row.id, what === 'score' ? { score } : { findings, checks, score });
      if (analyzer.statistics.cutShort > before) return { output, status: 2, error: CUT_SHORT };
      return {
        output,
        status: what === 'score' ? 0 : status,
      };
    } catch (error) {
      return unread(row.id, error instanceof Error ? error.message : String(error));
    }
  };
}

function unread(id: string | undefined, error: string): RowResult {
  return { output: rowOf(id, { error }), status: 2, error };
}

function rowOf(id: string | undefined, value: object): string {
  const rest = JSON.stringify(value).slice(1);
  return id === undefined ? `{${rest}\n` : `{"id":${id},${rest}\n`;
}
