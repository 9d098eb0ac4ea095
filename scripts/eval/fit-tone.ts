import { writeFileSync } from 'node:fs';
import { readDraft } from '../../src/document/draft/readDraft';
import { countFeatures, featureNames, featureValues } from '../../src/tone/tone';
import { dataFolder, readLines } from './gold';
import { areaUnderCurve, deviation, mean, pearson, solve } from './statistics';

// Fits the weights of the tone reading: ridge regression on three sets of rated text at once, with a penalty on any correlation
// with the length of the text. Prints five-fold cross-checked figures; `--write` stores weights fitted on all of it.

interface Row {
  readonly values: number[];
  readonly target: number;
  readonly length: number;
  readonly fold: number;
}

interface Sample {
  readonly name: string;
  readonly weight: number;
  readonly rows: Row[];
}

const argument = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const RIDGE = argument('ridge', 0.02);
const LENGTH = argument('length', 1);
const FOLDS = 5;

const folder = dataFolder();
if (folder === undefined) {
  console.log('The rated texts are not here: nothing to fit.');
} else {
  const samples = [
    sample(
      'offers',
      argument('offers', 1),
      readLines<{ text: string; label: string }>(folder, 'offers.jsonl').map(({ text, label }) => ({
        text,
        score: label === 'warm' ? 1 : 0,
      })),
    ),
    sample(
      'receptiveness',
      argument('receptiveness', 1),
      readLines<{ text: string; score: number }>(folder, 'receptiveness.jsonl'),
    ),
    sample('requests', argument('requests', 1), readLines<{ text: string; score: number }>(folder, 'requests.jsonl')),
  ];
  const crossed = samples.map(() => [] as { score: number; row: Row }[]);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitWeights(samples.map((one) => ({ ...one, rows: one.rows.filter((row) => row.fold !== fold) })));
    samples.forEach(({ rows }, index) => {
      for (const row of rows) if (row.fold === fold) crossed[index]!.push({ score: apply(weights, row.values), row });
    });
  }
  samples.forEach(({ name }, index) => {
    report(`${name} (cross-checked)`, crossed[index]!);
  });
  const weights = fitWeights(samples);
  samples.forEach(({ name, rows }) => {
    report(
      `${name} (fitted)`,
      rows.map((row) => ({ score: apply(weights, row.values), row })),
    );
  });
  if (process.argv.includes('--show'))
    for (const [name, weight] of featureNames
      .map((name, index) => [name, weights[index]!] as const)
      .sort((a, b) => b[1] - a[1]))
      console.log(name.padEnd(34), weight.toFixed(2));
  if (process.argv.includes('--write')) {
    const all = samples.flatMap(({ rows }) => rows.map((row) => apply(weights, row.values)));
    const spread = deviation(all);
    const features = Object.fromEntries(
      featureNames.map((name, index) => [name, Number((weights[index]! / spread).toFixed(3))]),
    );
    const file = {
      how: `Ridge regression (ridge ${RIDGE}, length penalty ${LENGTH}) by scripts/eval/fit-tone.ts on warm and tough purchase offers, rated receptiveness and rated politeness, each set standardised and weighted alike; scaled so that one unit is one standard deviation.`,
      intercept: Number((-mean(all) / spread).toFixed(3)),
      features,
    };
    writeFileSync('src/tone/weights.json', `${JSON.stringify(file, null, 2)}\n`);
  }
}

function sample(name: string, weight: number, rows: readonly { text: string; score: number }[]): Sample {
  const scores = rows.map(({ score }) => score);
  const middle = mean(scores);
  const spread = deviation(scores);
  return {
    name,
    weight,
    rows: rows.map(({ text, score }, index) => ({
      values: featureValues(countFeatures(readDraft(text, { kind: 'email' }))),
      target: (score - middle) / spread,
      length: Math.log(text.split(/\s+/).length),
      fold: (index * 7919) % FOLDS,
    })),
  };
}

function fitWeights(samples: readonly Sample[]): number[] {
  const size = featureNames.length;
  const a = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const b = new Array<number>(size).fill(0);
  for (const { rows, weight } of samples) {
    const means = featureNames.map((_, at) => mean(rows.map(({ values }) => values[at]!)));
    const middle = mean(rows.map(({ target }) => target));
    const length = mean(rows.map((row) => row.length));
    const spread = deviation(rows.map((row) => row.length));
    const withLength = new Array<number>(size).fill(0);
    for (const row of rows) {
      const x = row.values.map((value, at) => value - means[at]!);
      for (let i = 0; i < size; i++) {
        if (x[i] === 0) continue;
        b[i]! += (weight * x[i]! * (row.target - middle)) / rows.length;
        withLength[i]! += (x[i]! * (row.length - length)) / spread / rows.length;
        for (let j = 0; j < size; j++) a[i]![j]! += (weight * x[i]! * x[j]!) / rows.length;
      }
    }
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) a[i]![j]! += LENGTH * withLength[i]! * withLength[j]!;
  }
  for (let i = 0; i < size; i++) a[i]![i]! += RIDGE * 0.05 + 1e-9;
  return solve(a, b);
}

function apply(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * weights[at]!, 0);
}

function report(name: string, scored: readonly { score: number; row: Row }[]): void {
  const scores = scored.map(({ score }) => score);
  const targets = scored.map(({ row }) => row.target);
  const area = name.startsWith('offers')
    ? ` AUC ${areaUnderCurve(
        scores,
        targets.map((target) => target > 0),
      ).toFixed(3)}`
    : '';
  const length = pearson(
    scores,
    scored.map(({ row }) => row.length),
  );
  const plain = pearson(
    scores,
    scored.map(({ row }) => Math.exp(row.length)),
  );
  console.log(
    `${name}: r ${pearson(scores, targets).toFixed(3)}${area}, r with length ${plain.toFixed(3)} (log ${length.toFixed(3)})`,
  );
}
