import type { LabelledSentence } from '../../thread/dialogueActs';
import { type NamedDate, readNamedDates } from '../../thread/namedDates';
import type { Message, Side, Thread } from '../../thread/thread';
import type { ThreadEvidence } from '../../thread/threadEvidence';
import { type StateAct, stateActsOf } from './stateActs';

/** A sentence near the end of the talks, with what it does. */
export interface Line extends LabelledSentence {
  /** Acts that concern the state of the talks, beside those that every sentence is labelled with. */
  readonly does: ReadonlySet<StateAct>;
  readonly dates: readonly NamedDate[];
}

/** How a thread ends: what the last turn of each side says. A turn is a run of messages of one side. */
export interface Ending {
  readonly thread: Thread;
  readonly evidence: ThreadEvidence;
  /** Messages that people wrote, oldest first. */
  readonly messages: readonly Message[];
  readonly lastSide: Side;
  readonly lastDate?: number;
  /** The caller's clock, else the date of the last message. */
  readonly now?: number;
  /** Did the caller give a clock? */
  readonly clock: boolean;
  /** Messages of the last turn. */
  readonly lastRun: readonly Message[];
  /** Lines of the last turn. */
  readonly last: readonly Line[];
  /** Lines of the turn of the other side before it. */
  readonly before: readonly Line[];
  /** Lines of the turn before that, of the side that wrote last. */
  readonly earlier: readonly Line[];
  /** The line on which the next step hangs, and until when. */
  readonly wait?: { readonly line: Line; readonly until?: number };
}

/** @returns nothing for a thread without messages */
export function readEnding(thread: Thread, evidence: ThreadEvidence, now?: number): Ending | undefined {
  const lines = new Map<number, LabelledSentence[]>();
  for (const sentence of evidence.sentences) {
    const list = lines.get(sentence.message);
    if (list === undefined) lines.set(sentence.message, [sentence]);
    else list.push(sentence);
  }
  const signatures = repeatedLines(evidence.sentences);
  const written = (message: Message): Line[] =>
    (lines.get(message.index) ?? [])
      .filter(({ text }) => !signatures.has(text))
      .map((sentence) => ({
        ...sentence,
        by: sideOf(message),
        does: stateActsOf(sentence.text),
        dates: readNamedDates(sentence.text, message.date),
      }));
  const messages = thread.messages.filter((message, at) => !isAutomatic(message, lines.get(message.index) ?? [], at));
  const last = messages.at(-1);
  if (last === undefined) return undefined;
  const runs: Message[][] = [];
  for (let at = messages.length - 1; at >= 0 && runs.length < 4; at--) {
    const message = messages[at]!;
    const run = runs.at(-1);
    if (run !== undefined && sideOf(run[0]!) === sideOf(message)) run.unshift(message);
    else runs.push([message]);
  }
  const [lastRun = [], beforeRun = [], earlierRun = []] = runs;
  const lastDate = messages.findLast(({ date }) => date !== undefined)?.date;
  const clock = now ?? lastDate;
  const closing = { last: lastRun.flatMap(written), before: beforeRun.flatMap(written) };
  const offers = new Set(evidence.concessions.map(({ start }) => start));
  const wait = waitOf([...closing.before, ...closing.last].filter(({ start }) => !offers.has(start)));
  return {
    thread,
    evidence,
    messages,
    lastSide: sideOf(last),
    lastRun,
    ...closing,
    earlier: earlierRun.flatMap(written),
    clock: now !== undefined,
    ...(clock === undefined ? {} : { now: clock }),
    ...(lastDate === undefined ? {} : { lastDate }),
    ...(wait === undefined ? {} : { wait }),
  };
}

/** What stands word by word in several messages of one side: names, posts, footers. */
function repeatedLines(sentences: readonly LabelledSentence[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const repeated = new Set<string>();
  for (const { text, message, asks } of sentences) {
    if (asks) continue;
    const earlier = seen.get(text);
    if (earlier !== undefined && earlier !== message) repeated.add(text);
    seen.set(text, message);
  }
  return repeated;
}

/** Somebody who is neither the writer nor known counts with those the writer deals with. */
function sideOf({ side }: Message): Side {
  return side === 'unknown' ? 'them' : side;
}

/** Words of the longest notice of a machine that is passed over. */
const AUTOMATIC_WORDS = 80;

function isAutomatic({ words }: Message, lines: readonly LabelledSentence[], at: number): boolean {
  return at > 0 && words < AUTOMATIC_WORDS && lines.slice(0, 2).some(({ text }) => stateActsOf(text).has('automatic'));
}

/** The last line that ties what comes next to a day, else to somebody. The day of what is agreed ("see you on Monday") is none. */
function waitOf(lines: readonly Line[]): Ending['wait'] {
  const waits = lines.filter(
    ({ does, asks, acts }) => does.has('wait') && !asks && !acts.has('refuse') && !does.has('accept'),
  );
  const usable = waits.filter(isOfUse);
  const line = usable.findLast(({ dates }) => dates.length > 0) ?? usable.at(-1);
  if (line === undefined) return undefined;
  const until = Math.max(...line.dates.flatMap((date) => (date.until === undefined ? [] : [date.until])));
  return { line, ...(Number.isFinite(until) ? { until } : {}) };
}

/** Of our own lines only a short note of their day is a wait: an offer names days, too. */
function isOfUse({ by, dates, tokens }: Line): boolean {
  return by !== 'me' || (dates.length > 0 && tokens <= NOTE);
}

/** Words of the longest note of a day. */
const NOTE = 14;
