import type { Draft } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
import { TokenKind, tokenise } from '../language/tokens';
import { alternatives } from '../language/wordPatterns';
import { featureMatcher, featureNames, toneParts } from './toneFeatures';
import toneWords from './toneWords.yaml';
import weights from './weights.json';

/** How a text reads. Counts are of the writer's own words. */
export interface ToneReading {
  /** 0 to 1; 0.5 is an ordinary text. How willing to hear the other side the writer seems; it promises nothing. */
  readonly receptiveness: number;
  /** What each part adds to the reading (below zero: takes away), on the scale before it is squeezed to 0..1. */
  readonly parts: Readonly<Record<string, number>>;
  readonly words: number;
  readonly sentences: number;
  readonly questions: number;
  readonly openQuestions: number;
  /** 0 to 1: charged words, shouting and stacked marks. */
  readonly heat: number;
}

/** Occurrences of each feature, named `part/feature`, with the counts that the features are measured against. */
export interface ToneCounts {
  readonly features: Record<string, number>;
  words: number;
  sentences: number;
  questions: number;
  openQuestions: number;
}

const words = toneWords as Readonly<Record<'lead' | 'asking' | 'request' | 'telling', string>>;

/** Reads the tone of the writer's own words. */
export function readTone(draft: Draft): ToneReading {
  const counts = countFeatures(draft);
  const values = featureValues(counts);
  const sums: Record<string, number> = Object.fromEntries(toneParts.map(({ id }) => [id, 0]));
  let total = weights.intercept;
  featureNames.forEach((name, index) => {
    const added = (weights.features as Record<string, number>)[name] ?? 0;
    const value = added * values[index]!;
    total += value;
    sums[name.slice(0, name.indexOf('/'))]! += value;
  });
  return {
    receptiveness: round(1 / (1 + Math.exp(-total))),
    parts: Object.fromEntries(Object.entries(sums).map(([part, sum]) => [part, round(sum)])),
    words: counts.words,
    sentences: counts.sentences,
    questions: counts.questions,
    openQuestions: counts.openQuestions,
    heat: heatOf(counts),
  };
}

/**
 * The numbers that the weights apply to, in the order of `featureNames`: occurrences against the length, both on a log scale, so
 * that a long text does not score by being long.
 */
export function featureValues({ features, words }: ToneCounts): number[] {
  const scale = Math.log(words + 10);
  return featureNames.map((name) => Math.log1p(features[name] ?? 0) / scale);
}

export function countFeatures(draft: Draft): ToneCounts {
  const { matcher, owners } = featureMatcher();
  const counts: ToneCounts = { features: {}, words: 0, sentences: 0, questions: 0, openQuestions: 0 };
  const add = (name: string) => {
    counts.features[name] = (counts.features[name] ?? 0) + 1;
  };
  for (const block of draft.blocks) {
    for (const { start, end } of splitSentences(block.text, block.masks)) {
      const tokens = tokenise(block.text, start, end, block.masks);
      if (tokens.count === 0) continue;
      counts.sentences++;
      counts.words += tokens.count;
      // One place counts once for a feature, however many of its patterns find it.
      const seen = new Set<string>();
      matcher.find(tokens, noTags, (pattern, { spanStart }) => {
        const name = owners[pattern]!;
        const key = `${name}@${spanStart}`;
        if (seen.has(key)) return;
        seen.add(key);
        add(name);
      });
      const ending = block.text.slice(Math.max(start, end - 4), end);
      if (ending.includes('?')) {
        counts.questions++;
        add('asking/question');
        const first = block.text.slice(start, start + 60);
        if (OPEN.test(first)) {
          counts.openQuestions++;
          add('asking/open-question');
        }
      }
      if (ending.includes('!')) add('warmth/exclaim');
      if (/[?!]{2}/.test(ending)) add('directness/double-mark');
      let upper = 0;
      for (let at = 0; at < tokens.count; at++) if ((tokens.kinds[at]! & TokenKind.upper) !== 0) upper++;
      if (upper > 2 && upper > tokens.count / 2) add('heat/shouting');
    }
  }
  return counts;
}

const any = (list: keyof typeof words) => alternatives(words[list].split(' '));
const OPEN = new RegExp(
  `^(?:(?:${any('lead')}),? )?(?:${any('asking')}|tell (?:me|us)|(?:${any('request')}) you (?:${any('telling')}))\\b`,
  'i',
);

function heatOf({ features, sentences }: ToneCounts): number {
  const hot =
    (features['heat/negative'] ?? 0) + 2 * (features['heat/shouting'] ?? 0) + (features['directness/double-mark'] ?? 0);
  return round(1 - Math.exp(-hot / Math.max(1, sentences)));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const noTags = () => [];
