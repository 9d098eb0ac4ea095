import { featureValues } from '../../src/tone/tone';
import { featureNames } from '../../src/tone/toneFeatures';
import { areaUnderCurve, deviation, mean, pearson, solve } from '../statistics';
import { countsOf, type ToneRow } from './toneTable';

/**
 * Chosen by the cross-checked figures: among ridges of 0.02, 0.06 and 0.3, and among penalties of 1 and 8 the one that leaves next to no
 * correlation with the length.
 */
export const RIDGE = 0.06;
export const LENGTH_PENALTY = 8;
/** How much each set counts in the sum; among 1, 2 and 4, two keeps receptiveness without losing the offers. */
const SET_WEIGHTS: Readonly<Record<string, number>> = { offers: 1, receptiveness: 2, requests: 1 };
const FOLDS = 5;

export interface ToneWeights {
  readonly intercept: number;
  readonly features: Readonly<Record<string, number>>;
}

interface Sample {
  readonly values: number[];
  readonly target: number;
  readonly length: number;
  readonly fold: number;
}

type Samples = ReadonlyMap<string, readonly Sample[]>;

/**
 * Ridge regression on all sets at once, each standardised, with a penalty on any correlation with the length of
 * the text. One unit of the score is one standard deviation.
 */
export function fitTone(rows: readonly ToneRow[]): ToneWeights {
  const samples = samplesOf(rows);
  const weights = fitWeights(samples);
  const all = [...samples.values()].flat().map(({ values }) => apply(weights, values));
  const spread = deviation(all);
  return {
    intercept: Number((-mean(all) / spread).toFixed(3)),
    features: Object.fromEntries(featureNames.map((name, at) => [name, Number((weights[at]! / spread).toFixed(3))])),
  };
}

/** A line a set: how well weights that were fitted on four fifths do on the fifth that they have not seen. */
export function crossCheck(rows: readonly ToneRow[]): string[] {
  const samples = samplesOf(rows);
  const scored = new Map([...samples.keys()].map((name) => [name, [] as { score: number; sample: Sample }[]]));
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitWeights(
      new Map([...samples].map(([name, all]) => [name, all.filter((one) => one.fold !== fold)])),
    );
    for (const [name, all] of samples)
      for (const sample of all)
        if (sample.fold === fold) scored.get(name)!.push({ score: apply(weights, sample.values), sample });
  }
  return [...scored].map(([name, all]) => {
    const scores = all.map(({ score }) => score);
    const targets = all.map(({ sample }) => sample.target);
    const lengths = all.map(({ sample }) => sample.length);
    const rated = new Set(targets).size > 2;
    const figure = rated
      ? `r ${pearson(scores, targets).toFixed(2)}`
      : `area under the curve ${areaUnderCurve(
          scores,
          targets.map((target) => target > 0),
        ).toFixed(2)}`;
    return `${name}: ${all.length} texts, ${figure}, r with the length ${pearson(scores, lengths).toFixed(2)}`;
  });
}

function samplesOf(rows: readonly ToneRow[]): Samples {
  const sets = new Map<string, ToneRow[]>();
  for (const row of rows) sets.set(row.set, [...(sets.get(row.set) ?? []), row]);
  return new Map([...sets].map(([name, own]) => [name, standardised(own)]));
}

function standardised(rows: readonly ToneRow[]): Sample[] {
  const scores = rows.map(({ score }) => score);
  const [middle, spread] = [mean(scores), deviation(scores)];
  return rows.map((row, index) => ({
    values: featureValues(countsOf(row)),
    target: (row.score - middle) / spread,
    length: Math.log(row.length),
    // Neighbours of one source fall into different folds.
    fold: (index * 7919) % FOLDS,
  }));
}

function fitWeights(samples: Samples): number[] {
  const size = featureNames.length;
  const a = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const b = new Array<number>(size).fill(0);
  for (const [name, rows] of samples) {
    const weight = SET_WEIGHTS[name] ?? 1;
    const means = featureNames.map((_, at) => mean(rows.map(({ values }) => values[at]!)));
    const middle = mean(rows.map(({ target }) => target));
    const lengths = rows.map(({ length }) => length);
    const [length, spread] = [mean(lengths), deviation(lengths)];
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
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++) a[i]![j]! += LENGTH_PENALTY * withLength[i]! * withLength[j]!;
  }
  for (let i = 0; i < size; i++) a[i]![i]! += RIDGE * 0.05 + 1e-9;
  return solve(a, b);
}

function apply(weights: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * weights[at]!, 0);
}
