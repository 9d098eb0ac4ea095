import { shareIn } from '../thread/contentWords';
import type { Mention } from '../thread/mention';
import type { Side, Thread } from '../thread/thread';
import type { ThreadEvidence } from '../thread/threadEvidence';

/** Counts and measures of a thread by name, and the lines that each rests on. A measure that cannot be taken is missing. */
export interface ThreadMetrics {
  readonly values: ReadonlyMap<string, number>;
  readonly anchors: ReadonlyMap<string, readonly Mention[]>;
}

/** Measures the thread as a whole: who asked, gave, waited, repeated, and how much. The names are those that signals use. */
export function readThreadMetrics(thread: Thread, evidence: ThreadEvidence): ThreadMetrics {
  const values = new Map<string, number>();
  const anchors = new Map<string, readonly Mention[]>();
  const count = (name: string, list: readonly Mention[]) => {
    values.set(name, list.length);
    anchors.set(name, list);
  };
  for (const [prefix, side] of [
    ['our', 'me'],
    ['their', 'them'],
  ] as const) {
    const of = <T extends Mention>(list: readonly T[]) => list.filter(({ by }) => by === side);
    const messages = thread.messages.filter((message) => message.side === side);
    const sentences = of(evidence.sentences.map((sentence) => ({ ...sentence })));
    const questions = of(evidence.questions);
    values.set(`${prefix}-messages`, messages.length);
    values.set(`${prefix}-authors`, new Set(messages.map(({ author }) => author?.name ?? '')).size);
    count(`${prefix}-questions`, questions);
    count(
      `${prefix}-questions-unanswered`,
      questions.filter(({ passedOver }) => passedOver),
    );
    count(
      `${prefix}-open-questions`,
      questions.filter(({ form }) => form === 'open'),
    );
    count(
      `${prefix}-why-questions`,
      questions.filter(({ asksWhy }) => asksWhy),
    );
    count(
      `${prefix}-price-questions`,
      questions.filter(({ aboutMoney }) => aboutMoney),
    );
    count(
      `${prefix}-other-questions`,
      questions.filter(({ aboutMoney }) => !aboutMoney),
    );
    values.set(`${prefix}-questions-most`, mostInOneMessage(questions));
    count(`${prefix}-asks`, of(evidence.asks));
    count(`${prefix}-concessions`, of(evidence.concessions));
    count(
      `${prefix}-concessions-free`,
      of(evidence.concessions).filter(({ tied }) => !tied),
    );
    count(`${prefix}-refusals`, of(evidence.refusals));
    count(
      `${prefix}-promises-broken`,
      of(evidence.promises).filter(({ kept }) => kept === 'no'),
    );
    count(`${prefix}-postponements`, of(evidence.postponements));
    count(`${prefix}-deadlines`, of(evidence.deadlines));
    count(`${prefix}-approvers`, of(evidence.approvers));
    count(
      `${prefix}-limits`,
      of(evidence.limits).filter(({ kind }) => kind !== 'own'),
    );
    count(
      `${prefix}-limits-own`,
      of(evidence.limits).filter(({ kind }) => kind === 'own'),
    );
    count(`${prefix}-alternatives`, of(evidence.alternatives));
    count(`${prefix}-thanks`, of(evidence.thanks));
    count(`${prefix}-acknowledgements`, of(evidence.acknowledgements));
    count(`${prefix}-heat`, of(evidence.heat));
    count(`${prefix}-repetition`, of(evidence.repetitions));
    count(`${prefix}-settled`, of(evidence.settled));
    count(`${prefix}-meetings`, of(evidence.meetings));
    values.set(`${prefix}-longest`, Math.max(0, ...messages.map(({ words }) => words)));
    values.set(`${prefix}-replies-shrinking`, shrinks(messages.map(({ words }) => words)) ? 1 : 0);
    const priced = sentences.filter(({ acts }) => acts.has('money-talk'));
    anchors.set(`${prefix}-price-share`, priced);
    if (sentences.length > 0) {
      values.set(`${prefix}-price-share`, priced.length / sentences.length);
      values.set(`${prefix}-question-share`, questions.length / sentences.length);
      const tokens = sentences.reduce((sum, sentence) => sum + sentence.tokens, 0);
      // Per hundred words, so that 3 is a text full of figures.
      values.set(
        `${prefix}-number-density`,
        (100 * sentences.reduce((sum, { numbers }) => sum + numbers, 0)) / Math.max(1, tokens),
      );
      anchors.set(
        `${prefix}-number-density`,
        sentences.filter(({ numbers }) => numbers > 0),
      );
    }
  }
  addWaiting(thread, evidence, values, anchors);
  addBalance(thread, values, evidence);
  return { values, anchors };
}

