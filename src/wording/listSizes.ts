import type { WordLists } from '../language/pattern/patternItems';

/** How many wordings a list may stand for, and all patterns of a file together. A pattern is compiled in time with these. */
export const MOST_IN_LIST = 5_000;
export const MOST_IN_FILE = 60_000;

/**
 * Counts how many wordings a pattern stands for once its lists are written out, lists within lists included.
 *
 * @returns a function that gives infinity for lists that name one another in a circle
 */
export function createSizeOf(lists: WordLists): (pattern: string) => number {
  const known = new Map<string, number>();
  const sizeOfList = (name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // Until the list is counted, meeting it again is a circle.
    known.set(name, Number.POSITIVE_INFINITY);
    const size = (Object.hasOwn(lists, name) ? lists[name]! : []).reduce((sum, entry) => sum + sizeOf(entry), 0);
    known.set(name, size);
    return size;
  };
  const sizeOf = (pattern: string): number => {
    let size = 1 + (pattern.match(/\|/g)?.length ?? 0);
    for (const [, name] of pattern.matchAll(/\$([a-z][a-z0-9-]*)/g)) size += sizeOfList(name!);
    return size;
  };
  return sizeOf;
}
