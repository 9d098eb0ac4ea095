import { classWords } from './wordClasses';

/** The words as alternatives of a regular expression, the longest first; an apostrophe may be of either form. */
export function alternatives(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/'/g, "['’]"))
    .join('|');
}

/** The words of a list as content files write it, parted by commas. */
export function listedWords(list: string): string[] {
  return list.split(',').map((word) => word.trim());
}

/** A pattern for any of the words as whole words, without regard to case. */
export function anyOf(words: Iterable<string>, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(words)})(?![\\p{L}\\p{N}])`, flags);
}

let negations: RegExp | undefined;

/** How many words of a text negate; `don't` and `cannot` do, as in the sentences that the tokeniser reads. */
export function countNegations(text: string): number {
  negations ??= new RegExp(`${anyOf(classWords('negator')).source}|n['’]t(?!\\p{L})`, 'giu');
  return text.match(negations)?.length ?? 0;
}

export function isNegated(text: string): boolean {
  return countNegations(text) > 0;
}
