import { closest, distance } from 'fastest-levenshtein';

/** `; the nearest is “x”` where one of `choices` is near to `name`, else nothing. */
export function nearest(name: string, choices: readonly string[]): string {
  if (choices.length === 0 || name.length > 100) return '';
  const found = closest(name, choices);
  return distance(name, found) <= Math.max(2, name.length / 4) ? `; the nearest is “${found}”` : '';
}
