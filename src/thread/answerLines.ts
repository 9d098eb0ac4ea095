import { isNegated } from '../language/wordPatterns';
import type { Amount } from './amounts';
import { groupsOf, matches, type Sign } from './answerSigns';
import { contentWords } from './contentWords';
import type { LabelledSentence } from './dialogueActs';
import { readNamedDates } from './namedDates';

/** What an answer is looked for in, and by what. */
export interface AnswerSearch {
  /** The amounts that a sentence names. */
  readonly amountsOf: (line: LabelledSentence) => readonly Amount[];
  /** Sentences that answer other questions by their form alone. */
  readonly taken?: ReadonlySet<LabelledSentence>;
  /** Is the reply a draft that is held against its questions? Then half of the matter in the right form is meant as an answer. */
  readonly draft?: boolean;
  /** Is it a later reply, in which only the matter of the question or a figure against its figure answers it? */
  readonly later?: boolean;
}

/** The sentence of a reply that answers a question, in its words or in others. A sentence that puts the answer off is none. */
export function findAnswer(
  question: LabelledSentence,
  reply: readonly LabelledSentence[],
  { amountsOf, taken = new Set(), draft = false, later = false }: AnswerSearch,
): LabelledSentence | undefined {
  const statements = reply.filter(
    ({ asks, acts, text }) =>
      !asks && (draft || (!acts.has('no-answer') && !acts.has('puts-off'))) && !matches('puts-off', text),
  );
  const byMatter = answerByMatter(question, statements, reply, draft) ?? counterOf(question, statements, amountsOf);
  if (byMatter !== undefined || later) return byMatter;
  return answerByForm(
    question,
    statements.filter((line) => !taken.has(line)),
    reply,
    amountsOf,
    draft,
  );
}

/** A line that takes up the matter of the question, or some of it and has the form of an answer to it. */
function answerByMatter(
  question: LabelledSentence,
  statements: readonly LabelledSentence[],
  reply: readonly LabelledSentence[],
  draft: boolean,
): LabelledSentence | undefined {
  const asked = wordsOf(question.text);
  const form = formOf(question.text);
  const open = !draft && isOpen(question);
  // Whoever takes up the matter of a yes-or-no question says by it how it is; in a long letter some word of any question comes up.
  const closed = draft && (form === 'check' || form === 'request' || form === 'told');
  const scored = statements
    // What says no to an open question goes round it.
    .filter(({ text }) => !open || !isNegated(text))
    .map((line) => {
      const shared = sharedWith(asked, line, draft);
      const fits = fitsForm(form, line);
      return { line, shared, fits, points: shared + (fits ? 1 : 0) };
    });
  const needed = asked.length <= 5 || draft ? 2 : 3;
  const best = scored
    .filter(
      ({ line, shared, fits }) =>
        shared >= needed ||
        (shared >= 1 &&
          ((draft && fits) || closed || asked.length <= 2 || sharedWithNext(asked, line, reply) >= needed)),
    )
    .sort((a, b) => b.points - a.points)[0];
  return best?.line;
}

/** Words of the question in a line and the one after it. */
function sharedWithNext(asked: readonly string[], line: LabelledSentence, reply: readonly LabelledSentence[]): number {
  const next = reply[reply.indexOf(line) + 1];
  return next === undefined
    ? 0
    : sharedWith(
        asked,
        { ...line, text: `${line.text} ${next.text}`, content: [...line.content, ...next.content] },
        false,
      );
}

function isOpen({ acts }: LabelledSentence): boolean {
  return acts.has('open-question') && !acts.has('proposal');
}

/** An answer that shows by what it does: a day, a number, a yes, a no, the same opening words. */
function answerByForm(
  question: LabelledSentence,
  statements: readonly LabelledSentence[],
  reply: readonly LabelledSentence[],
  amountsOf: AnswerSearch['amountsOf'],
  draft: boolean,
): LabelledSentence | undefined {
  const { acts } = question;
  const form = formOf(question.text);
  const formal = statements.find(
    (line) =>
      (fitsForm(form, line) && (STRONG.has(form) || shows(form, line, question))) ||
      (form === 'request' && line.acts.has('refuse')),
  );
  if (draft && formal !== undefined) return formal;
  const open = isOpen(question);
  const takesUp = statements.filter(({ text }) => !open || !isNegated(text));
  const echo = takesUp.find((statement) => echoes(question, statement));
  if (draft || echo !== undefined) return echo;
  if (acts.has('asks-when')) return statements.find((line) => namesItsDay(question, line));
  if (acts.has('asks-count')) return isBare(reply[0]) ? reply[0] : counted(question, statements, amountsOf);
  if (acts.has('asks-amount')) return statements.find((line) => amountsOf(line).length > 0);
  if (acts.has('asks-wish')) {
    const wish = takesUp.find((one) => one.acts.has('ask') || one.acts.has('answer'));
    if (wish !== undefined) return wish;
  }
  if (acts.has('asks-story')) return statements.find(({ tokens }) => tokens >= 4);
  if (open && question.content.length > 1) return undefined;
  return replyInKind(question, statements, amountsOf);
}

const OPENING = 2;

