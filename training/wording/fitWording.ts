import path from 'node:path';
import { PAIRING } from '../../src/wording/clauses/clauseAtoms';
import { families } from '../../src/wording/rule';
import { requireTable, store } from '../data';
import { type Fitted, fitLogistic, type Row, scoreOf } from './logistic';
import { tables } from './wordingTable';

// Fits the clause scorer and the weights of proposals from the tables beside this file: npm run fit:wording -- --write

const FOLDS = 5;
/** Calm clauses stand for more of their kind than marked ones; half of that keeps the scorer from hearing nothing at all. */
const CALM_CLAUSE = 0.5;
/** Ridges were chosen by the cross-validated average precision among 3, 6, 15 and 30 (clauses), and 1, 3 and 10 (rules). */
const CLAUSE_RIDGE = 15;
const RULE_RIDGE = 4;
/** How much an invented example counts beside a proposal in real text. */
const FIRES = 0.5;
const SILENT = 1;
/** There is far more calm text than marked; at this weight most is found at the same rate of false alarms. */
const CALM_PROPOSAL = 0.3;
const FEWEST = 8;
const FEWEST_OF_FAMILY = 10;

interface ClauseRow {
  readonly fold: number;
  readonly set: string;
  readonly y: number;
  readonly families: readonly string[];
  readonly atoms: readonly number[];
}

interface ProposalRow {
  readonly fold: number;
  readonly set: string;
  readonly genre: string;
  readonly group: string;
  readonly start: number;
  readonly end: number;
  /** 0 nothing, 1 information, 2 warning. */
  readonly mark: number;
  readonly atoms: readonly number[];
  readonly names: readonly number[];
  readonly values: readonly number[];
}

function main(write: boolean): void {
  const [clauseHead, ...clauseLines] = linesOf('clauses.tsv');
  const { atoms: atomNames } = JSON.parse(clauseHead!) as { atoms: string[] };
  const clauses = clauseLines.map(readClause);
  const [proposalHead, namesLine, ...proposalLines] = linesOf('proposals.tsv');
  const { calmWords } = JSON.parse(proposalHead!) as { calmWords: Record<string, number> };
  const names = JSON.parse(namesLine!) as string[];
  const proposals = proposalLines.map(readProposal);
  const report: string[] = [];
  const say = (line: string) => {
    report.push(line);
    console.log(line);
  };

  const scorers = Array.from({ length: FOLDS + 1 }, (_, fold) =>
    fitClauses(
      clauses.filter((one) => one.fold !== fold),
      atomNames,
    ),
  );
  const read = clauses.filter(({ fold }) => fold >= 0);
  const crossed = read.map((one) => scorers[one.fold]!.score(one.atoms));
  sayClauses(read, crossed, say);
  const full = scorers[FOLDS]!;

  const withClause = proposals.map((one) => {
    const scorer = one.fold < 0 ? full : scorers[one.fold]!;
    return { ...one, z: one.atoms.length === 0 ? undefined : scorer.score(one.atoms) };
  });
  const weighers = Array.from({ length: FOLDS + 1 }, (_, fold) =>
    fitProposals(
      withClause.filter((one) => one.fold !== fold),
      names,
    ),
  );
  const judged = withClause
    .filter(({ fold }) => fold >= 0)
    .map((one) => ({ ...one, p: 1 / (1 + Math.exp(-weighers[one.fold]!.score(one))) }));
  const thresholds = chooseThresholds(judged, calmWords, say);
  if (!write) return;
  const firm = fitFirmly(withClause, names, thresholds.hint, say);
  store(
    'src/wording/clauses/clauseWeights.json',
    `${JSON.stringify({ ...full.stored(), families: fitFamilies(clauses, atomNames) }, null, 2)}\n`,
  );
  store('src/wording/weighing/proposalWeights.json', `${JSON.stringify({ ...firm.stored(), thresholds }, null, 2)}\n`);
  store(path.join(tables, 'card.md'), card(report));
}

function linesOf(name: string): string[] {
  return requireTable(path.join(tables, name), 'training/wording/writeWordingTable.ts --data FOLDER')
    .trimEnd()
    .split('\n');
}

function foldOf(source: string): number {
  return Number.parseInt(source, 16) % FOLDS;
}

