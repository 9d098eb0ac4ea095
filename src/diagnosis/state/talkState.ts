import type { Mention } from '../../thread/mention';
import type { Side, Thread } from '../../thread/thread';
import type { ThreadEvidence } from '../../thread/threadEvidence';
import type { Quote } from '../diagnosis';
import { type Ending, readEnding } from './ending';
import { goingGrounds } from './goingGrounds';
import { stalledGrounds } from './stalledGrounds';
import settings from './stateGrounds.yaml';
import fitted from './stateWeights.json';

export type TalkState = 'stalled' | 'moving' | 'waiting' | 'agreed' | 'declined' | 'closed' | 'unclear';

/** A reason for a state: a line of the thread, or a fact about it where there is no line. */
export interface Ground {
  readonly id: string;
  readonly line?: Mention;
}

export interface StateReading {
  readonly state: TalkState;
  /** The lines and facts that say so, weightiest first; the text is empty where it is a fact. */
  readonly grounds: readonly Quote[];
  /** Whose turn it is, where the state leaves one. */
  readonly turn?: 'me' | 'them';
  /** When the last message was written, in milliseconds since 1970. */
  readonly since?: number;
  /** What happens next as the thread says it, and until when. */
  readonly next?: { readonly text: string; readonly start: number; readonly end: number; readonly until?: number };
}

interface GroundSetting {
  readonly state: Exclude<TalkState, 'unclear'>;
  /** Set by hand: where fitting begins. What counts stands in `stateWeights.json`. */
  readonly weight: number;
  readonly why: string;
  /** Says nothing by itself where it is `false`. */
  readonly alone?: false;
}

/** Weights and limits of `stateGrounds.yaml`. */
export interface StateSettings {
  readonly least: number;
  readonly lead: number;
  readonly leadOfStalled: number;
  readonly silence: { readonly some: number; readonly long: number; readonly 'very-long': number };
  readonly grace: number;
  readonly grounds: Readonly<Record<string, GroundSetting>>;
}

/**
 * In which state are the talks? Each state needs grounds, lines or facts that are named; without any it is `unclear`.
 *
 * @param now milliseconds since 1970, where the caller knows a clock: a day that was named may have passed
 */
export function readTalkState(thread: Thread, evidence: ThreadEvidence, now?: number): StateReading {
  const ending = readEnding(thread, evidence, now);
  if (ending === undefined) return { state: 'unclear', grounds: [] };
  // One message does not say how talks stand.
  if (ending.messages.length < 2) return { state: 'unclear', grounds: [] };
  const { least, lead, leadOfStalled, grounds: table } = settings as StateSettings;
  const found = groundsOf(ending);
  const sums = new Map<TalkState, number>();
  for (const { id } of found) {
    const { state } = table[id]!;
    sums.set(state, (sums.get(state) ?? 0) + weights[id]!);
  }
  const [best, second] = [...sums].sort((a, b) => b[1] - a[1]);
  // That nobody has written for long is a fact of the calendar, and not a reading of words that could mistake them.
  const isCertain = best?.[0] !== 'stalled' || found.some(({ id }) => id === 'silence-since');
  const near = second !== undefined && best !== undefined && best[1] - second[1] < (isCertain ? lead : leadOfStalled);
  const state = best === undefined || best[1] < least || near || isSupposed(best[0], found) ? 'unclear' : best[0];
  const turn = turnOf(state, ending.lastSide);
  const next = ending.wait;
  return {
    state,
    grounds: found
      .filter(({ id }) => table[id]!.state === state && weights[id]! > 0)
      .sort((a, b) => weights[b.id]! - weights[a.id]!)
      .slice(0, MOST_SHOWN)
      .map(({ id, line }) => quoteOf(table[id]!.why, line)),
    ...(turn === undefined ? {} : { turn }),
    ...(ending.lastDate === undefined ? {} : { since: ending.lastDate }),
    ...(state === 'waiting' && next !== undefined
      ? {
          next: {
            text: next.line.text,
            start: next.line.start,
            end: next.line.end,
            ...(next.until === undefined ? {} : { until: next.until }),
          },
        }
      : {}),
  };
}

/**
 * Talks are not called stalled for what they lack alone. An objection counts where nothing else goes on beside it and the replies
 * do not come within days.
 */
function isSupposed(state: TalkState, found: readonly Ground[]): boolean {
  if (state !== 'stalled') return false;
  const { grounds: table } = settings as StateSettings;
  const ids = found.map(({ id }) => id);
  const standing = ids.filter((id) => table[id]!.state === 'stalled');
  if (standing.some((id) => table[id]!.alone !== false)) return false;
  return !ids.includes('objects') || standing.length < 2 || ids.includes('lively');
}

/** Ids of all grounds that a thread shows, for fitting their weights. */
export function groundIdsOf(thread: Thread, evidence: ThreadEvidence): string[] {
  const ending = readEnding(thread, evidence);
  return ending === undefined ? [] : groundsOf(ending).map(({ id }) => id);
}

/** Fitted on the corpus by `npm run fit:state`. */
const weights = fitted as Readonly<Record<string, number>>;

function groundsOf(ending: Ending): Ground[] {
  const going = goingGrounds(ending);
  return [...going, ...stalledGrounds(ending, settings as StateSettings, going)];
}

const MOST_SHOWN = 4;

function turnOf(state: TalkState, lastSide: Side): 'me' | 'them' | undefined {
  if (state === 'agreed' || state === 'declined' || state === 'closed' || lastSide === 'unknown') return undefined;
  if (state === 'waiting') return 'them';
  return lastSide === 'me' ? 'them' : 'me';
}

function quoteOf(why: string, line: Mention | undefined): Quote {
  if (line === undefined) return { text: '', start: 0, end: 0, by: 'unknown', why };
  const { text, start, end, by } = line;
  return { text, start, end, by, why };
}