function mostInOneMessage(list: readonly Mention[]): number {
  const counts = new Map<number, number>();
  for (const { message } of list) counts.set(message, (counts.get(message) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Three or more messages of which the last is less than half as long as the first. */
function shrinks(lengths: readonly number[]): boolean {
  return lengths.length >= 3 && lengths.at(-1)! * 2 < lengths[0]! && lengths.at(-1)! <= lengths.at(-2)!;
}

function addWaiting(
  thread: Thread,
  evidence: ThreadEvidence,
  values: Map<string, number>,
  anchors: Map<string, readonly Mention[]>,
): void {
  const { messages } = thread;
  const gaps = messages.flatMap(({ gapDays }) => (gapDays === undefined ? [] : [gapDays]));
  if (gaps.length > 0) values.set('longest-gap-days', Math.max(...gaps));
  const theirGaps = messages.flatMap(({ gapDays, side }) =>
    side === 'them' && gapDays !== undefined ? [gapDays] : [],
  );
  values.set(
    'their-gaps-growing',
    theirGaps.length >= 2 && theirGaps.at(-1)! > 2 && theirGaps.at(-1)! > theirGaps[0]! * 1.8 ? 1 : 0,
  );
  for (const [prefix, side] of [
    ['our', 'me'],
    ['their', 'them'],
  ] as const) {
    let run = 0;
    let longest: number[] = [];
    messages.forEach((message, index) => {
      run = message.side === side ? run + 1 : 0;
      if (run > longest.length) longest = Array.from({ length: run }, (_, back) => index - back).reverse();
    });
    values.set(`${prefix}-messages-in-a-row`, longest.length);
    anchors.set(
      `${prefix}-messages-in-a-row`,
      longest.slice(1).flatMap((message) => firstLine(evidence, message)),
    );
  }
  const last = messages.at(-1);
  values.set('we-wrote-last', last?.side === 'me' ? 1 : 0);
  const longestGap = messages.reduce<number | undefined>(
    (best, { gapDays, index }) =>
      gapDays !== undefined && gapDays > (best === undefined ? 0 : messages[best]!.gapDays!) ? index : best,
    undefined,
  );
  if (longestGap !== undefined) anchors.set('longest-gap-days', firstLine(evidence, longestGap));
}

function firstLine(evidence: ThreadEvidence, message: number): Mention[] {
  const sentence = evidence.sentences.find((other) => other.message === message);
  return sentence === undefined ? [] : [sentence];
}

function addBalance(thread: Thread, values: Map<string, number>, evidence: ThreadEvidence): void {
  const mean = (side: Side) => {
    const lengths = thread.messages.filter((message) => message.side === side).map(({ words }) => words);
    return lengths.length === 0 ? undefined : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  };
  const ours = mean('me');
  const theirs = mean('them');
  if (ours !== undefined && theirs !== undefined && theirs > 0) values.set('our-length-ratio', ours / theirs);
  const ourNumbers = values.get('our-number-density');
  const theirNumbers = values.get('their-number-density');
  if (ourNumbers !== undefined && theirNumbers !== undefined)
    values.set('our-number-excess', ourNumbers / Math.max(0.5, theirNumbers));
  const { movement } = evidence;
  if (movement !== undefined) {
    values.set('our-price-moves', movement.myMoves);
    values.set('their-price-moves', movement.theirMoves);
    if (movement.gap !== undefined) {
      values.set('numbers-gap', movement.gap);
      values.set('numbers-converging', movement.converging === true ? 1 : 0);
    }
  }
  values.set('next-step', evidence.meetings.length > 0 ? 1 : 0);
  for (const [prefix, side] of [
    ['our', 'me'],
    ['their', 'them'],
  ] as const) {
    const uptake = meanUptake(thread, evidence, side);
    if (uptake !== undefined) values.set(`${prefix}-uptake`, uptake);
  }
}

/** How much of the content of a message comes back in the reply of `side` to it, on average. */
function meanUptake(thread: Thread, evidence: ThreadEvidence, side: Side): number | undefined {
  const words = new Map<number, string[]>();
  for (const { message, content } of evidence.sentences) {
    const list = words.get(message);
    if (list === undefined) words.set(message, [...content]);
    else list.push(...content);
  }
  const shares: number[] = [];
  for (let index = 1; index < thread.messages.length; index++) {
    const before = thread.messages[index - 1]!;
    const reply = thread.messages[index]!;
    if (reply.side !== side || before.side === side || before.side === 'unknown') continue;
    shares.push(shareIn(words.get(before.index) ?? [], new Set(words.get(reply.index) ?? [])));
  }
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
