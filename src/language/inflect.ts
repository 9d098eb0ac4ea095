import nlp from 'compromise/two';

export type WordClass = 'verb' | 'noun';

/** Base, third person, past, -ing form and participle, in this order; "be" has its eight forms. */
export type VerbForms = readonly string[];

/** All inflections of a verb. Source of the forms: compromise's conjugation tables. */
export function verbForms(verb: string): VerbForms {
  if (verb === 'be') return ['be', 'is', 'was', 'being', 'been', 'am', 'are', 'were'];
  const [head, ...rest] = verb.split(' ');
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
  const forms = transform.verb.conjugate(head!, model);
  const past = forms.PastTense ?? head!;
  return [head!, forms.PresentTense ?? head!, past, forms.Gerund ?? head!, forms.Participle ?? past].map(
    (form) => form + tail,
  );
}

/** Singular and plural of a noun; the last word of a phrase carries the number. */
export function nounForms(noun: string): readonly [singular: string, plural: string] {
  const words = noun.split(' ');
  const last = words.pop()!;
  const head = words.length > 0 ? `${words.join(' ')} ` : '';
  return [noun, head + transform.noun.toPlural(last, model)];
}

/**
 * Writes out the roots of a pattern: `{walk}` becomes a choice of all verb and noun forms, `{walk/verb}` and `{walk/noun}` of
 * one kind. Counts such as `.{0,3}` stay.
 */
export function expandRoots(pattern: string): string {
  return pattern.replace(/\{([a-z][a-z'-]*)(?:\/(verb|noun))?\}/g, (_, root: string, wordClass?: WordClass) => {
    const forms = [
      ...(wordClass === 'noun' ? [] : verbForms(root)),
      ...(wordClass === 'verb' || root === 'be' ? [] : nounForms(root)),
    ];
    return `(${[...new Set(forms)].join('|')})`;
  });
}

/** For each form of one word, the same form of the other; a past that may be a participle has both, past first. */
export type FormTable = Readonly<Record<string, string | readonly [past: string, participle: string]>>;

/** Pairs the forms of a word with those of what replaces it: "demanded" with "asked for". */
export function pairForms(from: string, to: string, wordClass: WordClass): FormTable {
  if (wordClass === 'noun') {
    const [singular, plural] = nounForms(from);
    const [toSingular, toPlural] = nounForms(to);
    return { [singular]: toSingular, [plural]: toPlural };
  }
  const source = verbForms(from);
  const target = verbForms(to);
  const table: Record<string, string | [string, string]> = {};
  source.forEach((form, index) => {
    // The forms of "be" beyond the five of other verbs are present and past.
    const same = index < 5 ? index : index === 7 ? 2 : 0;
    table[form] ??= target[Math.min(same, target.length - 1)]!;
  });
  if (source[2] === source[4] && target[2] !== target[4]) table[source[2]!] = [target[2]!, target[4]!];
  return table;
}

interface Transform {
  verb: { conjugate(verb: string, model: unknown): Partial<Record<string, string>> };
  noun: { toPlural(noun: string, model: unknown): string };
}

const library = nlp as unknown as { methods(): { two: { transform: Transform } }; model(): unknown };
const { transform } = library.methods().two;
const model = library.model();
