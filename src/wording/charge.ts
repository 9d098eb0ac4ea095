import { type Hit, matchAnywhere } from '../language/matcher';
import { Break, TokenKind, type Tokens } from '../language/tokens';
import { numberWord } from '../language/vocabulary';
import { boosters, type Entry, enough, harmless, lexicon, points, wordSet, work } from './chargeLexicon';
import type { Surroundings } from './conditions';
import { type Rephrased, wordsOf } from './rephrase';
import type { PreparedRephrasing, Severity } from './rule';

/** A finding that no list of patterns decides: words weighed by their charge and by what the sentence aims them at. */
export interface Judgement {
  readonly ruleId: string;
  readonly hit: Hit;
  readonly severity: Severity;
  readonly rephrasings: readonly PreparedRephrasing[];
  /** Range and suggestions where they are not a matter of words. */
  readonly written?: Rephrased;
}

/**
 * Weighs the charged words of a sentence: insults, contempt, verdicts on persons and their work. Each word has a charge;
 * who or what it is said of, words that stress it, exclamation and capitals add to it. Words about the writer, negated
 * words and technical senses are left alone. Costs one look-up a word where no word is charged.
 */
export function judgeCharge(around: Surroundings): Judgement[] {
  const { tokens } = around;
  const found: Judgement[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const entry = lexicon[tokens.words[at]!]?.find(({ rest }) => follows(tokens, at + 1, rest));
    if (entry === undefined) continue;
    const end = at + 1 + entry.rest.length;
    const judged = judge(entry, at, end, around);
    if (judged !== undefined) found.push(judged);
    at = end - 1;
  }
  if (found.length === 0 || isLightHearted(around)) return [];
  const senses = harmless.flatMap((sense) => matchAnywhere(sense, tokens, noTags) ?? []);
  return found.filter(({ hit }) => !senses.some((sense) => sense.start < hit.spanEnd && sense.end > hit.spanStart));
}

const noTags = () => [];

/** `reader`: you or yours; `work`: what lies between the two; `writer`: mine or ours; `other`: somebody else's. */
type Target = 'reader' | 'work' | 'writer' | 'other' | 'none';

interface Aim {
  readonly target: Target;
  /** The words found, with what stresses them and the noun they qualify; token indices. */
  readonly start: number;
  readonly end: number;
  readonly place: 'before' | 'after' | 'noun' | 'person';
  /** Where the noun begins that a quality stands before. */
  readonly noun?: number;
}

function judge(entry: Entry, at: number, end: number, around: Surroundings): Judgement | undefined {
  const { tokens } = around;
  if (entry.part !== 'outcry' && isNegated(tokens, at)) return undefined;
  const aim = aimOf(entry, at, end, tokens);
  if (aim === undefined || aim.target === 'writer') return undefined;
  const { group } = entry;
  let score = group.charge;
  if (aim.target === 'reader') score += points.reader;
  if (aim.target === 'work') score += points.work;
  if (aim.target === 'other') score += points.other;
  if (aim.start < at || hasBefore(tokens, aim.start, exclaimers, 2)) score += points.booster;
  if (endsWith(around, '!')) score += points.exclamation;
  if (isUpper(tokens, at)) score += points.capitals;
  if (hasBefore(tokens, at, hedges, 4)) score += points.hedge;
  if (around.kind === 'proposal' && aim.target !== 'reader') score += points.proposal;
  if (score < enough.finding) return undefined;
  return {
    ruleId: aim.target === 'reader' ? (group['reader-rule'] ?? group.rule) : group.rule,
    hit: { start: aim.start, end: aim.end, spanStart: aim.start, spanEnd: aim.end, parts: {} },
    severity: score >= enough.warning ? 'warning' : 'information',
    rephrasings: rephrasingsOf(entry, aim, tokens),
  };
}

function aimOf(entry: Entry, at: number, end: number, tokens: Tokens): Aim | undefined {
  const start = startOfStress(tokens, at);
  switch (entry.part) {
    case 'quality':
      return aimOfQuality(tokens, start, end);
    case 'thing':
    case 'person':
      return aimOfNoun(tokens, start, at, end, entry.part);
    case 'deed':
      if (isPassive(tokens, at)) return undefined;
      return { target: subjectOf(tokens, at), start: at, end, place: 'person' };
    case 'manner':
      return { target: isDoer(tokens, at) ? 'reader' : 'none', start: at, end, place: 'before' };
    case 'outcry':
      return { target: 'none', start: at, end, place: 'person' };
  }
}

function aimOfQuality(tokens: Tokens, start: number, end: number): Aim {
  const verb = linkBefore(tokens, start);
  if (verb === undefined || (isContent(tokens, end) && hasBefore(tokens, start, articles, start - verb - 1))) {
    const stop = endOfNoun(tokens, end);
    if (stop > end) {
      const head = tokens.words[stop - 1]!;
      const owner = ownerOf(tokens, start, work.has(head));
      const said = verb === undefined ? 'none' : subjectOf(tokens, verb);
      return { target: nearer(owner, said), start, end: stop, place: 'before', noun: end };
    }
  }
  const target = verb === undefined ? targetOfBare(tokens, start, end) : subjectOf(tokens, verb);
  const replaceable = target !== 'none' && !(target === 'reader' && isPerson(tokens, verb));
  return { target, start, end, place: replaceable ? 'after' : 'person' };
}

