import signs from './readsWell.yaml';

/** Does a rewritten sentence read as one piece? What stood there before is nothing that the rewriting did. */
export function readsWell(before: string, after: string): boolean {
  return !faults.some((fault) => count(after, fault) > count(before, fault));
}

/** Each a sign that two pieces do not fit: words said twice, two articles, a verb in another number, a joiner that joins nothing. */
const faults: readonly RegExp[] = Object.values(signs as Readonly<Record<string, string>>).map(
  (sign) => new RegExp(sign, 'giu'),
);

function count(text: string, fault: RegExp): number {
  return text.match(fault)?.length ?? 0;
}
