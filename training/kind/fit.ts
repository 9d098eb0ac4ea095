import { kinds } from '../../src/document/kind/kindClassifier';
import { OFFER_FAMILIES, titleFamilies } from '../../src/document/kind/kindFeatureSource';
import { kindFeatureNames } from '../../src/document/kind/kindFeatureVector';
import { requireTable, store } from '../data';

// Fits the weights of the kind of a document on training/kind/table.tsv: multinomial logistic regression with a penalty on large weights, by a
// fixed number of steps from zero, so that the same table gives the same bytes. Prints how right it is on sources that were held out.
// node scripts/run.mjs training/kind/fit.ts [--folds]. Exit 2 where there is no table.

interface Row {
  readonly label: number;
  readonly comment: boolean;
  readonly source: string;
  readonly at: readonly number[];
  readonly values: readonly number[];
}

const table = requireTable('training/kind/table.tsv', 'training/kind/collect.ts');
const [head = '', ...lines] = table.trim().split('\n');
if (head !== `# ${kindFeatureNames.join(' ')}`) {
  console.error('fit: the table has other features than the code; run collect.ts first.');
  process.exit(2);
}
const rows = lines.map(read);

/** Chosen by the held-out figures among 0.003, 0.01, 0.03 and 0.1. */
const PENALTY = 0.01;
const STEPS = 1500;
const RATE = 0.4;
/** Neither mail nor proposal gets no warnings: taking such a text for a draft disturbs more than missing a draft does. Chosen by the held-out figures. */
const CLASS_WEIGHTS = [1.35, 1.3, 2];
/** Comments are checked as mail, and there are many of them. */
const COMMENT_WEIGHT = 0.3;

/** Features that may only speak for a proposal against other documents, and those that may only speak against it: what a single source has by chance is not learnt. */
const FOR_PROPOSALS = [
  ...['offering', 'acceptance', 'funding', 'price', 'we', 'future'].map((family) => `words/${family}`),
  ...[
    'priced',
    'requests',
    'request-first',
    'totals',
    'bound-until',
    'offer-share',
    'offer-topics',
    'amounts',
    'promises',
  ],
  ...titleFamilies.slice(0, OFFER_FAMILIES).flatMap((family) => [`title/${family}`, `opens/${family}`]),
];
const AGAINST_PROPOSALS = [
  ...['technical', 'kitchen', 'meeting', 'publication', 'advice', 'third-person', 'past', 'duty'].map(
    (family) => `words/${family}`,
  ),
  ...[
    'other-share',
    'other-topics',
    'code-titles',
    'asking-titles',
    'title-of-code',
    'title-asks',
    'log',
    'no-exchange',
    'option-lines',
    'speaker-lines',
    'program-lines',
    'version-lines',
    'asked-lines',
    'answered-lines',
    'coded-lines',
    'price-list',
    'no-deal',
    'reader-only',
    'speech-lines',
    'public',
    'orders',
  ],
  ...['code', 'duties-in-capitals', 'site-page', 'dated-page', 'front-matter'],
  ...titleFamilies.slice(OFFER_FAMILIES).flatMap((family) => [`title/${family}`, `opens/${family}`]),
];
/** By the place of a weight (the bias stands first): 1, -1 or 0 for free. */
const signs = ['', ...kindFeatureNames].map(
  (name) => Number(FOR_PROPOSALS.includes(name)) - Number(AGAINST_PROPOSALS.includes(name)),
);
const PROPOSAL = kinds.indexOf('proposal');
const OTHER = kinds.indexOf('other');

if (process.argv.includes('--folds')) crossValidate(8);
const fitted = fitWeights(rows);
const row = (name: string, place: number) =>
  `${JSON.stringify(name)}: [${fitted.map((weights) => rounded(weights[place]!)).join(', ')}]`;
const features = kindFeatureNames.map((name, at) => `    ${row(name, at + 1)}`);
store(
  'src/document/kind/kindWeights.json',
  `{\n  ${row('bias', 0)},\n  "features": {\n${features.join(',\n')}\n  }\n}\n`,
);

function rounded(value: number): number {
  return Number(value.toFixed(2));
}

