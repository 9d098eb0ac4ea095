import type { Block } from '../../document/draft/draft';
import type { Clause } from '../../language/clause/clause';
import type { Hit } from '../../language/matcher';
import { TokenKind, writtenAt } from '../../language/tokens';
import { classWords } from '../../language/wordClasses';
import { alternatives } from '../../language/wordPatterns';
import { readingOf, type Surroundings } from '../conditions';
import type { Family } from '../rule';
import type { Judgement } from '../valence';
import { atomsOf } from './clauseAtoms';
import { canBe } from './clauseKinds';
import { findListed, isCharged, type LexiconHit, ofUncertainKind } from './clauseLexicon';
import { familyOfClause, scoreAtoms, shareOf } from './clauseModel';

/** A clause with what was seen in it and how it scores. */
export interface ScoredClause {
  readonly clause: Clause;
  readonly atoms: readonly number[];
  readonly hits: readonly LexiconHit[];
  /** Log odds that a reader would mark it. */
  readonly score: number;
}

/**
 * The clauses of a sentence with their scores.
 *
 * @param found where it is given, only clauses are scored that may be proposed or that hold words of these: half of all
 */
export function scoreClauses(around: Surroundings, found?: readonly { readonly hit: Hit }[]): ScoredClause[] {
  const { tokens, block, end } = around;
  const reading = readingOf(around);
  const listed = findListed(tokens);
  const tail = tokens.count === 0 ? '' : block.text.slice(tokens.ends[tokens.count - 1], end);
  const scored: ScoredClause[] = [];
  for (const clause of reading.clauses) {
    const hits = listed.filter(({ start }) => start >= clause.start && start < clause.end);
    if (found !== undefined && !hits.some(({ list }) => isCharged[list]) && !holdsAny(clause, found)) continue;
    const atoms = atomsOf(tokens, clause, reading, listed, block.type, tail);
    scored.push({ clause, atoms, hits, score: scoreAtoms(atoms) });
  }
  return scored;
}

function holdsAny({ start, end }: Clause, found: readonly { readonly hit: Hit }[]): boolean {
  return found.some(({ hit }) => hit.spanStart < end && Math.max(hit.spanEnd, hit.spanStart + 1) > start);
}

/** Clauses are proposed in prose only. */
export function mayHoldProposal({ type }: Block): boolean {
  return type === 'paragraph' || type === 'list-item';
}

/** Log odds from which a clause is proposed: six of ten are right on sources that the weights were not fitted on. */
export const ENOUGH = -1.3;

/**
 * Clauses in which enough comes together, although no rule may speak of them.
 *
 * @param found what rules say of words in the sentence
 */
export function proposeClauses(
  around: Surroundings,
  scored: readonly ScoredClause[],
  found: readonly { readonly rule: { readonly family: Family }; readonly hit: Hit }[],
): Judgement[] {
  const reading = readingOf(around);
  return scored
    .filter(({ score, hits }) => score >= ENOUGH && hits.some(({ list }) => isCharged[list]))
    .flatMap((one) => {
      const { start, end } = one.clause;
      const inClause = found.filter(({ hit }) => hit.spanStart < end && hit.spanEnd > start);
      const { family, certainty } = familyOfClause(one.atoms, new Set(inClause.map(({ rule }) => rule.family)));
      if (!canBe(family, one, reading, around.tokens)) return [];
      return [
        {
          ruleId: `${family}/tenor`,
          hit: spanOf(one.clause, around),
          severity: 'hint' as const,
          isQuiet: certainty === 'guess',
          ...(certainty === 'certain' ? {} : { said: ofUncertainKind }),
          rephrasings: [],
          deciding: decidingWords(one, around),
        },
      ];
    });
}

/** The clause without the word that joins it to the one before. */
function spanOf({ start, end }: Clause, { tokens }: Surroundings): Hit {
  const isJoined = start > 0 && end - start > 2 && JOINING.test(writtenAt(tokens, start));
  const first = isJoined ? start + 1 : start;
  return { start: first, end, spanStart: first, spanEnd: end, parts: {} };
}

const JOINING = new RegExp(`^(?:${alternatives(classWords('joining'))})$`, 'i');
const MOST_NAMED = 3;

/** The listed words that add most, in the order in which they stand. */
function decidingWords({ atoms, hits }: ScoredClause, { tokens }: Surroundings): string[] {
  const named = hits
    .filter(({ list, start }) => isCharged[list] && (tokens.kinds[start]! & TokenKind.word) !== 0)
    .sort((a, b) => shareOf(b.list, atoms) - shareOf(a.list, atoms))
    .slice(0, MOST_NAMED)
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => tokens.text.slice(tokens.starts[start], tokens.ends[end - 1]).toLowerCase());
  return [...new Set(named)];
}
