import { whyHeldUp } from '../causeLines';
import { anyDiagnosisWord } from '../diagnosisWords';
import type { Ending, Line } from './ending';
import type { StateAct } from './stateActs';
import type { Ground } from './talkState';

/** Grounds for all states but `stalled`, from the last turns of both sides. */
export function goingGrounds(ending: Ending): Ground[] {
  const { last, before } = ending;
  const agreed = agreedGrounds(last, before);
  const through =
    agreed.some(({ id }) => id === 'accepted-and-answered') && !agreed.some(({ id }) => id === 'still-open');
  // A yes that the other side took is no part of something that is still open.
  const moving = movingGrounds(ending).filter(({ id }) => !through || !PARTS.has(id));
  return [...agreed, ...moving, ...waitingGrounds(ending), ...endedGrounds(ending)];
}

const PARTS: ReadonlySet<string> = new Set(['they-agree', 'part-agreed', 'lively']);

/** Lines with the act that state it: no question, and nothing said of the reader or under a condition. */
export function stating(lines: readonly Line[], act: StateAct): Line[] {
  return lines.filter(
    ({ does, asks, dates, text }) =>
      does.has(act) &&
      !asks &&
      !((act === 'decline' || act === 'done') && OF_READER.test(text)) &&
      !(act === 'close' && IF.test(text)) &&
      !(act === 'done' && SUPPOSED.test(text)) &&
      !(act === 'progress' && dates.length === 0 && CONDITION.test(text)) &&
      !(act === 'progress' && does.has('wait')) &&
      !((act === 'progress' || act === 'accept' || act === 'done') && DENIED.test(text)) &&
      !(act === 'impasse' && does.has('wait')),
  );
}

