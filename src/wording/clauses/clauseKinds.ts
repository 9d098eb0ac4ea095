import type { SentenceReading } from '../../language/clause/clause';
import type { Tokens } from '../../language/tokens';
import { wordClass } from '../../language/wordClasses';
import type { Family } from '../rule';
import { isSharp } from './clauseLexicon';
import type { ScoredClause } from './clauseProposer';

/**
 * Can the clause be of the family at all? What writers tell of themselves blames nobody, leave to do something is no order, and a plain
 * question what, how or where corners nobody, unless a sharp word stands in it.
 */
export function canBe(
  family: Family,
  { clause, hits }: ScoredClause,
  { exclaims, thanks }: SentenceReading,
  tokens: Tokens,
): boolean {
  const isHarsh = hits.some(({ list }) => isSharp[list]);
  const isTowardsReader = clause.addressed || clause.possessed;
  switch (family) {
    case 'accusation':
      if (clause.subject === 'writer' && !clause.passive && !isTowardsReader && clause.tense === 'past') return false;
      return isHarsh || !(isLeave(clause) || isSpared(clause));
    case 'demand':
      return !(isLeave(clause) || isSpared(clause));
    case 'closed-question':
      return isHarsh || !openings.has(tokens.words[clause.start]!);
    case 'heat':
      return isHarsh || !(exclaims || thanks);
    default:
      return true;
  }
}

/** "You can change it later." */
function isLeave({ subject, modal, negated }: ScoredClause['clause']): boolean {
  return subject === 'reader' && (modal === 'can' || modal === 'may') && !negated;
}

/** "You don't need to come." */
function isSpared({ subject, modal, negated, mood }: ScoredClause['clause']): boolean {
  return subject === 'reader' && modal === 'must' && negated && mood !== 'order';
}

const openings = wordClass('open-question');
