import { type Hit, matchAnywhere } from '../language/matcher';
import { Break, TokenKind, type Tokens } from '../language/tokens';
import { wordClass } from '../language/wordClasses';
import type { Surroundings } from './conditions';
import {
  articles,
  definite,
  exclaimers,
  fillers,
  hedges,
  indefinite,
  jokes,
  links,
  negators,
  nobody,
  onlys,
  owners,
  ownUps,
  readers,
  reports,
  sayings,
  stoppers,
  verdicts,
  writers,
  yours,
} from './judgementWords';
import { type Aim, aimOf, hasBefore, isStress } from './opinionTarget';
import { type Rephrased, wordsOf } from './rephrase';
import type { PreparedRephrasing, Severity } from './rule';
import { type Entry, enough, harmless, lexicon, points } from './valenceLexicon';

/** A finding that no list of patterns decides: words weighed by their charge and by what the sentence aims them at. */
export interface Judgement {
  /** The words that decided, for the message. */
  readonly deciding?: readonly string[];
  readonly ruleId: string;
  readonly hit: Hit;
  readonly severity: Severity;
  /** Never more than a hint, however likely it is that somebody minds. */
  readonly isQuiet?: boolean;
  readonly rephrasings: readonly PreparedRephrasing[];
  /** What is told of it, where what the rule tells may be untrue. */
  readonly said?: { readonly message: string; readonly why: string };
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
    for (const entry of lexicon[tokens.words[at]!] ?? none) {
      if (!follows(tokens, at + 1, entry.rest)) continue;
      const judged = judge(entry, at, at + 1 + entry.rest.length, around);
      if (judged === undefined) continue;
      found.push(judged);
      at += entry.rest.length;
      break;
    }
  }
  if (found.length === 0 || isLightHearted(around)) return [];
  const senses = harmless.flatMap((sense) => matchAnywhere(sense, tokens, noTags) ?? []);
  return found.filter(({ hit }) => !senses.some((sense) => sense.start < hit.spanEnd && sense.end > hit.spanStart));
}

const none: readonly Entry[] = [];
const noTags = () => [];

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
  else if (aim.target !== 'reader' && isReported(tokens, at)) score += points.reported;
  if ((at > 0 && isStress(tokens, at - 1)) || hasBefore(tokens, aim.start, exclaimers, 2)) score += points.booster;
  if (endsWith(around, '!')) score += points.exclamation;
  if (isUpper(tokens, at)) score += points.capitals;
  if (hasBefore(tokens, at, hedges, 4)) score += points.hedge;
  if (around.kind === 'proposal' && aim.target !== 'reader') score += points.proposal;
  if (score < (isHeated(entry, aim, around) || isAimed(aim, around) ? enough.hint : enough.finding)) return undefined;
  return {
    ruleId: aim.target === 'reader' ? (group['reader-rule'] ?? group.rule) : group.rule,
    hit: { start: aim.start, end: aim.end, spanStart: aim.start, spanEnd: aim.end, parts: {} },
    severity: score >= enough.warning ? 'warning' : score >= enough.finding ? 'information' : 'hint',
    rephrasings: rephrasingsOf(entry, aim, tokens),
  };
}

/** Heated whoever made the thing: "the stupid installer", but not "a ridiculous depth" or "sorry for my stupid question". */
function isHeated({ group, part }: Entry, { target, place, start }: Aim, { tokens, kind }: Surroundings): boolean {
  if (group.charge < 3 || part !== 'quality' || place !== 'before' || target === 'other' || kind === 'proposal')
    return false;
  if (start > 0 && indefinite.has(tokens.words[start - 1]!)) return false;
  return !ownsUp(tokens);
}

/** "The documentation is terrible": said of the reader, or of what lies between the two. */
function isAimed({ target, start }: Aim, { tokens, kind }: Surroundings): boolean {
  if ((target !== 'reader' && target !== 'work') || kind === 'proposal') return false;
  return !hasBefore(tokens, start, hedges, 4) && !ownsUp(tokens);
}

