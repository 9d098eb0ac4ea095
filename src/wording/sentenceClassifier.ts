import { Break, renumber, type Tokens } from '../language/tokens';
import { readModel, type TenorModel } from './classifierModel';
import { lines } from './classifierWeights.prepared';
import type { Surroundings } from './conditions';
import { visitFeatures } from './features';
import type { Family } from './rule';
import type { Judgement } from './valence';
import { articles, demonstratives, functionWords, joining, ours, yours } from './wordClasses';

/** How a sentence reads as a whole. Token indices, ends exclusive. */
export interface Tenor {
  /** Log odds that a careful reader would mark something in the sentence. */
  readonly score: number;
  /** What each token adds to it. */
  readonly shares: Float64Array;
}

/**
 * Weighs all words of a sentence at once, for blame, contempt and pressure in words that no list foresees. Words that a rule has
 * spoken of already are not counted again. The judgement is a hint, over the passage that weighs most, and names its weightiest words.
 *
 * @param taken token ranges that rules have marked
 */
export function judgeTenor(
  around: Surroundings,
  taken: readonly (readonly [start: number, end: number])[],
): Judgement[] {
  const { tokens, block } = around;
  if (tokens.count < FEWEST_WORDS || (block.type !== 'paragraph' && block.type !== 'list-item')) return [];
  const model = builtIn();
  renumber(tokens);
  const { score, shares } = readTenor(around, model, taken);
  if (score < model.enough) return [];
  const [start, end] = weightiest(tokens, shares, taken);
  if (end <= start) return [];
  const family = familyOf(around, model, [start, end]);
  return [
    {
      ruleId: `${family}/tenor`,
      hit: { start, end, spanStart: start, spanEnd: end, parts: {} },
      severity: 'hint',
      rephrasings: [],
      deciding: decidingWords(tokens, shares, start, end),
      certainty: score - model.enough,
    },
  ];
}

/** How a sentence sounds where a rule is not sure: `calm` where its finding is more often meant plainly, `still` where it mostly is. */
export function calmOf(around: Surroundings): 'stirred' | 'calm' | 'still' {
  const model = builtIn();
  renumber(around.tokens);
  const below = model.enough - readTenor(around, model).score;
  return below > STILL ? 'still' : below > CALM ? 'calm' : 'stirred';
}

/** Log odds below those of a hint. */
const CALM = 1.3;
const STILL = 3.7;
const FEWEST_WORDS = 3;

let model: TenorModel | undefined;

function builtIn(): TenorModel {
  model ??= readModel(lines());
  return model;
}

const seen = new Set<number>();

export function readTenor(
  around: Surroundings,
  { names, bias, weights }: TenorModel,
  taken: readonly (readonly [number, number])[] = [],
): Tenor {
  const shares = new Float64Array(around.tokens.count);
  let score = bias;
  seen.clear();
  visitFeatures(around, names, (key, from, to) => {
    const weight = weights.get(key);
    if (weight === undefined || seen.has(key)) return;
    if (weight > 0 && taken.some(([start, end]) => from < end && to > start)) return;
    seen.add(key);
    score += weight;
    for (let at = from; at < to; at++) shares[at]! += weight / (to - from);
  });
  return { score, shares };
}

/** Taken off each token, so that a passage ends where the words stop adding to it. */
const TOLL = 0.15;
const SHORTEST = 3;
const LONGEST = 14;
/** As many words before the next comma or dash are taken along. */
const RAGGED = 3;

/** The passage whose words add most, within reading length, from the beginning or to the end of a clause where those are near. */
export function weightiest(
  tokens: Tokens,
  shares: Float64Array,
  taken: readonly (readonly [number, number])[],
): [start: number, end: number] {
  const { count, breaks } = tokens;
  const isFree = (at: number) => !taken.some(([start, end]) => at >= start && at < end);
  let best: [number, number] = [0, 0];
  let most = 0;
  for (let start = 0; start < count; start++) {
    let sum = 0;
    for (let end = start; end < Math.min(count, start + LONGEST) && isFree(end); end++) {
      sum += shares[end]! - TOLL;
      if (sum > most) {
        most = sum;
        best = [start, end + 1];
      }
    }
  }
  let [start, end] = best;
  if (end === start) return best;
  const opens = (at: number) => at === 0 || breaks[at] !== Break.none || !isFree(at - 1);
  const closes = (at: number) => at === count || breaks[at] !== Break.none || !isFree(at);
  const near = [...Array(RAGGED + 1).keys()];
  const before = near.find((by) => start - by >= 0 && opens(start - by));
  const after = near.find((by) => end + by <= count && closes(end + by));
  if (before !== undefined) start -= before;
  else while (end - start > SHORTEST && isJoining(tokens, start)) start++;
  if (after !== undefined) end += after;
  else while (end - start > SHORTEST && isJoining(tokens, end - 1)) end--;
  while (end - start < SHORTEST && !closes(end)) end++;
  while (end - start < SHORTEST && !opens(start)) start--;
  return [start, end];
}

/** A word that leads to others and ends nothing. */
function isJoining({ words }: Tokens, at: number): boolean {
  const word = words[at]!;
  return articles.has(word) || joining.has(word) || yours.has(word) || ours.has(word) || demonstratives.has(word);
}

/** The family that the words of a passage speak for most. */
export function familyOf(
  around: Surroundings,
  { names, families }: TenorModel,
  [start, end]: readonly [number, number],
): Family {
  const sums = families.map(({ bias }) => bias);
  seen.clear();
  visitFeatures(around, names, (key, from, to) => {
    if ((to > 0 && (from < start || to > end)) || seen.has(key)) return;
    seen.add(key);
    for (const [index, { weights }] of families.entries()) sums[index]! += weights.get(key) ?? 0;
  });
  return families[sums.indexOf(Math.max(...sums))]!.family;
}

const MOST_NAMED = 3;

/** The words of the passage that add most, in the order in which they stand; those with a meaning of their own where there are any. */
function decidingWords(tokens: Tokens, shares: Float64Array, start: number, end: number): string[] {
  const { text, starts, ends, words } = tokens;
  const adding = [...shares.keys()].filter((at) => at >= start && at < end && shares[at]! > 0);
  const telling = adding.filter((at) => !functionWords.has(words[at]!) && !isJoining(tokens, at));
  const named = (telling.length > 0 ? telling : adding)
    .sort((a, b) => shares[b]! - shares[a]!)
    .slice(0, MOST_NAMED)
    .sort((a, b) => a - b)
    .map((at) => text.slice(starts[at], ends[at]).toLowerCase());
  return [...new Set(named)];
}
