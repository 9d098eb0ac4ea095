import { writeFileSync } from 'node:fs';
import { readDraft } from '../../src/document/read';
import type { CauseId } from '../../src/playbook/ids';
import { findCause, playbook } from '../../src/playbook/read';
import { builtInSignals } from '../../src/stall/diagnose';
import { readStallEvidence, type StallEvidence } from '../../src/stall/evidence';
import { deviations } from '../../src/stall/profile';
import { addUp, amountOf } from '../../src/stall/score';
import { judgeStandstill } from '../../src/stall/standstill';
import { type Weights, weights } from '../../src/stall/weights';
import { readEvidence } from '../../src/thread/evidence';
import { readThread, type Thread } from '../../src/thread/thread';
import { type Case, readCases } from './cases';
import { dataFolder } from './gold';

// Counts what is usual in a thread and how threads with each cause differ from it. Prints how well the ranking does on each
// hand when the profiles are counted on the other two only; `--write` stores what is counted on all of it.

interface Row extends Case {
  readonly stall: StallEvidence;
  readonly thread: Thread;
}

/** So many threads without any peculiarity are thought to be there besides, so that a few do not say too much. */
const SHRINK = 3;
const causes = playbook.causes.map(({ id }) => id);

const folder = dataFolder();
if (folder === undefined) {
  console.log('The labelled correspondence is not here: nothing to fit.');
} else {
  const set = builtInSignals();
  const rows = readCases(folder).map((one): Row => {
    const thread = readThread(readDraft(one.text, {}));
    return { ...one, thread, stall: readStallEvidence(thread, readEvidence(thread), set) };
  });
  for (const hand of [...new Set(rows.map((row) => row.hand))].sort()) {
    const fitted = countUsual(
      rows,
      rows.filter((row) => row.hand !== hand),
    );
    console.log(
      hand,
      figures(
        rows.filter((row) => row.hand === hand),
        fitted,
      ),
    );
  }
  const all = countUsual(rows, rows);
  console.log('all, counted on itself', figures(rows, all));
  if (process.argv.includes('--write')) {
    const { usual, wording, measures, profiles, progress } = all;
    const names = Object.keys(measures);
    const list = (centre: Readonly<Record<string, number>>) => names.map((name) => centre[name] ?? 0);
    const stored = {
      usual,
      wording,
      measures,
      profiles: Object.fromEntries(Object.entries(profiles).map(([id, centre]) => [id, list(centre)])),
      progress: { moving: list(progress.moving), stopped: list(progress.stopped) },
    };
    writeFileSync('src/stall/fitted.json', `${JSON.stringify(rounded(stored), undefined, 2)}\n`);
  }
}

/** `usual` needs no labels and is counted on all threads; the profiles on the labelled ones given. */
function countUsual(rows: readonly Row[], labelled: readonly Row[]): Weights {
  const signals = builtInSignals().signals;
  const amounts = new Map(signals.map(({ key }) => [key, 0]));
  for (const { stall } of rows)
    for (const found of stall.found)
      amounts.set(found.signal.key, amounts.get(found.signal.key)! + amountOf(found, weights) / rows.length);
  const wording = Object.fromEntries(
    causes.map((id) => [
      id,
      usualOf(
        rows.map(({ stall }) => stall.wording.density.get(id) ?? 0),
        0.1,
      ),
    ]),
  );
  const names = [...new Set(rows.flatMap(({ stall }) => [...stall.profile.keys()]))].sort();
  const measures = Object.fromEntries(
    names.map((name) => [
      name,
      usualOf(
        rows.flatMap(({ stall }) => stall.profile.get(name) ?? []),
        0.05,
      ),
    ]),
  );
  const counted: Weights = {
    ...weights,
    usual: Object.fromEntries(amounts),
    wording,
    measures,
    profiles: {},
    progress: { moving: {}, stopped: {} },
  };
  const centre = (own: readonly Row[]) => {
    const rows = own.map(({ stall }) => deviations(stall.profile, counted));
    return Object.fromEntries(
      names.map((name) => [name, rows.reduce((sum, row) => sum + (row.get(name) ?? 0), 0) / (rows.length + SHRINK)]),
    );
  };
  const profiles = Object.fromEntries(causes.map((id) => [id, centre(labelled.filter(({ cause }) => cause === id))]));
  const progress = {
    moving: centre(labelled.filter(({ cause }) => cause === 'not-stalled')),
    stopped: centre(labelled.filter(({ cause }) => cause !== 'not-stalled')),
  };
  return { ...counted, profiles, progress };
}

function usualOf(values: readonly number[], least: number): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
  return [mean, spread + least];
}

function figures(rows: readonly Row[], fitted: Weights): string {
  const stalled = rows.filter(({ cause }) => cause !== 'not-stalled');
  let first = 0;
  let three = 0;
  let group = 0;
  let moving = 0;
  let falseMoving = 0;
  for (const { stall, cause } of stalled) {
    const ranked = addUp(playbook.causes, builtInSignals(), stall, {}, fitted).map((sum) => sum.cause.id);
    if (ranked[0] === cause) first++;
    if (ranked.slice(0, 3).includes(cause as CauseId)) three++;
    if (findCause(ranked[0]!).group === findCause(cause as CauseId).group) group++;
  }
  for (const { stall, cause, thread } of rows) {
    const strongest = addUp(playbook.causes, builtInSignals(), stall, {}, fitted)[0]!.points;
    const { stalled: verdict } = judgeStandstill(thread, readEvidence(thread), stall, strongest, fitted);
    if (verdict === 'no' && cause === 'not-stalled') moving++;
    if (verdict === 'no' && cause !== 'not-stalled') falseMoving++;
  }
  const going = rows.length - stalled.length;
  return `first ${share(first, stalled)} three ${share(three, stalled)} group ${share(group, stalled)} of ${stalled.length}; going on ${moving} of ${going}, wrongly ${falseMoving}`;
}

function share(part: number, whole: readonly unknown[]): string {
  return (part / Math.max(1, whole.length)).toFixed(2);
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  return value;
}
