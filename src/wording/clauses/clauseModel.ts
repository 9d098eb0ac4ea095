import { builtIn } from '../builtIn';
import type { Family } from '../rule';
import { atomNames, atomNumbers, PAIRING } from './clauseAtoms';
import stored from './clauseWeights.json';

/** A fitted model as it is stored. Weights are hundredths of log odds; atoms and pairs ("a + b") go by their names. */
export interface ClauseWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly families: Readonly<
    Partial<Record<Family, { readonly bias: number; readonly weights: Readonly<Record<string, number>> }>>
  >;
}

interface Table {
  readonly bias: number;
  readonly single: Float64Array;
  /** By `first * PAIRING + second`, the smaller number first. */
  readonly pair: Float64Array;
}

let model: Table | undefined;

/** Log odds that a reader would mark the clause, by what is seen in it. */
export function scoreAtoms(atoms: readonly number[]): number {
  model ??= readTable(stored as ClauseWeights);
  const { bias, single, pair } = model;
  let score = bias;
  for (let at = 0; at < atoms.length; at++) {
    const first = atoms[at]!;
    score += single[first]!;
    if (first >= PAIRING) continue;
    for (let next = at + 1; next < atoms.length && atoms[next]! < PAIRING; next++)
      score += pair[first * PAIRING + atoms[next]!]!;
  }
  return score;
}

/**
 * The family that a clause most likely belongs to, by what is seen in it and by what rules say of words in it.
 *
 * @param named families of the rules that speak of words in the clause
 */
export function familyOfClause(
  atoms: readonly number[],
  named: ReadonlySet<Family>,
): { readonly family: Family; readonly certainty: Certainty } {
  families ??= Object.entries((stored as ClauseWeights).families)
    .filter(([family]) => builtIn().judged(`${family}/tenor`) !== undefined)
    .map(([family, { bias, weights }]) => [family as Family, { bias: bias / 100, single: readSingles(weights) }]);
  let best: Family = 'accusation';
  let most = Number.NEGATIVE_INFINITY;
  for (const [family, { bias, single }] of families) {
    const score = atoms.reduce((sum, atom) => sum + single[atom]!, bias) + (named.has(family) ? NAMED : 0);
    if (score <= most) continue;
    most = score;
    best = family;
  }
  return { family: best, certainty: most >= CERTAIN ? 'certain' : most >= LIKELY ? 'likely' : 'guess' };
}

/** Whether the family is sure enough to be told, likelier than not, or only the best guess. */
export type Certainty = 'certain' | 'likely' | 'guess';

/** Log odds that a rule adds to its family: the best of seven steps between 0 and 9, cross-checked on marked clauses. */
const NAMED = 1;

/** Log odds from which nine of ten families are right on sources that the weights were not fitted on. */
const CERTAIN = 1.7;

/** Log odds. */
const LIKELY = 0;

let families: (readonly [Family, Omit<Table, 'pair'>])[] | undefined;

/** What a word list adds to the score where it stands in a clause with these atoms. */
export function shareOf(atom: number, atoms: readonly number[]): number {
  model ??= readTable(stored as ClauseWeights);
  const { single, pair } = model;
  let share = single[atom]!;
  for (const other of atoms)
    if (other < PAIRING && other !== atom) share += pair[Math.min(atom, other) * PAIRING + Math.max(atom, other)]! / 2;
  return share;
}

function readTable({ bias, weights }: Pick<ClauseWeights, 'bias' | 'weights'>): Table {
  const pair = new Float64Array(PAIRING * PAIRING);
  for (const name of Object.keys(weights)) {
    const sign = name.indexOf(AND);
    if (sign < 0) continue;
    const first = atomNumbers.get(name.slice(0, sign));
    const second = atomNumbers.get(name.slice(sign + AND.length));
    if (first !== undefined && second !== undefined) pair[first * PAIRING + second] = weights[name]! / 100;
  }
  return { bias: bias / 100, single: readSingles(weights), pair };
}

const AND = ' + ';

/** The weights of single atoms, by their numbers. */
function readSingles(weights: ClauseWeights['weights']): Float64Array {
  const single = new Float64Array(atomNames.length);
  for (const name of Object.keys(weights)) {
    const atom = atomNumbers.get(name);
    if (atom !== undefined) single[atom] = weights[name]! / 100;
  }
  return single;
}
