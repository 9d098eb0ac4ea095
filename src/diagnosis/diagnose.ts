import { runToEnd } from '../language/steps';
import type { CauseId } from '../playbook/ids';
import { findCause, playbook } from '../playbook/read';
import { type Language, languageOf } from '../thread/language';
import { likeliestReading } from '../thread/sides';
import type { Side, Thread } from '../thread/thread';
import { readEvidence, type ThreadEvidence } from '../thread/threadEvidence';
import { type Answers, addUp, type CauseScore, softmax } from './causeScores';
import type { Diagnosis, Figure, MessageSummary, Notice, Quote, RankedCause } from './diagnosis';
import { type CauseEvidence, type CauseSign, type FoundSignal, readCauseEvidenceInSteps } from './evidence';
import { differentialOf, suggestMoves, suggestQuestions } from './nextMoves';
import { openPromisesOf } from './openPromises';
import { openQuestionsOf } from './openQuestions';
import { restsOn } from './restsOn';
import { compileSignals, type SignalSet } from './signals';
import { readTalkState, type StateReading } from './state/talkState';
import { valuesOf } from './threadValues';
import { weights as builtInWeights, type Weights } from './weights';

export interface DiagnoseOptions {
  readonly answers?: Answers;
  readonly weights?: Weights;
  /** What was read from the thread before, where it was; answers change without reading it again. */
  readonly reading?: ThreadReading;
  /** The caller's clock, in milliseconds since 1970: dates what is open. Nothing is said about days since without it. */
  readonly now?: number;
  /** Rank causes although the talks go on or have ended. */
  readonly always?: boolean;
}

/**
 * Says whether the talks have stopped, and if so why they may have: causes ranked by evidence for and against, with the lines
 * that speak for and against each. Nothing is predicted. Any thread gets an answer, "not enough to go on" among them.
 */
export function diagnose(thread: Thread, options: DiagnoseOptions = {}): Diagnosis {
  if (thread.meKnownBy !== 'guess' || thread.messages.length === 0) return diagnoseSided(thread, options);
  // Nobody knows yet which side is the user: what the likeliest answer gives, with no side named.
  return withoutSides(diagnoseSided(likeliestReading(thread), options));
}

function withoutSides({ turn: _, ...diagnosis }: Diagnosis): Diagnosis {
  const unsided = <Line extends { readonly by: Side }>(lines: readonly Line[]): Line[] =>
    lines.map((line) => ({ ...line, by: 'unknown' }));
  return {
    ...diagnosis,
    tentative: true,
    stateGrounds: unsided(diagnosis.stateGrounds),
    causes: diagnosis.causes.map((cause) => ({ ...cause, for: unsided(cause.for), against: unsided(cause.against) })),
    messages: unsided(diagnosis.messages),
    figures: unsided(diagnosis.figures),
    openQuestions: unsided(diagnosis.openQuestions),
    concessions: unsided(diagnosis.concessions),
    promises: unsided(diagnosis.promises),
    numbers: unsided(diagnosis.numbers),
  };
}

function diagnoseSided(thread: Thread, options: DiagnoseOptions): Diagnosis {
  const { answers = {}, weights = builtInWeights } = options;
  const set = builtInSignals();
  const { evidence, stall } = options.reading ?? readForDiagnosis(thread);
  const answered = Object.values(answers).some((answer) => answer !== 'unknown');
  const state = readTalkState(thread, evidence, options.now);
  const language = languageOf(thread.messages);
  const rankable =
    isTwoSided(thread) &&
    language !== 'other' &&
    (options.always === true || state.state === 'stalled' || state.state === 'unclear' || answered);
  const sums = rankable || answered ? addUp(playbook.causes, set, rankable ? stall : undefined, answers, weights) : [];
  const causes = rank(sums, stall, weights, answered ? 1 : volumeOf(thread));
  const confidence = causes.length === 0 ? 0 : confidenceOf(causes, sums, thread, answered);
  const stalled = stalledOf(state);
  const [first, second] = causes;
  const differential = first === undefined || second === undefined ? undefined : differentialOf(first.id, second.id);
  const values = valuesOf(thread, evidence, first);
  const undecided = first !== undefined && second !== undefined && second.score >= NEAR * first.score;
  const avoid = first === undefined ? undefined : { cause: first.id, ...findCause(first.id).avoid };
  return {
    state: state.state,
    stalled,
    stateGrounds: state.grounds,
    confidence,
    language,
    notices: noticesOf(thread, language, causes, confidence, stalled),
    causes,
    moves: suggestMoves(causes, values),
    questions: suggestQuestions(causes, values),
    messages: thread.messages.map((message) => summaryOf(message, evidence)),
    figures: figuresOf(evidence),
    openQuestions: openQuestionsOf(thread, evidence.questions, state.state).map(({ by, text, start, end }) => ({
      by,
      text,
      start,
      end,
    })),
    concessions: evidence.concessions.map(({ by, text, start, end, tied }) => ({ by, text, start, end, tied })),
    promises: openPromisesOf(evidence.promises, options.now),
    numbers: evidence.amounts.map(({ by, value, measure, number }) => ({ by, ...number, value, unit: measure })),
    ...(differential === undefined
      ? {}
      : { discriminatingQuestion: differential.question, discriminatingAnswers: differential.answers }),
    ...(undecided ? { undecided } : {}),
    ...(avoid === undefined ? {} : { avoid }),
    ...(state.turn === undefined ? {} : { turn: state.turn }),
    ...(state.since === undefined ? {} : { since: state.since }),
    ...(state.next === undefined ? {} : { next: state.next }),
  };
}

