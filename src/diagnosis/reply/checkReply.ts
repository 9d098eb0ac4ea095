import type { Draft } from '../../document/draft/draft';
import { isNegated } from '../../language/wordPatterns';
import { readAmounts } from '../../thread/amounts';
import { findAnswer } from '../../thread/answerLines';
import { matches } from '../../thread/answerSigns';
import { readConcessions } from '../../thread/concessions';
import type { LabelledSentence } from '../../thread/dialogueActs';
import { placeIn } from '../../thread/messageSentences';
import { type NamedDate, readNamedDates } from '../../thread/namedDates';
import type { Thread } from '../../thread/thread';
import { readEvidence, type ThreadEvidence } from '../../thread/threadEvidence';
import { findOwnLimits, type OwnLimits } from '../../wording/ownLimits';
import type { Quote } from '../diagnosis';
import { anyDiagnosisWord } from '../diagnosisWords';
import { ownSentences } from '../draftContext';
import { stateActsOf } from '../state/stateActs';

/** A stretch of a text: UTF-16 code units, end exclusive. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A reply held against its thread. Offsets of `theirQuestions` are in the thread, all others in the reply. */
export interface ReplyCheck {
  readonly theirQuestions: readonly (Place & { readonly answered: boolean; readonly by?: Quote })[];
  readonly given: readonly (Place & { readonly tied: boolean })[];
  /** Numbers and dates of the reply that are nowhere in the thread. */
  readonly strange: readonly Place[];
  readonly promises: readonly (Place & { readonly date?: string })[];
  /** Does it give a private limit away? Never which, nor its value. */
  readonly limit: boolean;
  readonly nextStep: { readonly date?: string; readonly owner?: 'me' | 'them' } | null;
}

export interface ReplyOptions {
  /** What the user keeps to themselves. */
  readonly limits?: OwnLimits;
  /** What was read from the thread before. */
  readonly evidence?: ThreadEvidence;
}

/** Checks a reply, written by anybody, against the thread that it answers. */
export function checkReply(thread: Thread, reply: Draft, options: ReplyOptions = {}): ReplyCheck {
  const evidence = options.evidence ?? readEvidence(thread);
  const own = ownSentences(reply, thread.messages.length);
  const answers = answersTo(evidence, own);
  const taken = new Set(answers.flatMap(({ line }) => (line === undefined ? [] : [line])));
  const given = givenIn(
    own,
    evidence,
    new Set(answers.flatMap(({ line, request }) => (request && line !== undefined ? [line] : []))),
  );
  const promised = own.filter((line) => promises(line, taken));
  return {
    theirQuestions: answers.map(({ question, line }) => ({
      ...placeOf(question),
      answered: line !== undefined,
      ...(line === undefined ? {} : { by: { ...placeOf(line), by: 'me' as const, why: 'This answers it.' } }),
    })),
    given: given.map(({ line, tied }) => ({ ...placeOf(line), tied })),
    strange: strangeIn(own, evidence),
    promises: promised.map((line) => {
      const date = readNamedDates(line.text)[0]?.text;
      return { ...placeOf(line), ...(date === undefined ? {} : { date }) };
    }),
    limit: options.limits !== undefined && findOwnLimits(reply, options.limits).length > 0,
    nextStep: nextStepIn(own),
  };
}

function placeOf({ text, start, end }: Place): Place {
  return { text, start, end };
}

function answersTo(evidence: ThreadEvidence, own: readonly LabelledSentence[]) {
  const open = evidence.questions.filter(
    ({ by, answeredIn, form, unanswered }) =>
      by === 'them' && answeredIn === undefined && (form !== 'indirect' || unanswered),
  );
  const taken = new Set<LabelledSentence>();
  const sentences = new Map(evidence.sentences.map((sentence) => [sentence.start, sentence]));
  const drafted = new Set(own);
  const given = readAmounts(own);
  const amountsOf = (line: LabelledSentence) =>
    (drafted.has(line) ? given : evidence.amounts).filter(({ start }) => start === line.start);
  return open.map((question) => {
    const line = findAnswer(sentences.get(question.start)!, own, { amountsOf, taken, draft: true });
    if (line !== undefined) taken.add(line);
    return {
      question,
      line,
      request: matches('wants-deed', question.text) && !matches('wants-news', question.text),
    };
  });
}

/** What is put on the table, and what of theirs is accepted. */
function givenIn(
  own: readonly LabelledSentence[],
  evidence: ThreadEvidence,
  granted: ReadonlySet<LabelledSentence>,
): { line: LabelledSentence; tied: boolean }[] {
  const theirs = new Set(evidence.amounts.filter(({ by }) => by === 'them').map(({ value }) => value));
  const mine = new Set(evidence.amounts.filter(({ by }) => by === 'me').map(({ value }) => value));
  const amounts = readAmounts(own);
  const conceded = new Map(readConcessions(own, amounts).map(({ start, tied }) => [start, tied]));
  return own.flatMap((line) => {
    const tied = conceded.get(line.start);
    if (matches('threatens', line.text)) return [];
    if (tied !== undefined) return [{ line, tied }];
    if (line.asks || line.acts.has('refuse')) return [];
    if (matches('gives', line.text)) return [{ line, tied: line.acts.has('tie') }];
    const accepts = stateActsOf(line.text).has('accept') || line.acts.has('settle');
    const takesTheirs = amounts.some(
      ({ start, value }) => start === line.start && theirs.has(value) && !mine.has(value),
    );
    return (accepts && takesTheirs && mine.size > 0) || (granted.has(line) && agrees(line))
      ? [{ line, tied: line.acts.has('tie') || isFollowedByTie(line, own) }]
      : [];
  });
}

