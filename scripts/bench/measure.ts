export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** The median of the milliseconds that an action takes. */
export async function time(action: () => unknown, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await action();
    times.push(performance.now() - from);
  }
  return median(times);
}

export function show(value: number | undefined): string {
  return value === undefined ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(0);
}

export function row(name: string, values: readonly (number | undefined)[]): void {
  console.log(name.padEnd(24) + values.map((value) => show(value).padStart(12)).join(''));
}
