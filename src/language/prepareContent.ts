import { expandRoots, type FormTable, pairForms, type WordClass } from './inflect';

const patternKeys = new Set(['match', 'unless', 'unless-sentence', 'says', 'patterns', 'lists']);

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
