import { createAnalyzer } from '../engine/index';
import { print, readInput, sentenceOf, UsageError } from './common';
import type { Options } from './options';

/** Prints how a text reads, with the parts that the reading is made of. */
export async function score(files: readonly string[], options: Options): Promise<number> {
  if (options['jsonl-input'] === true) {
    const { jobsOf, onlyRows, runRows } = require('./rowJobs') as typeof import('./rowJobs');
    onlyRows(files, options);
    const { createRowTask } = require('./rowTasks') as typeof import('./rowTasks');
    const task = { what: 'score', options, least: 'hint', failOn: 'never' } as const;
    return runRows(task, jobsOf(options.jobs), createRowTask(task));
  }
  if (options.jobs !== undefined) throw new UsageError('--jobs goes with --jsonl-input.');
  if (files.length > 1) throw new UsageError('Name one file to score.');
  const analyzer = createAnalyzer();
  const file = files[0] ?? '-';
  try {
    const { text, identity } = await readInput(file, undefined);
    await print(`${JSON.stringify(analyzer.score(analyzer.read(text, identity)), null, 2)}\n`);
    return 0;
  } catch (error) {
    throw new Error(`${file}: ${sentenceOf(error)}`);
  }
}