function stalledOf({ state }: StateReading): Diagnosis['stalled'] {
  return state === 'stalled' ? 'yes' : state === 'unclear' ? 'unclear' : 'no';
}

/** One message, or one side of a correspondence, does not say why talks are stuck. */
function isTwoSided({ messages }: Thread): boolean {
  const mine = messages.filter(({ side }) => side === 'me').length;
  return mine > 0 && mine < messages.length;
}

/** What a diagnosis rests on, whatever is answered. */
export interface ThreadReading {
  readonly evidence: ThreadEvidence;
  readonly stall: CauseEvidence;
}

/** Reads a thread for its diagnosis: the costly part, the same for any answers. */
export function readForDiagnosis(thread: Thread, evidence: ThreadEvidence = readEvidence(thread)): ThreadReading {
  return runToEnd(readForDiagnosisInSteps(thread, evidence));
}

/** The same in steps, so that an editor need not wait. */
export function* readForDiagnosisInSteps(
  thread: Thread,
  evidence: ThreadEvidence,
): Generator<undefined, ThreadReading> {
  return { evidence, stall: yield* readCauseEvidenceInSteps(thread, evidence, builtInSignals()) };
}

let compiled: SignalSet | undefined;

/** The signals of the playbook, compiled once. */
export function builtInSignals(): SignalSet {
  compiled ??= compileSignals(playbook);
  return compiled;
}

/** The second cause is close to the first from this part of its share on. */
const NEAR = 0.6;
const LEAST_SHARE = 0.0005;
const QUOTES_FOR = 4;
const QUOTES_AGAINST = 2;

/** How much there is to go by, 0.25 to 1: points from a few lines are not worth those from a whole correspondence. */
function volumeOf({ messages }: Thread): number {
  const words = messages.reduce((sum, message) => sum + message.words, 0);
  return Math.max(0.25, Math.min(1, words / ENOUGH_WORDS));
}

const ENOUGH_WORDS = 180;

function rank(
  sums: readonly CauseScore[],
  { found, signs, plain }: CauseEvidence,
  weights: Weights,
  volume: number,
): RankedCause[] {
  const shares = softmax(sums, weights.inverseTemperature * volume);
  return sums.flatMap(({ cause, terms }, index) => {
    const score = shares[index]!;
    if (score < LEAST_SHARE) return [];
    const own = found.filter(({ signal }) => signal.cause === cause.id);
    const quotes = quotesFor(cause.id, [...signs, ...plain]);
    return [
      {
        id: cause.id,
        group: cause.group,
        score: round(score),
        for: quotes,
        against: quotesOf(
          own.filter(({ signal }) => signal.source.weight < 0 && signal.source.says !== undefined),
          QUOTES_AGAINST,
          weights,
        ),
        terms: terms.map((term) => ({ ...term, points: round(term.points) })),
        ...(quotes.length === 0 ? { restsOn: restsOn(cause, terms) } : {}),
      },
    ];
  });
}

