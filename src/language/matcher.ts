import type { Node, Pattern, Split } from './pattern';
import { partName, slotsIn } from './pattern/linkProgram';
import { writtenAt } from './pattern/written';
import { type First, firstOf, indexPatterns, type PatternIndex } from './patternIndex';
import { Break, createTokens, renumber, type Tokens } from './tokens';
import { vocabularySize } from './vocabulary';

/** Tags of each token, asked for only when a pattern that needs them matches otherwise. */
export type TagLookup = () => readonly ReadonlySet<string>[];

/** Token indices, ends exclusive. `span` is the part in square brackets, or the whole match. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly parts: Readonly<Record<string, readonly [start: number, end: number]>>;
  /** Offsets in the text where signs belong to the span that stand before its first word or after its last, ends exclusive. */
  readonly textStart?: number;
  readonly textEnd?: number;
}

export interface Matcher {
  /**
   * Calls `onHit` for each pattern that matches, at most once for a pattern and a place where it starts, in no particular order.
   * Patterns are named by their index in the list that the matcher was made of. What a pattern asks of the clause is for the caller to check.
   *
   * @param most stops once as much work as this has been done since the call, `onHit` included
   */
  find(
    tokens: Tokens,
    tags: TagLookup,
    onHit: (number: number, hit: Hit, pattern: Pattern) => void,
    most?: number,
  ): void;
}

let work = 0;
/** Matching stops where `work` comes to this. */
let ceiling = Number.POSITIVE_INFINITY;

/** How much has been tried so far, by this matcher and all others: patterns looked at and steps taken. It only grows. */
export function workDone(): number {
  return work;
}

const STEPS = 4000;

/** Indexes patterns by the words that they cannot do without, so that a sentence without those words costs one look-up a word. */
export function createMatcher(patterns: readonly Pattern[]): Matcher {
  return createIndexedMatcher(indexPatterns(patterns), (pattern) => patterns[pattern]!);
}

/** A matcher over an index that is there already; `patternAt` is asked only for a pattern that can start at some word. */
export function createIndexedMatcher(index: PatternIndex, patternAt: (pattern: number) => Pattern): Matcher {
  const { min, max } = index;
  // Known from the first time that a pattern's word turns up.
  const firsts: (First | undefined)[] = new Array(index.size);
  // Up to where a pattern has been tried in the sentence whose serial number stands beside.
  const triedTo = new Int32Array(index.size);
  const triedIn = new Int32Array(index.size);
  // The last sentence that cannot hold the pattern, since it lacks a word that it needs.
  const ruledOutIn = new Int32Array(index.size);
  // The last sentence that had a word, by the number of the word.
  let seenIn = new Int32Array(0);
  let serial = 0;

  return {
    find(tokens, tags, onHit, most = Number.POSITIVE_INFINITY) {
      serial++;
      if (index.mayStand !== undefined) markWords(tokens);
      ceiling = work + most;
      findIn(tokens, tags, onHit);
      ceiling = Number.POSITIVE_INFINITY;
    },
  };

  function markWords({ words, count }: Tokens): void {
    if (seenIn.length <= vocabularySize()) seenIn = new Int32Array(vocabularySize() * 2);
    for (let at = 0; at < count; at++) seenIn[words[at]!] = serial;
  }

  function findIn(tokens: Tokens, tags: TagLookup, onHit: (number: number, hit: Hit, pattern: Pattern) => void): void {
    const { words, count } = tokens;
    for (let at = 0; at < count; at++) {
      const word = words[at]!;
      if (word === 0) continue;
      const all = index.patternsOf(word);
      if (all === undefined) continue;
      const patterns = index.patternsIn?.(word, all, tokens) ?? all;
      // What has been found by then does not change how much work a sentence is.
      work += all.length - patterns.length;
      for (const pattern of patterns) {
        work++;
        if (work > ceiling) return;
        if (ruledOutIn[pattern] === serial) continue;
        if (triedIn[pattern] !== serial && index.mayStand?.(pattern, seenIn, serial) === false) {
          ruledOutIn[pattern] = serial;
          continue;
        }
        let first = firsts[pattern];
        if (first === undefined) {
          first = index.first(pattern);
          if (first === undefined) {
            first = firstOf(patternAt(pattern).program);
            renumber(tokens);
          }
          firsts[pattern] = first;
        }
        const last = first.atBegin ? Math.min(0, at - min[pattern]!) : at - min[pattern]!;
        const tried = triedIn[pattern] === serial ? triedTo[pattern]! : -1;
        for (let start = Math.max(0, at - max[pattern]!, tried + 1); start <= last; start++) {
          if (first.words !== undefined && !first.words.has(words[start]!)) continue;
          if (!index.mayMatch(pattern, tokens, start)) continue;
          const tried = patternAt(pattern);
          const hit = matchAt(tried, tokens, start, tags);
          if (work > ceiling) return;
          if (hit !== undefined) onHit(pattern, hit, tried);
        }
        if (last > tried) {
          triedTo[pattern] = last;
          triedIn[pattern] = serial;
        }
      }
    }
  }
}

