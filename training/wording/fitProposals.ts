import { fitLogistic, hundredths, namedWeights, type Row, scoreOf } from './logistic';
import type { ProposalRow } from './wordingRows';

/** Tried at 1, 3 and 10 by the cross-validated average precision, and set by hand between. */
const RULE_RIDGE = 4;
/**
 * How much an example of a rule counts beside a proposal in real text. There is far more calm text than marked; at this weight most is found at
 * the same rate of false alarms.
 */
const weightOf: Readonly<Record<string, number>> = { fires: 0.5, silent: 1, calm: 0.3 };
const ROUNDS = 4;
/** Log odds by which sentences that are to stay silent are held below the threshold. */
const MARGIN = 0.05;

/** A proposal with the score of its clause, if it has one. */
export type ScoredProposal = ProposalRow & { readonly z: number | undefined };

/** Fits again with more weight on sentences that are to stay silent and would be marked, until next to none is. */
export function fitFirmly(
  rows: readonly ScoredProposal[],
  names: readonly string[],
  threshold: number,
  say: (line: string) => void,
) {
  const bar = Math.log(threshold / (1 - threshold)) - MARGIN;
  const weights = rows.map(({ set }) => weightOf[set] ?? 1);
  let fitted = fitProposals(rows, names, weights);
  for (let round = 0; round < ROUNDS; round++) {
    let marked = 0;
    for (const [at, one] of rows.entries())
      if (one.set === 'silent' && fitted.score(one) >= bar) {
        marked++;
        weights[at]! *= 2;
      }
    say(`round ${round + 1}: ${marked} proposals in sentences that are to stay silent would show`);
    if (marked === 0) break;
    fitted = fitProposals(rows, names, weights);
  }
  return fitted;
}

export function fitProposals(
  rows: readonly ScoredProposal[],
  names: readonly string[],
  weights: readonly number[] = rows.map(({ set }) => weightOf[set] ?? 1),
) {
  const all = [...names, 'clause'];
  const ridge = Float64Array.from(all, ridgeOf);
  const toRow = (one: ScoredProposal): Pick<Row, 'places' | 'values'> => {
    if (one.z === undefined) return { places: one.names, values: one.values };
    return { places: [...one.names, names.length], values: [...one.values, one.z] };
  };
  const fitted = fitLogistic(
    rows.map((one, at) => ({ ...toRow(one), target: one.mark > 0 ? 1 : 0, weight: weights[at]! })),
    all.length,
    ridge,
  );
  return {
    score: (one: ScoredProposal) => scoreOf(toRow(one), fitted),
    stored: () => ({ bias: hundredths(fitted.bias), weights: namedWeights(all, fitted) }),
  };
}

/** What is rare leans on what is common: a rule on its family and its clause. */
function ridgeOf(name: string): number {
  if (name.startsWith('rule ') || name.startsWith('pattern ')) return RULE_RIDGE;
  return name === 'clause' ? 0.5 : 2;
}
