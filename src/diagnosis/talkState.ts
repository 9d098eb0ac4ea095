import type { Mention } from '../thread/mention';
import type { Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';
import type { Quote } from './diagnosis';
import type { StallEvidence } from './evidence';
import type { Shape } from './threadMetrics';
import type { Weights } from './weights';
import { deviations, type Profile } from './zScores';

export interface Standstill {
  readonly stalled: 'yes' | 'no' | 'unclear';
  readonly why: readonly Quote[];
  /** Above zero: signs that talks go on outweigh those that they have stopped. */
  readonly movement: number;
}

interface Sign {
  readonly points: number;
  readonly why: string;
  readonly mention?: Mention;
}

const MOVING = 1.2;
const UNCLEAR = 0.7;

/**
 * Have the talks stopped at all? Adds up the signs of movement in the last messages against those of a standstill.
 *
 * @param strongest points of the first cause: where no cause of a stall stands out, talks may be going on
 */
export function judgeStandstill(
  thread: Thread,
  evidence: ThreadEvidence,
  { shape, profile }: Pick<StallEvidence, 'shape' | 'profile'>,
  strongest: number,
  weights: Weights,
): Standstill {
  const signs = [
    ...signsOfMovement(thread, evidence, shape),
    ...signsOfStandstill(thread, evidence, shape),
    signOfCauses(strongest),
    signOfProfile(profile, weights),
  ];
  const movement = signs.reduce((sum, { points }) => sum + points, 0);
  const stalled = movement >= MOVING ? 'no' : movement >= UNCLEAR ? 'unclear' : 'yes';
  const shown = signs
    .filter(({ points }) => (stalled === 'no' ? points > 0 : points < 0))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return { stalled, movement, why: shown.slice(0, 4).map(toQuote) };
}

function signOfCauses(strongest: number): Sign {
  const points = Math.max(-1, Math.min(1, 0.22 * (6 - strongest)));
  return { points, why: points > 0 ? 'No cause of a stall stands out.' : 'A cause of a stall stands out.' };
}

/** How well the ways of both sides fit threads that go on, against threads that have stopped. */
function signOfProfile(profile: Profile, weights: Weights): Sign {
  const deviation = deviations(profile, weights);
  const likeness = (key: 'moving' | 'stopped') =>
    Object.entries(weights.progress[key]).reduce((sum, [name, centre]) => {
      const here = deviation.get(name) ?? 0;
      return sum + 2 * here * centre - centre * centre;
    }, 0);
  const points = Math.max(-0.6, Math.min(0.6, 0.06 * (likeness('moving') - likeness('stopped'))));
  return {
    points,
    why:
      points > 0 ? 'Both sides write as people do who are getting on.' : 'Both sides write as people do who are stuck.',
  };
}

function toQuote({ why, mention }: Sign): Quote {
  if (mention === undefined) return { text: '', start: 0, end: 0, by: 'unknown', why };
  const { text, start, end, by } = mention;
  return { text, start, end, by, why };
}

function signsOfMovement(thread: Thread, evidence: ThreadEvidence, shape: Shape): Sign[] {
  const { messages } = thread;
  const recent = messages
    .filter(({ draft }) => !draft)
    .slice(-3)
    .map(({ index }) => index);
  const theirLast = messages.findLast(({ side }) => side === 'them')?.index;
  const late = (mention: Mention) => recent.includes(mention.message);
  const signs: Sign[] = [];
  const add = (points: number, why: string, mention?: Mention) =>
    signs.push({ points, why, ...(mention === undefined ? {} : { mention }) });
  const refusing = new Set(evidence.refusals.map(({ start }) => start));
  const settled = evidence.settled.filter((mention) => late(mention) && !refusing.has(mention.start));
  const theirs = settled.find(({ by }) => by === 'them');
  if (theirs !== undefined) add(0.8, 'They agree to something.', theirs);
  if (settled.length >= 2)
    add(
      0.4,
      'Points are being settled.',
      settled.find((mention) => mention !== theirs),
    );
  const all = evidence.settled.filter(({ start }) => !refusing.has(start));
  if (all.length >= 3 && new Set(all.map(({ by }) => by)).size >= 2 && all.length >= evidence.refusals.length)
    add(0.5, 'Both sides have agreed to points on the way.', all.at(-1));
  const meeting = evidence.meetings.find(late);
  if (meeting !== undefined) add(0.5, 'A next step has a date.', meeting);
  const progress = evidence.progress.find((mention) => late(mention) && mention.by === 'them');
  if (progress !== undefined) add(0.5, 'They send something or report progress.', progress);
  const given = evidence.concessions.filter((mention) => mention.by === 'them');
  if (given.length > 0 && given.some(late)) add(0.5, 'They moved on a point.', given.find(late));
  if (given.length > 0 && evidence.concessions.some(({ by }) => by === 'me'))
    add(0.4, 'Both sides have moved.', given[0]);
  const { movement } = evidence;
  if (movement !== undefined && movement.myMoves > 0 && movement.theirMoves > 0)
    add(0.4, 'Both figures have moved.', movement.theirs.at(-1));
  if (movement?.converging === true) add(0.6, 'The figures come closer.', movement.theirs.at(-1));
  const answered = evidence.questions.filter(({ answeredIn }) => answeredIn !== undefined).length;
  if (answered >= 2 && answered >= 2 * evidence.questions.filter(({ passedOver }) => passedOver).length)
    add(0.4, 'Questions get answers.');
  const gaps = messages.flatMap(({ gapDays }) => (gapDays === undefined ? [] : [gapDays]));
  if (gaps.length >= 2 && Math.max(...gaps) <= 4) add(0.3, 'Replies come within days.');
  const asksBack = evidence.questions.find(({ by, message }) => by === 'them' && message === theirLast);
  if (asksBack !== undefined && evidence.refusals.every(({ message }) => message !== theirLast))
    add(0.2, 'They ask something back.', asksBack);
  if (shape.values.get('we-wrote-last') === 0 && theirLast !== undefined && messages.length > 2)
    add(0.1, 'They wrote last.');
  return signs;
}

function signsOfStandstill(thread: Thread, evidence: ThreadEvidence, shape: Shape): Sign[] {
  const { messages } = thread;
  const theirLast = messages.findLast(({ side }) => side === 'them')?.index;
  const signs: Sign[] = [];
  const add = (points: number, why: string, mention?: Mention) =>
    signs.push({ points: -points, why, ...(mention === undefined ? {} : { mention }) });
  const value = (name: string) => shape.values.get(name) ?? 0;
  const refusal = evidence.refusals.find(({ by, message }) => by === 'them' && message === theirLast);
  if (refusal !== undefined) add(0.8, 'Their last message turns something down.', refusal);
  const sent = messages.filter(({ draft }) => !draft);
  let waiting = 0;
  for (let index = sent.length - 1; index >= 0 && sent[index]!.side === 'me'; index--) waiting++;
  if (waiting >= 2) add(1, `Your last ${waiting} messages have had no answer.`);
  if (value('longest-gap-days') >= 21) add(0.8, `There was a gap of ${Math.round(value('longest-gap-days'))} days.`);
  else if (value('longest-gap-days') >= 10)
    add(0.3, `There was a gap of ${Math.round(value('longest-gap-days'))} days.`);
  const passed = evidence.questions.filter(({ passedOver }) => passedOver);
  if (passed.length >= 2) add(0.4, 'Questions were passed over.', passed.at(-1));
  const postponed = evidence.postponements.filter(({ by }) => by === 'them');
  if (postponed.length >= 2) add(0.6, 'They put it off more than once.', postponed.at(-1));
  if (evidence.repetitions.length >= 1) add(0.4, 'The same thing is said again.', evidence.repetitions.at(-1));
  const heat = evidence.heat.at(-1);
  if (heat !== undefined) add(0.4, 'Feelings run high.', heat);
  if (value('their-replies-shrinking') === 1) add(0.3, 'Their replies get shorter.');
  if (value('their-gaps-growing') === 1) add(0.3, 'Their replies take longer and longer.');
  return signs;
}
