import { parentPort, workerData } from 'node:worker_threads';
import { createRowTask, type RowTask } from './rowTasks';

/** Does the work of one worker: answers each batch of lines with their results, in order. */
export function work(): void {
  const perform = createRowTask(workerData as RowTask);
  parentPort?.on('message', ({ index, lines }: { index: number; lines: readonly (string | undefined)[] }) => {
    parentPort?.postMessage({ index, results: lines.map(perform) });
  });
}