const OF_READER =
  /\byou(?:['’](?:re|ve|ll|d)| are| were| do| did| have| had| will| would)?(?: \w+)? (?:not|no longer)\b|\byou\b.{0,12}n['’]t\b/i;
const anyOf = (name: string) => new RegExp(`\\b(?:${anyDiagnosisWord(name)})\\b`, 'i');
const SUPPOSED = anyOf('supposing');
const IF = anyOf('conditional');
const DENIED = /\b(?:not|never|nothing|cannot|hardly)\b|n['’]t\b/i;
const CONDITION = anyOf('condition');

function agreedGrounds(last: readonly Line[], before: readonly Line[]): Ground[] {
  const grounds: Ground[] = [];
  const plain = (lines: readonly Line[]) =>
    stating(lines, 'accept').filter(
      ({ acts, does }) => !acts.has('refuse') && !acts.has('tie') && !does.has('decline') && !does.has('close'),
    );
  const yes = plain(before).at(-1);
  const lastYes = plain(last).at(-1);
  const done = stating(last, 'done')
    .filter((line) => !line.does.has('nudge') && line !== lastYes)
    .at(-1);
  const doneBefore = stating(before, 'done').at(-1);
  const thanks = last.find(({ acts, does }) => acts.has('thanks') || does.has('farewell'));
  const open = last.find(({ asks }) => asks);
  if (yes !== undefined && (lastYes ?? done ?? thanks) !== undefined)
    grounds.push({ id: 'accepted-and-answered', line: yes });
  if (done !== undefined && (yes ?? lastYes ?? doneBefore) !== undefined)
    grounds.push({ id: 'carried-out', line: done });
  if (lastYes !== undefined) grounds.push({ id: 'accepted-last', line: lastYes });
  if (thanks !== undefined && open === undefined) grounds.push({ id: 'warm-end', line: thanks });
  if (grounds.length > 0 && open !== undefined) grounds.push({ id: 'still-open', line: open });
  return grounds;
}

function movingGrounds({ evidence, messages, last, before, lastSide, lastRun, earlier }: Ending): Ground[] {
  // What they offered is answered already where we end with the same as ever.
  if (lastSide === 'me' && stating(last, 'impasse').length > 0) return [];
  const grounds: Ground[] = [];
  const refused = [...last, ...before].some(({ by, acts }) => by === 'them' && acts.has('refuse'));
  const theirs = lastSide === 'them' ? last : before;
  const mine = lastSide === 'them' ? before : last;
  const work = (lines: readonly Line[]) =>
    stating(lines, 'progress')
      .filter(({ does }) => !does.has('nudge'))
      .at(-1);
  const theirWork = work(theirs);
  const myWork = work(mine);
  if (theirWork !== undefined) grounds.push({ id: 'they-work-on-it', line: theirWork });
  if (myWork !== undefined && lastSide === 'me' && !nudges(last)) grounds.push({ id: 'work-goes-on', line: myWork });
  const proposal = theirs.find(({ does }) => does.has('propose'));
  if (proposal !== undefined) grounds.push({ id: 'proposed', line: proposal });
  if (isLively(messages)) grounds.push({ id: 'lively' });
  // Whichever side says "March, if you give me the date in writing" has left the other a step to take.
  const tied = last.find(
    ({ does, asks, acts, text }) => does.has('accept') && !asks && !acts.has('refuse') && CONDITION.test(text),
  );
  if (tied !== undefined) grounds.push({ id: 'tied-yes', line: tied });
  const from = Math.min(...theirs.map(({ message }) => message));
  const gift = evidence.concessions.find(({ by, message }) => by !== 'me' && message >= from);
  if (gift !== undefined) grounds.push({ id: 'they-moved', line: gift });
  if (evidence.movement?.converging === true) {
    const figure = evidence.movement.theirs.at(-1);
    if (figure !== undefined) grounds.push({ id: 'figures-closer', line: figure });
  }
  const asked = theirs.filter(({ asks, does }) => asks && !does.has('nudge')).at(-1);
  // A question beside what holds it up asks for no next turn.
  const heldUp = whyHeldUp(theirs) !== undefined;
  if (
    asked !== undefined &&
    lastSide === 'them' &&
    !refused &&
    !heldUp &&
    !isOneSided(evidence) &&
    !isRepeated(asked, earlier.concat(before))
  )
    grounds.push({ id: 'they-ask', line: asked });
  if (asked !== undefined && lastSide === 'me' && !nudges(last) && lastRun.length === 1) {
    const words = new Set(before.filter(({ asks }) => asks).flatMap(({ content }) => content));
    const answer = last.find(
      ({ asks, tokens, content, does }) =>
        !asks && tokens > 3 && !does.has('accept') && !does.has('done') && content.some((word) => words.has(word)),
    );
    if (answer !== undefined && stating(last, 'impasse').length === 0)
      grounds.push({ id: 'you-answered', line: answer });
  }
  const yes = stating(theirs, 'accept')
    .filter(({ acts }) => !acts.has('refuse'))
    .at(-1);
  if (yes !== undefined && !isOneSided(evidence)) {
    const open = [...last, ...before].find(({ asks, does }) => asks || does.has('progress'));
    grounds.push({ id: 'they-agree', line: yes });
    if (open !== undefined) grounds.push({ id: 'part-agreed', line: open });
  }
  return grounds;
}

/** We gave more than once, and they gave nothing. */
export function isOneSided({ concessions }: Ending['evidence']): boolean {
  return concessions.filter(({ by }) => by === 'me').length >= 2 && !concessions.some(({ by }) => by === 'them');
}

/** Do the last replies come within days? */
function isLively(messages: Ending['messages']): boolean {
  const gaps = messages.slice(-3).flatMap(({ gapDays }) => (gapDays === undefined ? [] : [gapDays]));
  return gaps.length >= 2 && Math.max(...gaps) <= LIVELY_DAYS;
}

const LIVELY_DAYS = 3;

export function nudges(lines: readonly Line[]): boolean {
  return lines.some(({ does }) => does.has('nudge'));
}

function isRepeated(line: Line, earlier: readonly Line[]): boolean {
  const words = new Set(line.content);
  return earlier.some(
    ({ by, asks, content }) => by === line.by && asks && content.filter((word) => words.has(word)).length >= 2,
  );
}

/** Somebody who is neither the writer nor the reader. */
const SOMEBODY = anyOf('somebody');

function waitingGrounds({ wait, last, before, now }: Ending): Ground[] {
  if (wait === undefined) return [];
  const { line, until } = wait;
  if (line.dates.length === 0 && !SOMEBODY.test(line.text)) return [];
  if (until !== undefined && now !== undefined && until < now) return [];
  if (nudges(last)) return [];
  const grounds: Ground[] = [{ id: line.dates.length > 0 ? 'day-named' : 'person-named', line }];
  const taken = before.includes(line)
    ? last.find(
        ({ asks, does, acts }) =>
          !asks && (does.has('accept') || does.has('wait') || does.has('farewell') || acts.has('thanks')),
      )
    : undefined;
  if (taken !== undefined) grounds.push({ id: 'wait-accepted', line: taken });
  return grounds;
}

/** Is there a no to the whole that nobody pressed, or was the matter put away? */
export function hasEnded(ending: Ending): boolean {
  const ids = endedGrounds(ending).map(({ id }) => id);
  return ids.includes('closed') || (ids.includes('declined') && !ids.includes('pushed-after-no'));
}

function endedGrounds({ last, before, earlier }: Ending): Ground[] {
  const grounds: Ground[] = [];
  const turns = [earlier, before, last];
  const noAt = turns.findLastIndex((lines) => stating(lines, 'decline').length > 0);
  if (noAt >= 0) {
    const no = stating(turns[noAt]!, 'decline').at(-1)!;
    grounds.push({ id: 'declined', line: no });
    const after = turns.slice(noAt + 1).flat();
    const reply = after.filter(({ by }) => by !== no.by);
    const pushed =
      reply.find(
        ({ asks, does, acts, numbers }) =>
          asks || does.has('nudge') || does.has('impasse') || (acts.has('give') && numbers > 0),
      ) ??
      after.find(({ does }) => does.has('impasse')) ??
      // Whoever asks on in the same breath has not said no to the whole.
      turns[noAt]!.find(({ by, asks, start }) => by === no.by && asks && start > no.start);
    const taken = reply.find(({ does, acts }) => does.has('accept-no') || acts.has('thanks'));
    if (pushed !== undefined) grounds.push({ id: 'pushed-after-no', line: pushed });
    else if (taken !== undefined) grounds.push({ id: 'no-accepted', line: taken });
    const warm = last.find(({ does, acts, by }) => by === no.by && (does.has('farewell') || acts.has('thanks')));
    if (warm !== undefined && pushed === undefined) grounds.push({ id: 'friendly-after-no', line: warm });
  }
  const closing = stating([...before, ...last], 'close').at(-1);
  if (closing !== undefined) {
    grounds.push({ id: 'closed', line: closing });
    const along = last.find(
      ({ by, does, acts, asks }) =>
        by !== closing.by &&
        !asks &&
        (does.has('close') || does.has('done') || does.has('accept-no') || does.has('farewell') || acts.has('thanks')),
    );
    if (along !== undefined) grounds.push({ id: 'both-closed', line: along });
  }
  return grounds;
}
