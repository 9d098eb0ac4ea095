import type { CauseId } from '../playbook/ids';
import { playbook } from '../playbook/read';
import type { Cause, Statement } from '../playbook/types';
import type { Wording } from './causeVocabulary';
import type { Term } from './diagnosis';
import type { CauseEvidence, CauseSign, FoundSignal } from './evidence';
import type { SignalSet } from './signals';
import type { Weights } from './weights';
import { metricTerms, zScoresOf } from './zScores';

/** What the writer ticked in the checklist, by id of the statement. */
export type Answers = Readonly<Record<string, 'yes' | 'no' | 'unknown'>>;

export interface CauseScore {
  readonly cause: Cause;
  readonly points: number;
  readonly terms: readonly Term[];
}

/**
 * Adds up the evidence for each cause, best first:
 *
 * - signals: what each weighs, times how much more of it there is than in an average thread
 * - words: how much denser the words of the cause are than on average, against those of the other causes
 * - measures: how well the way both sides write and behave fits other threads with the cause
 * - checklist answers
 *
 * @param evidence left out where there is no text to go by
 */
export function addUp(
  causes: readonly Cause[],
  set: SignalSet,
  evidence: CauseEvidence | undefined,
  answers: Answers,
  weights: Weights,
): CauseScore[] {
  const terms = new Map<CauseId, Term[]>(causes.map(({ id }) => [id, []]));
  if (evidence !== undefined) {
    addSigns(evidence.signs, weights, terms);
    addSilence(causes, evidence, weights, terms);
    addSignals(set, evidence.found, weights, terms);
    addWording(causes, evidence.wording, weights, terms);
    const deviation = zScoresOf(evidence.scaledMetrics, weights);
    for (const { id } of causes) terms.get(id)!.push(...metricTerms(id, deviation, weights));
  }
  // The more the user has said, the less the text counts beside it.
  const said = Object.values(answers).filter((answer) => answer !== 'unknown').length;
  const share = 1 / (1 + said / weights.answersAsText);
  for (const [id, list] of terms)
    terms.set(
      id,
      list.map((term) => ({ ...term, points: term.points * share })),
    );
  addAnswers(causes, answers, weights, terms);
  return causes
    .map((cause): CauseScore => {
      const list = terms.get(cause.id)!.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
      return { cause, points: list.reduce((sum, { points }) => sum + points, 0), terms: list };
    })
    .sort((a, b) => b.points - a.points);
}

/** How much of a signal is there: 1 for one plain line; each further line adds less than the one before. */
export function signalStrength(
  { signal, sightings }: FoundSignal,
  { decay, perPattern }: Pick<Weights, 'decay' | 'perPattern'>,
): number {
  if (signal.source.side === 'shape' || sightings.length === 0) return 1;
  const lines = sightings.map(({ strength }) => 1 + perPattern * (Math.min(strength, 4) - 1)).sort((a, b) => b - a);
  return lines.reduce((sum, line, index) => sum + line * decay ** index, 0);
}

