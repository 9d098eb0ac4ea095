import { Break, TokenKind, type Tokens } from '../language/tokens';
import {
  articles,
  auxiliaries,
  beings,
  demonstratives,
  exclaimers,
  fillers,
  functionWords,
  links,
  onlys,
  others,
  ours,
  perfects,
  pointers,
  readers,
  stoppers,
  theirs,
  verdicts,
  writers,
  yours,
} from './judgementWords';
import { boosters, type Entry, work } from './valenceLexicon';

/** `reader`: you or yours; `work`: what lies between the two; `writer`: mine or ours; `other`: somebody else's. */
export type Target = 'reader' | 'work' | 'writer' | 'other' | 'none';

export interface Aim {
  readonly target: Target;
  /** The words found, with what stresses them and the noun they qualify; token indices. */
  readonly start: number;
  readonly end: number;
  readonly place: 'before' | 'after' | 'noun' | 'person';
  /** Where the noun begins that a quality stands before. */
  readonly noun?: number;
}

/** What the charged words from `at` to `end` are said of, and which words a finding marks; `undefined` where they are a plain fact. */
export function aimOf(entry: Entry, at: number, end: number, tokens: Tokens): Aim | undefined {
  const start = startOfStress(tokens, at);
  switch (entry.part) {
    case 'quality':
      return aimOfQuality(entry, tokens, start, end);
    case 'thing':
    case 'person':
      return aimOfNoun(entry, tokens, start, at, end);
    case 'deed':
      if (isPassive(tokens, at)) return undefined;
      return { target: subjectOf(tokens, at), start: at, end, place: 'person' };
    case 'manner':
      return { target: isDoer(tokens, at) ? 'reader' : 'none', start: at, end, place: 'before' };
    case 'outcry':
      return { target: 'none', start: at, end, place: 'person' };
  }
}

function aimOfQuality(entry: Entry, tokens: Tokens, start: number, end: number): Aim {
  const verb = linkBefore(tokens, start);
  if (verb === undefined || (isContent(tokens, end) && hasBefore(tokens, start, articles, start - verb - 1))) {
    const stop = endOfNoun(tokens, end);
    if (stop > end) {
      const head = tokens.words[stop - 1]!;
      const owner = ownerOf(tokens, start, work.has(head));
      // "stupid documentation", "such idiotic rules": nobody is named, and still somebody wrote them.
      if (
        owner === 'none' &&
        verb === undefined &&
        entry.group.charge > 2 &&
        work.has(head) &&
        isBareNoun(tokens, start)
      )
        return { target: 'work', start, end: stop, place: 'before', noun: end };
      const said = verb === undefined ? 'none' : subjectOf(tokens, verb);
      return { target: nearer(owner, said), start, end: stop, place: 'before', noun: end };
    }
  }
  const target = verb === undefined ? targetOfBare(tokens, start, end) : subjectOf(tokens, verb);
  const replaceable = target !== 'none' && !(target === 'reader' && isPerson(tokens, verb));
  return { target, start, end, place: replaceable ? 'after' : 'person' };
}

function aimOfNoun(entry: Entry, tokens: Tokens, start: number, at: number, end: number): Aim | undefined {
  const { part } = entry;
  // "garbage code": a noun in front of another works as a quality; in "disaster film" it is part of a name.
  if (part === 'thing' && isContent(tokens, end))
    return work.has(tokens.words[end]!) ? aimOfQuality(entry, tokens, start, end) : undefined;
  const article = articles.has(tokens.words[start - 1]!) ? start - 1 : start;
  const verb = linkBefore(tokens, start);
  if (verb !== undefined) {
    const target = subjectOf(tokens, verb);
    const place = part === 'person' || (target === 'reader' && isPerson(tokens, verb)) ? 'person' : 'after';
    return { target, start: place === 'after' ? article : start, end, place };
  }
  const bare = at === 0 || exclaimers.has(tokens.words[article - 1]!) || exclaimers.has(tokens.words[start - 1]!);
  const owner = ownerOf(tokens, start, false);
  const owned = start > 0 && (yours.has(tokens.words[start - 1]!) || demonstratives.has(tokens.words[start - 1]!));
  const place = part === 'thing' && owned ? 'noun' : 'person';
  return { target: owner === 'none' && bare ? 'work' : owner, start, end, place };
}

/** "were misled": something done to somebody; "are lying" is not. */
function isPassive(tokens: Tokens, at: number): boolean {
  let back = at - 1;
  while (back >= 0 && boosters.has(tokens.words[back]!)) back--;
  if (back < 0 || !beings.has(tokens.words[back]!)) return false;
  return !tokens.text.slice(tokens.starts[at], tokens.ends[at]).toLowerCase().endsWith('ing');
}

/** "you (have) …": the reader did it in that manner. */
function isDoer(tokens: Tokens, at: number): boolean {
  let back = at - 1;
  while (back >= 0 && (perfects.has(tokens.words[back]!) || boosters.has(tokens.words[back]!))) back--;
  return back >= 0 && readers.has(tokens.words[back]!);
}

/** The first of the words that stress the one at `at`: "utterly", "so very". */
function startOfStress(tokens: Tokens, at: number): number {
  let start = at;
  while (start > 0 && tokens.breaks[start] === Break.none && isStress(tokens, start - 1)) start--;
  return start;
}

