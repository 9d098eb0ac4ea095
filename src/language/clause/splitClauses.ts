import { Break, TokenKind, type Tokens } from '../tokens';
import { numberWord } from '../vocabulary';
import { wordClass } from '../wordClasses';

const auxiliary = wordClass('auxiliary');
const subjects = union('writer-subject', 'reader', 'other-subject', 'thing', 'nobody', 'somebody');
const determiners = union('article', 'writer-owner', 'reader-owner', 'other-owner', 'demonstrative', 'quantity');
const subordinator = wordClass('subordinator');
const conjunction = wordClass('conjunction');
const relative = wordClass('relative');
const coordinator = wordClass('coordinator');
const adverb = wordClass('adverb');
const questionWord = wordClass('question-word');
const reporting = union('claim', 'suppose');
const past = wordClass('past');
const please = wordClass('please');
const order = wordClass('order');
const that = numberWord('that');

/** Token indices at which the clauses of a sentence begin, the first of which is 0. A list of nouns stays in its clause. */
export function splitClauses(tokens: Tokens): number[] {
  const starts = tokens.count === 0 ? [] : [0];
  let hasVerb = false;
  for (let at = 0; at < tokens.count; at++) {
    const from = starts.at(-1)!;
    if (at > from && opensClause(tokens, at, from, hasVerb)) {
      starts.push(at);
      hasVerb = false;
    }
    hasVerb ||= isVerb(tokens, at);
  }
  return starts;
}

function opensClause(tokens: Tokens, at: number, from: number, hasVerb: boolean): boolean {
  const { breaks, words } = tokens;
  const word = words[at]!;
  if (breaks[at] === Break.clause) return true;
  const isComma = breaks[at] === Break.comma;
  if (relative.has(word)) return hasVerb || isComma;
  if (conjunction.has(word)) return true;
  if (subordinator.has(word)) return isComma || (hasVerb && startsSubject(tokens, at + 1));
  if (coordinator.has(word)) {
    if (!hasVerb) return false;
    return startsSubject(tokens, at + 1) || isVerb(tokens, skipAdverbs(tokens, at + 1)) || isOrder(tokens, at + 1);
  }
  if (isComma) return hasVerb && (startsSubject(tokens, at) || isOrder(tokens, at) || questionWord.has(word));
  // "You claim that we …", "I think you …"
  const before = words[at - 1]!;
  if (!hasVerb || !reporting.has(before) || at - from < 2) return false;
  return (
    (word === that && startsSubject(tokens, at + 1)) ||
    (subjects.has(word) && isVerb(tokens, skipAdverbs(tokens, at + 1)))
  );
}

/** Does a subject with its verb begin here: "you", "your team has", "it"? */
function startsSubject(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count) return false;
  const first = skipAdverbs(tokens, at);
  const word = tokens.words[first] ?? 0;
  if (subjects.has(word)) return true;
  if (auxiliary.has(word)) return false;
  const isName = determiners.has(word) || (tokens.kinds[first]! & TokenKind.capital) !== 0;
  if (!isName) return false;
  for (let next = first + 1; next < Math.min(tokens.count, first + 5); next++) {
    if (tokens.breaks[next] !== Break.none) return false;
    if (auxiliary.has(tokens.words[next]!) || past.has(tokens.words[next]!)) return true;
  }
  return false;
}

function isOrder(tokens: Tokens, at: number): boolean {
  const first = skipAdverbs(tokens, at);
  const word = tokens.words[first] ?? 0;
  return please.has(word) || (order.has(word) && first + 1 < tokens.count && determiners.has(tokens.words[first + 1]!));
}

function skipAdverbs(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.count && adverb.has(tokens.words[at]!)) at++;
  return at;
}

/** A word that can only be a finite verb here: an auxiliary, a known past form, or what follows "you", "we", "they". */
export function isVerb(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count) return false;
  const word = tokens.words[at]!;
  if (auxiliary.has(word) || past.has(word)) return true;
  let before = at - 1;
  while (before >= 0 && tokens.breaks[before + 1] === Break.none && adverb.has(tokens.words[before]!)) before--;
  return (
    before >= 0 &&
    tokens.breaks[before + 1] === Break.none &&
    pronounSubjects.has(tokens.words[before]!) &&
    !determiners.has(word)
  );
}

const pronounSubjects = union('writer-subject', 'reader', 'other-subject', 'somebody');

function union(...names: string[]): ReadonlySet<number> {
  return new Set(names.flatMap((name) => [...wordClass(name)]));
}
