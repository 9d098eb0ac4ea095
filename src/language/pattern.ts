import { type ClauseConditions, readClauseConditions } from './clause/clauseConditions';
import { splitContraction } from './contractions';
import { TokenKind } from './tokens';
import { numberWord } from './vocabulary';

/**
 * A match pattern, in the part of `compromise`'s match syntax that can be decided without parsing, and its tags:
 *
 *     you (are|were) $adverb? wrong     words, choices (also of several words), optional words, named lists
 *     [your fault]                      the part that a finding marks; [<who>(we|i)] keeps a part under a name
 *     . .{0,3} *                        one word, up to three words, up to eight words (never over a dash or colon)
 *     !not  !(no|never)                 one word that is none of these
 *     #Adverb #Money                    a word with this tag
 *     ^ $                               where the sentence begins and ends
 *     ~                                 the next word may come after a dash, a colon or a bracket
 *     @subject=reader @!reported        at the end: what the clause must be like; see `ClauseConditions`
 *
 * Contractions and hyphens are written as they are in English ("you're", "non-negotiable") and match both ways of writing.
 */
export interface Pattern {
  readonly source: string;
  /** Made when first asked for: most patterns never meet their word. */
  readonly program: Node;
  /** What the clause that the words stand in must be like. */
  readonly clause: ClauseConditions | undefined;
  /** True when a tag has to be asked of the parser. */
  readonly needsParser: boolean;
  /** Numbers of the words of which one must be there, and how far into the match it can stand. */
  readonly anchor: Anchor;
}

