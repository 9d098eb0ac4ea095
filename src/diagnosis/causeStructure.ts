import structure from '../playbook/causeStructure.yaml';
import type { CauseId } from '../playbook/ids';
import type { LabelledSentence } from '../thread/dialogueActs';
import type { Mention } from '../thread/mention';
import type { Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';
import { contradiction, namesOf, ownPoint, unseenDecider } from './sidesAndTopics';

/** Something that the course of a thread shows, with the line it shows in. */
export interface StructureSign {
  readonly id: string;
  readonly cause: CauseId;
  readonly weight: number;
  readonly why: string;
  readonly line?: Mention;
  /** Is the line itself what shows it? A date or a silence shows in no line. */
  readonly says: boolean;
}

interface Setting {
  readonly cause: CauseId;
  readonly weight: number;
  readonly why: string;
}

/** Reads what no word shows: who asks what again, who gives, whose figures stand still, who never writes. */
export function readStructure(thread: Thread, evidence: ThreadEvidence): StructureSign[] {
  const signs: StructureSign[] = [];
  const add = (id: string, line: Mention | undefined, says = true) => {
    if (line === undefined) return;
    const { text, start, end, by, message } = line;
    signs.push({
      id,
      ...(structure as Readonly<Record<string, Setting>>)[id]!,
      line: { text, start, end, by, message },
      says,
    });
  };
  const addAll = (id: string, lines: readonly Mention[]) => {
    for (const line of lines.slice(-MOST_LINES)) add(id, line);
  };
  const { sentences, concessions, refusals, movement, questions, postponements } = evidence;
  const by = (side: 'me' | 'them') => sentences.filter((sentence) => sentence.by === side);
  const theirs = by('them');
  const mine = by('me');
  const again = askedAgain(theirs);
  if (again !== undefined) add(hasSent(mine, again) ? 'papers-asked-again' : 'asked-and-not-sent', again);
  const putOff = postponements.filter((mention) => mention.by === 'them');
  if (new Set(putOff.map(({ message }) => message)).size >= 2) add('put-off-again', putOff.at(-1));
  const slipped = evidence.promises.filter(({ kept, due }) => kept === 'no' && due !== undefined);
  add(
    'their-day-passed',
    slipped.findLast((promise) => promise.by === 'them'),
  );
  add(
    'our-day-passed',
    slipped.findLast((promise) => promise.by === 'me'),
  );
  if (waitsGrow(thread))
    add('waits-grow', firstOf(theirs, thread.messages.findLast(({ side }) => side === 'them')?.index), false);
  const names = namesOf(thread);
  const [point, otherPoint] = [ownPoint(mine, theirs, names), ownPoint(theirs, mine, names)];
  if (point !== undefined && otherPoint !== undefined) addAll('own-topics', [point, otherPoint]);
  add('people-differ', contradiction(thread, theirs));
  add('decider-unseen', unseenDecider(thread, evidence));
  if (movement !== undefined && standsStill(movement))
    addAll('figures-stand', [movement.mine.at(-1)!, movement.theirs.at(-1)!]);
  const given = (side: 'me' | 'them') => concessions.filter((concession) => concession.by === side);
  const free = given('me').filter(({ tied }) => !tied);
  if (messagesOf(free) >= 2 && given('them').length * GIVEN_BACK <= free.length) addAll('gives-alone', free);
  add(
    'gives-before-answer',
    free.findLast(({ message }) => message > 0 && thread.messages[message - 1]!.side === 'me'),
  );
  if (movement !== undefined && movement.myMoves >= 1 && movement.theirs.length === 0)
    add('lowers-unasked', movement.mine.at(-1));
  if (given('them').length >= 2 && given('me').length === 0) add('ways-refused', given('them').at(-1));
  const bare = refusals.filter((refusal) => refusal.by === 'them' && refusal.reason === undefined);
  if (bare.length >= 2 && given('me').length >= 1) add('better-offers-refused', bare.at(-1));
  const last = thread.messages.at(-1);
  if (last?.side === 'me' && (last.gapDays ?? 0) >= MONTHS) add('silent-for-long', firstOf(mine, last.index), false);
  const factual = questions.filter((question) => question.by === 'them' && question.passedOver);
  if (factual.length >= 2 && mine.filter(({ numbers }) => numbers > 0).length <= 1) add('answers-miss', factual.at(-1));
  const sharp = evidence.heat;
  if (sharp.some((one) => one.by === 'me') && sharp.some((one) => one.by === 'them'))
    add(
      'sharp-both',
      sharp.findLast((one) => one.by === 'them'),
    );
  return signs;
}

/** So many lines of one fact are shown; the last say most. */
const MOST_LINES = 3;
/** Whoever gives so many times as often as the other gives alone. */
const GIVEN_BACK = 3;

function messagesOf(lines: readonly Mention[]): number {
  return new Set(lines.map(({ message }) => message)).size;
}

/** Days of silence after which contact has lapsed. */
const MONTHS = 60;

function firstOf(sentences: readonly LabelledSentence[], message: number | undefined): Mention | undefined {
  return sentences.find((sentence) => sentence.message === message);
}

/** The last question or request of theirs that asks for what an earlier message of theirs asked for. */
function askedAgain(theirs: readonly LabelledSentence[]): LabelledSentence | undefined {
  const asking = theirs.filter(({ asks, acts }) => asks || acts.has('ask') || acts.has('indirect-question'));
  return asking.findLast((later) =>
    asking.some(
      (earlier) =>
        earlier.message < later.message &&
        earlier.content.filter((word) => later.content.includes(word)).length >= Math.min(2, later.content.length) &&
        later.content.length > 0,
    ),
  );
}

/** Did we send what is asked for, by our own words? */
function hasSent(mine: readonly LabelledSentence[], asked: LabelledSentence): boolean {
  return mine.some(
    ({ message, acts, content, text }) =>
      message < asked.message &&
      (acts.has('progress') || /\b(?:attached|enclosed|sent)\b/i.test(text)) &&
      content.some((word) => asked.content.includes(word)),
  );
}

function waitsGrow({ messages }: Thread): boolean {
  const gaps = messages.flatMap(({ side, gapDays }) => (side === 'them' && gapDays !== undefined ? [gapDays] : []));
  return (
    gaps.length >= 3 &&
    gaps.every((gap, at) => at === 0 || gap >= gaps[at - 1]!) &&
    gaps.at(-1)! >= 2 * Math.max(3, gaps[0]!)
  );
}

function standsStill({ mine, theirs, gap = 0 }: NonNullable<ThreadEvidence['movement']>): boolean {
  const still = (series: readonly { readonly value: number }[]) =>
    series.length >= 2 && series.at(-1)!.value === series.at(-2)!.value;
  return gap > LEAST_GAP && (still(mine) || still(theirs)) && mine.length > 0 && theirs.length > 0;
}

/** Share of the larger figure below which two figures are as good as one. */
const LEAST_GAP = 0.03;