function aimOfNoun(tokens: Tokens, start: number, at: number, end: number, part: 'thing' | 'person'): Aim | undefined {
  // "garbage code": a noun in front of another works as a quality; in "disaster film" it is part of a name.
  if (part === 'thing' && isContent(tokens, end))
    return work.has(tokens.words[end]!) ? aimOfQuality(tokens, start, end) : undefined;
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

function rephrasingsOf(entry: Entry, aim: Aim, tokens: Tokens): PreparedRephrasing[] {
  const { instead } = entry.group;
  if (aim.place === 'before' && aim.noun !== undefined) {
    const noun = wordsOf(tokens, aim.noun, aim.end);
    if (/[<{]/.test(noun)) return [];
    return (instead?.before ?? ['']).map((word) => ({ to: `${word} ${noun}`.trim() }));
  }
  if (entry.part === 'manner') return [{ to: '' }];
  if (aim.place === 'after') return (instead?.after ?? []).map((to) => ({ to }));
  if (aim.place === 'noun') return (instead?.noun ?? []).map((to) => ({ to }));
  return [];
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

function isStress(tokens: Tokens, at: number): boolean {
  const word = tokens.words[at]!;
  if (boosters.has(word) || sheer.has(word)) return true;
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

/** Whose is the noun phrase that ends before `end`? Looks for its determiner, six words back at most. */
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
    if (articles.has(word)) continue;
    if (stoppers.has(word)) break;
  }
  return known ? 'work' : 'none';
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

function isNegated(tokens: Tokens, at: number): boolean {
  let near = true;
  for (let back = at - 1; back >= Math.max(0, at - 9); back--) {
    if (tokens.breaks[back + 1] === Break.clause) return false;
    const word = tokens.words[back]!;
    const next = tokens.words[back + 1]!;
    if (negators.has(word)) {
      if (near && back >= at - 4) return !onlys.has(next);
      // "I am not saying that …", "nobody here thinks …"
      if (word === nobody || sayings.has(next)) return true;
    }
    // "we can't accept your ridiculous fee" still calls the fee ridiculous.
    if (stoppers.has(word) || owners.has(word)) near = false;
  }
  return false;
}

function hasBefore(tokens: Tokens, at: number, words: ReadonlySet<number>, reach: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - reach); back--) if (words.has(tokens.words[back]!)) return true;
  return false;
}

function follows(tokens: Tokens, at: number, rest: readonly number[]): boolean {
  return rest.every(
    (word, index) =>
      at + index < tokens.count && tokens.words[at + index] === word && tokens.breaks[at + index] === Break.none,
  );
}

function endsWith({ block, end }: Surroundings, mark: string): boolean {
  return block.text.slice(Math.max(0, end - 3), end).includes(mark);
}

function isUpper(tokens: Tokens, at: number): boolean {
  return (tokens.kinds[at]! & TokenKind.upper) !== 0 && tokens.ends[at]! - tokens.starts[at]! > 3;
}

/** A smile, a joke owned up to, or a word of apology: the writer is not attacking. */
function isLightHearted({ block, tokens, end }: Surroundings): boolean {
  for (let at = 0; at < tokens.count; at++) if (jokes.has(tokens.words[at]!)) return true;
  const start = tokens.starts[0] ?? 0;
  return /[:;]-?[)D]|[\u{1F600}-\u{1F606}\u{1F609}-\u{1F60A}]/u.test(block.text.slice(start, end + 4));
}

const set = (words: string) => wordSet(words.split(' '));

const articles = set('a an the');
const sheer = set('most utter complete total sheer absolute pure real downright outright bloody');
const fillers = set('such more and of full piece load bunch pack');
const links = set(
  'am is are was were be been being sound sounds sounded look looks looked seem seems seemed feel feels felt become becomes became getting remains remain',
);
const auxiliaries = set(
  'have has had do does did will would can could should must may might is are was were be been being to get got keep keeps kept went gone and',
);
const beings = set('is are was were be been being get gets getting got');
const perfects = set('have has had did do and');
const readers = set('you u ya yourself yourselves');
const writers = set('i we me us myself ourselves');
const others = set('he she they him them who');
const pointers = set('this that these those it which what all everything both');
const demonstratives = set('this that these those such another what');
const yours = set('your yours');
const ours = set('my our mine ours');
const theirs = set('his her their its theirs hers');
const exclaimers = set('what how such');
const verdicts = set('find finds found finding consider considered call calls called think thought deem makes make');
const hedges = set('if whether may might could perhaps maybe almost somewhat bit little unless sound');
const negators = set('not no never without neither nor hardly nobody nothing less');
const owners = set('your this these those');
const nobody = numberWord('nobody');
const sayings = set(
  'say saying said think thinking mean meaning suggest suggesting call calling find imply implying claim claiming',
);
const onlys = set('only just merely simply short');
const stoppers = set('and or but because if when while that which who whether so than then as');
const jokes = set('lol haha hahaha joking kidding sorry apologies apologise apologize');
const functionWords = set(
  'a an the and or but nor so yet if because since although though while when where why how that this these those which who whom whose ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs there here ' +
    'am is are was were be been being do does did have has had will would shall should can could may might must ' +
    'to of in on at by for from with without about into over under between through during before after above below against within upon toward towards ' +
    'as than then not no never only just also too even still already again now ever very more most less least much many some any each every all both ' +
    'what whatever given considering beyond please one ones until unless whether either neither',
);