export interface Anchor {
  readonly words: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** A step of the matcher; `next` is what must match after it. */
export type Node =
  | { op: 'one'; word: number; next: Node }
  | { op: 'word'; words: ReadonlySet<number>; next: Node }
  | { op: 'not'; words: ReadonlySet<number>; next: Node }
  | { op: 'any'; next: Node }
  | { op: 'kind'; bits: number; next: Node }
  | { op: 'tag'; tag: string; next: Node }
  | { op: 'gap'; min: number; max: number; next: Node }
  | { op: 'split'; ways: Node[] }
  | { op: 'open'; slot: number; next: Node }
  | { op: 'close'; slot: number; next: Node }
  | { op: 'bridge'; next: Node }
  | { op: 'begin'; next: Node }
  | { op: 'end'; next: Node }
  | { op: 'accept' };

export type WordLists = Readonly<Record<string, readonly string[]>>;

/** The pattern cannot be read: the message says what and where, in words for the person who wrote it. */
export class PatternError extends Error {}

/**
 * Compiles a pattern. `{root}` forms must have been expanded before. A pattern that `preparePattern` has seen is read only when one of its
 * words turns up.
 *
 * @throws PatternError when the source is not a pattern, names an unknown list, or has no word to look for
 */
export function compilePattern(source: string, lists: WordLists = {}): Pattern {
  const cut = source.indexOf(PREPARED);
  if (cut >= 0) return readLater(source.slice(0, cut), lists, source.slice(cut + 1));
  const { items, needsParser, clause, anchor } = readPattern(source, lists);
  let program: Node | undefined;
  return {
    source,
    get program() {
      program ??= link(items, { op: 'accept' });
      return program;
    },
    clause,
    needsParser,
    anchor: numbered(anchor),
  };
}

/**
 * Works out ahead of time which words a pattern cannot do without, so that loading thousands of patterns costs next to nothing.
 *
 * @returns the source with the words added, for `compilePattern`
 * @throws PatternError as `compilePattern` does
 */
export function preparePattern(source: string, lists: WordLists): string {
  const { anchor } = readPattern(source, lists);
  return `${source}${PREPARED}${anchor.min},${anchor.max},${anchor.words.join(' ')}`;
}

/**
 * The words that stand in every match of a pattern: one of each list, no fewer than `min` and no more than `max` words into the match.
 * The rarest first.
 */
export function neededWords(source: string, lists: WordLists): readonly Needed[] {
  return candidatesOf(readItems(source, lists).items).sort((a, b) => a.cost - b.cost);
}

const PREPARED = '\u0001';

/**
 * A pattern that is known to be right, which is read when something of it is asked for.
 *
 * @param prepared what `preparePattern` has added, where it has
 */
export function readLater(source: string, lists: WordLists, prepared?: string): Pattern {
  let read: ReadPattern | undefined;
  let program: Node | undefined;
  let anchor: Anchor | undefined;
  const readOnce = () => {
    read ??= readItems(source, lists);
    return read;
  };
  return {
    source,
    get program() {
      program ??= link(readOnce().items, { op: 'accept' });
      return program;
    },
    get clause() {
      return readOnce().clause;
    },
    get needsParser() {
      return readOnce().needsParser;
    },
    get anchor() {
      anchor ??= prepared === undefined ? numbered(anchorOf(readOnce().items)!) : readAnchor(prepared);
      return anchor;
    },
  };
}

function readAnchor(prepared: string): Anchor {
  const [min, max, words] = prepared.split(',') as [string, string, string];
  return { words: words.split(' ').map(numberWord), min: Number(min), max: Number(max) };
}

function numbered({ words, min, max }: Candidate): Anchor {
  return { words: words.map(numberWord), min, max };
}

interface ReadPattern {
  readonly items: Item[];
  readonly needsParser: boolean;
  readonly clause: ClauseConditions | undefined;
}

function readPattern(source: string, lists: WordLists): ReadPattern & { readonly anchor: Candidate } {
  const read = readItems(source, lists);
  const anchor = anchorOf(read.items);
  if (anchor === undefined) throw new PatternError(`“${source}” names no word that must be there`);
  return { ...read, anchor };
}

function readItems(source: string, lists: WordLists): ReadPattern {
  const cut = source.indexOf('@');
  const reader = new Reader(cut < 0 ? source : source.slice(0, cut), lists);
  const items = reader.readAll();
  const clause = cut < 0 ? undefined : readClauseConditions(source.slice(cut));
  if (typeof clause === 'string') throw new PatternError(`“${source}” has ${clause}`);
  return { items, needsParser: reader.needsParser, clause };
}

interface WordItem {
  readonly type: 'word' | 'not';
  readonly words: readonly string[];
  /** Shared by all patterns that name the same list. */
  numbers?: ReadonlySet<number>;
}

type Item =
  | WordItem
  | { type: 'any' }
  | { type: 'kind'; bits: number }
  | { type: 'tag'; tag: string }
  | { type: 'gap'; min: number; max: number }
  | { type: 'choice'; ways: Item[][] }
  | { type: 'repeat'; item: Item; min: number; max: number }
  | { type: 'open' | 'close'; name: string }
  | { type: 'bridge' | 'begin' | 'end' };

const nativeTags: Readonly<Record<string, number>> = {
  Number: TokenKind.number,
  Money: TokenKind.money,
  Percent: TokenKind.percent,
  Capital: TokenKind.capital,
  Upper: TokenKind.upper,
  Opaque: TokenKind.opaque,
};

const MAX_GAP = 8;
const MAX_DEPTH = 12;
const MAX_LENGTH = 4000;

class Reader {
  private at = 0;
  private readonly open: string[] = [];
  needsParser = false;

  constructor(
    private readonly source: string,
    private readonly lists: WordLists,
    private readonly depth = 0,
  ) {
    if (source.length > MAX_LENGTH) throw new PatternError(`A pattern of ${source.length} characters is too long`);
    if (depth > MAX_DEPTH) throw new PatternError('The lists of this pattern name one another in a circle');
  }

  readAll(): Item[] {
    const items = this.readSequence(0);
    if (this.at < this.source.length) this.fail(`a stray “${this.source[this.at]}”`);
    if (this.open.length > 0) this.fail('a “[” without its “]”');
    return items;
  }

  private fail(what: string): never {
    throw new PatternError(`“${this.source}” has ${what} at character ${this.at + 1}`);
  }

  private readSequence(depth: number): Item[] {
    if (depth > MAX_DEPTH) this.fail('brackets nested too deeply');
    const items: Item[] = [];
    for (;;) {
      while (this.source[this.at] === ' ' || this.source[this.at] === '\n') this.at++;
      const char = this.source[this.at];
      if (char === undefined || char === ')' || char === '|') return items;
      if (char === '[' || char === ']') items.push(this.readBracket(char));
      else items.push(...this.quantified(this.readItem(char, depth)));
    }
  }

