import { createMatcher, type Hit, type Matcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import { Break, type Tokens } from '../language/tokens';
import { lists } from './builtIn';
import source from './deniedCharges.yaml';
import type { Family } from './rule';

let matcher: Matcher | undefined;

/** Where the sentence denies that somebody is charged: from what place on, and up to where. Token indices, ends exclusive. */
export function deniedIn(tokens: Tokens): readonly (readonly [number, number])[] {
  matcher ??= createMatcher(
    (source as { patterns: readonly string[] }).patterns.map((one) => compilePattern(one, lists)),
  );
  const denied: [number, number][] = [];
  matcher.find(
    tokens,
    () => [],
    (_, { end }) => denied.push([end, clauseEnd(tokens, end)]),
  );
  return denied;
}

/** Is it a charge that stands in one of the places? */
export function isDenied(family: Family, { spanStart }: Hit, denied: readonly (readonly [number, number])[]): boolean {
  return charges.has(family) && denied.some(([from, to]) => spanStart >= from && spanStart < to);
}

const charges: ReadonlySet<Family> = new Set(['accusation', 'heat', 'negative-frame']);

function clauseEnd({ count, breaks }: Tokens, from: number): number {
  let at = from + 1;
  while (at < count && breaks[at] === Break.none) at++;
  return at;
}
