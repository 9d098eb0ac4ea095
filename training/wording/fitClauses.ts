import { PAIRING } from '../../src/wording/clauses/clauseAtoms';
import { families } from '../../src/wording/rule';
import { fitLogistic, hundredths, namedWeights, type Row, scoreOf } from './logistic';
import type { ClauseRow } from './wordingRows';

/** Chosen by the cross-validated average precision among 3, 6, 15 and 30. */
const CLAUSE_RIDGE = 15;
/** Calm clauses stand for more of their kind than marked ones; half of that keeps the scorer from hearing nothing at all. */
const CALM_CLAUSE = 0.5;
const weightOf: Readonly<Record<string, number>> = { fires: 0.2, silent: 0.5, calm: CALM_CLAUSE };
/** Pairs that are seen less often are left out. */
const FEWEST = 8;
const FEWEST_OF_FAMILY = 10;

/** What speaks for and against a clause that is to be marked: what is seen in it, and pairs of that. */
export function fitClauses(rows: readonly ClauseRow[], atomNames: readonly string[]) {
  const counts = new Map<string, number>();
  const seen = rows.map(({ atoms }) => pairsOf(atoms));
  for (const all of seen) for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, count]) => count >= FEWEST)
    .map(([name]) => name)
    .sort();
  const places = new Map(kept.map((name, place) => [name, place]));
  const toPlaces = (all: readonly string[]) => all.flatMap((name) => places.get(name) ?? []);
  const fitted = fitLogistic(
    rows.map(({ y, set }, at) => ({
      places: toPlaces(seen[at]!),
      target: y,
      weight: weightOf[set] ?? 1,
    })),
    kept.length,
    new Float64Array(kept.length).fill(CLAUSE_RIDGE),
  );
  return {
    score: (atoms: readonly number[]) => scoreOf({ places: toPlaces(pairsOf(atoms)) }, fitted),
    stored: () => ({
      bias: hundredths(fitted.bias),
      weights: namedWeights(
        kept.map((name) =>
          name
            .split(' ')
            .map((atom) => atomNames[Number(atom)]!)
            .join(' + '),
        ),
        fitted,
      ),
    }),
  };
}

/** Which family marked clauses belong to, by what is seen in them alone. */
export function fitFamilies(clauses: readonly ClauseRow[], atomNames: readonly string[]) {
  const marked = clauses.filter(({ y, set }) => y === 1 && set === 'real');
  const ridge = new Float64Array(atomNames.length).fill(5);
  return Object.fromEntries(
    families.flatMap((family) => {
      const count = marked.filter((one) => one.families.includes(family)).length;
      if (count < FEWEST_OF_FAMILY) return [];
      const rows = marked.map(
        (one): Row => ({
          places: one.atoms,
          target: one.families.includes(family) ? 1 : 0,
          weight: 1,
        }),
      );
      const fitted = fitLogistic(rows, atomNames.length, ridge);
      return [[family, { bias: hundredths(fitted.bias), weights: namedWeights(atomNames, fitted) }]];
    }),
  );
}

function pairsOf(atoms: readonly number[]): string[] {
  const seen = atoms.map(String);
  for (const [at, first] of atoms.entries())
    if (first < PAIRING)
      for (const second of atoms.slice(at + 1)) if (second < PAIRING) seen.push(`${first} ${second}`);
  return seen;
}
