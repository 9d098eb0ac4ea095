import { splitContraction } from '../contractions';
import { createTokens, maskAfter, type Tokens, tokenise } from '../tokens';
import { PatternError } from './patternItems';

/** Words to be found as they are written, signs and digits included. */
export interface Written {
  /** Composed letters, one blank for any white space; small letters unless `exact`. */
  readonly text: string;
  /** Capitals count. */
  readonly exact: boolean;
  /** How many signs stand before the first word. */
  readonly lead: number;
  /** The words in it, as sentences are read. */
  readonly words: readonly string[];
}

/** @throws PatternError where there is no word in it to look for */
export function readWritten(source: string, exact: boolean): Written {
  const composed = source.trim().replace(/\s+/g, ' ').replaceAll('’', "'").normalize('NFC');
  const text = exact ? composed : composed.toLowerCase();
  const tokens = tokenise(text, 0, text.length, [], createTokens(8));
  if (tokens.count === 0)
    throw new PatternError(`“${source}” is a sign without a word; write the words beside it too, as in “R & D”`);
  return { text, exact, lead: tokens.starts[0]!, words: wordsOf(tokens) };
}

function wordsOf({ text, starts, ends, count }: Tokens): string[] {
  const words: string[] = [];
  for (let at = 0; at < count; at++) {
    const whole = at + 1 < count && starts[at + 1] === ends[at] ? text.slice(starts[at], ends[at + 1]) : '';
    const parts = splitContraction(whole.toLowerCase());
    if (parts === undefined) words.push(text.slice(starts[at], ends[at]).toLowerCase());
    else {
      words.push(parts.first, parts.second);
      at++;
    }
  }
  return words;
}

/** Where the match of a written text lies. Offsets in the text of the tokens, end exclusive; `next` is the token after it. */
export interface WrittenPlace {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Does the text stand here, its first word being the token at `at`? What is masked for good is not read. */
export function writtenAt(written: Written, tokens: Tokens, at: number): WrittenPlace | undefined {
  const start = tokens.starts[at]! - written.lead;
  if (start < 0) return undefined;
  const end = endOf(written, tokens, start);
  if (end < 0) return undefined;
  let next = at;
  for (; next < tokens.count && tokens.starts[next]! < end; next++) if (tokens.ends[next]! > end) return undefined;
  return { start, end, next };
}

function endOf({ text: wanted, exact }: Written, { text, masks }: Tokens, from: number): number {
  let mask = masks.length === 0 ? 0 : maskAfter(masks, from);
  let at = from;
  let done = 0;
  while (done < wanted.length) {
    const covering = masks[mask];
    if (covering !== undefined && covering.start <= at) {
      if (covering.kind === 'opaque') return -1;
      at = Math.max(at, covering.end);
      mask++;
      continue;
    }
    const after = pieceEnd(text, at);
    if (after === at) return -1;
    const piece = folded(text.slice(at, after), exact);
    if (!wanted.startsWith(piece, done)) return -1;
    done += piece.length;
    at = after;
  }
  return at;
}

/** Past one letter with its marks, or past white space. */
function pieceEnd(text: string, at: number): number {
  let end = at;
  if (isSpace(text.charCodeAt(at))) while (isSpace(text.charCodeAt(end))) end++;
  else if (at < text.length) {
    end++;
    while (isMark(text.charCodeAt(end))) end++;
  }
  return end;
}

function folded(piece: string, exact: boolean): string {
  if (isSpace(piece.charCodeAt(0))) return ' ';
  if (piece === '’') return "'";
  const composed = piece.length === 1 && piece < '\u0080' ? piece : piece.normalize('NFC');
  return exact ? composed : composed.toLowerCase();
}

function isMark(code: number): boolean {
  return code >= 0x300 && code < 0x370;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f || code === 0x2009;
}
