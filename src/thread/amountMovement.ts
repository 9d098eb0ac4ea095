import type { Amount } from './amounts';
import type { LabelledSentence } from './dialogueActs';
import type { Side } from './thread';

/** How the amounts that both sides name moved. */
export interface AmountMovement {
  readonly unit: Amount['unit'];
  /** What is counted, where the words say so. */
  readonly measure: string;
  readonly mine: readonly Amount[];
  readonly theirs: readonly Amount[];
  /** Distance of the last two figures as a share of the larger. */
  readonly gap?: number;
  /** Is the last distance clearly smaller than the first? */
  readonly converging?: boolean;
  readonly myMoves: number;
  readonly theirMoves: number;
}

/**
 * The amounts that both sides speak of, or that one side changes; the group most often named.
 *
 * @param sentences those that the amounts stand in
 */
export function readMovement(
  amounts: readonly Amount[],
  sentences: readonly LabelledSentence[],
): AmountMovement | undefined {
  let best: Amount[] = [];
  for (const unit of ['money', 'percent', 'number'] as const) {
    const pool = amounts.filter((amount) => amount.unit === unit && amount.value > 0);
    for (const seed of pool.slice(0, 40)) {
      const group = pool.filter((amount) => isSameMatter(seed, amount));
      if (rank(group) > rank(best)) best = group;
    }
    if (best.length > 1 && rank(best) > 3) break;
  }
  const unit = best[0]?.unit;
  if (unit === undefined) return undefined;
  const giving = new Set(sentences.filter(({ acts }) => GIVING.some((act) => acts.has(act))).map(({ start }) => start));
  const minded = new Set(sentences.filter(({ acts }) => acts.has('minds-figure')).map(({ start }) => start));
  const meant = best.filter(
    (amount) => giving.has(amount.start) || (!minded.has(amount.start) && !isHeard(amount, best)),
  );
  const mine = lastOfEachMessage(meant, 'me');
  const theirs = lastOfEachMessage(meant, 'them');
  const first = distance(mine[0], theirs[0]);
  const gap = distance(mine.at(-1), theirs.at(-1));
  return {
    unit,
    measure: best.find(({ measure }) => measure !== '')?.measure ?? '',
    mine,
    theirs,
    myMoves: changes(mine),
    theirMoves: changes(theirs),
    ...(gap === undefined ? {} : { gap, converging: first !== undefined && gap < first * 0.9 }),
  };
}

/** Figures of one order of size that count the same: 90 an hour and 80, but not 80 hours. */
function isSameMatter(one: Amount, other: Amount): boolean {
  if (other.value < one.value / 1.8 || other.value > one.value * 1.8) return false;
  return one.unit === 'money' || one.measure === '' || other.measure === '' || one.measure === other.measure;
}

function rank(group: readonly Amount[]): number {
  const sides = new Set(group.map(({ by }) => by));
  return group.length + (sides.has('me') && sides.has('them') ? 3 : 0);
}

/** What makes a figure of the other side one's own: "OK, 3,150 then." */
const GIVING = ['give', 'offer', 'settle', 'release'];

/** "3,150 is still a lot for us" repeats the other side's figure; it is none of the writer's. */
function isHeard(amount: Amount, group: readonly Amount[]): boolean {
  return group.find(({ value }) => value === amount.value)!.by !== amount.by;
}

function lastOfEachMessage(group: readonly Amount[], side: Side): Amount[] {
  const last = new Map<number, Amount>();
  for (const amount of group) if (amount.by === side) last.set(amount.message, amount);
  return [...last.values()];
}

function distance(a: Amount | undefined, b: Amount | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : Math.abs(a.value - b.value) / Math.max(a.value, b.value);
}

function changes(series: readonly Amount[]): number {
  return series.filter((amount, index) => index > 0 && amount.value !== series[index - 1]!.value).length;
}
