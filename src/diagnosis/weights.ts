import type { CauseId } from '../playbook/ids';
import fitted from './fitted.json';
import settings from './weights.yaml';

/** See `weights.yaml` for those chosen by hand and `fitted.json` for those counted. */
export interface Weights {
  readonly decay: number;
  readonly perPattern: number;
  readonly inverseTemperature: number;
  readonly answers: number;
  readonly answersAsText: number;
  readonly vocabulary: number;
  readonly lines: number;
  readonly own: number;
  readonly hints: number;
  readonly unsaid: number;
  readonly signals: number;
  readonly metrics: number;
  /** How much of a signal, by `cause/signal`, an average thread holds. */
  readonly means: Readonly<Record<string, number>>;
  /** Density of a cause's words in an average thread, and its spread. */
  readonly wording: Readonly<Partial<Record<CauseId, readonly [mean: number, deviation: number]>>>;
  readonly measures: Readonly<Record<string, readonly [mean: number, deviation: number]>>;
  /** By cause: how far measures lie from the means, in units of their spread. */
  readonly causeMetrics: Readonly<Partial<Record<CauseId, Readonly<Record<string, number>>>>>;
  /** The same for threads that go on and for those that have stopped. */
  readonly progress: Readonly<Record<'moving' | 'stopped', Readonly<Record<string, number>>>>;
}

/** As stored: the metrics of a cause are a list in the order of the measures. */
interface Fitted extends Pick<Weights, 'means' | 'wording' | 'measures'> {
  readonly causeMetrics: Readonly<Record<string, readonly number[]>>;
  readonly progress: { readonly moving: readonly number[]; readonly stopped: readonly number[] };
}

const { means, wording, measures, causeMetrics, progress } = fitted as unknown as Fitted;
const names = Object.keys(measures);

export const weights: Weights = {
  ...(settings as Omit<Weights, keyof Fitted>),
  means,
  wording,
  measures,
  causeMetrics: Object.fromEntries(Object.entries(causeMetrics).map(([id, centre]) => [id, named(centre)])),
  progress: { moving: named(progress.moving), stopped: named(progress.stopped) },
};

function named(centre: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, index) => [name, centre[index] ?? 0]));
}