function ownsUp({ words, count }: Tokens): boolean {
  for (let at = 0; at < count; at++) if (ownUps.has(words[at]!)) return true;
  return false;
}

/** "The union called the plan …": somebody who is neither the writer nor the reader says so. */
function isReported(tokens: Tokens, at: number): boolean {
  if (exclaimers.has(tokens.words[0]!)) return false;
  for (let back = 1; back < at; back++) {
    if (!reports.has(tokens.words[back]!)) continue;
    for (let near = Math.max(0, back - 4); near < back; near++) {
      const word = tokens.words[near]!;
      if (writers.has(word) || readers.has(word) || yours.has(word)) return false;
    }
    return true;
  }
  return false;
}

function rephrasingsOf(entry: Entry, aim: Aim, tokens: Tokens): readonly PreparedRephrasing[] {
  const { instead } = entry.group;
  if (aim.place === 'before' && aim.noun !== undefined) return withoutQuality(entry, aim, aim.noun, tokens);
  if (entry.part === 'manner') return [{ to: '' }];
  if (aim.place === 'after')
    return isSaidOutright(aim, tokens) && !precedesContent(tokens, aim.end) ? (instead?.after ?? []) : [];
  if (aim.place === 'noun') return isPlural(tokens, aim.end - 1) ? [] : (instead?.noun ?? []);
  return [];
}

/** "your absurd fee" keeps the fee; "this is an absurd fee" has to say something of it. */
function withoutQuality({ group }: Entry, aim: Aim, noun: number, tokens: Tokens): PreparedRephrasing[] {
  const words = wordsOf(tokens, noun, aim.end);
  const quality = tokens.text.slice(tokens.starts[noun - 1], tokens.ends[noun - 1]).toLowerCase();
  if (/[<{]/.test(words) || quality.endsWith('est')) return [];
  const before = tokens.words[aim.start - 1];
  if (!isPredicate(aim, tokens)) {
    // "Your absurd fee" is a known fee without it; "a toxic place" would be any place.
    return before !== undefined && definite.has(before) ? [{ to: words }] : [];
  }
  const { predicate } = group.instead ?? {};
  return predicate === undefined ? [] : [{ ...predicate, to: `${words} ${predicate.to}` }];
}

function isPredicate(aim: Aim, tokens: Tokens): boolean {
  let at = aim.start - 1;
  while (at >= 0 && (articles.has(tokens.words[at]!) || fillers.has(tokens.words[at]!))) at--;
  return at >= 0 && links.has(tokens.words[at]!);
}

/** "Your fee is absurd", "we find it absurd", "Absurd."; not "is it absurd", "absurd, or strange". */
function isSaidOutright({ start, end }: Aim, tokens: Tokens): boolean {
  if (start === 0) return end === tokens.count;
  let at = start - 1;
  while (at > 0 && fillers.has(tokens.words[at]!)) at--;
  if (links.has(tokens.words[at]!)) return at > 0;
  return !links.has(tokens.words[at - 1] ?? 0) && hasBefore(tokens, start, verdicts, 6);
}

/** “Absurd theatre”: what follows is no word that every sentence has. */
function precedesContent(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count || tokens.breaks[at] !== Break.none) return false;
  return !usual.some((words) => words.has(tokens.words[at]!));
}

const usual = (['no-matter', 'frequent', 'adverb', 'negator', 'auxiliary'] as const).map((name) => wordClass(name));

function isPlural(tokens: Tokens, at: number): boolean {
  return /[^s]s$/i.test(tokens.text.slice(tokens.starts[at], tokens.ends[at]));
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

/** A smile or a joke owned up to: the writer is not attacking. */
function isLightHearted({ block, tokens, end }: Surroundings): boolean {
  for (let at = 0; at < tokens.count; at++) if (jokes.has(tokens.words[at]!)) return true;
  const start = tokens.starts[0] ?? 0;
  return /[:;]-?[)D]|[\u{1F600}-\u{1F606}\u{1F609}-\u{1F60A}]/u.test(block.text.slice(start, end + 4));
}