const SLOTS = 64;

// One match is tried at a time, since matching asks nothing that would match again: the state of the attempt is kept here.
let tokens: Tokens = createTokens(0);
let tagged: readonly ReadonlySet<string>[] | undefined;
let from = 0;
let steps = 0;
let stepsLeft = STEPS;
let reached = -1;
let isOpened = false;
const opened = new Int32Array(SLOTS).fill(-1);
const closed = new Int32Array(SLOTS);
/** Where a text that was matched as written begins, by its first token, and where it ends, by the token after it. */
const writtenStarts = new Map<number, number>();
const writtenEnds = new Map<number, number>();

/** Tries the pattern at one place; the first way in which it matches counts. */
export function matchAt(pattern: Pattern, sentence: Tokens, start: number, tags: TagLookup): Hit | undefined {
  const { program } = pattern;
  // The pattern may have been read only now, after the sentence.
  renumber(sentence);
  const matched =
    attempt(program, sentence, start, undefined) && (!pattern.needsParser || attempt(program, sentence, start, tags()));
  if (!matched) return undefined;
  return toHit(program, start);
}

function attempt(program: Node, sentence: Tokens, start: number, tags: typeof tagged): boolean {
  tokens = sentence;
  tagged = tags;
  from = start;
  steps = 0;
  stepsLeft = Math.min(STEPS, ceiling - work);
  if (isOpened) opened.fill(-1);
  isOpened = false;
  if (writtenStarts.size > 0) writtenStarts.clear();
  if (writtenEnds.size > 0) writtenEnds.clear();
  const matched = step(program, start);
  work += steps;
  return matched;
}

function toHit(program: Node, start: number): Hit {
  const parts: Record<string, readonly [number, number]> = {};
  for (const slot of slotsIn(program)) if (opened[slot]! >= 0) parts[partName(slot)] = [opened[slot]!, closed[slot]!];
  const [spanStart, spanEnd] = parts[''] ?? [start, reached];
  const hit = { start, end: reached, spanStart, spanEnd, parts };
  const textStart = writtenStarts.get(spanStart);
  const textEnd = writtenEnds.get(spanEnd);
  if (textStart === undefined && textEnd === undefined) return hit;
  return {
    ...hit,
    textStart: textStart ?? tokens.starts[spanStart]!,
    textEnd: textEnd ?? tokens.ends[spanEnd - 1]!,
  };
}

/** So many words are looked through in the time of a step. */
const ANCHORS_AT_ONCE = 16;

/** Does the sentence hold a word that the pattern cannot do without? Says no without reading the pattern. */
export function holdsAnchor({ anchor }: Pattern, sentence: Tokens): boolean {
  renumber(sentence);
  const { words, count } = sentence;
  work += count * Math.ceil(anchor.words.length / ANCHORS_AT_ONCE);
  for (let at = 0; at < count; at++) if (words[at] !== 0 && anchor.words.includes(words[at]!)) return true;
  return false;
}

