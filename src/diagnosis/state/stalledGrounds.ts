import { contentWords } from '../../thread/contentWords';
import type { Mention } from '../../thread/mention';
import { whyHeldUp } from '../causeLines';
import type { Ending, Line } from './ending';
import { hasEnded, isOneSided, stating } from './goingGrounds';
import { stateActsOf } from './stateActs';
import type { Ground, StateSettings } from './talkState';

const DAY = 86_400_000;

/**
 * Grounds for the talks having stopped: silences, refusals, the same again.
 *
 * @param going grounds for the other states: what they asked about an objection of theirs and we answered is in work
 */
export function stalledGrounds(ending: Ending, settings: StateSettings, going: readonly Ground[]): Ground[] {
  const grounds: Ground[] = [];
  const add = (id: string, line: Mention | undefined) => {
    if (line !== undefined) grounds.push({ id, line });
  };
  const { evidence, last, before, lastSide, lastRun, earlier } = ending;
  const theirs = lastSide === 'them' ? last : before;
  const closing = [...before, ...last];
  const first = Math.min(...closing.map(({ message }) => message), Number.POSITIVE_INFINITY);
  if (lastSide === 'me' && isUnanswered(ending))
    grounds.push({ id: 'unanswered', ...firstOf(last, lastRun.at(-1)?.index) });
  const nudge = last.find(({ does }) => does.has('nudge'));
  add(lastSide === 'me' ? 'asked-in-vain' : 'they-chase', nudge);
  addSilences(ending, settings, grounds);
  const answersNo = isAsked(lastSide === 'them' ? before : earlier);
  const refusal = theirs.find(
    (line) =>
      (line.acts.has('refuse') || line.does.has('decline')) && !line.asks && !(answersNo && PLAIN_NO.test(line.text)),
  );
  const ended = hasEnded(ending);
  const asked = before.some(({ asks, acts }) => asks && acts.has('open-question'));
  const inWork = asked && going.some(({ id }) => id === 'you-answered');
  if (!ended && !inWork) add('refused', refusal);
  if (refusal !== undefined && lastSide === 'me')
    add(
      'refused-and-pressed',
      last.find(({ asks, acts }) => asks || acts.has('give') || acts.has('ask')),
    );
  const nextDay = theirs.some((line) => line === ending.wait?.line && setsDay(line));
  if (!ended && !inWork && !nextDay)
    add(
      'objects',
      theirs.find(
        ({ does, asks, tokens, text }) =>
          !asks &&
          !(answersNo && PLAIN_NO.test(text)) &&
          tokens > 3 &&
          does.has('object') &&
          !does.has('accept') &&
          !does.has('wait') &&
          !does.has('propose'),
      ),
    );
  if (!ended && hasNoStep(ending)) grounds.push({ id: 'no-step' });
  if (lastSide === 'them' && !ended) add('beside-it', besideIt(before, last));
  if (!ended && hasNothingAgreed(ending)) grounds.push({ id: 'nothing-agreed' });
  if (!ended) add('says-why', whyHeldUp(theirs.filter(({ does }) => !GOES_ON.some((act) => does.has(act)))));
  add('nothing-more', stating(closing, 'impasse').at(-1));
  add(
    'same-again',
    // A signature comes again word by word, a position in other words.
    evidence.repetitions.findLast(
      ({ message, text, earlier: said }) => message >= first && text !== said.text && text.split(' ').length > 6,
    ),
  );
  add('asked-again', askedAgain(closing, earlier, ending));
  const putOff = ended ? [] : evidence.postponements.filter(({ by, start }) => by !== 'me' && !isTied(start, closing));
  add(
    'put-off',
    putOff.findLast(
      ({ message, start }) =>
        message >= first && !nextDay && !closing.some((line) => line.start === start && line.dates.length > 0),
    ),
  );
  add(
    'excused',
    stating(theirs, 'put-off')
      .filter(({ dates }) => dates.every(({ until }) => until === undefined))
      .at(-1),
  );
  if (putOff.length >= 2) add('put-off-often', putOff.at(-1));
  add(
    'heated',
    evidence.heat.findLast(({ message, text }) => message >= first && !stateActsOf(text).has('object')),
  );
  // One message and its answer are no standstill yet, unless the answer holds something against it.
  const held = grounds.some(({ id }) => id === 'says-why' || id === 'refused' || id === 'objects');
  if (!inWork && !ended && (ending.messages.length > 2 || held))
    add(
      'passed-over',
      evidence.questions.findLast(
        (question) =>
          question.by === 'me' &&
          question.passedOver &&
          question.message >= first - 1 &&
          !namesWhoOrWhen(question, theirs),
      ),
    );
  if (isOneSided(evidence)) {
    add(
      'no-return',
      evidence.concessions.findLast(({ by }) => by === 'me'),
    );
    if (lastSide === 'them')
      add(
        'asks-for-more',
        last.find(({ asks, acts }) => asks || acts.has('ask')),
      );
  }
  return grounds;
}

/** A line that takes the matter further holds it up no more. */
const GOES_ON = ['accept', 'done', 'progress', 'wait', 'farewell'] as const;