/** Lines and facts that say a cause: the weightiest counts in full, each further one less. */
function addSigns(signs: readonly CauseSign[], weights: Weights, terms: ReadonlyMap<CauseId, Term[]>): void {
  const counts = new Map<string, number>();
  const sorted = [...signs].sort((a, b) => b.weight - a.weight);
  for (const { cause, id, why, weight, line, says } of sorted) {
    // Our own conduct must not drown what they said.
    const key = `${cause} ${line?.by === 'me' ? 'us' : 'them'}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    const share = (line?.by === 'me' ? weights.own : 1) * (says ? 1 : weights.hints);
    terms.get(cause)?.push({ from: id, why, points: weights.lines * share * weight * weights.decay ** before });
  }
}

/** What no line says stands behind what is said. */
function addSilence(
  causes: readonly Cause[],
  { signs, plain }: CauseEvidence,
  weights: Weights,
  terms: ReadonlyMap<CauseId, Term[]>,
): void {
  const said = new Set([...signs, ...plain].flatMap(({ cause, says }) => (says ? [cause] : [])));
  for (const { id } of causes)
    if (!said.has(id)) terms.get(id)?.push({ from: 'no-line', why: 'No line says so.', points: -weights.unsaid });
}

function addSignals(
  set: SignalSet,
  found: readonly FoundSignal[],
  weights: Weights,
  terms: ReadonlyMap<CauseId, Term[]>,
): void {
  // What we did tells where the cause lies with us; beside what they said it counts less.
  const ours = new Set(playbook.causes.flatMap(({ id, group }) => (group === 'us' ? [id] : [])));
  const amounts = new Map(found.map((entry) => [entry.signal, signalStrength(entry, weights)]));
  for (const signal of set.signals) {
    const { id, why, weight } = signal.source;
    const share = signal.source.side === 'us' && !ours.has(signal.cause) ? weights.own : 1;
    const points = weights.signals * share * weight * ((amounts.get(signal) ?? 0) - (weights.means[signal.key] ?? 0));
    terms.get(signal.cause)?.push({ from: id, why, points });
  }
}

/** A cause cannot gain without end by its words alone. */
const FURTHEST = 3;

/** How far the words of each cause are denser than on average, less the mean over all causes. */
export function wordingPoints(
  causes: readonly CauseId[],
  { density }: Wording,
  weights: Pick<Weights, 'wording'>,
): Map<CauseId, number> {
  const above = causes.map((id) => {
    const [mean, deviation] = weights.wording[id] ?? [0, 1];
    return Math.max(-FURTHEST, Math.min(FURTHEST, ((density.get(id) ?? 0) - mean) / deviation));
  });
  const mean = above.reduce((sum, value) => sum + value, 0) / Math.max(1, above.length);
  return new Map(causes.map((id, index) => [id, above[index]! - mean]));
}

function addWording(
  causes: readonly Cause[],
  wording: Wording,
  weights: Weights,
  terms: ReadonlyMap<CauseId, Term[]>,
): void {
  const points = wordingPoints(
    causes.map(({ id }) => id),
    wording,
    weights,
  );
  for (const [id, value] of points)
    terms
      .get(id)
      ?.push({ from: 'words', why: 'Many of the words go with this cause.', points: weights.vocabulary * value });
}

/** Checklist answers. Of several to one cause the weightiest counts in full and each further one half as much as the one before. */
function addAnswers(
  causes: readonly Cause[],
  answers: Answers,
  weights: Weights,
  terms: ReadonlyMap<CauseId, Term[]>,
): void {
  const given = new Map<CauseId, Term[]>();
  const add = (cause: CauseId, term: Term) => {
    const list = given.get(cause);
    if (list === undefined) given.set(cause, [term]);
    else list.push(term);
  };
  for (const { id, statements } of causes)
    for (const statement of statements)
      for (const [cause, term] of answerTerms(id, statement, answers[statement.id])) add(cause, term);
  for (const [cause, list] of given) {
    list.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    for (const [at, term] of list.entries())
      terms.get(cause)?.push({ ...term, points: weights.answers * term.points * ANSWER_DECAY ** at });
  }
}

/** Two answers must not move a cause from nothing to certain. */
const ANSWER_DECAY = 0.5;

function answerTerms(
  cause: CauseId,
  statement: Statement,
  answer: 'yes' | 'no' | 'unknown' | undefined,
): (readonly [CauseId, Term])[] {
  if (answer !== 'yes' && answer !== 'no') return [];
  const why = answer === 'yes' ? `You said: ${statement.text}` : `You said that this is not so: ${statement.text}`;
  const own: readonly [CauseId, Term] = [cause, { from: statement.id, why, points: statement[answer] }];
  if (answer === 'no') return [own];
  const also = Object.entries(statement.also ?? {}).map(([other, points]): readonly [CauseId, Term] => [
    other as CauseId,
    { from: statement.id, why, points },
  ]);
  return [own, ...also];
}

/** Shares of 1, from points. */
export function softmax(sums: readonly Pick<CauseScore, 'points'>[], inverseTemperature: number): number[] {
  const top = Math.max(...sums.map(({ points }) => points), Number.NEGATIVE_INFINITY);
  const powers = sums.map(({ points }) => Math.exp(inverseTemperature * (points - top)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
