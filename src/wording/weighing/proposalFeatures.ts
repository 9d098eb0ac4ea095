import type { Kind } from '../../document/draft/draft';
import { atomNames } from '../clauses/clauseAtoms';
import type { ScoredClause } from '../clauses/clauseProposer';
import { patternKey } from './patternKey';
import { clauseFor, type Proposal } from './proposal';

/** Takes the name and the value of something that speaks for or against a proposal. */
export type Visit = (name: string, value: number) => void;

/** What the rule, the words, their clause and the other proposals of the sentence say. */
export function visitLocal(
  proposal: Proposal,
  all: readonly Proposal[],
  scored: readonly ScoredClause[],
  kind: Kind,
  visit: Visit,
): void {
  const { rule, hit, severity, judgement, pattern } = proposal;
  visit(`rule ${rule.id}`, 1);
  if (pattern !== undefined) visit(`pattern ${patternKey(pattern)}`, 1);
  visit(`family ${rule.family}`, 1);
  visit(`severity ${severity}`, 1);
  if (judgement !== undefined) visit(`judged ${rule.judged ?? ''} ${severity}`, 1);
  // What rules see beside a clause says nothing of it: where they were written, they see more than elsewhere.
  if (rule.judged !== 'tenor') visitOthers(proposal, all, visit);
  if (kind === 'proposal') visit('in a proposal', 1);
  const clause = clauseFor(scored, hit);
  if (clause === undefined) return;
  visit('clause', clause.score);
  for (const atom of clause.atoms) if (telling.has(atomNames[atom]!)) visit(atomNames[atom]!, 1);
}

function visitOthers({ rule, hit }: Proposal, all: readonly Proposal[], visit: Visit): void {
  const others = all.filter((other) => other.rule.id !== rule.id);
  if (others.length > 0)
    visit('others in the sentence', Math.log1p(new Set(others.map((other) => other.rule.id)).size));
  if (others.some((other) => other.severity === 'warning')) visit('a warning in the sentence', 1);
  if (others.some((other) => other.hit.spanStart < hit.spanEnd && other.hit.spanEnd > hit.spanStart))
    visit('others over the same words', 1);
}

/** What turns the sense of a clause whatever its words are. The other shapes are in its score. */
const telling = new Set([
  'sentence play',
  'sentence own fault',
  'sentence apology',
  'sentence thanks',
  'sentence question',
  'reported claimed',
  'reported supposed',
  'conditional',
  'polite',
  'in heading',
  'in list-item',
  'in table-cell',
]);

/** The text around the sentence that a proposal stands in. */
export interface Rest {
  readonly words: number;
  /** Sentences elsewhere in which a warning is proposed, and in which anything is. */
  readonly warnings: number;
  readonly others: number;
}

/** What the rest of the text says by its length and by what else is proposed in it. */
export function visitRest({ words, warnings, others }: Rest, visit: Visit): void {
  if (words < FEW) {
    visit('alone', 1);
    return;
  }
  visit('length', Math.log(words / 100));
  visit('warnings elsewhere', Math.log1p(warnings));
  visit('proposals elsewhere', Math.log1p(others));
  visit('warnings in a hundred words', Math.log1p((100 * warnings) / (words + 50)));
  visit('proposals in a hundred words', Math.log1p((100 * others) / (words + 50)));
}

/** Fewer words around a sentence say nothing about how a text sounds. */
const FEW = 12;