function isFollowedByTie(line: LabelledSentence, own: readonly LabelledSentence[]): boolean {
  const next = own[own.indexOf(line) + 1];
  return next !== undefined && next.paragraph === line.paragraph && next.acts.has('tie');
}

/** Says yes to a request: in so many words, or by saying that it is so. */
function agrees({ text, acts }: LabelledSentence): boolean {
  if (stateActsOf(text).has('accept') || matches('agrees', text)) return true;
  return !acts.has('refuse') && !isNegated(text) && (matches('yes-or-no', text) || matches('grants', text));
}

function promises(line: LabelledSentence, answering: ReadonlySet<LabelledSentence>): boolean {
  if (line.asks || line.acts.has('tie') || line.acts.has('refuse') || matches('threatens', line.text)) return false;
  if (line.acts.has('promise')) return true;
  if (matches('undertakes', line.text) && !matches('undertakes-not', line.text)) return true;
  return answering.has(line) && readNamedDates(line.text).length > 0 && matches('comes-soon', line.text);
}

function strangeIn(own: readonly LabelledSentence[], evidence: ThreadEvidence): Place[] {
  const values = new Set(evidence.amounts.map(({ value }) => value));
  const numbers = new Set(
    evidence.sentences.flatMap(({ text }) =>
      [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([n]) => n.replace(/,(?=\d{3}\b)/g, '')),
    ),
  );
  const dates = new Set(evidence.sentences.flatMap(({ text }) => readNamedDates(text).flatMap(keysOf)));
  const places: Place[] = [];
  for (const { number, value } of readAmounts(own))
    if (!values.has(value) && !numbers.has(String(value)) && !PART.test(number.text)) places.push(number);
  const said = evidence.sentences.map(({ text }) => text.toLowerCase()).join('\n');
  for (const line of own)
    for (const { 0: text, index } of line.text.matchAll(COUNTED)) {
      const noun = text.slice(text.lastIndexOf(' ') + 1).toLowerCase();
      if (!TERM.test(noun) && said.includes(noun)) continue;
      const start = placeIn(line, index);
      const end = placeIn(line, index + text.length - 1) + 1;
      if (!said.includes(text.toLowerCase()) && !places.some((place) => place.start < end && place.end > start))
        places.push({ text, start, end });
    }
  for (const line of own)
    for (const date of readNamedDates(line.text)) {
      if (matches('vague-time', date.text) || keysOf(date).some((key) => dates.has(key))) continue;
      const start = placeIn(line, date.start);
      const end = placeIn(line, date.end - 1) + 1;
      // A day of the month may have been read as a number, too.
      for (let at = places.length - 1; at >= 0; at--)
        if (places[at]!.start < end && places[at]!.end > start) places.splice(at, 1);
      places.push({ text: date.text, start, end });
    }
  return places.sort((a, b) => a.start - b.start);
}

/** A part of something is no number of its own. */
const PART = /^(?:an? |one )?(?:half|third|quarter)s?$/i;

/** A number in words with what it counts: "three years", "twenty guests". */
const COUNTED = new RegExp(
  `\\b(?:${anyDiagnosisWord('count')}|(?:twenty|thirty)-\\w+) (?!of\\b|(?:suit|work|seem|doe|ha|wa|i|make|fit)s\\b)\\w+s\\b`,
  'gi',
);

/** A term is new wherever its number is; of other things that were spoken of, how many is no news. */
const TERM = /^(?:year|month|week|day)s$/;

/** "the 14th" and "14 June" may be the same day. */
function keysOf({ key }: NamedDate): string[] {
  const day = /^\d\d-(\d\d)$/.exec(key)?.[1];
  return day === undefined ? [key] : [key, `day-${Number(day)}`];
}

/** The last line that says what happens next, by its day or by who does it. */
function nextStepIn(own: readonly LabelledSentence[]): ReplyCheck['nextStep'] {
  for (const line of [...own].reverse()) {
    const date = readNamedDates(line.text).at(-1)?.text;
    const asks = line.asks || line.acts.has('ask');
    const mine = (line.acts.has('promise') || matches('undertakes', line.text)) && !matches('threatens', line.text);
    const meets = line.acts.has('meeting') || matches('sets-step', line.text);
    if (date !== undefined && (asks || mine || meets)) {
      const owner = mine ? 'me' : asks ? 'them' : undefined;
      return { date, ...(owner === undefined ? {} : { owner }) };
    }
  }
  const promised = own.findLast(({ acts, asks }) => acts.has('promise') && !asks);
  return promised === undefined ? null : { owner: 'me' };
}
