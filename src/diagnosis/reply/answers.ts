import { createMatcher, type Matcher } from '../../language/matcher';
import { compilePattern } from '../../language/pattern';
import { tokenise } from '../../language/tokens';
import { contentWords, stem } from '../../thread/contentWords';
import type { LabelledSentence } from '../../thread/dialogueActs';
import { readNamedDates } from '../../thread/namedDates';
import words from './answerWords.yaml';

interface AnswerWords {
  readonly groups: readonly (readonly string[])[];
  readonly 'puts-off': readonly string[];
  readonly 'yes-or-no': readonly string[];
  readonly gives: readonly string[];
  readonly grants: readonly string[];
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
  if (form === 'request')
    return /^(?:it|they|that|this|he|she|we|i) (?:is|are|was|were|do|does|have|has|can|will)\b\s*[,.;]/i.test(text);
  return form === 'where' && /\b(?:in|at|from|near|to) \p{Lu}\p{Ll}/u.test(text);
}

function formOf(question: string): Form {
  const text = question.toLowerCase().replace(GREETING, '');
  if (
    /\b(?:any (?:room|chance|flexibility|movement)|(?:lower|better|best) (?:price|offer|rate)|come down)\b/.test(text)
  )
    return 'room';
  if (/\b(?:do|take|go|accept|offer|pay|sell|let it go)\b[^.?]*\d/.test(text)) return 'room';
  if (/\b(?:when|by when|what (?:date|day|time)|how soon|how long)\b/.test(text)) return 'when';
  if (
    /\b(?:how (?:much|many|big|far|large)|what (?:is|are|would be) (?:the|your) (?:price|cost|rate|fee|figure|(?:\w+ )?numbers?|(?:\w+ )?figures?|total|size|volume))\b/.test(
      text,
    )
  )
    return 'how-much';
  if (/\b(?:who|whose|whom)\b/.test(text)) return 'who';
  if (/\bwhere\b/.test(text)) return 'where';
  if (/\b(?:why|how come|what makes|what is behind)\b/.test(text)) return 'why';
  if (
    /^\W*(?:(?:and|but|also|so|or|then)[ ,]+)*(?:did|have|has|is that|is it|are you|was|does that|do you agree)\b/.test(
      text,
    )
  )
    return 'check';
  if (/^\W*(?:(?:and|but|also|so|or|then)[ ,]+)*(?:can|could|would|will|do|does|is|are|may|shall)\b/.test(text))
    return 'request';
  if (/\b(?:if|whether)\b/.test(text)) return 'told';
  return 'open';
}

/** A greeting in the line of the question. */
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning)\b[^,!?]{0,40}[,!]\s*/;

function fitsForm(form: Form, line: LabelledSentence): boolean {
  switch (form) {
    case 'when':
      return (
        readNamedDates(line.text).length > 0 ||
        /\b(?:days?|weeks?|months?|until|till|after|before|soon|easter|christmas)\b/i.test(line.text)
      );
    case 'how-much':
      return line.numbers > 0 || NUMBER_WORD.test(line.text);
    case 'who':
      return /\b(?:i|we|me|us|my|our|he|she|they|mine|ours|yours|belongs?)\b|(?<=\w )\p{Lu}\p{Ll}+/u.test(line.text);
    case 'where':
      return /\b(?:in|at|on|near|by|from)\b \S/i.test(line.text);
    case 'why':
      return (
        line.acts.has('reason') || /\b(?:because|that is why|that's why|the reason|so that|since)\b/i.test(line.text)
      );
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

const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundred|thousand|half|none)\b/i;

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

type PatternList = Exclude<keyof AnswerWords, 'groups'>;

/** Does a sentence match one of the patterns of a list in `answerWords.yaml`? */
export function matches(name: PatternList, text: string): boolean {
  let found = false;
  ready()[name].find(
    tokenise(text, 0, text.length),
    () => [],
    () => {
      found = true;
    },
  );
  return found;
}

interface Compiled extends Readonly<Record<PatternList, Matcher>> {
  readonly groupOf: ReadonlyMap<string, readonly number[]>;
}

let compiled: Compiled | undefined;

function ready(): Compiled {
  if (compiled === undefined) {
    const { groups, ...lists } = words as AnswerWords;
    const groupOf = new Map<string, number[]>();
    groups.forEach((group, index) => {
      for (const word of group) groupOf.set(stem(word), [...(groupOf.get(stem(word)) ?? []), index]);
    });
    const matcher = (list: readonly string[]) => createMatcher(list.map((source) => compilePattern(source)));
    compiled = {
      'puts-off': matcher(lists['puts-off']),
      'yes-or-no': matcher(lists['yes-or-no']),
      gives: matcher(lists.gives),
      grants: matcher(lists.grants),
      groupOf,
    };
  }
  return compiled;
}
