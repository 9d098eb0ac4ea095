import content from './wordClasses.yaml';

interface WordClasses {
  readonly negation: { readonly words: readonly string[]; readonly ending: string };
  readonly persons: Readonly<
    Record<'writer' | 'writerSingular' | 'writerPlural' | 'reader' | 'others', readonly string[]>
  >;
  readonly auxiliaries: Readonly<Record<'be' | 'have' | 'do' | 'modal', readonly string[]>>;
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
}

/** Closed classes of English words in lower case, as `wordClasses.yaml` has them. */
export const { negation, persons, auxiliaries, months, weekdays } = content as WordClasses;

/** A pattern for any of the words as whole words, without regard to case, to be used with `test` and `match`. */
export function anyOf(words: Iterable<string>, flags = 'i'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(words)})(?![\\p{L}\\p{N}])`, `${flags}u`);
}

/** The words as alternatives of a regular expression, the longest first. */
export function alternatives(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replace(/'/g, "['’]"))
    .join('|');
}

const negations = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${alternatives(negation.words)})(?![\\p{L}\\p{N}])|${alternatives([negation.ending])}(?!\\p{L})`,
  'giu',
);

/** How many words of a text negate. */
export function countNegations(text: string): number {
  return text.match(negations)?.length ?? 0;
}

export function isNegated(text: string): boolean {
  return countNegations(text) > 0;
}
