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

/**
 * Fills the places of a rephrasing that stand for the writer: `{we}`, `{us}`, `{our}`, `{ours}`, `{ourselves}`, `{we are}`,
 * `{we were}`.
 *
 * @param who called only where there is such a place
 */
export function fillWriter(template: string, who: () => Writer): string {
  return template.replace(places, (_, words: string) => (who() === 'i' ? singular[words]! : words));
}

const places = /\{(we are|we were|we|us|ours|ourselves|our)\}/g;

/**
 * The pronoun the writer uses: the one in the words found, else the nearest in the sentence, else the nearest around it, else "we".
 *
 * @param sentence range of the sentence in the text, UTF-16 code units, end exclusive
 * @param words range of the words found
 */
export function writerOf(text: string, sentence: Range, words: Range): Writer {
  const at = words.start;
  const from = Math.max(sentence.start, at - reach);
  const to = Math.min(sentence.end, at + reach);
  return (
    nearest(text.slice(at, Math.min(words.end, to)), 0) ??
    nearest(text.slice(from, to), at - from) ??
    nearest(text.slice(Math.max(0, at - reach), at + reach), Math.min(at, reach)) ??
    'we'
  );
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Long texts are looked at near the words only. */
const reach = 800;

const pronouns =
  /(?<![\p{L}\d'’.])(?:(I|[Mm]y|[Mm]e|[Mm]ine|[Mm]yself|i(?=['’ ](?!\.)))|[Ww]e|[Uu]s|[Oo]urs?|[Oo]urselves)(?![\p{L}\d]|\.\p{L})/gu;

function nearest(text: string, at: number): Writer | undefined {
  let best: Writer | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (const match of text.matchAll(pronouns)) {
    const away = Math.abs(match.index - at);
    if (away >= distance) break;
    distance = away;
    best = match[1] === undefined ? 'we' : 'i';
  }
  return best;
}
