import type { Node, Pattern } from './pattern';
import { Break, createTokens, renumber, type Tokens } from './tokens';

/** Tags of each token, asked for only when a pattern that needs them matches otherwise. */
export type TagLookup = () => readonly ReadonlySet<string>[];

/** Token indices, ends exclusive. `span` is the part in square brackets, or the whole match. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly spanStart: number;
  readonly spanEnd: number;
  readonly parts: Readonly<Record<string, readonly [start: number, end: number]>>;
}

export interface Matcher {
  /**
   * Calls `onHit` for each pattern that matches, at most once for a pattern and a place where it starts, in no particular order.
   * Patterns are named by their index in the list that the matcher was made of.
   */
  find(tokens: Tokens, tags: TagLookup, onHit: (pattern: number, hit: Hit) => void): void;
}

interface Entry {
  readonly pattern: number;
  readonly min: number;
  readonly max: number;
}

/** What a match can begin with: only the first word of a sentence, only certain words. */
interface First {
  readonly atBegin: boolean;
  readonly words: ReadonlySet<number> | undefined;
}

const STEPS = 4000;

/** Indexes patterns by the words that they cannot do without, so that a sentence without those words costs one look-up a word. */
export function createMatcher(patterns: readonly Pattern[]): Matcher {
  const index: (Entry[] | undefined)[] = [];
  patterns.forEach(({ anchor }, pattern) => {
    const entry = { pattern, min: anchor.min, max: anchor.max };
    for (const word of anchor.words) {
      const entries = index[word];
      if (entries === undefined) index[word] = [entry];
      else entries.push(entry);
    }
  });
  // Known from the first time that a pattern's word turns up.
  const firsts: (First | undefined)[] = new Array(patterns.length);
  // Up to where a pattern has been tried in the sentence whose serial number stands beside.
  const triedTo = new Int32Array(patterns.length);
  const triedIn = new Int32Array(patterns.length);
  let serial = 0;

  return {
    find(tokens, tags, onHit) {
      serial++;
      const { words, count } = tokens;
      for (let at = 0; at < count; at++) {
        const word = words[at]!;
        if (word === 0) continue;
        const entries = index[word];
        if (entries === undefined) continue;
        for (const { pattern, min, max } of entries) {
          const compiled = patterns[pattern]!;
          let first = firsts[pattern];
          if (first === undefined) {
            first = firstOf(compiled.program);
            firsts[pattern] = first;
            renumber(tokens);
          }
          const last = first.atBegin ? Math.min(0, at - min) : at - min;
          const tried = triedIn[pattern] === serial ? triedTo[pattern]! : -1;
          for (let start = Math.max(0, at - max, tried + 1); start <= last; start++) {
            if (first.words !== undefined && !first.words.has(words[start]!)) continue;
            const hit = matchAt(compiled, tokens, start, tags);
            if (hit !== undefined) onHit(pattern, hit);
          }
          if (last > tried) {
            triedTo[pattern] = last;
            triedIn[pattern] = serial;
          }
        }
      }
    },
  };
}

/** Most places where a pattern could start are ruled out by the word that stands there. */
function firstOf(program: Node): First {
  const words = new Set<number>();
  const bounded = collectFirst(program, words, new Set());
  return { atBegin: program.op === 'begin', words: bounded ? words : undefined };
}

function collectFirst(node: Node, into: Set<number>, seen: Set<Node>): boolean {
  if (seen.has(node)) return true;
  seen.add(node);
  switch (node.op) {
    case 'word':
      for (const word of node.words) into.add(word);
      return true;
    case 'split':
      return node.ways.every((way) => collectFirst(way, into, seen));
    case 'open':
    case 'close':
    case 'begin':
      return collectFirst(node.next, into, seen);
    default:
      return false;
  }
}

interface Run {
  tokens: Tokens;
  tags: readonly ReadonlySet<string>[] | undefined;
  start: number;
  steps: number;
  end: number;
  parts: Record<string, [number, number]> | undefined;
}

