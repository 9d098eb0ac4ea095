import { isMainThread } from 'node:worker_threads';
import type { Kind } from '../document/draft/draft';
import { createAnalyzer } from '../engine/index';
import type { Severity } from '../wording/rule';
import { createAnalyzers } from './analyzers';
import { atLeast, CUT_SHORT, complain } from './common';
import { faultText } from './findConfiguration';
import type { Options } from './options';
import { toResult, type UnreadFile } from './result';
import type { RowResult } from './rowJobs';
import { type Row, readRow } from './rows';

/** What is done with each row; plain data, so that it can be sent to a worker. */
export interface RowTask {
  readonly what: 'check' | 'score';
  readonly options: Options;
  readonly kind?: Kind;
  readonly least: Severity;
  readonly failOn: Severity | 'never';
}

/** Makes ready what does a task with one line after another, in this thread or in a worker. */
export function createRowTask(task: RowTask): (line: string | undefined) => RowResult {
  const perform = task.what === 'score' ? scoring() : checking(task);
  return (line) => {
    if (line?.trim() === '') return { output: '', status: 0 };
    const row = readRow(line);
    if ('error' in row) return unread(row.id, row.error);
    try {
      return perform(row);
    } catch (error) {
      return unread(row.id, error instanceof Error ? error.message : String(error));
    }
  };
}

type ReadableRow = Extract<Row, { readonly text: string }>;

function checking({ options, kind, least, failOn }: RowTask): (row: ReadableRow) => RowResult {
  const faults: UnreadFile[] = [];
  const analyzers = createAnalyzers(options, (fault) => faults.push(fault));
  const analyzer = analyzers.analyzerOf('-');
  const unknown = analyzers.unknownRules();
  // The rows may come from any machine, so each says what it was not checked for.
  const incomplete = [...unknown, ...faults.map(faultText)];
  // Each worker reads the same configuration.
  if (isMainThread) for (const fault of incomplete) complain(fault);
  return ({ id, text, kind: ofRow }) => {
    const input = { path: '-', text, identity: { kind: kind ?? ofRow ?? 'email' }, unpacked: false } as const;
    const { result, isCutShort } = toResult(analyzer, input, { least, named: true });
    const { findings, checks, score } = result;
    const missing = isCutShort ? [...incomplete, CUT_SHORT] : incomplete;
    const output = rowOf(id, { findings, checks, score, ...(missing.length === 0 ? {} : { incomplete: missing }) });
    if (missing.length > 0) return { output, status: 2, ...(isCutShort ? { error: CUT_SHORT } : {}) };
    const fails = findings.some(({ severity }) => failOn !== 'never' && atLeast(severity, failOn));
    return { output, status: fails ? 1 : 0 };
  };
}

function scoring(): (row: ReadableRow) => RowResult {
  const analyzer = createAnalyzer();
  return ({ id, text, kind = 'email' }) => {
    const score = analyzer.score(analyzer.read(text, { kind }));
    return { output: rowOf(id, { score }), status: 0 };
  };
}

function unread(id: string | undefined, error: string): RowResult {
  return { output: rowOf(id, { error }), status: 2, error };
}

function rowOf(id: string | undefined, value: object): string {
  const rest = JSON.stringify(value).slice(1);
  return id === undefined ? `{${rest}\n` : `{"id":${id},${rest}\n`;
}
