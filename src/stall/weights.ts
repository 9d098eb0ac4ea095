import type { CauseId } from '../playbook/ids';
import content from './weights.yaml';

/** See `weights.yaml`. */
export interface Weights {
  readonly fading: number;
  readonly perPattern: number;
  readonly sharpness: number;
  readonly answers: number;
  readonly prior: Readonly<Partial<Record<CauseId, number>>>;
  /** By `cause/signal`. */
  readonly usual: Readonly<Record<string, number>>;
}

export const weights = content as Weights;
