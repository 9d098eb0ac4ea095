import { readClauseConditions } from '../clause/clauseConditions';
import { splitContraction } from '../contractions';
import { TokenKind } from '../tokens';
import { numberWord } from '../vocabulary';
import { type Item, PatternError, type ReadPattern, type WordItem, type WordLists } from './patternItems';
import { conditionsStart } from './quoteSigns';
import { readWritten } from './written';

/**
 * Reads a pattern and what it asks of its clause.
 *
 * @param exact capitals count in its words and in those of its lists
 * @throws PatternError where it cannot be read
 */
export function readItems(source: string, lists: WordLists, exact = false): ReadPattern {
  const cut = conditionsStart(source);
  const reader = new Reader(source.slice(0, cut), lists, exact);
  const items = reader.readAll();
  const clause = cut === source.length ? undefined : readClauseConditions(source.slice(cut));
  if (typeof clause === 'string') throw new PatternError(`“${source}” has ${clause}`);
  return { items, needsParser: reader.needsParser, clause };
}

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
    private readonly exact: boolean,
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
      case '"':
        return this.readQuoted();
      default:
        return this.readWords(this.exact);
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
    const items = char === '(' || char === '$' ? this.readItem(char, depth) : this.readWords(false);
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
    const { item, needsParser } = listOf(name[1]!, this.lists, this.exact, this.depth);
    this.needsParser ||= needsParser;
    return [item];
  }

  private readWords(exact: boolean): Item[] {
    const end = wordEnd(this.source, this.at);
    if (end === this.at) this.fail(`“${this.source[this.at]}”, which means nothing here`);
    const written = this.source.slice(this.at, end);
    this.at = end;
    return exact ? [{ type: 'written', written: readWritten(written, true) }] : wordItems(written);
  }

  private readQuoted(): Item[] {
    const end = this.source.indexOf('"', this.at + 1);
    if (end < 0) this.fail('a “"” without a second one');
    const written = this.source.slice(this.at + 1, end);
    this.at = end + 1;
    return [{ type: 'written', written: readWritten(written, this.exact) }];
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

const WORD = /[a-zA-Z0-9\p{L}\p{N}\p{M}'\u2019%&+-]+/uy;

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
    const word = written.toLowerCase().replaceAll('\u2019', "'").normalize('NFC');
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
function listOf(name: string, lists: WordLists, exact: boolean, depth: number): ParsedList {
  const entries = lists[name]!;
  // A list that names no other is the same in every file that it is handed to.
  const owner = entries.some((entry) => entry.includes('$')) ? lists : entries;
  let known = parsedLists.get(owner);
  if (known === undefined) {
    known = new Map();
    parsedLists.set(owner, known);
  }
  const key = exact ? `"${name}` : name;
  let parsed = known.get(key);
  if (parsed === undefined) {
    parsed = readList(entries, lists, exact, depth);
    known.set(key, parsed);
  }
  return parsed;
}

function readList(entries: readonly string[], lists: WordLists, exact: boolean, depth: number): ParsedList {
  let needsParser = false;
  const ways = entries.map((entry) => {
    const reader = new Reader(entry, lists, exact, depth + 1);
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
