import { Break, type Tokens } from '../tokens';
import { numberWord } from '../vocabulary';
import { wordClass } from '../wordClasses';
import type { Modal, Tense } from './clause';
import { isVerb } from './splitClauses';

export interface VerbGroup {
  /** Token index of the first verb, or -1. */
  readonly verb: number;
  readonly tense: Tense;
  readonly modal?: Modal;
  readonly negated: boolean;
  readonly passive: boolean;
  /** An auxiliary opens the group, so that a subject may follow it: "are you", "will they". */
  readonly auxiliary: boolean;
}

/** Reads the verb group of the clause from `start` to before `end`. */
export function readVerbGroup(tokens: Tokens, start: number, end: number): VerbGroup {
  const { words } = tokens;
  let verb = -1;
  for (let at = start; at < end && verb < 0; at++) if (isVerb(tokens, at)) verb = at;
  if (verb < 0) for (let at = start + 1; at < end && verb < 0; at++) if (isPastForm(tokens, at)) verb = at;
  if (verb < 0)
    return { verb, tense: 'none', negated: isNegatedBetween(tokens, start, end), passive: false, auxiliary: false };
  const word = words[verb]!;
  const modal = modalOf(tokens, verb, end);
  return {
    verb,
    tense: tenseOf(tokens, verb, end),
    ...(modal === undefined ? {} : { modal }),
    negated: isNegatedBetween(tokens, Math.max(start, verb - 3), Math.min(end, verb + 4)),
    passive: isPassive(tokens, verb, end),
    auxiliary: auxiliaries.has(word),
  };
}

const auxiliaries = wordClass('auxiliary');
const negators = wordClass('negator');
const pasts = wordClass('past');
const future = wordClass('future');
const perfect = wordClass('perfect');
const passives = wordClass('passive');
const pastAuxiliary = wordClass('past-auxiliary');
const adverbs = wordClass('adverb');
const obligation = wordClass('obligation');
const to = numberWord('to');
const going = numberWord('going');
const only = new Set(['only', 'just', 'merely', 'simply'].map(numberWord));
const modals = (['must', 'should', 'can', 'will', 'would', 'may'] as const).map(
  (name) => [name, wordClass(name)] as const,
);

function modalOf(tokens: Tokens, verb: number, end: number): Modal | undefined {
  const { words } = tokens;
  const found = modals.find(([, members]) => members.has(words[verb]!));
  if (found !== undefined) return found[0];
  // "you need to", "you have to", "you had better"
  let next = verb + 1;
  while (next < end && adverbs.has(words[next]!)) next++;
  const after = words[next];
  return obligation.has(words[verb]!) && (after === to || (after !== undefined && after === better)) && next < end
    ? 'must'
    : undefined;
}

const better = numberWord('better');

function tenseOf(tokens: Tokens, verb: number, end: number): Tense {
  const { words } = tokens;
  const word = words[verb]!;
  if (future.has(word)) return 'future';
  for (let at = verb + 1; at < Math.min(end, verb + 4); at++)
    if (words[at] === going && words[at + 1] === to) return 'future';
  if (pastAuxiliary.has(word)) return 'past';
  if (perfect.has(word)) return isFollowedByParticiple(tokens, verb, end) ? 'past' : 'present';
  return isPastForm(tokens, verb) ? 'past' : 'present';
}

function isFollowedByParticiple(tokens: Tokens, verb: number, end: number): boolean {
  for (let at = verb + 1; at < Math.min(end, verb + 5); at++) {
    const word = tokens.words[at]!;
    if (isPastForm(tokens, at) || passives.has(word) || isParticiple(tokens, at)) return true;
    if (word === to) return false;
  }
  return false;
}

/** A past form by its ending or by the list. */
function isPastForm(tokens: Tokens, at: number): boolean {
  return pasts.has(tokens.words[at]!) || endsIn(tokens, at, 'ed');
}

function isParticiple(tokens: Tokens, at: number): boolean {
  return (
    endsIn(tokens, at, 'ed') || endsIn(tokens, at, 'en') || endsIn(tokens, at, 'wn') || pasts.has(tokens.words[at]!)
  );
}

function endsIn(tokens: Tokens, at: number, ending: string): boolean {
  const end = tokens.ends[at]!;
  return (
    end - tokens.starts[at]! > ending.length + 1 && tokens.text.slice(end - ending.length, end).toLowerCase() === ending
  );
}

function isPassive(tokens: Tokens, verb: number, end: number): boolean {
  for (let at = verb; at < Math.min(end, verb + 4); at++) {
    if (!passives.has(tokens.words[at]!)) continue;
    let next = at + 1;
    while (next < end && adverbs.has(tokens.words[next]!)) next++;
    if (
      next < end &&
      tokens.breaks[next] === Break.none &&
      !passives.has(tokens.words[next]!) &&
      isParticiple(tokens, next)
    )
      return true;
  }
  return false;
}

/** "not only" and its like negate nothing. */
function isNegatedBetween({ words }: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (negators.has(words[at]!) && !only.has(words[at + 1] ?? 0)) return true;
  return false;
}
