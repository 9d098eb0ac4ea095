import { Worker } from 'node:worker_threads';
import { complain, print, UsageError } from './common';
import type { Options } from './options';
import { linesOf } from './rows';
import type { RowTask } from './rowTasks';

/** What becomes of one line: what is printed, and the exit status it asks for. */
export interface RowResult {
  readonly output: string;
  readonly status: number;
  /** Why the line was not read. */
  readonly error?: string;
}

/** Lines that go to a worker at once, and batches that each worker may be ahead. Bounds the memory. */
const BATCH = 32;
const AHEAD = 3;

/**
 * Reads standard input line by line, does a task for each and prints the results in the order of the lines.
 *
 * @param jobs how many cores to use; with one, nothing is started
 * @returns the exit status: the largest that a line asks for
 */
export async function runRows(
  task: RowTask,
  jobs: number,
  inThisThread: (line: string | undefined) => RowResult,
): Promise<number> {
  let status = 0;
  let number = 0;
  const settle = async (results: readonly RowResult[]) => {
    for (const result of results) {
      number++;
      if (result.error !== undefined) complain(`line ${number}: ${result.error}`);
      status = Math.max(status, result.status);
    }
    const output = results.map(({ output }) => output).join('');
    if (output !== '') await print(output);
  };
  const perform = jobs === 1 ? undefined : startWorkers(task, jobs);
  const waiting: Promise<readonly RowResult[]>[] = [];
  let batch: (string | undefined)[] = [];
  try {
    for await (const line of linesOf(process.stdin)) {
      if (perform === undefined) {
        await settle([inThisThread(line)]);
        continue;
      }
      batch.push(line);
      if (batch.length < BATCH) continue;
      waiting.push(perform.run(batch));
      batch = [];
      if (waiting.length >= jobs * AHEAD) await settle(await waiting.shift()!);
    }
    if (perform !== undefined && batch.length > 0) waiting.push(perform.run(batch));
    for (const results of waiting) await settle(await results);
  } finally {
    await perform?.stop();
  }
  return status;
}

/**
 * Rows come from standard input and are printed as rows.
 *
 * @throws UsageError where the call names something that would not be looked at
 */
export function onlyRows(words: readonly string[], options: Options, apart: readonly (keyof Options)[] = []): void {
  const [file] = words.filter((word) => word !== '-');
  if (file !== undefined) throw new UsageError(`--jsonl-input reads standard input; “${file}” would not be read.`);
  const other = apart.find((name) => options[name] !== undefined);
  if (other !== undefined) throw new UsageError(`--${other} does not go with --jsonl-input.`);
}

/** @throws UsageError when the value is no number of cores */
export function jobsOf(value: string | undefined): number {
  if (value === undefined) return 1;
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new UsageError('--jobs is a number of cores, as in --jobs 4.');
  return jobs;
}

function startWorkers(task: RowTask, jobs: number) {
  const workers = Array.from({ length: jobs }, () => new Worker(__filename, { workerData: task }));
  const answers = new Map<number, { resolve(results: readonly RowResult[]): void; reject(error: unknown): void }>();
  let next = 0;
  for (const worker of workers) {
    worker.on('message', ({ index, results }: { index: number; results: readonly RowResult[] }) => {
      answers.get(index)?.resolve(results);
      answers.delete(index);
    });
    worker.on('error', (error) => {
      for (const { reject } of answers.values()) reject(error);
    });
  }
  return {
    run(lines: readonly (string | undefined)[]): Promise<readonly RowResult[]> {
      const index = next++;
      return new Promise((resolve, reject) => {
        answers.set(index, { resolve, reject });
        workers[index % jobs]!.postMessage({ index, lines });
      });
    },
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}