  private readBracket(char: string): Item {
    this.at++;
    if (char === ']') {
      const name = this.open.pop();
      if (name === undefined) this.fail('a “]” without its “[”');
      return { type: 'close', name };
    }
    const named = /^<([a-z][a-z0-9]*)>/.exec(this.source.slice(this.at, this.at + 40));
    const name = named?.[1] ?? '';
    this.at += named?.[0].length ?? 0;
    this.open.push(name);
    return { type: 'open', name };
  }

  private readItem(char: string, depth: number): Item[] {
    switch (char) {
      case '(':
        return [this.readChoice(depth)];
      case '^':
        this.at++;
        return [{ type: 'begin' }];
      case '~':
        this.at++;
        return [{ type: 'bridge' }];
      case '*':
        this.at++;
        return [{ type: 'gap', min: 0, max: MAX_GAP }];
      case '.':
        this.at++;
        return [{ type: 'any' }];
      case '!':
        return [this.readNot(depth)];
      case '#':
        return [this.readTag()];
      case '$':
        return this.readListOrEnd();
      default:
        return this.readWords();
    }
  }

  private readChoice(depth: number): Item {
    this.at++;
    const ways: Item[][] = [];
    for (;;) {
      ways.push(this.readSequence(depth + 1));
      const char = this.source[this.at++];
      if (char === ')') break;
      if (char !== '|') {
        this.at = this.source.length;
        this.fail('a “(” without its “)”');
      }
    }
    if (ways.some((way) => way.length === 0)) this.fail('an empty choice');
    return allWords(ways) ?? { type: 'choice', ways };
  }

  private readNot(depth: number): Item {
    this.at++;
    const char = this.source[this.at];
    if (char === undefined || char === ' ') this.fail('a “!” without a word');
    const items = this.readItem(char, depth);
    const [item] = items;
    if (items.length !== 1 || item?.type !== 'word') this.fail('a “!” before something that is not a single word');
    return { type: 'not', words: item.words };
  }

  private readTag(): Item {
    const tag = /^#([A-Za-z]+)/.exec(this.source.slice(this.at, this.at + 40));
    if (tag === null) this.fail('a “#” without a tag');
    this.at += tag[0].length;
    const bits = nativeTags[tag[1]!];
    if (bits !== undefined) return { type: 'kind', bits };
    this.needsParser = true;
    return { type: 'tag', tag: tag[1]! };
  }

  private readListOrEnd(): Item[] {
    const name = /^\$([a-z][a-z0-9-]*)/.exec(this.source.slice(this.at, this.at + 60));
    if (name === null) {
      this.at++;
      return [{ type: 'end' }];
    }
    if (!Object.hasOwn(this.lists, name[1]!)) this.fail(`the unknown list “${name[0]}”`);
    this.at += name[0].length;
    const { item, needsParser } = listOf(name[1]!, this.lists, this.depth);
    this.needsParser ||= needsParser;
    return [item];
  }

  private readWords(): Item[] {
    const end = wordEnd(this.source, this.at);
    if (end === this.at) this.fail(`“${this.source[this.at]}”, which means nothing here`);
    const written = this.source.slice(this.at, end);
    this.at = end;
    return wordItems(written);
  }

  private quantified(items: Item[]): Item[] {
    const char = this.source[this.at];
    if (char === '?') {
      this.at++;
      return [{ type: 'repeat', item: single(items), min: 0, max: 1 }];
    }
    if (char !== '{') return items;
    const counts = /^\{(\d)(?:,(\d))?\}/.exec(this.source.slice(this.at, this.at + 8));
    if (counts === null) this.fail('a count that is not like {0,3}');
    this.at += counts[0].length;
    const min = Number(counts[1]);
    const max = Number(counts[2] ?? counts[1]);
    if (max < min || max === 0) this.fail('a count that ends before it begins');
    const item = single(items);
    return [item.type === 'any' ? { type: 'gap', min, max } : { type: 'repeat', item, min, max }];
  }
}

/** Numbers the word at once: sentences read before the program is built must already hold its number. */
function wordItem(word: string): WordItem {
  numberWord(word);
  return { type: 'word', words: [word] };
}

const WORD = /[a-zA-Z0-9\p{L}\p{N}'\u2019%&+-]+/uy;

/** Where the word at `start` ends. Nearly all are ASCII, and thousands are read before the first finding. */
function wordEnd(source: string, start: number): number {
  let at = start;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code >= 128) {
      WORD.lastIndex = start;
      return start + (WORD.exec(source)?.[0].length ?? 0);
    }
    if (!isWordCode(code)) break;
  }
  return at;
}