/** The lines that say a cause, the weightiest of each reason first taken, in the order in which they were written. */
function quotesFor(cause: CauseId, signs: readonly CauseSign[]): Quote[] {
  const lines = new Map<number, Quote & { readonly weight: number }>();
  for (const sign of signs) {
    if (sign.cause !== cause || !sign.says || sign.line === undefined) continue;
    const { text, start, end, by } = sign.line;
    const known = lines.get(start);
    if (known === undefined || known.weight < sign.weight)
      lines.set(start, { text, start, end, by, why: sign.why, weight: sign.weight });
  }
  return [...lines.values()]
    .sort((a, b) => b.weight - a.weight || b.start - a.start)
    .slice(0, QUOTES_FOR)
    .sort((a, b) => a.start - b.start)
    .map(({ weight: _, ...quote }) => quote);
}

/** The lines that carry the most, one reason each, in the order in which they were written. */
function quotesOf(found: readonly FoundSignal[], most: number, weights: Weights): Quote[] {
  const lines = new Map<number, { quote: Quote; points: number; best: number }>();
  for (const { signal, sightings } of found)
    for (const { text, start, end, by, strength, said } of sightings) {
      if (!said) continue;
      const points = Math.abs(signal.source.weight) * (1 + weights.perPattern * (Math.min(strength, 4) - 1));
      const line = lines.get(start);
      const quote = { text, start, end, by, why: signal.source.why };
      if (line === undefined) lines.set(start, { quote, points, best: points });
      else
        lines.set(start, {
          quote: points > line.best ? quote : line.quote,
          points: line.points + points,
          best: Math.max(points, line.best),
        });
    }
  return [...lines.values()]
    .sort((a, b) => b.points - a.points)
    .slice(0, most)
    .map(({ quote }) => quote)
    .sort((a, b) => a.start - b.start);
}

/** The first cause's share, less when the thread is short, the sum small or there are no lines to show for it. */
function confidenceOf(
  causes: readonly RankedCause[],
  sums: readonly CauseScore[],
  thread: Thread,
  answered: boolean,
): number {
  const first = causes[0]!;
  const words = thread.messages.reduce((sum, message) => sum + message.words, 0);
  const enough = answered ? 1 : Math.min(1, words / 100) * Math.min(1, thread.messages.length / 2);
  const shown = answered ? 1 : Math.min(1, first.for.length / 2);
  const strength = Math.min(1, Math.max(0, sums[0]!.points) / 5);
  return round(Math.min(0.95, first.score * enough * shown * strength));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const NOT_ENOUGH = 0.2;

function noticesOf(
  thread: Thread,
  language: Language,
  causes: readonly RankedCause[],
  confidence: number,
  stalled: Diagnosis['stalled'],
): Notice[] {
  const notices: Notice[] = [];
  const sent = thread.messages.length;
  if (sent === 0) notices.push('no-thread');
  if (sent === 1) notices.push('one-message');
  else if (sent > 1 && !isTwoSided(thread)) notices.push('one-side');
  if (language === 'other') notices.push('not-english');
  if (causes.length > 0 && confidence < NOT_ENOUGH) notices.push('not-enough');
  if (thread.meMissing !== undefined) notices.push('me-missing');
  if (sent > 1 && thread.meKnownBy === 'guess') notices.push('who-is-me-guessed');
  if (sent > 1 && thread.messages.every(({ date }) => date === undefined)) notices.push('no-dates');
  const leading = causes.slice(0, 3);
  if (leading.some(({ group, score }) => group === 'us' && score >= 0.15)) notices.push('may-be-us');
  const stopping = new Set<CauseId>(['no-overlap', 'external-limit', 'one-sided-giving']);
  const first = causes[0];
  if (stalled !== 'no' && first !== undefined && stopping.has(first.id) && confidence >= 0.3)
    notices.push('consider-stopping');
  return notices;
}

function figuresOf({ movement }: ThreadEvidence): Figure[] {
  return [...(movement?.mine ?? []), ...(movement?.theirs ?? [])]
    .map(({ by, value, unit, message }) => ({ by, value, unit, message }))
    .sort((a, b) => a.message - b.message);
}

function summaryOf(message: Thread['messages'][number], evidence: ThreadEvidence): MessageSummary {
  const inMessage = ({ message: index }: { readonly message: number }) => index === message.index;
  return {
    index: message.index,
    author: message.author?.name ?? '',
    by: message.side,
    words: message.words,
    questions: evidence.questions.filter(inMessage).length,
    concessions: evidence.concessions.filter(inMessage).length,
    heat: evidence.heat.filter(inMessage).length,
    start: message.start,
    end: message.end,
    ...(message.date === undefined ? {} : { date: message.date }),
    ...(message.gapDays === undefined ? {} : { gapDays: message.gapDays }),
  };
}
