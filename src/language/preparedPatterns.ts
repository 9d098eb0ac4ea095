import { createIndexedMatcher, type Matcher } from './matcher';
import { compilePattern, neededWords, type Pattern, readLater } from './pattern';
import type { WordLists } from './pattern/patternItems';
import { type PreparedIndex, prepareIndex, readIndex } from './patternIndex';

/**
 * Works out, when a bundle is built, which words the patterns of a content file are looked for by.
 *
 * @throws PatternError when a pattern cannot be read
 */
export function indexSources(sources: readonly string[], lists: WordLists): PreparedIndex {
  return prepareIndex(
    sources.map((source) => compilePattern(source, lists)),
    sources.map((source) => neededWords(source, lists)),
  );
}

/** A matcher over patterns with the index that the build has made of them. A pattern is read when its words turn up. */
export function createPreparedMatcher(index: PreparedIndex, sources: readonly string[], lists: WordLists): Matcher {
  const patterns: (Pattern | undefined)[] = new Array(sources.length);
  return createIndexedMatcher(readIndex(index), (place) => {
    patterns[place] ??= readLater(sources[place]!, lists);
    return patterns[place];
  });
}
