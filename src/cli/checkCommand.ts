import type { Kind } from '../document/draft/draft';
import { createAnalyzers } from './analyzers';
import { openBaseline } from './baseline';
import { atLeast, CUT_SHORT, choose, complain, print, readInput, severities, UnreadError, UsageError } from './common';
import { expandFiles } from './expandFiles';
import { faultText } from './findConfiguration';
import { createFormat, formatNames } from './formats/formats';
import type { Options } from './options';
import { type FileResult, toResult, type UnreadFile } from './result';

/** Prints the findings of files, folders, globs or standard input. */
export async function check(words: readonly string[], options: Options): Promise<number> {
  const kind = kindOf(options.kind);
  const least = choose('min-severity', options['min-severity'], severities, 'hint');
  const failOn = choose('fail-on', options['fail-on'], [...severities, 'never'], 'warning');
  if (options['jsonl-input'] === true) {
    const { jobsOf, onlyRows, runRows } = require('./rowJobs') as typeof import('./rowJobs');
    onlyRows(words, options, ['format', 'baseline', 'update-baseline']);
    const { createRowTask } = require('./rowTasks') as typeof import('./rowTasks');
    const task = { what: 'check', options, least, failOn, ...(kind === undefined ? {} : { kind }) } as const;
    const status = await runRows(task, jobsOf(options.jobs), createRowTask(task));
    return status;
  }
  if (options.jobs !== undefined) throw new UsageError('--jobs goes with --jsonl-input.');
  const faults: UnreadFile[] = [];
  const analyzers = createAnalyzers(options, (fault) => faults.push(fault));
  const baseline = openBaseline(options.baseline, options['update-baseline'] === true);
  const format = createFormat(choose('format', options.format, formatNames, 'text'), analyzers.rulesOf);
  const { files, missing } = await expandFiles(words);
  let status = 0;
  const unread = async (file: UnreadFile) => {
    complain(faultText(file));
    status = 2;
    for (const part of format.unread(file)) await print(part);
  };
  await print(format.begin());
  for (const pattern of missing) await unread(unreadFile(pattern, new UnreadError('missing', 'no file matches')));
  for (const { path, named } of files) {
    const isIgnored = !named && analyzers.isIgnored(path);
    for (const fault of faults.splice(0)) await unread(fault);
    if (isIgnored) continue;
    let result: FileResult;
    try {
      const input = await readInput(path, kind, options['stdin-filename']);
      const analyzer = analyzers.analyzerOf(path);
      for (const fault of faults.splice(0)) await unread(fault);
      const read = toResult(analyzer, input, { least, named });
      result = baseline.without(read.result);
      for (const remark of read.remarks) complain(remark);
      for (const part of format.file(result, input.text)) await print(part);
      if (read.isCutShort) await unread(unreadFile(path, new UnreadError('cut-short', CUT_SHORT)));
    } catch (error) {
      await unread(unreadFile(path, error));
      continue;
    }
    const fails = result.findings.some(({ severity }) => failOn !== 'never' && atLeast(severity, failOn));
    if (status === 0 && fails) status = 1;
  }
  for (const message of analyzers.unknownRules()) {
    complain(message);
    status = 2;
  }
  await print(format.end());
  await baseline.save();
  return status;
}

function unreadFile(path: string, error: unknown): UnreadFile {
  const message = error instanceof Error ? error.message : String(error);
  return { path, error: { reason: error instanceof UnreadError ? error.reason : 'unreadable', message } };
}

function kindOf(value: string | undefined): Kind | undefined {
  const kind = choose('kind', value, ['auto', 'email', 'proposal'], 'auto');
  return kind === 'auto' ? undefined : kind;
}