function read(line: string): Row {
  const [kind = '', source = '', values = ''] = line.split('\t');
  const pairs = values
    .split(' ')
    .filter(Boolean)
    .map((pair) => pair.split(':').map(Number) as [number, number]);
  return {
    label: kinds.indexOf((kind === 'comment' ? 'email' : kind) as (typeof kinds)[number]),
    comment: kind === 'comment',
    source,
    at: [0, ...pairs.map(([at]) => at + 1)],
    values: [1, ...pairs.map(([, value]) => value)],
  };
}

/** A source with many texts counts for more than one with few, and for less than all of its texts would. */
function weightsOf(data: readonly Row[]): number[] {
  const counts = new Map<string, number>();
  const key = ({ source, label }: Row) => `${source} ${label}`;
  for (const row of data) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  const raw = data.map((row) => (row.comment ? COMMENT_WEIGHT : 1) / Math.sqrt(counts.get(key(row))!));
  const sums = kinds.map((_, kind) => data.reduce((sum, { label }, at) => sum + (label === kind ? raw[at]! : 0), 0));
  return data.map(({ label }, at) => (raw[at]! / sums[label]!) * CLASS_WEIGHTS[label]!);
}

/** @returns for each kind the bias and one weight a feature */
function fitWeights(data: readonly Row[]): Float64Array[] {
  const size = kindFeatureNames.length + 1;
  const importance = weightsOf(data);
  const weights = kinds.map(() => new Float64Array(size));
  const moving = kinds.map(() => new Float64Array(size));
  for (let step = 0; step < STEPS; step++) {
    const slope = moving.map((w) => w.map((value, at) => (at === 0 ? 0 : PENALTY * value)));
    for (const [index, row] of data.entries()) {
      const shares = sharesOf(moving, row);
      for (let kind = 0; kind < kinds.length; kind++) {
        const error = (shares[kind]! - Number(row.label === kind)) * importance[index]!;
        for (let k = 0; k < row.at.length; k++) slope[kind]![row.at[k]!]! += error * row.values[k]!;
      }
    }
    const pull = step / (step + 3);
    const next = moving.map((w, kind) => w.map((value, at) => value - RATE * slope[kind]![at]!));
    keepSigns(next[PROPOSAL]!, next[OTHER]!);
    for (let kind = 0; kind < kinds.length; kind++) {
      for (let at = 0; at < size; at++) {
        moving[kind]![at] = next[kind]![at]! + pull * (next[kind]![at]! - weights[kind]![at]!);
        weights[kind]![at] = next[kind]![at]!;
      }
    }
  }
  return weights;
}

/** Makes two weights equal where their difference has the sign that it may not have. */
function keepSigns(proposal: Float64Array, other: Float64Array): void {
  for (const [at, sign] of signs.entries()) {
    if ((proposal[at]! - other[at]!) * sign >= 0) continue;
    proposal[at] = (proposal[at]! + other[at]!) / 2;
    other[at] = proposal[at]!;
  }
}

function sharesOf(weights: readonly Float64Array[], { at, values }: Row): number[] {
  const scores = weights.map((w) => {
    let sum = 0;
    for (let k = 0; k < at.length; k++) sum += w[at[k]!]! * values[k]!;
    return sum;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers[0]! + powers[1]! + powers[2]!;
  return powers.map((power) => power / total);
}

/** Whole sources are held out, so that a text is never judged by weights that have seen its like. */
function crossValidate(folds: number): void {
  const right = kinds.map(() => [0, 0]);
  const sure = [0, 0, 0, 0];
  for (let fold = 0; fold < folds; fold++) {
    const out = (row: Row) => Number.parseInt(row.source, 16) % folds === fold;
    const weights = fitWeights(rows.filter((row) => !out(row)));
    for (const row of rows.filter(out)) {
      const shares = sharesOf(weights, row);
      const best = shares.indexOf(Math.max(...shares));
      if (!row.comment) {
        right[row.label]![1]!++;
        if (best === row.label) right[row.label]![0]!++;
        if (shares[best]! < 0.7) sure[best === row.label ? 0 : 1]!++;
        else sure[best === row.label ? 2 : 3]!++;
      }
    }
  }
  for (const [kind, [good, all]] of right.entries())
    console.log(`${kinds[kind]} ${(good! / all!).toFixed(3)} of ${all}`);
  console.log(`unsure: right ${sure[0]} wrong ${sure[1]}; sure: right ${sure[2]} wrong ${sure[3]}`);
}
