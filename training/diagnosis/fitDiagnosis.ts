import { requireTable, store, storeOnCard } from '../data';
import { readCauses } from './causeTable';
import { countMeans } from './countMeans';
import { figuresOfCases } from './labelledCases';

// Counts what is usual in a thread and how threads with each cause differ from it, from training/diagnosis/causes.jsonl: npm run
// fit:diagnosis. Stores src/diagnosis/fitted.json. `--figures` prints how well the ranking does on each writer's cases when it is counted on
// those of the others. Exit 2 where there is no table.

const text = requireTable('training/diagnosis/causes.jsonl', 'training/diagnosis/makeTables.ts');
const { means, wording, measures, causeMetrics, progress } = countMeans(readCauses(text));
const names = Object.keys(measures);
const list = (centre: Readonly<Record<string, number>>) => names.map((name) => centre[name] ?? 0);
const fitted = {
  means,
  wording,
  measures,
  causeMetrics: Object.fromEntries(Object.entries(causeMetrics).map(([id, centre]) => [id, list(centre)])),
  progress: { moving: list(progress.moving), stopped: list(progress.stopped) },
};
const members = Object.entries(fitted).map(([name, values]) => `"${name}": {\n${linesOf(values).join(',\n')}\n  }`);
store('src/diagnosis/fitted.json', `{\n  ${members.join(',\n  ')}\n}\n`);
storeOnCard('training/diagnosis/card.md', 'causes.jsonl', text);
if (process.argv.includes('--figures')) console.log(figuresOfCases().join('\n'));

/** A member a line, so that a change shows as the lines that it touches. */
function linesOf(values: Readonly<Record<string, number | readonly number[]>>): string[] {
  return Object.entries(values).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(rounded(value))}`);
}

function rounded(value: number | readonly number[]): number | number[] {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value.map((one) => Math.round(one * 100) / 100);
}
