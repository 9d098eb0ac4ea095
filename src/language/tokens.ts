import { splitContraction } from './contractions';
import { vocabularySize, wordNumber } from './vocabulary';

/** Properties of a token, as bits. */
export const TokenKind = {
  word: 1,
  number: 2,
  money: 4,
  percent: 8,
  /** Begins with a capital. */
  capital: 16,
  /** Two or more letters, all of them capitals. */
  upper: 32,
  /** Stands for something that is not the writer's words: code, a link, a quotation. */
  opaque: 64,
} as const;

/** What stands between a token and the one before it. */
export const Break = { none: 0, comma: 1, clause: 2 } as const;

/**
 * The words of one sentence. The arrays are longer than `count` and are reused by the next call of `tokenise`:
 * read them before that. `starts` and `ends` are UTF-16 offsets in `text`, ends exclusive.
 */
export interface Tokens {
  text: string;
  count: number;
  words: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  kinds: Uint8Array;
  breaks: Uint8Array;
  /** What was read, and how many words had numbers then. */
  from: number;
  to: number;
  masks: readonly TokenMask[];
  vocabulary: number;
}

export interface TokenMask {
  readonly start: number;
  readonly end: number;
  readonly kind: 'opaque' | 'skip';
  /** The letter or apostrophe that a skipped stretch stands for; a word goes on across it. */
  readonly as?: string;
}

const scratch: Tokens = createTokens(256);

/** A token buffer of one's own, for callers that keep the result. */
export function createTokens(size: number): Tokens {
  return {
    text: '',
    count: 0,
    words: new Int32Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    kinds: new Uint8Array(size),
    breaks: new Uint8Array(size),
    from: 0,
    to: 0,
    masks: [],
    vocabulary: 0,
  };
}

/** Looks the words up again after a pattern has been read that names new ones. */
export function renumber(tokens: Tokens): void {
  if (tokens.vocabulary !== vocabularySize()) tokenise(tokens.text, tokens.from, tokens.to, tokens.masks, tokens);
}

/**
 * Reads the words of `text` from `start` to `end`. Contractions are two tokens ("you're" is `you` and `are`), hyphens part
 * words, numbers keep their separators and sign of currency, and masked parts are one opaque token or nothing.
 */
export function tokenise(
  text: string,
  start: number,
  end: number,
  masks: readonly TokenMask[] = [],
  into: Tokens = scratch,
): Tokens {
  into.text = text;
  into.count = 0;
  into.from = start;
  into.to = end;
  into.masks = masks;
  into.vocabulary = vocabularySize();
  let mask = maskAfter(masks, start);
  let gap: number = Break.none;
  let at = start;
  while (at < end) {
    const next = masks[mask];
    if (next !== undefined && at >= next.start) {
      if (next.kind === 'opaque') {
        push(into, 0, Math.max(start, next.start), Math.min(end, next.end), TokenKind.opaque, gap);
        gap = Break.none;
      }
      at = Math.max(at, next.end);
      mask++;
      continue;
    }
    const limit = next === undefined ? end : Math.min(end, next.start);
    const code = text.charCodeAt(at);
    if (isWordStart(code)) {
      const stop = wordEnd(text, at, limit);
      if (stop === next?.start && next.as !== undefined) {
        at = addWordAcross(into, at, end, mask, gap);
        while (mask < masks.length && masks[mask]!.end <= at) mask++;
        gap = Break.none;
        continue;
      }
      addWord(into, text, at, stop, gap);
      gap = Break.none;
      at = stop;
    } else if (isDigit(code) || (isCurrency(code) && at + 1 < limit && isDigit(text.charCodeAt(at + 1)))) {
      at = addNumber(into, text, at, limit, gap);
      gap = Break.none;
    } else {
      gap = Math.max(gap, gapAt(text, at, code));
      at++;
    }
  }
  return into;
}

