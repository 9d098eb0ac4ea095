import { signalStrength } from '../../src/diagnosis/causeScores';
import { builtInSignals, readForDiagnosis } from '../../src/diagnosis/diagnose';
import { type Weights, weights } from '../../src/diagnosis/weights';
import { zScoresOf } from '../../src/diagnosis/zScores';
import { readDraft } from '../../src/document/draft/readDraft';
import { playbook } from '../../src/playbook/read';
import { readThread } from '../../src/thread/thread';
import type { CauseRow, CauseTable } from './causeTable';
import type { Case } from './labelledCases';

/** So many threads without any peculiarity are thought to be there besides, so that a few do not say too much. */
const SHRINK = 3;
const causes = playbook.causes.map(({ id }) => id);

/** What the signals and measures of the diagnosis find in `cases`, as numbers. */
export function countSignals(cases: readonly Case[]): CauseTable {
  const signals = builtInSignals().signals.map(({ key }) => key);
  const rows = cases.map(({ hand, cause, text }) => {
    const thread = readThread(readDraft(text, {}));
    const { found, wording, scaledMetrics } = readForDiagnosis(thread).stall;
    return {
      hand,
      cause,
      amounts: found.map((one) => [signals.indexOf(one.signal.key), signalStrength(one, weights)] as const),
      density: Object.fromEntries(wording.density),
      scaledMetrics: Object.fromEntries(scaledMetrics),
    };
  });
  return { signals, rows };
}

/** Counts what is usual in the threads of a table, and how those with each cause, and those that go on, differ from it. */
export function countMeans({ signals, rows }: CauseTable): Weights {
  const amounts = new Map(signals.map((key) => [key, 0]));
  for (const row of rows)
    for (const [number, amount] of row.amounts)
      amounts.set(signals[number]!, amounts.get(signals[number]!)! + amount / rows.length);
  const wording = Object.fromEntries(
    causes.map((id) => [
      id,
      meanAndDeviation(
        rows.map(({ density }) => density[id] ?? 0),
        0.1,
      ),
    ]),
  );
  const names = [...new Set(rows.flatMap(({ scaledMetrics }) => Object.keys(scaledMetrics)))].sort();
  const measures = Object.fromEntries(
    names.map((name) => [
      name,
      meanAndDeviation(
        rows.flatMap(({ scaledMetrics }) => scaledMetrics[name] ?? []),
        0.05,
      ),
    ]),
  );
  const counted: Weights = {
    ...weights,
    means: Object.fromEntries(amounts),
    wording,
    measures,
    causeMetrics: {},
    progress: { moving: {}, stopped: {} },
  };
  const centre = (own: readonly CauseRow[]) => {
    const away = own.map(({ scaledMetrics }) => zScoresOf(new Map(Object.entries(scaledMetrics)), counted));
    return Object.fromEntries(
      names.map((name) => [name, away.reduce((sum, row) => sum + (row.get(name) ?? 0), 0) / (away.length + SHRINK)]),
    );
  };
  const causeMetrics = Object.fromEntries(causes.map((id) => [id, centre(rows.filter(({ cause }) => cause === id))]));
  const progress = {
    moving: centre(rows.filter(({ cause }) => cause === 'not-stalled')),
    stopped: centre(rows.filter(({ cause }) => cause !== 'not-stalled')),
  };
  return { ...counted, causeMetrics, progress };
}

function meanAndDeviation(values: readonly number[], least: number): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
  return [mean, spread + least];
}
