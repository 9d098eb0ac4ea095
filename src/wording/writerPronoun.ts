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
 * The pronoun the writer uses: in the sentence the one nearest to the words found, else the nearest one around it, else "we".
 *
 * @param sentence range of the sentence in the text, UTF-16 code units, end exclusive
 * @param at where the words found begin
 */
export function writerOf(text: string, sentence: { readonly start: number; readonly end: number }, at: number): Writer {
  const from = Math.max(sentence.start, at - reach);
  const to = Math.min(sentence.end, at + reach);
  return (
    nearest(text.slice(from, to), at - from) ??
    nearest(text.slice(Math.max(0, at - reach), at + reach), Math.min(at, reach)) ??
    'we'
  );
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
