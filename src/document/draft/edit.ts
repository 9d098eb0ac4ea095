import type { Change } from './draft';

/** One edit that covers all changes: `start..oldEnd` of the old text became `start..newEnd` of the new. */
export interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Finds the edit between two texts, from `changes` where they are right, else by comparing the texts. */
export function findEdit(oldText: string, newText: string, changes: readonly Change[]): Edit {
  const hinted = hull(oldText, newText, changes);
  if (hinted !== undefined) return hinted;
  const shorter = Math.min(oldText.length, newText.length);
  let start = 0;
  while (start < shorter && oldText.charCodeAt(start) === newText.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    oldText.charCodeAt(oldText.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  )
    tail++;
  return { start, oldEnd: oldText.length - tail, newEnd: newText.length - tail };
}

function hull(oldText: string, newText: string, changes: readonly Change[]): Edit | undefined {
  if (changes.length === 0) return undefined;
  let start = oldText.length;
  let oldEnd = 0;
  for (const change of changes) {
    start = Math.min(start, change.start);
    oldEnd = Math.max(oldEnd, change.end);
  }
  const newEnd = newText.length - (oldText.length - oldEnd);
  if (!(start >= 0 && start <= oldEnd && oldEnd <= oldText.length && newEnd >= start)) return undefined;
  const right = oldText.slice(0, start) === newText.slice(0, start) && oldText.slice(oldEnd) === newText.slice(newEnd);
  return right ? { start, oldEnd, newEnd } : undefined;
}
