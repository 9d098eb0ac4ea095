import { type Commitment, isOverdue } from '../thread/promises';
import type { OpenPromise } from './diagnosis';

/**
 * What was promised and nothing shows to be done, with its day and whether that has passed.
 *
 * @param now milliseconds since 1970, where the caller knows a clock
 */
export function openPromisesOf(promises: readonly Commitment[], now?: number): OpenPromise[] {
  return promises
    .filter(({ kept }) => kept !== 'yes')
    .map((promise) => {
      const { by, text, start, end, due, kept } = promise;
      const passed = kept === 'no' || (now !== undefined && isOverdue(promise, now));
      return { by, text, start, end, ...(due === undefined ? {} : { due: due.text }), ...(passed ? { passed } : {}) };
    });
}
