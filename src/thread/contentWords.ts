import { remembered } from '../language/remembered';
import { classWords } from '../language/wordClasses';

/** Sentences, and words, of which it is remembered what they carry: drafts and threads are read more than once. */
const SENTENCES = 8_000;
const WORDS = 20_000;

/** The words of a text that carry its matter, cut to their stems, so that "delivered" meets "delivery". */
export const contentWords: (text: string) => readonly string[] = remembered(SENTENCES, readContent);

function readContent(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? []) {
    const carried = carriedBy(word);
    if (carried !== undefined) found.push(carried);
  }
  return found;
}

const carriedBy = remembered(WORDS, (word) => (word.length < 3 || functionWords.has(word) ? undefined : stem(word)));

/** Cuts off the commonest English endings. Two forms of one word mostly meet; it need not be a word that is left. */
export function stem(word: string): string {
  let base = word.replace(/['’]s?$/, '');
  if (base.length > 5) base = base.replace(/(?:ations?|ments?|ingly|edly|ings?|ies|ied|ers?|ed|es|ly|y|e|s)$/, '');
  else if (base.length > 3) base = base.replace(/(?:s|e|y)$/, '');
  return base;
}

/** Share of the words of `few` that are also in `many`, 0 for none. */
export function shareIn(few: readonly string[], many: ReadonlySet<string>): number {
  const distinct = new Set(few);
  if (distinct.size === 0) return 0;
  let shared = 0;
  for (const word of distinct) if (many.has(word)) shared++;
  return shared / distinct.size;
}

const functionWords = new Set(classWords('no-matter').flatMap((word) => [word, word.replace("'", '’')]));
