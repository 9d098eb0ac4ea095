/** Who writes: "I" or "we". */
export type Writer = 'i' | 'we';

const singular: Readonly<Record<string, string>> = {
  we: 'I',
  us: 'me',
  our: 'my',
  ours: 'mine',
  ourselves: 'myself',
  'we are': 'I am',
  'we were': 'I was',
};

/** The same for a writer who says "we"; keys in lower case. */
const plural: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(singular).map(([many, one]) => [one.toLowerCase(), many]),
);

/**
 * Fills the places of a rephrasing that stand for the writer: `{we}`, `{us}`, `{our}`, `{ours}`, `{ourselves}`, `{we are}`,
 * `{we were}`.
 *
 * @param who called only where there is such a place
 */
export function fillWriter(template: string, who: () => Writer): string {
  return template.replace(places, (_, words: string) => (who() === 'i' ? singular[words]! : words));
}

/** What the writer calls themselves, said with the pronoun of `who`; other words as they are. */
export function inVoice(words: string, who: Writer): string {
  return (who === 'i' ? singular : plural)[words.toLowerCase()] ?? words;
}

/** A pattern of all words that `inVoice` knows, those of several words first. */
export const writerWords = [...Object.keys(singular), ...Object.keys(plural)]
  .sort((a, b) => b.length - a.length)
  .join('|');

const places = /\{(we are|we were|we|us|ours|ourselves|our)\}/g;

/**
 * The pronoun the writer uses: the one in the words found, else the nearest in the sentence, else the nearest around it, else "we".
 *
 * @param sentence range of the sentence in the text, UTF-16 code units, end exclusive
 * @param words range of the words found
 */
export function writerOf(text: string, sentence: Range, words: Range): Writer {
  const found = pronounsOf(text);
  const first = firstFrom(found.starts, words.start);
  if ((found.starts[first] ?? words.end) < words.end) return found.writers[first]!;
  const before = first - 1;
  const near = isNearer(found.starts, before, first, words.start) ? before : first;
  const other = near === before ? first : before;
  const isInside = (at: number) => found.starts[at]! >= sentence.start && found.starts[at]! < sentence.end;
  if (isInside(near)) return found.writers[near]!;
  if (isInside(other)) return found.writers[other]!;
  return found.writers[near] ?? 'we';
}

/** Does anybody say “I” or “we”? */
export function speaks(text: string): boolean {
  return pronounsOf(text).starts.length > 0;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

const pronouns =
  /(?<![\p{L}\d'’.])(?:(I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself|i(?=['’ ](?!\.)))|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)(?![\p{L}\d]|\.\p{L})/gu;

interface Pronouns {
  readonly text: string;
  readonly starts: readonly number[];
  readonly writers: readonly Writer[];
}

/** Of the text read last: rephrasings of one block ask again and again. */
let latest: Pronouns = { text: '', starts: [], writers: [] };

function pronounsOf(text: string): Pronouns {
  if (latest.text === text) return latest;
  const starts: number[] = [];
  const writers: Writer[] = [];
  for (const match of text.matchAll(pronouns)) {
    starts.push(match.index);
    writers.push(match[1] === undefined ? 'we' : 'i');
  }
  latest = { text, starts, writers };
  return latest;
}

function firstFrom(starts: readonly number[], from: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isNearer(starts: readonly number[], before: number, after: number, at: number): boolean {
  if (before < 0) return false;
  return after >= starts.length || at - starts[before]! < starts[after]! - at;
}