function readClause(line: string): ClauseRow {
  const [source, set, y, marked, atoms] = line.split('\t') as [string, string, string, string, string];
  return {
    fold: set === 'real' || set === 'calm' ? foldOf(source) : -1,
    set,
    y: Number(y),
    families: marked.split(' ').filter(Boolean),
    atoms: atoms.split(' ').map(Number),
  };
}

function readProposal(line: string): ProposalRow {
  const [source, set, genre, place, mark, , atoms, features] = line.split('\t') as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [sentence, range] = place.split(':') as [string, string];
  const [start, end] = range.split('-').map(Number) as [number, number];
  const pairs = features.split(' ').map((feature) => feature.split('='));
  return {
    fold: set === 'real' || set === 'calm' ? foldOf(source) : -1,
    set,
    genre,
    group: `${source}:${sentence}`,
    start,
    end,
    mark: Number(mark),
    atoms: atoms === '' ? [] : atoms.split(' ').map(Number),
    names: pairs.map(([name]) => Number(name)),
    values: pairs.map(([, value]) => (value === undefined ? 1 : Number(value))),
  };
}

function pairsOf(atoms: readonly number[]): string[] {
  const seen = atoms.map(String);
  for (const [at, first] of atoms.entries())
    if (first < PAIRING)
      for (const second of atoms.slice(at + 1)) if (second < PAIRING) seen.push(`${first} ${second}`);
  return seen;
}

