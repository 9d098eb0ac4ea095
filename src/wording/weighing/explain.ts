import type { Kind } from '../../document/draft/draft';
import type { ScoredClause } from '../clauses/clauseProposer';
import type { Proposal } from './proposal';
import { type Rest, visitLocal, visitRest } from './proposalFeatures';
import { BIAS, probabilityOf, termOf } from './weights';

export interface Explained {
  /** That a reader minds. */
  readonly probability: number;
  /** What adds to the log odds and what takes from them, the weightiest first. */
  readonly terms: readonly { readonly name: string; readonly value: number }[];
}

/** Why a proposal is shown or not, term by term. */
export function explain(
  proposal: Proposal,
  all: readonly Proposal[],
  scored: readonly ScoredClause[],
  kind: Kind,
  rest: Rest,
): Explained {
  const terms = [{ name: 'to begin with', value: BIAS }];
  const visit = (name: string, value: number) => {
    const term = termOf(name, value);
    if (term !== 0) terms.push({ name, value: term });
  };
  visitLocal(proposal, all, scored, kind, visit);
  visitRest(rest, visit);
  const sum = terms.reduce((total, { value }) => total + value, 0);
  return { probability: probabilityOf(sum), terms: terms.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)) };
}
