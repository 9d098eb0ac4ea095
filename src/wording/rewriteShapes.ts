import type { ClauseConditions } from '../language/clause/clauseConditions';
import { createMatcher, type Matcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import type { WordLists } from '../language/pattern/patternItems';
import { lists } from './builtIn';
import acts from './rewrites/acts.yaml';
import impressions from './rewrites/impressions.yaml';
import judgements from './rewrites/judgements.yaml';
import milder from './rewrites/milder.yaml';
import offers from './rewrites/offers.yaml';
import questions from './rewrites/questions.yaml';
import steps from './rewrites/steps.yaml';
import wordSource from './rewriteWords.yaml';
import type { Family } from './rule';
import clauses from './sentenceRewrites.yaml';

/** A way to say something else, as `sentenceRewrites.yaml` and the files in `rewrites` write it. */
export interface Shape {
  /** Offered for findings of these families; of any where this is left out. */
  readonly families?: readonly Family[];
  readonly match: readonly string[];
  readonly to: readonly string[];
  /** The sentence becomes a question or a statement; what is replaced must stand in the clause that ends it. */
  readonly ends?: 'question' | 'statement';
  /** Where what is replaced has to stand. */
  readonly place?: Place;
  /** Silent where one of these stands in the sentence. */
  readonly 'unless-sentence'?: readonly string[];
  /** The text begins with a noun and takes “a” or “an”. */
  readonly article?: boolean;
  /** The text has blanks. */
  readonly frame?: boolean;
}

/**
 * `attribute` between a word that points to a noun and the noun, so that what is meant stays clear without it; `end` where the sentence or clause ends; `predicate` where nothing follows but when or where;
 * `start` where a clause begins; `main` where one begins that depends on no other; `whole` from where a clause begins to its end; `opening` before
 * the rest of its sentence, with a mark between; `aside` where an adverb may be left out; `not-or` behind no “or”.
 */
export type Place = 'attribute' | 'end' | 'predicate' | 'start' | 'main' | 'whole' | 'opening' | 'aside' | 'not-or';

export interface Shapes {
  readonly shapes: readonly Shape[];
  readonly matcher: Matcher;
  readonly shapeOf: readonly number[];
  /** What a pattern asks of its clause. */
  conditionOf(pattern: number): ClauseConditions | undefined;
  readonly exceptions: Matcher;
  /** The shape that each exception silences. */
  readonly exceptionOf: readonly number[];
  /** Does a word, in lower case, belong to a closed class? */
  readonly isIn: (name: WordSet, word: string) => boolean;
  /** The plain form of a past or an -ing form: “sent” is “send”. */
  readonly plainForms: ReadonlyMap<string, string>;
  /** The participle of a plain form: “send” has “sent”. */
  readonly participles: ReadonlyMap<string, string>;
}

const wordSets = [
  'ends-noun',
  'goes-on',
  'when-or-where',
  'begins-clause',
  'leads-on',
  'subject',
  'many',
  'opens',
  'opens-main',
  'needs-manner',
  'sets-against',
  'gives-reason',
] as const;

type WordSet = (typeof wordSets)[number];

/** A file of shapes, with lists of its own. */
interface Part {
  readonly shapes: readonly Shape[];
  readonly lists?: WordLists;
}

interface Words {
  readonly lists: WordLists;
  readonly words: Readonly<Record<WordSet, string>>;
  readonly irregular: string;
}

let ready: Shapes | undefined;

/** The shapes, read when the first finding is shown that needs them. */
export function rewriteShapes(): Shapes {
  ready ??= prepare(wordSource as unknown as Words, parts as readonly Part[]);
  return ready;
}

/** What is said of an act, a person or a price is more exact than what is said of any clause: it comes first; what fits many clauses comes last. */
const parts: readonly unknown[] = [acts, judgements, steps, questions, offers, clauses, milder, impressions];

function prepare({ lists: shared, words, irregular }: Words, files: readonly Part[]): Shapes {
  const shapes = files.flatMap((file) => file.shapes);
  const own: WordLists = Object.assign({}, shared, ...files.map((file) => file.lists));
  const known = { ...lists, ...own };
  const shapeOf = shapes.flatMap(({ match }, shape) => match.map(() => shape));
  const patterns = shapes.flatMap(({ match }) => match.map((pattern) => compilePattern(pattern, known)));
  const exceptionOf = shapes.flatMap((shape, at) => (shape['unless-sentence'] ?? []).map(() => at));
  const exceptions = shapes.flatMap((shape) =>
    (shape['unless-sentence'] ?? []).map((pattern) => compilePattern(pattern, known)),
  );
  const setOf = (name: WordSet): ReadonlySet<string> => new Set(words[name].trim().split(/\s+/));
  const sets = new Map(wordSets.map((name) => [name, setOf(name)]));
  return {
    shapes,
    shapeOf,
    matcher: createMatcher(patterns),
    // A pattern is read when it matches, not all of them at the first finding.
    conditionOf: (pattern) => patterns[pattern]!.clause,
    exceptions: createMatcher(exceptions),
    exceptionOf,
    isIn: (name, word) => sets.get(name)!.has(word),
    plainForms: plainFormsOf(own['plain-verb'] ?? [], irregular),
    participles: participlesOf(own['plain-verb'] ?? [], irregular),
  };
}

function plainFormsOf(verbs: readonly string[], irregular: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const verb of verbs) for (const form of regularForms(verb)) forms.set(form, verb);
  for (const pair of irregular.trim().split(/\s+/)) {
    const [past, verb] = pair.split(':') as [string, string];
    forms.set(past, verb);
  }
  for (const verb of verbs) forms.set(verb, verb);
  return forms;
}

/** Of an irregular verb the form that is listed last. */
function participlesOf(verbs: readonly string[], irregular: string): ReadonlyMap<string, string> {
  const forms = new Map(verbs.map((verb) => [verb, regularParticiple(verb)]));
  for (const pair of irregular.trim().split(/\s+/)) {
    const [form, verb] = pair.split(':') as [string, string];
    forms.set(verb, form);
  }
  return forms;
}

function regularParticiple(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  if (verb.endsWith('e')) return `${verb}d`;
  // "stop" and "admit" double their last letter, "open" and "offer" do not.
  return /^(?:[^aeiou]*[aeiou][bdgmnpt]|\w*(?:mit|fer|gret|cel|vel))$/.test(verb) &&
    !/(?:offer|suffer|differ)$/.test(verb)
    ? `${verb}${verb.slice(-1)}ed`
    : `${verb}ed`;
}

/** Third person, past and -ing form; with the last letter doubled as well, since no list says where it is. */
function regularForms(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('ie')) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -2)}ying`];
  if (verb.endsWith('e')) return [`${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const last = verb.slice(-1);
  const third = /(?:s|x|sh|ch|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [third, `${verb}ed`, `${verb}ing`, `${verb}${last}ed`, `${verb}${last}ing`];
}