/** Letters, digits and the signs `' % & + -`. */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 39 ||
    code === 37 ||
    code === 38 ||
    code === 43 ||
    code === 45
  );
}

const knownWords = new Map<string, Item[]>();

/** The items of a word as written; patterns share them, since they share most of their words. */
function wordItems(written: string): Item[] {
  let items = knownWords.get(written);
  if (items === undefined) {
    const word = written.toLowerCase().replaceAll('\u2019', "'");
    items = word.includes('-')
      ? word
          .split('-')
          .filter((part) => part !== '')
          .flatMap(itemsOf)
      : itemsOf(word);
    knownWords.set(written, items);
  }
  return items;
}

function itemsOf(word: string): Item[] {
  const parts = splitContraction(word);
  return parts === undefined ? [wordItem(word)] : [wordItem(parts.first), wordItem(parts.second)];
}

interface ParsedList {
  readonly item: Item;
  readonly needsParser: boolean;
}

const parsedLists = new WeakMap<WordLists | readonly string[], Map<string, ParsedList>>();

/** A list is read once for all the patterns that name it. */
function listOf(name: string, lists: WordLists, depth: number): ParsedList {
  const entries = lists[name]!;
  // A list that names no other is the same in every file that it is handed to.
  const owner = entries.some((entry) => entry.includes('$')) ? lists : entries;
  let known = parsedLists.get(owner);
  if (known === undefined) {
    known = new Map();
    parsedLists.set(owner, known);
  }
  let parsed = known.get(name);
  if (parsed === undefined) {
    parsed = readList(entries, lists, depth);
    known.set(name, parsed);
  }
  return parsed;
}

function readList(entries: readonly string[], lists: WordLists, depth: number): ParsedList {
  let needsParser = false;
  const ways = entries.map((entry) => {
    const reader = new Reader(entry, lists, depth + 1);
    const items = reader.readAll();
    needsParser ||= reader.needsParser;
    return items;
  });
  return { item: allWords(ways) ?? { type: 'choice', ways }, needsParser };
}

/** A choice between single words is one step of the matcher. */
function allWords(ways: readonly Item[][]): WordItem | undefined {
  const words: string[] = [];
  for (const way of ways) {
    const [item] = way;
    if (way.length !== 1 || item?.type !== 'word') return undefined;
    words.push(...item.words);
  }
  return { type: 'word', words };
}

function single(items: Item[]): Item {
  return items.length === 1 ? items[0]! : { type: 'choice', ways: [items] };
}

// Parts of a match are kept by number; the part without a name, which a finding marks, is the first.
const partNames: string[] = [''];

function slotOf(name: string): number {
  const known = partNames.indexOf(name);
  if (known >= 0) return known;
  if (partNames.length >= MAX_PARTS) throw new PatternError(`“<${name}>” is one name for a part too many`);
  return partNames.push(name) - 1;
}

const MAX_PARTS = 64;

/** Name of a part of a match by its number. */
export function partName(slot: number): string {
  return partNames[slot]!;
}

const slotsOfPrograms = new WeakMap<Node, readonly number[]>();

/** Numbers of the parts that a program may keep. */
export function slotsIn(program: Node): readonly number[] {
  let slots = slotsOfPrograms.get(program);
  if (slots === undefined) {
    const found = new Set<number>();
    collectSlots(program, found, new Set());
    slots = [...found];
    slotsOfPrograms.set(program, slots);
  }
  return slots;
}

function collectSlots(node: Node, into: Set<number>, seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.op === 'open') into.add(node.slot);
  if (node.op === 'split') for (const way of node.ways) collectSlots(way, into, seen);
  else if (node.op !== 'accept') collectSlots(node.next, into, seen);
}