/** Does the word at `at` stress the one after it? */
export function isStress(tokens: Tokens, at: number): boolean {
  const word = tokens.words[at]!;
  if (boosters.has(word)) return !onlys.has(word);
  // "breathtakingly", "shockingly"
  return (
    tokens.ends[at]! - tokens.starts[at]! > 7 && tokens.text.slice(tokens.ends[at]! - 3, tokens.ends[at]) === 'gly'
  );
}

/** The verb of "is (a) …" before `at`, or of a question ("is this …"). */
function linkBefore(tokens: Tokens, at: number): number | undefined {
  let back = at - 1;
  while (back >= 0 && (articles.has(tokens.words[back]!) || fillers.has(tokens.words[back]!))) back--;
  if (back < 0 || tokens.breaks[back + 1] === Break.clause) return undefined;
  if (links.has(tokens.words[back]!)) return back;
  const asked = back > 0 && tokens.breaks[back] === Break.none && links.has(tokens.words[back - 1]!);
  return asked && (readers.has(tokens.words[back]!) || pointers.has(tokens.words[back]!)) ? back - 1 : undefined;
}

/** What the verb at `verb` is said of. */
function subjectOf(tokens: Tokens, verb: number): Target {
  let at = verb - 1;
  while (at >= 0 && (auxiliaries.has(tokens.words[at]!) || boosters.has(tokens.words[at]!))) at--;
  const next = tokens.words[verb + 1] ?? 0;
  if (at < 0) return verb + 1 < tokens.count ? pronounTarget(next) : 'none';
  if (tokens.breaks[at + 1] === Break.clause) return 'none';
  const direct = pronounTarget(tokens.words[at]!);
  if (direct !== 'none') return direct;
  if (isFunction(tokens, at)) return 'none';
  return ownerOf(tokens, at + 1, false);
}

function pronounTarget(word: number): Target {
  if (readers.has(word)) return 'reader';
  if (writers.has(word)) return 'writer';
  if (others.has(word)) return 'other';
  return pointers.has(word) ? 'work' : 'none';
}

/** Whose is the noun phrase that ends before `end`? Looks for its determiner, six words back at most; a bare plural is nobody's. */
function ownerOf(tokens: Tokens, end: number, isWork: boolean): Target {
  let known = isWork;
  for (let at = end - 1; at >= Math.max(0, end - 6); at--) {
    const word = tokens.words[at]!;
    if (tokens.breaks[at + 1] === Break.clause && at + 1 < end) break;
    if (yours.has(word)) return 'reader';
    if (ours.has(word)) return 'writer';
    if (theirs.has(word)) return 'other';
    if (writers.has(word) || others.has(word)) break;
    if (demonstratives.has(word)) return 'work';
    if (readers.has(word)) return at === end - 1 ? 'reader' : known ? 'work' : 'none';
    if (work.has(word)) known = true;
    // "what a terrible evening" is said of what lies between the two, whatever the noun.
    if (articles.has(word)) return known || exclaimers.has(tokens.words[at - 1] ?? 0) ? 'work' : 'none';
    if (stoppers.has(word)) break;
  }
  return 'none';
}

/** Does a noun phrase without a determiner begin at `start`? */
function isBareNoun(tokens: Tokens, start: number): boolean {
  if (start === 0) return true;
  const before = tokens.words[start - 1]!;
  return !articles.has(before) && !ours.has(before) && !theirs.has(before) && !yours.has(before);
}

/** A verdict without a verb ("Ridiculous.", "How absurd!") or after one of finding ("I find this ridiculous"). */
function targetOfBare(tokens: Tokens, start: number, end: number): Target {
  if (start === 0 && (end === tokens.count || tokens.breaks[end] !== Break.none)) return 'work';
  if (start === 0) return 'none';
  const before = tokens.words[start - 1]!;
  if (exclaimers.has(before) && start === 1) return 'work';
  if (!hasBefore(tokens, start, verdicts, 6)) return 'none';
  const direct = pronounTarget(before);
  return direct === 'none' ? ownerOf(tokens, start, false) : direct;
}

const nearness: readonly Target[] = ['none', 'other', 'work', 'writer', 'reader'];

function nearer(a: Target, b: Target): Target {
  return nearness.indexOf(a) >= nearness.indexOf(b) ? a : b;
}

function isPerson(tokens: Tokens, verb: number | undefined): boolean {
  if (verb === undefined) return false;
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at--) if (readers.has(tokens.words[at]!)) return true;
  return readers.has(tokens.words[verb + 1] ?? 0);
}

/** One noun after a quality, or two where the second is a word for work ("stupid renewal process"). */
function endOfNoun(tokens: Tokens, from: number): number {
  if (!isContent(tokens, from)) return from;
  const second = isContent(tokens, from + 1) && work.has(tokens.words[from + 1]!);
  return second && !work.has(tokens.words[from]!) ? from + 2 : from + 1;
}

function isContent(tokens: Tokens, at: number): boolean {
  return (
    at < tokens.count &&
    tokens.breaks[at] === Break.none &&
    (tokens.kinds[at]! & TokenKind.word) !== 0 &&
    !isFunction(tokens, at)
  );
}

function isFunction(tokens: Tokens, at: number): boolean {
  return functionWords.has(tokens.words[at]!);
}

/** Does one of these words stand among the `reach` words before `at`? */
export function hasBefore(tokens: Tokens, at: number, words: ReadonlySet<number>, reach: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - reach); back--) if (words.has(tokens.words[back]!)) return true;
  return false;
}
