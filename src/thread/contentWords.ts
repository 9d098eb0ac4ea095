import { classWords } from '../language/wordClasses';

/** The words of a text that carry its matter, cut to their stems, so that "delivered" meets "delivery". */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)) {
    if (word.length < 3 || functionWords.has(word)) continue;
    words.push(stem(word));
  }
  return words;
}

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
