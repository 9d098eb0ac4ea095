import { playbook } from '../playbook/read';
import type { Statement } from '../playbook/types';
import type { Answers } from './causeScores';
import type { RankedCause } from './diagnosis';
import { weights as builtIn, type Weights } from './weights';

/** A checklist statement and how far its answer is expected to move the ranking, 0 to 1. */
export interface TellingStatement {
  readonly id: string;
  readonly change: number;
}

/**
 * The statements that would tell most, best first and each of another cause: those whose answer is expected to move the shares of
 * the causes furthest.
 *
 * @param causes as ranked now; with none, the plainest statement of each group of causes is as good as any other
 */
export function tellingStatements(
  causes: readonly Pick<RankedCause, 'id' | 'score'>[],
  answers: Answers = {},
  most = 3,
  weights: Pick<Weights, 'answers' | 'inverseTemperature'> = builtIn,
): TellingStatement[] {
  const shares = new Map<string, number>(playbook.causes.map(({ id }) => [id, LEAST]));
  for (const { id, score } of causes) shares.set(id, Math.max(LEAST, score));
  const rated = playbook.causes.flatMap(({ id: cause, statements }) =>
    statements
      .filter(({ id }) => answers[id] === undefined || answers[id] === 'unknown')
      .map((statement) => ({ id: statement.id, cause, change: expectedChange(cause, statement, shares, weights) })),
  );
  const taken = new Set<string>();
  return rated
    .sort((a, b) => b.change - a.change)
    .filter(({ cause }) => !taken.has(cause) && taken.add(cause))
    .slice(0, most)
    .map(({ id, change }) => ({ id, change }));
}

/** No cause is ruled out by the text alone. */
const LEAST = 0.01;

function expectedChange(
  cause: string,
  { yes, no, also = {} }: Statement,
  shares: ReadonlyMap<string, number>,
  { answers, inverseTemperature }: Pick<Weights, 'answers' | 'inverseTemperature'>,
): number {
  const moved = (deltas: Readonly<Record<string, number>>): number => {
    let total = 0;
    const after = new Map<string, number>();
    for (const [id, share] of shares) {
      const value = share * Math.exp(inverseTemperature * answers * (deltas[id] ?? 0));
      after.set(id, value);
      total += value;
    }
    const before = [...shares.values()].reduce((sum, share) => sum + share, 0);
    let change = 0;
    for (const [id, share] of shares) change += Math.abs(after.get(id)! / total - share / before);
    return change / 2;
  };
  const own = shares.get(cause) ?? LEAST;
  // True for most threads with the cause, and for some of the others.
  const likely = 0.75 * own + 0.15 * (1 - own);
  return likely * moved({ ...also, [cause]: yes }) + (1 - likely) * moved({ [cause]: no });
}