/** The first match of the pattern anywhere in the sentence. */
export function matchAnywhere(pattern: Pattern, tokens: Tokens, tags: TagLookup): Hit | undefined {
  if (!holdsAnchor(pattern, tokens)) return undefined;
  for (let start = 0; start < tokens.count; start++) {
    const hit = matchAt(pattern, tokens, start, tags);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

/** Walks the program from a node; sets `reached` when it comes to its end. */
function step(first: Node, start: number): boolean {
  let node = first;
  let at = start;
  for (;;) {
    if (++steps > stepsLeft) return false;
    switch (node.op) {
      case 'one':
        if (at >= tokens.count || tokens.words[at] !== node.word || !joined(at)) return false;
        at++;
        break;
      case 'word':
        if (at >= tokens.count || tokens.words[at] === 0 || !node.words.has(tokens.words[at]!) || !joined(at))
          return false;
        at++;
        break;
      case 'not':
        if (at >= tokens.count || !joined(at) || node.words.has(tokens.words[at]!)) return false;
        at++;
        break;
      case 'written':
        return overWritten(node, at);
      case 'any':
        if (at >= tokens.count || !joined(at)) return false;
        at++;
        break;
      case 'kind':
        if (at >= tokens.count || !joined(at) || (tokens.kinds[at]! & node.bits) === 0) return false;
        at++;
        break;
      case 'tag':
        if (at >= tokens.count || !joined(at)) return false;
        if (tagged !== undefined && tagged[at]?.has(node.tag) !== true) return false;
        at++;
        break;
      case 'gap':
        return overGap(node, at);
      case 'split': {
        const ways = waysAt(node, at);
        const last = ways.length - 1;
        if (last < 0) return false;
        for (let way = 0; way < last; way++) if (step(ways[way]!, at)) return true;
        node = ways[last]!;
        continue;
      }
      case 'open': {
        const before = opened[node.slot]!;
        opened[node.slot] = at;
        isOpened = true;
        if (step(node.next, at)) return true;
        opened[node.slot] = before;
        return false;
      }
      case 'close': {
        const before = closed[node.slot]!;
        closed[node.slot] = at;
        if (step(node.next, at)) return true;
        closed[node.slot] = before;
        return false;
      }
      case 'bridge': {
        const before = from;
        from = at;
        const matched = step(node.next, at);
        from = before;
        return matched;
      }
      case 'begin':
        if (at !== 0) return false;
        break;
      case 'end':
        if (at !== tokens.count) return false;
        break;
      case 'accept':
        reached = at;
        return true;
    }
    node = node.next;
  }
}

/** The ways of a split that the word at a place leaves open. */
function waysAt(node: Split, at: number): readonly Node[] {
  if (node.byWord === undefined) {
    if (++node.visits < VISITS) return node.ways;
    sortWays(node);
  }
  return (at < tokens.count ? node.byWord!.get(tokens.words[at]!) : undefined) ?? node.others;
}

/** Sorting the ways pays where they are tried more often than this. */
const VISITS = 6;

function sortWays(node: Split): void {
  const firsts = node.ways.map((way) => firstOf(way).words);
  const byWord = new Map<number, Node[]>();
  for (const words of firsts) for (const word of words ?? []) byWord.set(word, []);
  node.ways.forEach((way, place) => {
    const words = firsts[place];
    if (words === undefined) for (const ways of byWord.values()) ways.push(way);
    else for (const word of words) byWord.get(word)!.push(way);
  });
  node.byWord = byWord;
  node.others = node.ways.filter((_, place) => firsts[place] === undefined);
}

/** A sign that is written belongs to its words, so a match goes on over it. */
function overWritten({ written, next }: Extract<Node, { op: 'written' }>, at: number): boolean {
  if (at >= tokens.count || (written.lead === 0 && !joined(at))) return false;
  const place = writtenAt(written, tokens, at);
  if (place === undefined) return false;
  const before = from;
  if (/[^\p{L}\p{N}]$/u.test(written.text)) from = place.next;
  const [start, end] = [writtenStarts.get(at), writtenEnds.get(place.next)];
  writtenStarts.set(at, place.start);
  writtenEnds.set(place.next, place.end);
  if (step(next, place.next)) return true;
  from = before;
  restore(writtenStarts, at, start);
  restore(writtenEnds, place.next, end);
  return false;
}

function restore(places: Map<number, number>, at: number, before: number | undefined): void {
  if (before === undefined) places.delete(at);
  else places.set(at, before);
}

function overGap({ min, max, next }: Extract<Node, { op: 'gap' }>, at: number): boolean {
  for (let count = 0; count <= max; count++) {
    if (count >= min && step(next, at + count)) return true;
    if (at + count >= tokens.count || !joined(at + count)) return false;
  }
  return false;
}

/** A match does not go on over a dash, a colon or a bracket. */
function joined(at: number): boolean {
  return at === from || tokens.breaks[at] !== Break.clause;
}
