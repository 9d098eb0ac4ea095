import { expandRoots, type FormTable, pairForms, type WordClass } from './inflect';
import { preparePattern } from './pattern';
import type { WordLists } from './pattern/patternItems';

const patternKeys = new Set(['match', 'unless', 'unless-sentence', 'says', 'hints', 'patterns', 'lists']);

/**
 * Adds to every pattern of a content file the words that it cannot do without.
 *
 * @param value content that `prepareContent` has written out
 * @param shared word lists that the file may name beside its own
 * @throws PatternError when a pattern cannot be read
 */
export function prepareAnchors(value: unknown, shared: WordLists): unknown {
  const own = (value as { lists?: WordLists } | null)?.lists;
  const lists = { ...shared, ...own };
  const walk = (inner: unknown, key: string): unknown => {
    if (Array.isArray(inner))
      return inner.map((item) =>
        typeof item === 'string' && anchoredKeys.has(key) ? preparePattern(item, lists) : walk(item, key),
      );
    if (typeof inner !== 'object' || inner === null || key === 'lists' || key === 'examples') return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([name, item]) => [name, walk(item, key === 'features' ? 'says' : name)]),
    );
  };
  return walk(value, '');
}

const anchoredKeys = new Set(['match', 'unless', 'unless-sentence', 'says', 'hints', 'patterns']);

/**
 * Prepares content as written by people for quick reading: writes out `{root}` in every pattern and pairs the word forms of
 * every `{from/verb>to}` in a rephrasing. Runs when the bundle is built, and at run time for a team's own rules.
 */
export function prepareContent(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return patternKeys.has(key) ? expandRoots(value) : value;
  if (key === 'rephrase' && Array.isArray(value)) return value.map(prepareRephrasing);
  if (Array.isArray(value)) return value.map((item) => prepareContent(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, prepareContent(inner, key === 'lists' ? key : name)]),
  );
}

const swap = /\{([a-z' ]+)\/(verb|noun)>([a-z' ]+)\}/g;

function prepareRephrasing(value: unknown): unknown {
  const source = typeof value === 'string' ? { to: value } : (value as { to?: unknown });
  if (typeof source?.to !== 'string') return value;
  const forms: FormTable[] = [...source.to.matchAll(swap)].map(([, from, wordClass, to]) =>
    pairForms(from!, to!, wordClass as WordClass),
  );
  return forms.length === 0 ? source : { ...source, forms };
}