/** Was something asked that is no wish? "Is anything missing?" – "No, that is all." turns nothing down. */
function isAsked(lines: readonly Line[]): boolean {
  const asked = lines.filter(({ asks }) => asks).at(-1);
  return asked !== undefined && !asked.acts.has('ask') && !asked.acts.has('proposal') && !asked.acts.has('give');
}

const PLAIN_NO = /^no(?:pe)?\b/i;

/** Something is to happen on a day: "Rick is away until the 19th" and "no call on Tuesday" set none. */
function setsDay({ dates, acts, does }: Line): boolean {
  return dates.length > 0 && (acts.has('meeting') || acts.has('promise')) && !does.has('object');
}

/** "If you sign before that, we can revert" offers something and puts nothing off. */
function isTied(start: number, lines: readonly Line[]): boolean {
  return lines.some((line) => line.start === start && line.acts.has('tie'));
}

/** Does their reply say on whom or on which day the matter of a request hangs? */
function namesWhoOrWhen({ text, message }: Mention, theirs: readonly Line[]): boolean {
  const asked = new Set(contentWords(text));
  return theirs.some(
    ({ message: later, does, content }) =>
      later > message && does.has('wait') && content.some((word) => asked.has(word)),
  );
}

/** Nobody says when, yes or what is being done, in the last turn of either side. */
function hasNoStep({ last, before, lastSide, messages }: Ending): boolean {
  if (messages.length < 3) return false;
  const closing = [...before, ...last];
  const step = closing.some(
    ({ does, asks }) =>
      !asks &&
      (['accept', 'done', 'wait', 'progress', 'propose', 'close', 'decline'] as const).some((act) => does.has(act)),
  );
  return !step && !(lastSide === 'them' && last.some(({ asks }) => asks));
}

/** The first line of their answer, where it shares no word with what we wrote and takes no step. */
function besideIt(ours: readonly Line[], theirs: readonly Line[]): Line | undefined {
  const said = new Set(ours.flatMap(({ content }) => content));
  if (said.size < MATTER) return undefined;
  const steps = ['accept', 'done', 'wait', 'progress', 'propose', 'close', 'decline', 'accept-no'] as const;
  const takesUp = theirs.some(
    ({ asks, does, content }) => asks || steps.some((act) => does.has(act)) || content.some((word) => said.has(word)),
  );
  return takesUp ? undefined : theirs.find(({ tokens }) => tokens > 3);
}

/** So many words of matter say what a message is about. */
const MATTER = 4;

/** Two turns or more of each side, and no yes, offer or step of theirs. Where many write, no word of one speaks for all. */
function hasNothingAgreed({ messages, evidence, last, before }: Ending): boolean {
  const writers = new Set(messages.map(({ author }) => author?.name));
  if (writers.size > FEW || [...last, ...before].some(({ by, does }) => by !== 'me' && does.has('propose')))
    return false;
  const theirs = messages.filter(({ side }) => side !== 'me');
  if (theirs.length < 2 || messages.length - theirs.length < 2) return false;
  const indices = new Set(theirs.map(({ index }) => index));
  const moved = [...evidence.concessions, ...evidence.settled, ...evidence.progress].some(({ message }) =>
    indices.has(message),
  );
  return !moved;
}

const FEW = 3;

/** Two messages or more of ours after their last one, or one that chases. */
function isUnanswered({ lastRun, messages }: Ending): boolean {
  return lastRun.length >= 2 && (messages.length === lastRun.length || lastRun.length >= 2);
}

function firstOf(lines: readonly Line[], message: number | undefined): { line?: Mention } {
  const line = lines.find((each) => each.message === message);
  return line === undefined ? {} : { line };
}

function addSilences(
  { messages, lastDate, now, clock, wait, last }: Ending,
  { silence, grace }: StateSettings,
  grounds: Ground[],
): void {
  const final = messages.at(-1)!;
  const gap = final.gapDays;
  if (gap !== undefined && gap >= silence.long) grounds.push({ id: 'long-silence', ...firstOf(last, final.index) });
  if (
    clock &&
    now !== undefined &&
    lastDate !== undefined &&
    now - lastDate >= silence['very-long'] * DAY &&
    wait === undefined
  )
    grounds.push({ id: 'silence-since' });
  if (wait?.until !== undefined && now !== undefined && wait.until + grace * DAY < now)
    grounds.push({ id: 'day-missed', line: wait.line });
}

/** The last question of a side that it had asked in an earlier message, too. */
function askedAgain(closing: readonly Line[], earlier: readonly Line[], { evidence }: Ending): Mention | undefined {
  const asked = closing.filter(({ asks, content }) => asks && content.length > 0);
  return asked.findLast((line) => {
    const words = new Set(line.content);
    const before = evidence.sentences.filter(
      ({ message, by, asks }) => message < line.message && by === line.by && asks,
    );
    return [...before, ...earlier].some(({ message, content }) => {
      if (message === line.message) return false;
      const shared = new Set(content.filter((word) => words.has(word)));
      return shared.size >= Math.min(2, words.size) && shared.size > 0;
    });
  });
}
