import stored from './proposalWeights.json';

/** The fitted model as it is stored: weights are hundredths of log odds; thresholds are probabilities. */
interface Stored {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly thresholds: { readonly hint: number; readonly information: number; readonly warning: number };
}

export const { bias, weights, thresholds } = stored as Stored;

/** What something adds to the log odds that a proposal is right. */
export function termOf(name: string, value: number): number {
  return Object.hasOwn(weights, name) ? (weights[name]! * value) / 100 : 0;
}

export const BIAS = bias / 100;

export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