function fitClauses(rows: readonly ClauseRow[], atomNames: readonly string[]) {
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
      weight: clauseWeightOf[set] ?? 1,
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
function fitFamilies(clauses: readonly ClauseRow[], atomNames: readonly string[]) {
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

const clauseWeightOf: Readonly<Record<string, number>> = { fires: 0.2, silent: 0.5, calm: CALM_CLAUSE };
const weightOf: Readonly<Record<string, number>> = { fires: FIRES, silent: SILENT, calm: CALM_PROPOSAL };

type Scored = ProposalRow & { readonly z: number | undefined };

/** Fits again with more weight on sentences that are to stay silent and would be marked, until next to none is. */
function fitFirmly(rows: readonly Scored[], names: readonly string[], threshold: number, say: (line: string) => void) {
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

const ROUNDS = 4;
/** Log odds by which such sentences stay below the threshold. */
const MARGIN = 0.05;

function fitProposals(
  rows: readonly Scored[],
  names: readonly string[],
  weights: readonly number[] = rows.map(({ set }) => weightOf[set] ?? 1),
) {
  const all = [...names, 'clause'];
  const ridge = Float64Array.from(all, ridgeOf);
  const toRow = (one: Scored): Pick<Row, 'places' | 'values'> => {
    if (one.z === undefined) return { places: one.names, values: one.values };
    return { places: [...one.names, names.length], values: [...one.values, one.z] };
  };
  const fitted = fitLogistic(
    rows.map((one, at) => ({ ...toRow(one), target: one.mark > 0 ? 1 : 0, weight: weights[at]! })),
    all.length,
    ridge,
  );
  return {
    score: (one: Scored) => scoreOf(toRow(one), fitted),
    stored: () => ({ bias: hundredths(fitted.bias), weights: namedWeights(all, fitted) }),
  };
}

/** What is rare leans on what is common: a rule on its family and its clause. */
function ridgeOf(name: string): number {
  if (name.startsWith('rule ') || name.startsWith('pattern ')) return RULE_RIDGE;
  return name === 'clause' ? 0.5 : 2;
}

function namedWeights(names: readonly string[], { weights }: Fitted): Record<string, number> {
  return Object.fromEntries(
    names
      .map((name, at) => [name, hundredths(weights[at]!)] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}

function sayClauses(clauses: readonly ClauseRow[], crossed: readonly number[], say: (line: string) => void): void {
  say(`clauses: ${clauses.length}, marked ${clauses.filter(({ y }) => y === 1).length}`);
  for (const enough of [-0.5, 0, 0.3, 0.6, 1, 1.5]) {
    const chosen = clauses.filter((_, at) => crossed[at]! >= enough);
    const real = chosen.filter(({ set }) => set === 'real');
    const right = real.filter(({ y }) => y === 1).length;
    say(
      `clause score from ${enough}: ${right} of ${real.length} right (${(right / real.length).toFixed(2)}), ${chosen.length - real.length} calm in one of four`,
    );
  }
}

type Judged = Scored & { readonly p: number };

function chooseThresholds(
  judged: readonly Judged[],
  calmWords: Readonly<Record<string, number>>,
  say: (line: string) => void,
) {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  const kept = [...groups.values()].flatMap((group) => {
    const stay: Judged[] = [];
    for (const one of [...group].sort((a, b) => b.p - a.p))
      if (!stay.some(({ start, end }) => start < one.end && end > one.start)) stay.push(one);
    return stay;
  });
  const words = Object.values(calmWords).reduce((sum, count) => sum + count, 0);
  for (let p = 0.3; p < 0.96; p += 0.05) {
    const chosen = kept.filter((one) => one.p >= p);
    const real = chosen.filter(({ set }) => set === 'real');
    const right = real.filter(({ mark }) => mark > 0);
    const calm = chosen.filter(({ set }) => set === 'calm');
    const worst = Object.entries(calmWords)
      .map(([genre, count]) => [genre, (1000 * calm.filter((one) => one.genre === genre).length) / count] as const)
      .sort((a, b) => b[1] - a[1])[0]!;
    say(
      `from ${p.toFixed(2)}: ${right.length} of ${real.length} right (${(right.length / real.length).toFixed(2)}), ${right.filter(({ mark }) => mark === 2).length} on warning marks, calm ${((1000 * calm.length) / words).toFixed(3)} in 1,000 words, most in ${worst[0]} ${worst[1].toFixed(2)}`,
    );
  }
  const real = kept.filter(({ set }) => set === 'real');
  const precision = (from: number) => {
    const chosen = real.filter(({ p }) => p >= from);
    return chosen.filter(({ mark }) => mark > 0).length / Math.max(1, chosen.length);
  };
  const calmAt = (from: number) => (1000 * kept.filter(({ set, p }) => set === 'calm' && p >= from).length) / words;
  const lowest = (holds: (from: number) => boolean) => {
    const grid = Array.from({ length: 80 }, (_, at) => 0.2 + at / 100);
    return Number((grid.find(holds) ?? 0.95).toFixed(2));
  };
  const information = lowest((from) => precision(from) >= 0.775 && calmAt(from) <= 0.08);
  const warning = Math.max(
    information,
    lowest((from) => precision(from) >= 0.87 && calmAt(from) <= 0.06),
  );
  const band = (from: number) => {
    const chosen = real.filter(({ p }) => p >= from && p < information);
    return chosen.filter(({ mark }) => mark > 0).length / Math.max(1, chosen.length);
  };
  const hint = Math.min(
    information,
    lowest((from) => from >= information || (band(from) >= 0.47 && calmAt(from) <= 0.42)),
  );
  const chosen = { hint, information, warning };
  say(`thresholds: ${JSON.stringify(chosen)}`);
  return chosen;
}

function card(report: readonly string[]): string {
  return `# Weights of clauses and proposals

What is shown, and how loudly, is decided by two logistic regressions with a ridge. The first scores a clause by the named lists that meet in it
and by its shape (\`src/wording/clauses/\`). The second weighs what a rule or a clause proposes by the rule, its family, the clause and
the rest of the text (\`src/wording/weighing/\`). Both are fitted by \`node scripts/run.mjs training/wording/fitWording.ts --write\` from the tables beside this
page: features, marks and hashed sources, no text. Figures are five-fold, no source on both sides.

- **Meant for** hints and findings in English mail and proposals. Not for grading people, and not for other languages.
- **Fitted on** about 2,300 sentences of public disputes, bargaining and work that two readers marked, about 5,000 more that one reader each marked by their
  measure, calm work text in which next to nothing is to be marked, and, with little weight, the examples of the rules. The thresholds are the lowest
  that keep the share of right findings and the false alarms in calm text within the bounds named in the script, cross-checked.
- **Tried and left out**: the Universal Sentence Encoder lite (7 M parameters, 512 numbers a clause and its sentence) beside these lists found 29 % more
  of the warning marks at the same false alarms, cross-checked. It takes some 20 to 50 ms a clause in JavaScript and 7 MB, and says no word why. Averaged word
  vectors (GloVe, 100 numbers) added nothing; single words as features about a third of that, learnt by heart.
- **Known limits**: marked texts are richer in heat than mail is; sarcasm without a sharp word is missed; labels of one genre help little in another.

\`\`\`
${report.join('\n')}
\`\`\`
`;
}

main(process.argv.some((word) => word === '--write' || word === '--check'));
