import type { CauseId } from '../playbook/ids';
import type { Cause, Statement } from '../playbook/types';
import type { Term } from './diagnosis';
import type { FoundSignal } from './evidence';
import type { SignalSet } from './signals';
import type { Weights } from './weights';

/** What the writer ticked in the checklist, by id of the statement. */
export type Answers = Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;

export interface Sum {
  readonly cause: Cause;
  readonly points: number;
  readonly terms: readonly Term[];
}

/**
 * Adds up the evidence for each cause: what each signal weighs, times how much of it is there beyond what is usual, and the
 * checklist answers. Best first.
 */
export function addUp(
  causes: readonly Cause[],
  set: SignalSet,
  found: readonly FoundSignal[],
  answers: Answers,
  weights: Weights,
): Sum[] {
  const amounts = new Map(found.map((entry) => [entry.signal, amountOf(entry, weights)]));
  const terms = new Map<CauseId, Term[]>(causes.map(({ id }) => [id, []]));
  for (const signal of set.signals) {
    const amount = (amounts.get(signal) ?? 0) - (weights.usual[signal.key] ?? 0);
    const points = signal.source.weight * amount;
    if (Math.abs(points) > 0.001)
      terms.get(signal.cause)?.push({ from: signal.source.id, why: signal.source.why, points });
  }
  for (const { id, statements } of causes)
    for (const statement of statements) addAnswer(id, statement, answers[statement.id], weights.answers, terms);
  return causes
    .map((cause): Sum => {
      const list = terms.get(cause.id)!.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
      const points = list.reduce((sum, term) => sum + term.points, weights.prior[cause.id] ?? 0);
      return { cause, points, terms: list };
    })
    .sort((a, b) => b.points - a.points);
}

/** How much of a signal is there: 1 for one plain line; each further line adds less than the one before. */
export function amountOf(
  { sightings }: FoundSignal,
  { fading, perPattern }: Pick<Weights, 'fading' | 'perPattern'>,
): number {
  const lines = sightings.map(({ strength }) => 1 + perPattern * (Math.min(strength, 4) - 1)).sort((a, b) => b - a);
  if (lines.length === 0) return 1;
  return lines.reduce((sum, line, index) => sum + line * fading ** index, 0);
}

function addAnswer(
  cause: CauseId,
  statement: Statement,
  answer: 'yes' | 'no' | 'unknown' | undefined,
  factor: number,
  terms: ReadonlyMap<CauseId, Term[]>,
): void {
  if (answer !== 'yes' && answer !== 'no') return;
  const why = answer === 'yes' ? `You said: ${statement.text}` : `You said that this is not so: ${statement.text}`;
  terms.get(cause)?.push({ from: statement.id, why, points: factor * statement[answer] });
  if (answer === 'yes')
    for (const [other, points] of Object.entries(statement.also ?? {}))
      terms.get(other as CauseId)?.push({ from: statement.id, why, points: factor * points });
}

/** Shares of 1, from points. */
export function sharesOf(sums: readonly Sum[], sharpness: number): number[] {
  const top = Math.max(0, ...sums.map(({ points }) => points));
  const powers = sums.map(({ points }) => Math.exp(sharpness * (points - top)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