function link(items: readonly Item[], next: Node): Node {
  return items.reduceRight((after, item) => linkItem(item, after), next);
}

function linkItem(item: Item, next: Node): Node {
  switch (item.type) {
    case 'word':
    case 'not':
      item.numbers ??= new Set(item.words.map(numberWord));
      if (item.type === 'word' && item.words.length === 1) return { op: 'one', word: numberWord(item.words[0]!), next };
      return { op: item.type, words: item.numbers, next };
    case 'any':
      return { op: 'any', next };
    case 'kind':
      return { op: 'kind', bits: item.bits, next };
    case 'tag':
      return { op: 'tag', tag: item.tag, next };
    case 'gap':
      return { op: 'gap', min: item.min, max: item.max, next };
    case 'choice':
      return { op: 'split', ways: item.ways.map((way) => link(way, next)) };
    case 'repeat': {
      let node = next;
      for (let count = item.max; count > 0; count--) {
        const once = linkItem(item.item, node);
        node = count > item.min ? { op: 'split', ways: [once, next] } : once;
      }
      return node;
    }
    case 'open':
    case 'close':
      return { op: item.type, slot: slotOf(item.name), next };
    default:
      return { op: item.type, next };
  }
}

/** Words of which one must be there, and how far into the match it can stand. */
export interface Needed {
  readonly words: readonly string[];
  readonly min: number;
  readonly max: number;
}

interface Candidate extends Needed {
  readonly cost: number;
}

function anchorOf(items: readonly Item[]): Candidate | undefined {
  const candidates = candidatesOf(items);
  return candidates.find(({ cost }) => candidates.every((other) => cost <= other.cost));
}

function candidatesOf(items: readonly Item[]): Candidate[] {
  const found: Candidate[] = [];
  let min = 0;
  let max = 0;
  for (const item of items) {
    const inside = anchorIn(item);
    if (inside !== undefined) found.push({ ...inside, min: min + inside.min, max: max + inside.max });
    const width = widthOf(item);
    min += width.min;
    max += width.max;
  }
  return found;
}

function anchorIn(item: Item): Candidate | undefined {
  if (item.type === 'word') {
    const cost = item.words.reduce((sum, word) => sum + (commonWords.has(word) ? 200 : 1), 0);
    return { words: item.words, min: 0, max: 0, cost };
  }
  if (item.type === 'repeat') return item.min > 0 ? anchorIn(item.item) : undefined;
  if (item.type !== 'choice') return undefined;
  const inside = item.ways.map(anchorOf);
  if (!inside.every((candidate) => candidate !== undefined)) return undefined;
  return {
    words: [...new Set(inside.flatMap((candidate) => candidate.words))],
    min: Math.min(...inside.map((candidate) => candidate.min)),
    max: Math.max(...inside.map((candidate) => candidate.max)),
    cost: inside.reduce((sum, candidate) => sum + candidate.cost, 0),
  };
}

function widthOf(item: Item): { min: number; max: number } {
  switch (item.type) {
    case 'word':
    case 'not':
    case 'any':
    case 'kind':
    case 'tag':
      return { min: 1, max: 1 };
    case 'gap':
      return { min: item.min, max: item.max };
    case 'choice': {
      const widths = item.ways.map(widthOfAll);
      return { min: Math.min(...widths.map((w) => w.min)), max: Math.max(...widths.map((w) => w.max)) };
    }
    case 'repeat': {
      const width = widthOf(item.item);
      return { min: width.min * item.min, max: width.max * item.max };
    }
    default:
      return { min: 0, max: 0 };
  }
}

function widthOfAll(items: readonly Item[]): { min: number; max: number } {
  return items.reduce(
    (sum, item) => {
      const width = widthOf(item);
      return { min: sum.min + width.min, max: sum.max + width.max };
    },
    { min: 0, max: 0 },
  );
}

// Words so frequent that looking for the others first saves most of the work.
const commonWords = new Set(
  (
    'the of and to a in for is on that by this with i you it not or be are from at as your all have has had an was we will can us if ' +
    'my but our one do does did no they would any there been their what so up out about who which when more me her his he she them ' +
    'some could than then now only its should just like over also how very may into these other am get go want need make take please'
  ).split(' '),
);