/** The first mask that ends after an offset; they are in order. */
export function maskAfter(masks: readonly TokenMask[], offset: number): number {
  let low = 0;
  let high = masks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (masks[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push(into: Tokens, word: number, start: number, end: number, kind: number, gap: number): void {
  const index = into.count++;
  if (index >= into.words.length) grow(into);
  into.words[index] = word;
  into.starts[index] = start;
  into.ends[index] = end;
  into.kinds[index] = kind;
  into.breaks[index] = gap;
}

function grow(tokens: Tokens): void {
  const larger = createTokens(tokens.words.length * 2);
  for (const key of ['words', 'starts', 'ends', 'kinds', 'breaks'] as const) larger[key].set(tokens[key]);
  const { words, starts, ends, kinds, breaks } = larger;
  Object.assign(tokens, { words, starts, ends, kinds, breaks });
}

function addWord(into: Tokens, text: string, start: number, end: number, gap: number): void {
  const { kind, cut, first, second } = readWord(text.slice(start, end));
  if (cut === 0) push(into, first, start, end, kind, gap);
  else {
    push(into, first, start, start + cut, kind, gap);
    push(into, second, start + cut, end, TokenKind.word, Break.none);
  }
  hasMarks = false;
}

/** A word as it is written: its kind, and the numbers of its one word or, where `cut` is more than 0, of the two that it contracts. */
interface ReadWord {
  readonly kind: number;
  readonly cut: number;
  readonly first: number;
  readonly second: number;
  /** How many words had numbers then. */
  readonly vocabulary: number;
}

const readWords = new Map<string, ReadWord>();
const MOST_WORDS = 30_000;
/** Longer words are cut out of their text in a way that keeps the whole text in memory. */
const LONGEST_KNOWN = 12;

function readWord(written: string): ReadWord {
  if (hasMarks || written.length > LONGEST_KNOWN) return readNewWord(written);
  const known = readWords.get(written);
  if (known !== undefined && (known.vocabulary === vocabularySize() || (known.first > 0 && known.second > 0)))
    return known;
  const read = readNewWord(written);
  if (readWords.size >= MOST_WORDS) readWords.clear();
  readWords.set(written, read);
  return read;
}

function readNewWord(written: string): ReadWord {
  const lower = written.toLowerCase();
  let kind: number = TokenKind.word;
  if (lower !== written) {
    if (written.charCodeAt(0) !== lower.charCodeAt(0)) kind |= TokenKind.capital;
    if (written.length > 1 && written === written.toUpperCase()) kind |= TokenKind.upper;
  }
  const numberOf = (word: string) => wordNumber(hasMarks ? word.normalize('NFC') : word);
  const parts = splitContraction(lower);
  const vocabulary = vocabularySize();
  if (parts === undefined) return { kind, cut: 0, first: numberOf(lower), second: 1, vocabulary };
  return { kind, cut: parts.at, first: numberOf(parts.first), second: numberOf(parts.second), vocabulary };
}

/** Adds a word that goes on across masks which stand for letters; its tokens have their places in the text as it is written. */
function addWordAcross(into: Tokens, start: number, end: number, first: number, gap: number): number {
  const { text, masks } = into;
  let word = '';
  const places: number[] = [];
  let at = start;
  let mask = first;
  while (at < end) {
    const next = masks[mask];
    if (next !== undefined && next.start === at) {
      if (next.as === undefined || next.end > end) break;
      word += next.as;
      places.push(at);
      at = next.end;
      mask++;
    } else if (isWordStart(text.charCodeAt(at))) {
      word += text[at];
      places.push(at);
      at++;
    } else break;
  }
  places.push(at);
  const before = into.count;
  addWord(into, word, 0, word.length, gap);
  for (let token = before; token < into.count; token++) {
    into.starts[token] = places[into.starts[token]!]!;
    into.ends[token] = places[into.ends[token]!]!;
  }
  return at;
}

function addNumber(into: Tokens, text: string, start: number, limit: number, gap: number): number {
  let kind: number = TokenKind.number;
  let at = start;
  if (isCurrency(text.charCodeAt(at))) {
    kind |= TokenKind.money;
    at++;
  }
  while (at < limit) {
    const code = text.charCodeAt(at);
    const inside = (code === 44 || code === 46 || code === 58) && at + 1 < limit && isDigit(text.charCodeAt(at + 1));
    if (!isDigit(code) && !inside && !isWordStart(code)) break;
    at++;
  }
  if (at < limit && text.charCodeAt(at) === 37) {
    kind |= TokenKind.percent;
    at++;
  } else if (at < limit && isCurrency(text.charCodeAt(at))) {
    kind |= TokenKind.money;
    at++;
  }
  push(into, wordNumber(text.slice(start, at).toLowerCase()), start, at, kind, gap);
  return at;
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const apostrophe = (code === 39 || code === 0x2019) && at + 1 < limit && isWordStart(text.charCodeAt(at + 1));
    if (!isWordStart(code) && !isDigit(code) && !apostrophe) break;
    at++;
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCurrency(code: number): boolean {
  return code === 36 || code === 0xa3 || code === 0x20ac || code === 0xa5 || code === 0x20b9;
}

const letter = /[\p{L}\p{M}]/u;
/** The word that is being read holds a mark that its letter may be composed with. */
let hasMarks = false;

function isWordStart(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code >= 0x2000 && code <= 0x2bff) return false;
  if (code >= 0xd800 && code <= 0xdfff) return false;
  if (code >= 0x300 && code < 0x370) hasMarks = true;
  return letter.test(String.fromCharCode(code));
}

function gapAt(text: string, at: number, code: number): number {
  switch (code) {
    case 44:
      return Break.comma;
    case 33: // ! inside a sentence
    case 40:
    case 41:
    case 47:
    case 58:
    case 59:
    case 63:
    case 91:
    case 93:
    case 0x2013:
    case 0x2014:
    case 0x2026:
      return Break.clause;
    case 45: {
      // A hyphen within a word joins; one with space around it, or a double one, is a dash.
      const before = text.charCodeAt(at - 1);
      const after = text.charCodeAt(at + 1);
      return isSpace(before) || isSpace(after) || after === 45 || before === 45 ? Break.clause : Break.none;
    }
    case 46: {
      const after = text.charCodeAt(at + 1);
      return after === 46 || isSpace(after) ? Break.clause : Break.none;
    }
    default:
      return Break.none;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0;
}

/** A word as it is written. */
export function writtenAt({ text, starts, ends }: Tokens, at: number): string {
  return text.slice(starts[at], ends[at]);
}

/** A word in lower case, with a straight apostrophe. */
export function wordAt(tokens: Tokens, at: number): string {
  return writtenAt(tokens, at).toLowerCase().replace('’', "'");
}
