import { createMatcher, type Matcher } from '../../language/matcher';
import { compilePattern } from '../../language/pattern';
import { tokenise } from '../../language/tokens';
import { contentWords, stem } from '../../thread/contentWords';
import type { LabelledSentence } from '../../thread/dialogueActs';
import { readNamedDates } from '../../thread/namedDates';
import words from './answerWords.yaml';

interface AnswerWords {
  readonly groups: readonly (readonly string[])[];
  /** Patterns by what a sentence does. */
  readonly signs: Readonly<Record<Sign, readonly string[]>>;
}

/**
 * The sentence of a reply that answers a question, in its words or in others. A sentence that puts the answer off is none.
 *
 * @param taken sentences that answer other questions by their form alone
 */
export function findAnswer(
  question: string,
  reply: readonly LabelledSentence[],
  taken: ReadonlySet<LabelledSentence>,
): { readonly line: LabelledSentence; readonly byForm: boolean } | undefined {
  const asked = wordsOf(question);
  const form = formOf(question);
  // Whoever takes up the matter of a yes-or-no question says by it how it is.
  const closed = form === 'check' || form === 'request' || form === 'told';
  const scored = reply
    .filter(({ asks, text }) => !asks && !matches('puts-off', text))
    .map((line) => {
      const shared = sharedWith(asked, line);
      const fits = fitsForm(form, line);
      return { line, shared, fits, points: shared + (fits ? 1 : 0) };
    });
  const best = scored
    .filter(({ shared, fits }) => shared >= 2 || (shared >= 1 && (fits || closed || asked.length <= 2)))
    .sort((a, b) => b.points - a.points)[0];
  if (best !== undefined) return { line: best.line, byForm: false };
  const formal = scored.find(
    ({ line, fits }) =>
      !taken.has(line) &&
      ((fits && (STRONG.has(form) || shows(form, line))) || (form === 'request' && line.acts.has('refuse'))),
  );
  return formal === undefined ? undefined : { line: formal.line, byForm: true };
}

type Form = 'told' | 'when' | 'how-much' | 'who' | 'where' | 'why' | 'room' | 'check' | 'request' | 'open';

/** Forms whose answer shows by itself, without a word of the question. */
const STRONG: ReadonlySet<Form> = new Set(['how-much', 'room', 'check', 'why']);

/** A day for "when", a place with a name for "where", "it is" for a question of yes or no. */
function shows(form: Form, { text }: LabelledSentence): boolean {
  if (form === 'when') return readNamedDates(text).length > 0;
  if (form === 'request') return matches('says-so', text.split(/(?<=\w)\s*[,.;]/)[0]!);
  return form === 'where' && matches('names-town', text);
}

/** In the order in which a question is looked at. */
const FORMS: readonly (readonly [Form, Sign])[] = [
  ['room', 'asks-room'],
  ['when', 'asks-when'],
  ['how-much', 'asks-how-much'],
  ['who', 'asks-who'],
  ['where', 'asks-where'],
  ['why', 'asks-why'],
  ['check', 'asks-check'],
  ['request', 'asks-request'],
  ['told', 'asks-told'],
];

function formOf(question: string): Form {
  const opening = question.indexOf(',');
  // "Hi Sam, can you …" asks from the comma on.
  const greets = opening > 0 && matches('greets', question.slice(0, opening));
  const text = greets ? question.slice(opening + 1).trim() : question;
  return FORMS.find(([, sign]) => matches(sign, text))?.[0] ?? 'open';
}

function fitsForm(form: Form, line: LabelledSentence): boolean {
  switch (form) {
    case 'when':
      return readNamedDates(line.text).length > 0 || matches('names-time', line.text);
    case 'how-much':
      return line.numbers > 0 || matches('names-number', line.text);
    case 'who':
      return NAME.test(line.text) || matches('names-person', line.text);
    case 'where':
      return matches('names-place', line.text);
    case 'why':
      return line.acts.has('reason') || matches('gives-reason', line.text);
    case 'room':
      return line.acts.has('give') || line.acts.has('refuse') || line.acts.has('own-limit') || line.numbers > 0;
    case 'check':
    case 'request':
    case 'told':
      return matches('yes-or-no', line.text) || (form !== 'told' && matches('grants', line.text));
    default:
      return false;
  }
}

/** A word with a capital within the sentence. */
const NAME = /(?<=\w )\p{Lu}\p{Ll}+/u;

/** The words of a question, months and numbers among them. */
function wordsOf(text: string): string[] {
  return [...new Set([...contentWords(text), ...marksOf(text)])];
}

/** What stands in a text as a name, a month or a number. */
function marksOf(text: string): string[] {
  return [...text.matchAll(/(?<=\S )\p{Lu}\p{Ll}{2,}|\d[\d.,]*\d|\d/gu)].map(([mark]) => mark.toLowerCase());
}

function sharedWith(asked: readonly string[], line: LabelledSentence): number {
  const said = [...new Set([...line.content, ...marksOf(` ${line.text}`), ...marksOf(`x ${line.text}`)])];
  return asked.filter((word) => said.some((other) => sameMatter(word, other))).length;
}

/** The same stem, a common beginning of five letters, or two words of one group. */
function sameMatter(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length >= 5 && b.length >= 5 && a.slice(0, 5) === b.slice(0, 5)) return true;
  // The ending of one form may have been cut where that of the other was not: cover, covers.
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.length - short.length <= 2 && long.startsWith(short)) return true;
  const { groupOf } = ready();
  const groups = groupOf.get(a);
  return groups !== undefined && (groupOf.get(b) ?? []).some((group) => groups.includes(group));
}

/** What a sentence of a reply or a question does, as named in `answerWords.yaml`. */
export type Sign =
  | 'puts-off'
  | 'yes-or-no'
  | 'gives'
  | 'grants'
  | 'greets'
  | `asks-${'room' | 'when' | 'how-much' | 'who' | 'where' | 'why' | 'check' | 'request' | 'told'}`
  | `names-${'time' | 'number' | 'person' | 'place' | 'town'}`
  | 'gives-reason'
  | 'says-so'
  | 'wants-deed'
  | 'wants-news'
  | 'agrees'
  | 'undertakes'
  | 'undertakes-not'
  | 'threatens'
  | 'comes-soon'
  | 'sets-step'
  | 'vague-time';

/** Does a sentence match one of the patterns of a sign? */
export function matches(name: Sign, text: string): boolean {
  let found = false;
  ready().signs[name].find(
    tokenise(text, 0, text.length),
    () => [],
    () => {
      found = true;
    },
  );
  return found;
}

interface Compiled {
  readonly signs: Readonly<Record<Sign, Matcher>>;
  readonly groupOf: ReadonlyMap<string, readonly number[]>;
}

let compiled: Compiled | undefined;

function ready(): Compiled {
  if (compiled === undefined) {
    const { groups, signs } = words as AnswerWords;
    const groupOf = new Map<string, number[]>();
    groups.forEach((group, index) => {
      for (const word of group) groupOf.set(stem(word), [...(groupOf.get(stem(word)) ?? []), index]);
    });
    const matchers = Object.entries(signs).map(([name, list]) => [
      name,
      createMatcher(list.map((source) => compilePattern(source))),
    ]);
    compiled = { signs: Object.fromEntries(matchers) as Readonly<Record<Sign, Matcher>>, groupOf };
  }
  return compiled;
}
