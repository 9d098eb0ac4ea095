import type { RawMessage, Span } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
import { isNameGreeting, isSalutation, isSignOff, isSignOffWithName } from '../document/lines/letterLines';
import { contentWords } from './contentWords';

/** One sentence. `text` is on one line and without quote marks; `start` and `end` are its place in the document. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Sentences of one paragraph share a number. */
  readonly paragraph: number;
  /** A greeting or a sign-off, which says nothing about the matter. */
  readonly formula: boolean;
  /** The words that carry its matter, as stems, see `contentWords.ts`. */
  readonly content: readonly string[];
  /** Where `text` and the document do not run side by side: from `at` in `text` on, the words stand at `start`. */
  readonly pieces?: readonly Stretch[];
}

/** A place in the document, UTF-16 code units, of what begins at `at` in a text put together from its lines. */
export interface Stretch {
  readonly at: number;
  readonly start: number;
}

/** The lines of a message put together, with what is needed to find a place in them again in the document. */
export interface Body {
  readonly text: string;
  /** For each stretch: where it begins in `text`, and where in the document. */
  readonly stretches: readonly Stretch[];
  readonly end: number;
}

export function bodyOf(text: string, message: RawMessage): Body {
  const stretches: Stretch[] = [];
  let joined = '';
  for (const { start, end } of message.body) {
    if (joined !== '') joined += '\n';
    stretches.push({ at: joined.length, start });
    joined += text.slice(start, end).replace(/\r/g, ' ');
  }
  return { text: joined, stretches, end: message.end };
}

/** Sentences in order. A blank line, a list mark, a greeting or a sign-off begins a new paragraph. */
export function sentencesOf(body: Body): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  let start = beginningOf(body);
  const lines = body.text.slice(start).split('\n');
  let at = start;
  let formula = false;
  let signed = false;
  const flush = (end: number) => {
    for (const span of splitSentences(body.text.slice(start, end)).flatMap((one) =>
      atSmileys(body.text.slice(start, end), one),
    )) {
      const from = start + span.start;
      const to = start + span.end;
      const text = body.text.slice(from, to).replace(/\s+/g, ' ');
      if (!SAYS_SOMETHING.test(text)) continue;
      sentences.push({
        text,
        start: toDocument(body, from),
        end: toDocument(body, to - 1) + 1,
        paragraph,
        formula,
        content: contentWords(text),
        ...piecesOf(body, from, to),
      });
    }
    paragraph++;
    start = end;
  };
  for (const line of lines) {
    const greeting = (isSalutation(line) || isNameGreeting(line)) && !GOES_ON.test(line);
    const closing = isSignOff(line) || isSignOffWithName(line);
    if (/^\s*$/.test(line) || /^\s*(?:[-*•+]|\d{1,2}[.)])\s/.test(line) || greeting || closing || signed) {
      flush(at);
      formula = false;
    }
    if (/\S/.test(line) && (greeting || closing || (signed && line.trim().split(/\s+/).length <= 5))) {
      formula = true;
      flush(Math.min(body.text.length, at + line.length + 1));
      formula = false;
    }
    if (/\S/.test(line)) signed = closing || (signed && line.trim().split(/\s+/).length <= 5);
    at += line.length + 1;
  }
  flush(body.text.length);
  return sentences;
}

/** How talks stand shows at the end: of a message as long as a book the last chapter is read, from a blank line on. */
function beginningOf({ text }: Body): number {
  if (text.length <= LONGEST) return 0;
  const blank = text.indexOf('\n\n', text.length - LONGEST);
  return blank < 0 ? text.length - LONGEST : blank + 2;
}

/** UTF-16 code units: more than twice what `MOST_SENTENCES` sentences take. */
const LONGEST = 150_000;

/** Where in the document something stands that is at `offset` in the text of a sentence. */
export function placeIn({ start, pieces = [] }: Pick<Sentence, 'start' | 'pieces'>, offset: number): number {
  return placeOf([{ at: 0, start }, ...pieces], offset);
}

/** Behind the greeting the sentence begins on the same line. */
const GOES_ON = /[,!:–—-]\s+(?:\p{Ll}|\p{N}|\p{Sc})/u;

/** A smiley ends a sentence where a capital follows. */
function atSmileys(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { index, 0: smiley } of text.slice(start, end).matchAll(SMILEY)) {
    parts.push({ start: from, end: start + index + smiley.trimEnd().length });
    from = start + index + smiley.length;
  }
  return [...parts, { start: from, end }];
}

const SMILEY = /(?:[:;]-?[)(DP]|\p{Extended_Pictographic}\uFE0F?)\s+(?=\p{Lu})/gu;

function toDocument({ stretches }: Body, offset: number): number {
  return placeOf(stretches, offset);
}

function placeOf(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (stretches[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  const stretch = stretches[low];
  return stretch === undefined ? 0 : stretch.start + offset - stretch.at;
}

/** A blank in a sentence stands for all between two words: a line break, the marks of a quote. */
function piecesOf(body: Body, from: number, to: number): { pieces?: Stretch[] } {
  const pieces: Stretch[] = [];
  let dropped = 0;
  for (const { index, 0: blanks } of body.text.slice(from, to).matchAll(/\s+/g)) {
    const after = from + index + blanks.length;
    if (blanks.length === 1 && !blanks.includes('\n')) continue;
    dropped += blanks.length - 1;
    pieces.push({ at: after - from - dropped, start: toDocument(body, after) });
  }
  return pieces.length === 0 ? {} : { pieces };
}

/** Signs that say yes without a word: a thumb up, a tick, a handshake. */
export const NODS = '👍👌✅🤝';

const SAYS_SOMETHING = new RegExp(`[\\p{L}\\p{N}${NODS}]`, 'u');
