import type { Tokens } from '../tokens';
import { numberWord } from '../vocabulary';
import { classWords, wordClass } from '../wordClasses';
import type { Clause, Mood, Report, SentenceReading, Subject } from './clause';
import { splitClauses } from './splitClauses';
import { subjectOf } from './subject';
import { readVerbGroup, type VerbGroup } from './verbGroup';

/**
 * Reads the clauses of a sentence: who does what, negated or not, asked, told or ordered, reported, with its reason. Plain lists of
 * words decide; nothing is parsed.
 *
 * @param tokens of one sentence
 * @param tail what stands after the last word of the sentence: "?", "!!", a smile
 */
export function readClauses(tokens: Tokens, tail: string): SentenceReading {
  const starts = splitClauses(tokens);
  const question = tail.includes('?');
  const clauses: Clause[] = [];
  for (const [index, start] of starts.entries())
    clauses.push(readClause(tokens, start, starts[index + 1] ?? tokens.count, question, clauses.at(-1)));
  return {
    clauses,
    question,
    exclaims: tail.includes('!'),
    reason: clauses.some(({ reason }) => reason) || hasPhrase(tokens, 0, tokens.count),
    apology: has(tokens, 0, tokens.count, apology),
    thanks: has(tokens, 0, tokens.count, thanks),
    agreement: has(tokens, 0, Math.min(4, tokens.count), agreement),
    play: has(tokens, 0, tokens.count, play) || SMILE.test(tail) || SMILE.test(textOf(tokens)),
    ownFault: isOwnFault(tokens),
  };
}

/** The clause that holds most of the tokens from `from` to before `to`. */
export function clauseAt({ clauses }: SentenceReading, from: number, to: number): Clause | undefined {
  let best: Clause | undefined;
  let most = 0;
  for (const clause of clauses) {
    const shared = Math.min(to, clause.end) - Math.max(from, clause.start);
    if (shared <= most) continue;
    most = shared;
    best = clause;
  }
  return best;
}

const reader = wordClass('reader');
const readerOwner = wordClass('reader-owner');
const writerWords = new Set([...wordClass('writer'), ...wordClass('writer-owner')]);
const condition = wordClass('condition');
const relative = wordClass('relative');
const reasonWords = new Set([...wordClass('reason')].filter((word) => word !== numberWord('as')));
const reasonPhrases = classWords('reason-phrase').map((phrase) => phrase.split(' ').map(numberWord));
const please = wordClass('please');
const intensifier = wordClass('intensifier');
const hedge = wordClass('hedge');
const apology = wordClass('apology');
const thanks = wordClass('thanks');
const agreement = wordClass('agreement');
const play = wordClass('play');
const orders = wordClass('order');
const adverbs = wordClass('adverb');
const coordinator = wordClass('coordinator');
const claim = wordClass('claim');
const suppose = wordClass('suppose');
const wish = wordClass('wish');
const offer = wordClass('offer');
const negator = wordClass('negator');
const [doWord, that] = ['do', 'that'].map(numberWord);
const SMILE = /[:;]-?[)DP](?![\w/])|[\u{1F600}-\u{1F60A}\u{1F642}\u{1F609}]/u;

function readClause(tokens: Tokens, start: number, end: number, asks: boolean, before: Clause | undefined): Clause {
  const group = readVerbGroup(tokens, start, end);
  const order = orderAt(tokens, start, end);
  const isOrder = order >= 0 && (group.verb < 0 || group.verb >= order) && !asks;
  const subject = isOrder ? 'reader' : inherited(subjectOf(tokens, start, end, group), tokens, start, group, before);
  const { modal, ...verbs } = group;
  return {
    start,
    end,
    subject,
    verb: isOrder ? order : group.verb,
    addressed: isOrder || has(tokens, start, end, reader),
    possessed: has(tokens, start, end, readerOwner),
    writer: has(tokens, start, end, writerWords),
    negated: verbs.negated,
    tense: isOrder ? 'present' : verbs.tense,
    ...(modal === undefined || isOrder ? {} : { modal }),
    mood: isOrder ? 'order' : moodOf(tokens, start, end, subject, group, asks),
    passive: verbs.passive,
    reported: reportOf(tokens, start, end, before),
    conditional: has(tokens, start, Math.min(end, start + 3), condition),
    reason: has(tokens, start, Math.min(end, start + 2), reasonWords),
    relative: relative.has(tokens.words[start]!) || (tokens.words[start] === that && before !== undefined),
    polite: has(tokens, start, end, please),
    intensified: has(tokens, start, end, intensifier),
    hedged: has(tokens, start, end, hedge),
  };
}