// One at a time: matching asks nothing that would match again.
const run: Run = { tokens: createTokens(0), tags: undefined, start: 0, steps: 0, end: -1, parts: undefined };

/** Tries the pattern at one place; the first way in which it matches counts. */
export function matchAt(pattern: Pattern, tokens: Tokens, start: number, tags: TagLookup): Hit | undefined {
  const { program } = pattern;
  // The pattern may have been read only now, after the sentence.
  renumber(tokens);
  if (!attempt(program, tokens, start, undefined)) return undefined;
  if (pattern.needsParser && !attempt(program, tokens, start, tags())) return undefined;
  const parts = run.parts ?? {};
  const [spanStart, spanEnd] = parts[''] ?? [start, run.end];
  return { start, end: run.end, spanStart, spanEnd, parts };
}

function attempt(program: Node, tokens: Tokens, start: number, tags: Run['tags']): boolean {
  run.tokens = tokens;
  run.tags = tags;
  run.start = start;
  run.steps = 0;
  run.parts = undefined;
  return step(program, start, run);
}

/** The first match of the pattern anywhere in the sentence. */
export function matchAnywhere(pattern: Pattern, tokens: Tokens, tags: TagLookup): Hit | undefined {
  for (let start = 0; start < tokens.count; start++) {
    const hit = matchAt(pattern, tokens, start, tags);
    if (hit !== undefined) return hit;
  }
  return undefined;
}

function step(node: Node, at: number, run: Run): boolean {
  if (++run.steps > STEPS) return false;
  const { tokens } = run;
  switch (node.op) {
    case 'word':
      return at < tokens.count && joined(at, run) && node.words.has(tokens.words[at]!) && step(node.next, at + 1, run);
    case 'not':
      return at < tokens.count && joined(at, run) && !node.words.has(tokens.words[at]!) && step(node.next, at + 1, run);
    case 'any':
      return at < tokens.count && joined(at, run) && step(node.next, at + 1, run);
    case 'kind':
      return (
        at < tokens.count && joined(at, run) && (tokens.kinds[at]! & node.bits) !== 0 && step(node.next, at + 1, run)
      );
    case 'tag':
      return (
        at < tokens.count &&
        joined(at, run) &&
        (run.tags === undefined || run.tags[at]?.has(node.tag) === true) &&
        step(node.next, at + 1, run)
      );
    case 'gap':
      for (let count = 0; count <= node.max; count++) {
        if (count >= node.min && step(node.next, at + count, run)) return true;
        if (at + count >= tokens.count || !joined(at + count, run)) return false;
      }
      return false;
    case 'split':
      return node.ways.some((way) => step(way, at, run));
    case 'open': {
      run.parts ??= {};
      const before = run.parts[node.name];
      run.parts[node.name] = [at, at];
      if (step(node.next, at, run)) return true;
      restore(run, node.name, before);
      return false;
    }
    case 'close': {
      const part = run.parts![node.name]!;
      const before = part[1];
      part[1] = at;
      if (step(node.next, at, run)) return true;
      part[1] = before;
      return false;
    }
    case 'bridge': {
      const start = run.start;
      run.start = at;
      if (step(node.next, at, run)) {
        run.start = start;
        return true;
      }
      run.start = start;
      return false;
    }
    case 'begin':
      return at === 0 && step(node.next, at, run);
    case 'end':
      return at === tokens.count && step(node.next, at, run);
    case 'accept':
      run.end = at;
      return true;
  }
}

function joined(at: number, run: Run): boolean {
  return at === run.start || run.tokens.breaks[at] !== Break.clause;
}

function restore(run: Run, name: string, before: [number, number] | undefined): void {
  if (run.parts === undefined) return;
  if (before === undefined) delete run.parts[name];
  else run.parts[name] = before;
}
