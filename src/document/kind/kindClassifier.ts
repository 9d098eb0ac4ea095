import type { Kind } from '../draft/draft';
import { kindFeatureNames, reasonOfFeature } from './kindFeatureVector';
import weights from './kindWeights.json';

/** What the text alone says about the kind of its document. */
export interface TextVerdict {
  readonly kind: Kind;
  /** 0 to 1: the share of the kind that is likeliest. */
  readonly confidence: number;
  /** What weighs most for it, in plain English, at most three. */
  readonly signs: readonly string[];
}

export const kinds = ['email', 'proposal', 'other'] as const satisfies readonly Kind[];

/** One feature's part in the scores of a document. */
export interface KindTerm {
  readonly feature: string;
  readonly value: number;
  /** What it adds to the score of each of `kinds`. */
  readonly adds: readonly number[];
}

/** Every feature that the text has, with what it adds to each kind: the sum of these and of `bias` is the judgement. */
export function kindTerms(vector: readonly number[]): KindTerm[] {
  const terms: KindTerm[] = [];
  for (const [at, feature] of kindFeatureNames.entries()) {
    const value = vector[at] as number;
    const row = rows.get(feature);
    if (value !== 0 && row !== undefined) terms.push({ feature, value, adds: row.map((weight) => weight * value) });
  }
  return terms;
}

/** Judges a document by its features, as `kindFeatureVector` gives them. */
export function classifyKind(vector: readonly number[]): TextVerdict {
  // What people write to each other is checked as mail, whatever they write about.
  if (vector[CHAT] === 1) return { kind: 'email', confidence: CHAT_SHARE, signs: [reasonOfFeature('chat') as string] };
  const terms = kindTerms(vector);
  if (terms.filter(({ feature }) => !ALWAYS.has(feature)).length < FEWEST_TERMS)
    return { kind: 'other', confidence: 1 / kinds.length, signs: [] };
  const scores = kinds.map((_, kind) => terms.reduce((sum, { adds }) => sum + adds[kind]!, weights.bias[kind]!));
  const shares = softmax(scores);
  const best = shares.indexOf(Math.max(...shares));
  const signs = new Set<string>();
  for (const { feature } of terms
    .filter((term) => lead(term, best) > LEAST)
    .sort((a, b) => lead(b, best) - lead(a, best))) {
    const says = reasonOfFeature(feature);
    if (says !== undefined && signs.size < MOST_SIGNS) signs.add(says);
  }
  return { kind: kinds[best]!, confidence: shares[best]!, signs: [...signs] };
}

const CHAT = kindFeatureNames.indexOf('chat');
/** Of the whole documents that were fitted on and have this feature, so many are mail, chats or comments. */
const CHAT_SHARE = 0.9;

/** With fewer features than this, as in a document just begun, nothing can be told. */
const FEWEST_TERMS = 4;
/** Features that any few words have. */
const ALWAYS = new Set(['no-exchange', 'unframed', 'unframed-words']);
const MOST_SIGNS = 3;
/** What adds less than this is no reason to name. */
const LEAST = 0.15;

const rows: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(weights.features));

/** By how much a term puts the kind at `best` before the mean of the others. */
function lead({ adds }: KindTerm, best: number): number {
  const all = adds.reduce((sum, add) => sum + add, 0);
  return adds[best]! - (all - adds[best]!) / (adds.length - 1);
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
