import { signalStrength } from '../../src/diagnosis/causeScores';
import { builtInSignals } from '../../src/diagnosis/diagnose';
import { type CauseEvidence, readCauseEvidence } from '../../src/diagnosis/evidence';
import { type Weights, weights } from '../../src/diagnosis/weights';
import { deviations } from '../../src/diagnosis/zScores';
import { readDraft } from '../../src/document/draft/readDraft';
import { playbook } from '../../src/playbook/read';
import { readThread } from '../../src/thread/thread';
import { readEvidence } from '../../src/thread/threadEvidence';
import type { Case } from './labelledCases';

interface Row extends Case {
  readonly stall: CauseEvidence;
}

/** So many threads without any peculiarity are thought to be there besides, so that a few do not say too much. */
const SHRINK = 3;
const causes = playbook.causes.map(({ id }) => id);

/** Counts what is usual in the threads of `cases`, and how those with each cause, and those that go on, differ from it. */
export function countUsual(cases: readonly Case[]): Weights {
  const rows = cases.map(readRow);
  const signals = builtInSignals().signals;
  const amounts = new Map(signals.map(({ key }) => [key, 0]));
  for (const { stall } of rows)
    for (const found of stall.found)
      amounts.set(found.signal.key, amounts.get(found.signal.key)! + signalStrength(found, weights) / rows.length);
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
    const away = own.map(({ stall }) => deviations(stall.profile, counted));
    return Object.fromEntries(
      names.map((name) => [name, away.reduce((sum, row) => sum + (row.get(name) ?? 0), 0) / (away.length + SHRINK)]),
    );
  };
  const profiles = Object.fromEntries(causes.map((id) => [id, centre(rows.filter(({ cause }) => cause === id))]));
  const progress = {
    moving: centre(rows.filter(({ cause }) => cause === 'not-stalled')),
    stopped: centre(rows.filter(({ cause }) => cause !== 'not-stalled')),
  };
  return { ...counted, profiles, progress };
}

function usualOf(values: readonly number[], least: number): readonly [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length));
  return [mean, spread + least];
}

function readRow(one: Case): Row {
  const thread = readThread(readDraft(one.text, {}));
  return { ...one, stall: readCauseEvidence(thread, readEvidence(thread), builtInSignals()) };
}
