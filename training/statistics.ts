/** Pearson's correlation. */
export function pearson(x: readonly number[], y: readonly number[]): number {
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  x.forEach((value, index) => {
    const dx = value - mx;
    const dy = y[index]! - my;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xy / Math.sqrt(xx * yy);
}

/** Area under the curve: how often a positive scores above a negative. */
export function areaUnderCurve(scores: readonly number[], positive: readonly boolean[]): number {
  const up = scores.filter((_, index) => positive[index]);
  const down = scores.filter((_, index) => !positive[index]);
  let wins = 0;
  for (const a of up) for (const b of down) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (up.length * down.length);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Solves `a x = b` for a symmetric positive definite `a`, by elimination with pivots. */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const n = b.length;
  const rows = a.map((row, index) => [...row, b[index]!]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    for (let row = column + 1; row < n; row++) {
      const line = rows[row]!;
      const factor = line[column]! / head[column]!;
      if (factor !== 0) for (let at = column; at <= n; at++) line[at]! -= factor * head[at]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    let sum = rows[row]![n]!;
    for (let at = row + 1; at < n; at++) sum -= rows[row]![at]! * x[at]!;
    x[row] = sum / rows[row]![row]!;
  }
  return x;
}
