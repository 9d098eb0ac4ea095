import type { CauseId } from '../playbook/ids';
import { readStyle, styleMeasures } from '../thread/style';
import type { Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';
import type { Term } from './diagnosis';
import labels from './measures.yaml';
import type { ThreadMetrics } from './threadMetrics';
import type { Weights } from './weights';

/** Measures of how both sides write and behave, by name, on scales on which differences are even. */
export type ScaledMetrics = ReadonlyMap<string, number>;

export function readScaledMetrics(thread: Thread, evidence: ThreadEvidence, shape: ThreadMetrics): ScaledMetrics {
  const scaledMetrics = new Map<string, number>();
  for (const [name, value] of shape.values) scaledMetrics.set(name, evenly(name, value));
  for (const [prefix, side] of [
    ['our', 'me'],
    ['their', 'them'],
  ] as const) {
    const style = readStyle(thread.messages, evidence.sentences, side);
    if (style !== undefined)
      for (const measure of styleMeasures) scaledMetrics.set(`${prefix}-${measure}`, style[measure]);
  }
  return scaledMetrics;
}

function evenly(name: string, value: number): number {
  if (name.endsWith('-days')) return Math.log(1 + value);
  if (/ratio|excess|density/.test(name)) return Math.log(0.3 + value);
  return Math.sqrt(Math.min(value, 9));
}

const FURTHEST = 2.5;

/** How far each measure lies from its mean, in standard deviations; unusual ones are capped. */
export function zScoresOf(scaledMetrics: ScaledMetrics, { measures }: Pick<Weights, 'measures'>): Map<string, number> {
  const result = new Map<string, number>();
  for (const [name, [mean, deviation]] of Object.entries(measures)) {
    const value = scaledMetrics.get(name);
    if (value !== undefined) result.set(name, Math.max(-FURTHEST, Math.min(FURTHEST, (value - mean) / deviation)));
  }
  return result;
}

/** How well the thread fits the way in which threads with this cause differ from others, measure by measure. */
export function metricTerms(cause: CauseId, deviation: ReadonlyMap<string, number>, weights: Weights): Term[] {
  const expected = weights.causeMetrics[cause] ?? {};
  return Object.entries(expected).map(([name, centre]) => {
    const here = deviation.get(name) ?? 0;
    return { from: name, why: whyOf(name, here), points: weights.metrics * (2 * here * centre - centre * centre) };
  });
}

interface Label {
  readonly more: string;
  readonly less: string;
}

/** "They look back more than most." */
function whyOf(name: string, deviation: number): string {
  const match = /^(our|their)-(.+)$/.exec(name);
  const label =
    (labels as Readonly<Record<string, Label>>)[match?.[2] ?? name] ??
    (labels as Readonly<Record<string, Label>>)[name];
  if (label === undefined) return name;
  const text = deviation >= 0 ? label.more : label.less;
  if (match === null) return `${text}.`;
  return `${match[1] === 'our' ? 'You' : 'They'} ${text}.`;
}
