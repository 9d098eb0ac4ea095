import { writeFileSync } from 'node:fs';
import { evalCases, readCases } from './cases';
import { countUsual } from './count-stall';
import { dataFolder } from './gold';

// Counts what is usual in a thread and how threads with each cause differ from it. Prints how well the ranking does on each
// hand when this is counted on the other hands only; `--write` stores what is counted on all of them.

const folder = dataFolder();
console.log(evalCases().join('\n'));
if (folder !== undefined && process.argv.includes('--write')) {
  const { usual, wording, measures, profiles, progress } = countUsual(readCases(folder));
  const names = Object.keys(measures);
  const list = (centre: Readonly<Record<string, number>>) => names.map((name) => centre[name] ?? 0);
  const stored = {
    usual,
    wording,
    measures,
    profiles: Object.fromEntries(Object.entries(profiles).map(([id, centre]) => [id, list(centre)])),
    progress: { moving: list(progress.moving), stopped: list(progress.stopped) },
  };
  writeFileSync('src/diagnosis/fitted.json', `${JSON.stringify(rounded(stored), undefined, 2)}\n`);
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  return value;
}
