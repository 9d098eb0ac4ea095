import { type Tokens, wordAt } from '../language/tokens';
import type { PreparedRephrasing } from './rule';

/**
 * Where a rephrasing reads well: words that must or must not come right before or right after it, written as phrases between
 * commas. In the lists of following words `comma` is a comma and `$` the
 * end of the sentence or any other mark.
 */
export interface Placing {
  /** Offered only where one of these follows. */
  readonly before?: string;
  readonly 'not-before'?: string;
  /** Offered only where one of these stands before. */
  readonly after?: string;
  readonly 'not-after'?: string;
}

/** Does the rephrasing fit between the words before `first` and those from `end` on? Token indices. */
export function fitsBetween(placing: PreparedRephrasing, tokens: Tokens, first: number, end: number): boolean {
  const { before, after, 'not-before': notBefore, 'not-after': notAfter } = placing;
  // A request stands on its own: "because please send it" is no English.
  if (/^please\b/.test(placing.to) && precedes(subordinators, tokens, first)) return false;
  if (before !== undefined && !follows(before, tokens, end)) return false;
  if (notBefore !== undefined && follows(notBefore, tokens, end)) return false;
  if (after !== undefined && !precedes(after, tokens, first)) return false;
  return notAfter === undefined || !precedes(notAfter, tokens, first);
}

const subordinators =
  'because, that, if, unless, when, whenever, while, since, although, though, as, which, who, whom, where, whether, why, how, what, to, until, after, before, says, said';

function follows(phrases: string, tokens: Tokens, end: number): boolean {
  const isOver = end >= tokens.count;
  const mark = (isOver ? '$' : /^\s*([.,;:!?(–—-])/.exec(gapAt(tokens, end))?.[1]) ?? '';
  return phrases.split(', ').some((phrase) => {
    if (phrase === '$') return mark !== '' && mark !== ',';
    if (phrase === 'comma') return mark === ',';
    const words = phrase.split(' ');
    return (
      mark === '' && end + words.length <= tokens.count && words.every((word, at) => word === wordAt(tokens, end + at))
    );
  });
}

function precedes(phrases: string, tokens: Tokens, first: number): boolean {
  return phrases.split(', ').some((phrase) => {
    const words = phrase.split(' ');
    const start = first - words.length;
    return start >= 0 && words.every((word, at) => word === wordAt(tokens, start + at));
  });
}

function gapAt(tokens: Tokens, end: number): string {
  return end > 0 ? tokens.text.slice(tokens.ends[end - 1], tokens.starts[end]) : '';
}
