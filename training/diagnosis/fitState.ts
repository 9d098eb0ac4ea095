import settings from '../../src/diagnosis/state/stateGrounds.yaml';
import { requireTable, store, storeOnCard } from '../data';
import { type StateRow as Row, readStates } from './stateTable';

// Fits how much each ground speaks for its state, on training/diagnosis/states.tsv: npm run fit:state. Prints how well the state is told on
// each writer's threads with weights fitted on those of the others, and stores the weights fitted on all. Exit 2 where there is no table.

type Weights = Readonly<Record<string, number>>;

const { grounds: table, least } = settings as {
  readonly least: number;
  readonly grounds: Readonly<Record<string, { readonly state: string; readonly weight: number }>>;
};
const byHand: Weights = Object.fromEntries(Object.entries(table).map(([id, { weight }]) => [id, weight]));
const states = [...new Set(Object.values(table).map(({ state }) => state)), 'unclear'];
// How sharply the sums are told apart while fitting, how dear it is to leave the weight set by hand, and how much a thread that is not
// stalled counts: there are a fifth as many of them. Tried: 4, 0.15 and 0.5, 2.5 and 4; each writer's threads unseen in turn.
const SHARPNESS = 4;
const RIDGE = 0.5;
const RARE = 2.5;
// What says a state by itself, by the weight set by hand, goes on doing so.
const BY_ITSELF = 0.8;

const text = requireTable('training/diagnosis/states.tsv', 'training/diagnosis/makeTables.ts');
const rows = readStates(text);
const unknown = rows.flatMap(({ grounds }) => grounds).find((id) => !Object.hasOwn(table, id));
if (unknown !== undefined) {
  console.error(`The table has a ground that is none any more, ${unknown}: run training/diagnosis/makeTables.ts.`);
  process.exit(2);
}
const authors = [...new Set(rows.map(({ author }) => author))];
console.log(`by hand: ${rate(rows, byHand)}`);
let right = 0;
for (const author of authors) {
  const own = rows.filter((row) => row.author === author);
  const fitted = fitAll(rows.filter((row) => row.author !== author));
  console.log(`unseen ${author}: ${rate(own, fitted)} (by hand ${rate(own, byHand)})`);
  right += own.filter((row) => isRight(row, fitted)).length;
}
console.log(`unseen, all: ${right} of ${rows.length}`);
const all = fitAll(rows);
console.log(`fitted on all: ${rate(rows, all)}`);
store('src/diagnosis/state/stateWeights.json', `${JSON.stringify(all, undefined, 2)}\n`);
storeOnCard('training/diagnosis/card.md', 'states.tsv', text, [
  [
    /of \d+ threads the state was told right for \d+/,
    `of ${rows.length} threads the state was told right for ${right}`,
  ],
]);

function sumsOf({ grounds }: Row, weights: Weights): Map<string, number> {
  const sums = new Map(states.map((state) => [state, 0]));
  sums.set('unclear', least);
  for (const id of grounds) sums.set(table[id]!.state, sums.get(table[id]!.state)! + weights[id]!);
  return sums;
}

function accepts(row: Row, state: string): boolean {
  return row.state === 'not-stalled' ? state !== 'stalled' && state !== 'unclear' : row.state === state;
}

function isRight(row: Row, weights: Weights): boolean {
  const [best] = [...sumsOf(row, weights)].sort((a, b) => b[1] - a[1]);
  return accepts(row, best![0]);
}

function rate(some: readonly Row[], weights: Weights): string {
  const part = (kind: (row: Row) => boolean) => {
    const those = some.filter(kind);
    return `${those.filter((row) => isRight(row, weights)).length}/${those.length}`;
  };
  return `stalled ${part(({ state }) => state === 'stalled')}, others ${part(({ state }) => state !== 'stalled')}`;
}

/** Gradient descent on the logarithmic loss, drawn to the weights set by hand; a weight keeps its sign. */
function fitAll(some: readonly Row[]): Weights {
  const weights: Record<string, number> = { ...byHand };
  for (let round = 0; round < 400; round++) {
    const slope: Record<string, number> = Object.fromEntries(
      Object.keys(weights).map((id) => [id, RIDGE * (weights[id]! - byHand[id]!) * some.length * 0.1]),
    );
    for (const row of some) {
      const sums = sumsOf(row, weights);
      const total = [...sums.values()].reduce((sum, value) => sum + Math.exp(SHARPNESS * value), 0);
      const share = (state: string) => Math.exp(SHARPNESS * sums.get(state)!) / total;
      const wanted = states.filter((state) => accepts(row, state));
      const mass = wanted.reduce((sum, state) => sum + share(state), 0);
      const count = row.state === 'stalled' ? 1 : RARE;
      for (const id of row.grounds) {
        const { state } = table[id]!;
        slope[id]! += count * (share(state) - (wanted.includes(state) ? share(state) / mass : 0));
      }
    }
    for (const id of Object.keys(weights)) {
      const next = weights[id]! - (2 / some.length) * slope[id]!;
      const lowest = byHand[id]! >= BY_ITSELF ? least : 0;
      weights[id] = byHand[id]! < 0 ? Math.min(0, next) : Math.max(lowest, next);
    }
  }
  return Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, Math.round(weight * 100) / 100]));
}
