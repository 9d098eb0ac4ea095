import type { Hit } from '../language/matcher';
import type { Rule } from './compile';
import type { Severity } from './rule';

/** Something that marks words, with what decides where two mark the same. */
export interface Overlapping {
  readonly rule: Rule;
  readonly hit: Hit;
  readonly severity: Severity;
  /** A rule of a team. */
  readonly isOwn?: boolean;
  /** No pattern decided. */
  readonly judgement?: unknown;
  /** How sure it is that a reader minds. */
  readonly probability?: number;
}

const weight: Record<Severity, number> = { warning: 2, information: 1, hint: 0 };

const offers = ({ rule }: Overlapping) => Math.min(1, rule.rephrase?.length ?? 0);

/**
 * Of findings over the same words a team's own stays, then the more serious, then a rule's own before a judged one, the surer, the longer, the one that says
 * it another way, the first.
 *
 * @returns those that stay, in the order of their words
 */
export function withoutOverlaps<Found extends Overlapping>(found: readonly Found[]): Found[] {
  const ranked = withoutEchoes(found).sort(
    (a, b) =>
      Number(b.isOwn === true) - Number(a.isOwn === true) ||
      weight[b.severity] - weight[a.severity] ||
      Number(a.judgement !== undefined) - Number(b.judgement !== undefined) ||
      lengthOf(b.hit) - lengthOf(a.hit) ||
      offers(b) - offers(a) ||
      (b.probability ?? 0) - (a.probability ?? 0) ||
      a.hit.spanStart - b.hit.spanStart,
  );
  const kept: Found[] = [];
  for (const one of ranked) if (!kept.some((other) => overlap(other, one))) kept.push(one);
  return kept.sort((a, b) => a.hit.spanStart - b.hit.spanStart);
}

/** Where a rule speaks of words in a clause that is scored as a whole, the rule says what it is, as loudly as the clause sounds. */
function withoutEchoes<Found extends Overlapping>(found: readonly Found[]): Found[] {
  const clauses = found.filter(({ rule }) => rule.judged === 'tenor');
  const rules = found.filter(({ rule }) => rule.judged !== 'tenor');
  if (clauses.length === 0 || rules.length === 0) return [...found];
  const louder = rules.map((one) => {
    if (one.isOwn === true) return one;
    const around = clauses.filter((clause) => overlap(clause, one)).map(({ severity }) => severity);
    const loudest = [one.severity, ...around].sort((a, b) => weight[b] - weight[a])[0]!;
    return loudest === one.severity ? one : { ...one, severity: loudest };
  });
  return [...louder, ...clauses.filter((clause) => !rules.some((one) => overlap(clause, one)))];
}

function overlap(a: Overlapping, b: Overlapping): boolean {
  return a.hit.spanStart < b.hit.spanEnd && a.hit.spanEnd > b.hit.spanStart;
}

function lengthOf({ spanStart, spanEnd }: Hit): number {
  return spanEnd - spanStart;
}
