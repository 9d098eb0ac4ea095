import type { Hit } from '../language/matcher';
import type { Rule } from './compile';
import type { Severity } from './rule';

/** Something that marks words, with what decides where two mark the same. */
export interface Overlapping {
  readonly rule: Rule;
  readonly hit: Hit;
  readonly severity: Severity;
  /** No pattern decided. */
  readonly judgement?: unknown;
  /** How sure it is that a reader minds. */
  readonly probability?: number;
}

const weight: Record<Severity, number> = { warning: 2, information: 1, hint: 0 };

const offers = ({ rule }: Overlapping) => Math.min(1, rule.rephrase?.length ?? 0);

/**
 * Of findings over the same words the more serious stays, then a rule's own before a judged one, the surer, the longer, the one that says
 * it another way, the first.
 *
 * @returns those that stay, in the order of their words
 */
export function withoutOverlaps<Found extends Overlapping>(found: readonly Found[]): Found[] {
  const ranked = [...found].sort(
    (a, b) =>
      weight[b.severity] - weight[a.severity] ||
      Number(a.judgement !== undefined) - Number(b.judgement !== undefined) ||
      lengthOf(b.hit) - lengthOf(a.hit) ||
      offers(b) - offers(a) ||
      (b.probability ?? 0) - (a.probability ?? 0) ||
      a.hit.spanStart - b.hit.spanStart,
  );
  const kept: Found[] = [];
  for (const one of ranked)
    if (!kept.some(({ hit }) => hit.spanStart < one.hit.spanEnd && hit.spanEnd > one.hit.spanStart)) kept.push(one);
  return kept.sort((a, b) => a.hit.spanStart - b.hit.spanStart);
}

function lengthOf({ spanStart, spanEnd }: Hit): number {
  return spanEnd - spanStart;
}
