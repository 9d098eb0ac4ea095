import { writeFileSync } from 'node:fs';
import { hashOf } from '../tone/toneTable';
import { countUsual } from './countUsual';
import { figuresOfCases, readCases } from './labelledCases';

// Counts what is usual in a thread and how threads with each cause differ from it, in corpus/cases: npm run fit:diagnosis. Prints how well the
// ranking does on each writer's cases when it is counted on those of the others; `--write` stores what is counted on all of them.

const figures = figuresOfCases();
console.log(figures.join('\n'));
if (process.argv.includes('--write')) {
  const cases = readCases();
  const { usual, wording, measures, profiles, progress } = countUsual(cases);
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
  writeFileSync('training/diagnosis/card.md', card(cases.length, hashOf(cases.map(({ text }) => text).join('\0'))));
}

function card(count: number, hash: string): string {
  return `# Model card: diagnosis

- **What it says**: which causes the words and the course of a thread point to, as a sum that can be printed. It never predicts.
- **Form**: what is usual in a thread (means and standard deviations) and how threads with each cause differ from it (\`src/diagnosis/fitted.json\`); weights chosen by
  hand stand with their reasons in \`src/diagnosis/weights.yaml\`.
- **Counted by** \`npm run fit:diagnosis -- --write\` on the ${count} cases in \`corpus/cases\` (hash ${hash}), written by three practitioners for this project.
- **Counting again** gives the same numbers while threads are read the same. After a change of the reading it gives others: measure before you store them.
- **Known limits**: written cases are clearer than life; a cause of which few cases were written is told from others by its words only.

## State of the talks

Each ground for a state has a weight (\`src/diagnosis/state/stateWeights.json\`), fitted by \`npm run fit:state -- --write\` from the weights set by hand in
\`stateGrounds.yaml\`, on \`corpus/cases\`, \`corpus/threads\` and \`corpus/states\`. Of 166 threads the state was told right for 138 with each writer's threads unseen
in turn. Talks that go on in long comment threads are the ones most often taken for stalled.

## Causes

Each writer's cases with what was counted on the cases of the others; \`shipped\` with the numbers in the product:

\`\`\`
${figures.join('\n')}
\`\`\`
`;
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  return value;
}