/** A yes, a no or an undertaking at the head of the reply. */
function replyInKind(
  { acts }: LabelledSentence,
  statements: readonly LabelledSentence[],
  amountsOf: AnswerSearch['amountsOf'],
): LabelledSentence | undefined {
  const opening = statements.slice(0, OPENING);
  const answer = opening.find((one) => one.acts.has('answer') && !one.acts.has('postpone'));
  if (answer !== undefined) return answer;
  if (acts.has('declarative-question')) return statements[0];
  const asksForDeed = acts.has('ask') || acts.has('proposal');
  const commits = opening.find((one) => one.acts.has('commits') && !one.acts.has('postpone'));
  if (asksForDeed && commits !== undefined) return commits;
  if (acts.has('chase')) return statements.find((one) => one.acts.has('give') || amountsOf(one).length > 0);
  return (acts.has('proposal') ? statements : opening).find(
    (one) => one.acts.has('refuse') || (one.acts.has('settle') && !one.acts.has('postpone')),
  );
}

type Form = 'told' | 'when' | 'how-much' | 'who' | 'where' | 'why' | 'room' | 'check' | 'request' | 'open';

/** Forms whose answer shows by itself, without a word of the question. */
const STRONG: ReadonlySet<Form> = new Set(['how-much', 'room', 'check', 'why']);

/** A day for "when", a place with a name for "where", "it is" for a question of yes or no. */
function shows(form: Form, line: LabelledSentence, question: LabelledSentence): boolean {
  const { text } = line;
  if (form === 'when') return namesItsDay(question, line);
  if (form === 'request') return matches('says-so', text.split(/(?<=\w)\s*[,.;]/)[0]!);
  return form === 'where' && matches('names-town', text);
}

/**
 * Does a line name the day that is asked for? It says hardly more, takes up what was asked, or undertakes it for that day. "The board sits
 * on Friday" tells nobody when the quote comes.
 */
function namesItsDay(question: LabelledSentence, line: LabelledSentence): boolean {
  const [day] = readNamedDates(line.text);
  if (day === undefined) return false;
  if (day.start <= BEFORE_DAY && line.tokens <= SHORT) return true;
  if (sharedWith(wordsOf(question.text), line, true) > 0) return true;
  const undertakes = DAY_IS_SET.some((act) => line.acts.has(act));
  if (!undertakes && !matches('sets-day', line.text)) return false;
  // Whoever undertakes something else for a day names that.
  return matches('names-it', line.text) || (!undertakes && line.content.length <= LITTLE);
}

/** "Probably on Friday": so far from its beginning, in UTF-16 code units, a day still opens a line. */
const BEFORE_DAY = 12;
/** So few words beside the day bring in no other matter. */
const LITTLE = 4;

/** What is said of a day by whoever sets it. */
const DAY_IS_SET = ['promise', 'commits'];

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

function sharedWith(asked: readonly string[], line: LabelledSentence, alike: boolean): number {
  const said = [...new Set([...line.content, ...marksOf(` ${line.text}`), ...marksOf(`x ${line.text}`)])];
  return asked.filter((word) => (alike ? said.some((other) => sameMatter(word, other)) : said.includes(word))).length;
}

/** The same stem, a common beginning of five letters, or two words of one group. */
function sameMatter(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length >= 5 && b.length >= 5 && a.slice(0, 5) === b.slice(0, 5)) return true;
  // The ending of one form may have been cut where that of the other was not: cover, covers.
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.length - short.length <= 2 && long.startsWith(short)) return true;
  const groups = groupsOf(a);
  return groupsOf(b).some((group) => groups.includes(group));
}

/** "Four." */
function isBare(first: LabelledSentence | undefined): boolean {
  return first !== undefined && !first.asks && first.tokens <= BARE;
}

/** A number of what was asked for, or one that says little else: "Three, usually." */
function counted(
  question: LabelledSentence,
  statements: readonly LabelledSentence[],
  amountsOf: AnswerSearch['amountsOf'],
): LabelledSentence | undefined {
  const asked = question.text.toLowerCase();
  return statements.find((line) =>
    amountsOf(line).some(
      ({ unit, measure }) =>
        unit === 'number' && (measure === '' ? line.tokens <= BARE : asked.includes(measure.toLowerCase())),
    ),
  );
}

/** So many words say one thing only. */
const SHORT = 8;
/** So many say a number and hardly more. */
const BARE = 4;

/** "Still have her?" – "Still have her.": the same words, the matter in the place of the subject, or the same number. */
function echoes(question: LabelledSentence, statement: LabelledSentence): boolean {
  const [one, other] = [allWordsOf(question.text), allWordsOf(statement.text)];
  if (one.length >= 2 && other.length >= 2 && one[0] === other[0] && one[1] === other[1]) return true;
  const shared = statement.content.some((word) => question.content.includes(word));
  // "What worries you?" – "What worries me is …"
  if (question.acts.has('open-question') && statement.acts.has('open-question') && shared) return true;
  if (statement.tokens > SHORT) return false;
  if (statement.content.length > 0 && question.content.includes(statement.content[0]!)) return true;
  const numbers: readonly string[] = question.text.match(/\d[\d.,]*\d|\d/g) ?? [];
  return numbers.some((number) => statement.text.includes(number));
}

/** Another figure of the same kind and size in reply to a figure. */
function counterOf(
  question: LabelledSentence,
  statements: readonly LabelledSentence[],
  amountsOf: AnswerSearch['amountsOf'],
): LabelledSentence | undefined {
  const named = amountsOf(question);
  return statements.find((statement) =>
    amountsOf(statement).some((other) =>
      named.some((one) => {
        const ratio = other.value / one.value;
        const sameKind = one.unit === other.unit && (one.unit !== 'number' || one.measure === other.measure);
        return sameKind && ratio !== 1 && ratio > 0.5 && ratio < 2;
      }),
    ),
  );
}

function allWordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}