/** Token index of the verb of an order ("Please send", "just do not send", "and stop"), or -1. */
function orderAt({ words }: Tokens, start: number, end: number): number {
  let at = start;
  while (at < end && (adverbs.has(words[at]!) || please.has(words[at]!) || coordinator.has(words[at]!))) {
    if (negator.has(words[at]!)) break;
    at++;
  }
  if (words[at] === doWord && at + 1 < end && negator.has(words[at + 1]!)) return at;
  return at < end && orders.has(words[at]!) && !isSubjectAfter(words, at, end) ? at : -1;
}

/** "Do you", "have they": asked, not ordered. */
function isSubjectAfter(words: Int32Array, at: number, end: number): boolean {
  return at + 1 < end && (reader.has(words[at + 1]!) || subjectPronouns.has(words[at + 1]!));
}

const subjectPronouns = new Set([...wordClass('writer-subject'), ...wordClass('other-subject')]);

/** "You never wrote and never called": the second clause has the subject of the first. */
function inherited(
  own: Subject,
  tokens: Tokens,
  start: number,
  { verb }: VerbGroup,
  before: Clause | undefined,
): Subject {
  if (own !== 'nobody' || before === undefined || verb < 0) return own;
  return coordinator.has(tokens.words[start]!) ? before.subject : own;
}

function moodOf(tokens: Tokens, start: number, end: number, subject: Subject, group: VerbGroup, asks: boolean): Mood {
  if (asks) return 'question';
  if (subject !== 'writer') return 'statement';
  const { verb, modal } = group;
  const near = Math.min(end, verb + 4);
  if (has(tokens, verb, near, wish) && (modal === undefined || modal === 'would')) return 'wish';
  return !group.negated && has(tokens, Math.max(start, verb), near, offer) ? 'offer' : 'statement';
}

function reportOf(tokens: Tokens, start: number, end: number, before: Clause | undefined): Report {
  // The clause before ends with the verb of saying, or with "that" after it.
  if (before !== undefined && before.end === start) {
    const last = tokens.words[start - 1]!;
    if (claim.has(last)) return 'claimed';
    if (suppose.has(last)) return 'supposed';
  }
  for (let at = start + 1; at < end; at++) {
    if (tokens.words[at] !== that) continue;
    const word = tokens.words[at - 1]!;
    if (claim.has(word)) return 'claimed';
    if (suppose.has(word)) return 'supposed';
  }
  return 'none';
}

function has({ words }: Tokens, from: number, to: number, members: ReadonlySet<number>): boolean {
  for (let at = Math.max(0, from); at < to; at++) if (members.has(words[at]!)) return true;
  return false;
}

function hasPhrase({ words }: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!phraseStarts.has(words[at]!)) continue;
    for (const phrase of reasonPhrases)
      if (words[at] === phrase[0] && at + phrase.length <= to && phrase.every((word, by) => words[at + by] === word))
        return true;
  }
  return false;
}

const phraseStarts = new Set(reasonPhrases.map(([first]) => first!));

const faults = new Set('mistake mistakes fault bad error oversight typo blame apologies'.split(' ').map(numberWord));
const slips = new Set(
  'messed misread misunderstood forgot overlooked screwed missed confused misspoke wrong mistaken'
    .split(' ')
    .map(numberWord),
);
const owner = wordClass('writer-owner');
const writerSubject = wordClass('writer-subject');

/** "my mistake", "sorry, I missed that". */
function isOwnFault({ words, count }: Tokens): boolean {
  for (let at = 0; at < count; at++) {
    if (owner.has(words[at]!) && (faults.has(words[at + 1] ?? 0) || faults.has(words[at + 2] ?? 0))) return true;
    if (writerSubject.has(words[at]!))
      for (let next = at + 1; next < Math.min(count, at + 4); next++) if (slips.has(words[next]!)) return true;
  }
  return false;
}

function textOf({ text, from, to }: Tokens): string {
  return text.slice(from, to);
}
