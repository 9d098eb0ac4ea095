import type { Matcher } from '../language/matcher';
import type { WordLists } from '../language/pattern/patternItems';
import type { PreparedIndex } from '../language/patternIndex';
import { createPreparedMatcher, indexSources } from '../language/preparedPatterns';
import source from './features.yaml';

export interface TonePart {
  readonly id: string;
  readonly title: string;
  readonly says: string;
}

/** `features.yaml`; the build adds the index of its patterns. */
export interface FeatureFile {
  readonly parts: Readonly<Record<string, PartSource>>;
  readonly lists: WordLists;
  readonly index?: PreparedIndex;
}

interface PartSource {
  readonly title: string;
  readonly says: string;
  readonly features: Readonly<Record<string, readonly string[]>>;
}

const file = source as FeatureFile;

export const toneParts: readonly TonePart[] = Object.entries(file.parts).map(([id, { title, says }]) => ({
  id,
  title,
  says,
}));

export const featureNames: readonly string[] = Object.entries(file.parts).flatMap(([part, { features }]) =>
  Object.keys(features).map((feature) => `${part}/${feature}`),
);

/** Looks for all features at once. */
export interface FeatureMatcher {
  readonly matcher: Matcher;
  /** The feature, named `part/feature`, that each pattern of the matcher belongs to. */
  readonly owners: readonly string[];
}

let known: FeatureMatcher | undefined;

export function featureMatcher(): FeatureMatcher {
  known ??= readMatcher(file);
  return known;
}

function readMatcher({ parts, lists, index }: FeatureFile): FeatureMatcher {
  if (index === undefined) throw new Error('The build has made no index of the features.');
  const patterns = patternsIn(parts);
  return {
    matcher: createPreparedMatcher(
      index,
      patterns.map(({ pattern }) => pattern),
      lists,
    ),
    owners: patterns.map(({ owner }) => owner),
  };
}

/** Adds the index to the features. Runs when a bundle is built. */
export function prepareFeatures(content: FeatureFile): FeatureFile {
  const patterns = patternsIn(content.parts).map(({ pattern }) => pattern);
  return { ...content, index: indexSources(patterns, content.lists) };
}

function patternsIn(parts: FeatureFile['parts']): { readonly owner: string; readonly pattern: string }[] {
  return Object.entries(parts).flatMap(([part, { features }]) =>
    Object.entries(features).flatMap(([feature, patterns]) =>
      patterns.map((pattern) => ({ owner: `${part}/${feature}`, pattern })),
    ),
  );
}
