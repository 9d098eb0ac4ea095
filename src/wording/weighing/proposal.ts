import type { Hit } from '../../language/matcher';
import type { Pattern } from '../../language/pattern';
import type { ScoredClause } from '../clauses/clauseProposer';
import type { Rule } from '../compile';
import type { Severity } from '../rule';
import type { Judgement } from '../valence';

/** Words that a rule or a judgement speaks of. Whether a finding comes of it is decided when the whole text is known. */
export interface Proposal {
  readonly rule: Rule;
  readonly hit: Hit;
  /** As the rule has it, as the judgement says, or as somebody chose. */
  readonly severity: Severity;
  readonly judgement?: Judgement;
  /** The pattern that matched, where one did. */
  readonly pattern?: Pattern;
  readonly isOwn?: boolean;
  /** A rule of a team, a severity that somebody chose, or words that mean the same everywhere: it stands as it is. */
  readonly fixed: boolean;
}

/** A sentence in which something is proposed. Offsets in the block, UTF-16 code units, end exclusive. */
export interface SentenceProposals {
  readonly start: number;
  readonly end: number;
  /** In the order of the words; they may overlap. */
  readonly proposals: readonly Proposal[];
  /** What the clauses and the rules speak for, in log odds, for each of them. */
  readonly local: readonly number[];
  readonly words: number;
}

/** What one block proposes, and what the rest of the text is judged by. */
export interface BlockProposals {
  readonly sentences: readonly SentenceProposals[];
  readonly words: number;
  /** How many words each sentence of the block has, those without proposals too; fewer numbers where sentences were said again. */
  readonly wordCounts: readonly number[];
}

/** The clause that the words of a proposal stand in, with its score. */
export function clauseFor(scored: readonly ScoredClause[], { spanStart, spanEnd }: Hit): ScoredClause | undefined {
  let best: ScoredClause | undefined;
  let most = 0;
  for (const one of scored) {
    const shared = Math.min(Math.max(spanEnd, spanStart + 1), one.clause.end) - Math.max(spanStart, one.clause.start);
    if (shared <= most) continue;
    most = shared;
    best = one;
  }
  return best;
}
