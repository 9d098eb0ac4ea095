/** A row of a logistic regression: places and values of what is not zero, what it is, how much it counts. */
export interface Row {
  readonly places: readonly number[];
  readonly values?: readonly number[];
  readonly target: number;
  readonly weight: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

/**
 * Fits a logistic regression with a ridge by Newton's method; each step is solved by conjugate gradients. Knows no chance: the same rows
 * give the same weights to the last bit.
 *
 * @param ridge for each place; the bias has none
 */
export function fitLogistic(rows: readonly Row[], size: number, ridge: Float64Array): Fitted {
  const weights = new Float64Array(size + 1);
  const penalty = new Float64Array(size + 1);
  penalty.set(ridge);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const right = rows.reduce((sum, { weight, target }) => sum + weight * target, 0);
  weights[size] = Math.log((right + 1e-3) / (total - right + 1e-3));
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(size + 1);
    const curvature = new Float64Array(rows.length);
    for (const [at, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-dot(row, weights, size)));
      curvature[at] = row.weight * p * (1 - p) + 1e-9;
      spread(row, row.weight * (p - row.target), gradient, size);
    }
    for (let place = 0; place <= size; place++) gradient[place]! += penalty[place]! * weights[place]!;
    const step = solve(rows, curvature, penalty, gradient, size);
    // A whole step can overshoot where few rows are right; a shorter one along the same way always gains.
    const before = lossOf(rows, weights, penalty, size);
    let share = 1;
    let next = moved(weights, step, share);
    while (share > SHORTEST && lossOf(rows, next, penalty, size) > before) {
      share /= 2;
      next = moved(weights, step, share);
    }
    weights.set(next);
    if (share * step.reduce((most, one) => Math.max(most, Math.abs(one)), 0) < NEAR) break;
  }
  return { bias: weights[size]!, weights: weights.slice(0, size) };
}

function lossOf(rows: readonly Row[], weights: Float64Array, penalty: Float64Array, size: number): number {
  let loss = 0;
  for (const row of rows) {
    const odds = dot(row, weights, size);
    loss += row.weight * (Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(odds, 0) - row.target * odds);
  }
  for (let place = 0; place <= size; place++) loss += (penalty[place]! * weights[place]! ** 2) / 2;
  return loss;
}

function moved(weights: Float64Array, step: Float64Array, share: number): Float64Array {
  return weights.map((weight, place) => weight - share * step[place]!);
}

const SHORTEST = 1e-4;
const ROUNDS = 25;
const NEAR = 1e-4;
const INNER_ROUNDS = 60;

export function scoreOf({ places, values }: Pick<Row, 'places' | 'values'>, { bias, weights }: Fitted): number {
  let sum = bias;
  for (let at = 0; at < places.length; at++) sum += weights[places[at]!]! * (values?.[at] ?? 1);
  return sum;
}

function dot({ places, values }: Row, weights: Float64Array, size: number): number {
  let sum = weights[size]!;
  for (let at = 0; at < places.length; at++) sum += weights[places[at]!]! * (values === undefined ? 1 : values[at]!);
  return sum;
}

function spread({ places, values }: Row, by: number, into: Float64Array, size: number): void {
  into[size]! += by;
  for (let at = 0; at < places.length; at++) into[places[at]!]! += by * (values === undefined ? 1 : values[at]!);
}

function solve(
  rows: readonly Row[],
  curvature: Float64Array,
  penalty: Float64Array,
  goal: Float64Array,
  size: number,
): Float64Array {
  const answer = new Float64Array(size + 1);
  const rest = goal.slice();
  const way = goal.slice();
  let left = product(rest, rest);
  const enough = left * 1e-10;
  for (let round = 0; round < INNER_ROUNDS && left > enough; round++) {
    const image = new Float64Array(size + 1);
    for (const [at, row] of rows.entries()) spread(row, curvature[at]! * dot(row, way, size), image, size);
    for (let place = 0; place <= size; place++) image[place]! += penalty[place]! * way[place]!;
    const by = left / product(way, image);
    for (let place = 0; place <= size; place++) {
      answer[place]! += by * way[place]!;
      rest[place]! -= by * image[place]!;
    }
    const next = product(rest, rest);
    for (let place = 0; place <= size; place++) way[place] = rest[place]! + (next / left) * way[place]!;
    left = next;
  }
  return answer;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** The weights that are not zero, in hundredths, by name. */
export function namedWeights(names: readonly string[], { weights }: Fitted): Record<string, number> {
  return Object.fromEntries(
    names
      .map((name, at) => [name, hundredths(weights[at]!)] as const)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export function hundredths(value: number): number {
  return Math.round(value * 100);
}
