import type { MarkedSentence } from './dialogueActs';
import type { Mention } from './mention';
import type { Side } from './thread';

export interface Amount extends Mention {
  readonly unit: 'money' | 'percent' | 'number';
  readonly value: number;
}

/** How the sums that both sides name moved. */
export interface Movement {
  readonly unit: Amount['unit'];
  readonly mine: readonly Amount[];
  readonly theirs: readonly Amount[];
  /** Distance of the last two figures as a share of the larger. */
  readonly gap?: number;
  /** Is the last distance clearly smaller than the first? */
  readonly converging?: boolean;
  readonly myMoves: number;
  readonly theirMoves: number;
}

/** Sums of money, percentages and other numbers, in order; dates, times and numbers of clauses are left out. */
export function readAmounts(sentences: readonly MarkedSentence[]): Amount[] {
  return sentences.flatMap((sentence) => {
    if (sentence.numbers === 0) return [];
    const found: Amount[] = [];
    for (const match of sentence.text.matchAll(AMOUNT)) {
      const groups = match.groups!;
      const digits = groups.digits!.replace(/,/g, '');
      let value = Number.parseFloat(digits);
      if (!Number.isFinite(value)) continue;
      const scale = groups.scale?.toLowerCase() ?? '';
      if (/^(?:k|thousand|grand)$/.test(scale)) value *= 1e3;
      else if (/^(?:m|mn|million)$/.test(scale)) value *= 1e6;
      else if (/^lakhs?$/.test(scale)) value *= 1e5;
      else if (/^crores?$/.test(scale)) value *= 1e7;
      const money =
        groups.sign !== undefined || groups.currency !== undefined || /^(?:grand|lakhs?|crores?)$/.test(scale);
      const unit = groups.percent !== undefined ? 'percent' : money ? 'money' : 'number';
      const before = sentence.text.slice(Math.max(0, match.index - 12), match.index);
      const after = sentence.text.slice(match.index + match[0].length, match.index + match[0].length + 12);
      if (unit === 'number' && isDateOrLabel(before, after, digits)) continue;
      found.push({
        message: sentence.message,
        by: sentence.by,
        text: sentence.text,
        start: sentence.start,
        end: sentence.end,
        unit,
        value,
      });
    }
    return found;
  });
}

const AMOUNT =
  /(?<sign>[£$€¥₹]|\b(?:rs\.?|inr|usd|gbp|eur|aud|cad)\s?)?(?<digits>\d[\d,]*(?:\.\d+)?)\s?(?<scale>k|m|mn|thousand|grand|million|lakhs?|crores?)?\b(?<percent>\s?%|\s?per ?cent)?(?<currency>\s?(?:pounds?|dollars?|euros?|rupees?|quid|pence|cents|gbp|usd|eur|inr|bucks))?/gi;

function isDateOrLabel(before: string, after: string, digits: string): boolean {
  if (/^(?:19|20)\d\d$/.test(digits)) return true;
  if (
    /(?:\b(?:page|section|clause|article|no|number|item|point|phase|option|part|room|flat|unit|lot|paragraph|line|row|tab|table|figure|step)\.?\s|[#:/.-])$/i.test(
      before,
    )
  )
    return true;
  if (/(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s$/i.test(before)) return true;
  return /^(?:st|nd|rd|th|[:/.]\d|\s?(?:am|pm|o'clock)|\s?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i.test(
    after,
  );
}

/** The sums that both sides speak of, or that one side changes; the group most often named. */
export function readMovement(amounts: readonly Amount[]): Movement | undefined {
  let best: Amount[] = [];
  for (const unit of ['money', 'percent', 'number'] as const) {
    const pool = amounts.filter((amount) => amount.unit === unit && amount.value > 0);
    for (const seed of pool.slice(0, 40)) {
      const group = pool.filter(({ value }) => value >= seed.value / 1.8 && value <= seed.value * 1.8);
      if (rank(group) > rank(best)) best = group;
    }
    if (best.length > 1 && rank(best) > 3) break;
  }
  const unit = best[0]?.unit;
  if (unit === undefined) return undefined;
  const mine = lastOfEachMessage(best, 'me');
  const theirs = lastOfEachMessage(best, 'them');
  const first = distance(mine[0], theirs[0]);
  const gap = distance(mine.at(-1), theirs.at(-1));
  return {
    unit,
    mine,
    theirs,
    myMoves: changes(mine),
    theirMoves: changes(theirs),
    ...(gap === undefined ? {} : { gap, converging: first !== undefined && gap < first * 0.9 }),
  };
}

function rank(group: readonly Amount[]): number {
  const sides = new Set(group.map(({ by }) => by));
  return group.length + (sides.has('me') && sides.has('them') ? 3 : 0);
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
