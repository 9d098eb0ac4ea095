import type { RawMessage } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
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
  /** The words that carry its matter, as stems, see `content.ts`. */
  readonly content: readonly string[];
}

/** The lines of a message put together, with what is needed to find a place in them again in the document. */
export interface Body {
  readonly text: string;
  /** For each stretch: where it begins in `text`, and where in the document. */
  readonly stretches: readonly { readonly at: number; readonly start: number }[];
  readonly end: number;
}

export function bodyOf(text: string, message: RawMessage): Body {
  const stretches: { at: number; start: number }[] = [];
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
  let start = 0;
  const lines = body.text.split('\n');
  let at = 0;
  let formula = false;
  let signed = false;
  const flush = (end: number) => {
    for (const span of splitSentences(body.text.slice(start, end))) {
      const from = start + span.start;
      const to = start + span.end;
      const text = body.text.slice(from, to).replace(/\s+/g, ' ');
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      sentences.push({
        text,
        start: toDocument(body, from),
        end: toDocument(body, to - 1) + 1,
        paragraph,
        formula,
        content: contentWords(text),
      });
    }
    paragraph++;
    start = end;
  };
  for (const line of lines) {
    const greeting = isGreeting(line);
    const closing = isSignOff(line);
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

function toDocument(body: Body, offset: number): number {
  let low = 0;
  let high = body.stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (body.stretches[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  const stretch = body.stretches[low];
  return stretch === undefined ? 0 : stretch.start + offset - stretch.at;
}

function isGreeting(line: string): boolean {
  return /^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)\b[^.?!]{0,50}[,:!–—-]?\s*$/i.test(
    line,
  );
}

function isSignOff(line: string): boolean {
  return /^\s*(?:(?:with |my |very |many |kind(?:est)? |warm(?:est)? |best |all )*(?:regards|wishes|thanks|the best)|best|cheers|yours(?: \w+)?|sincerely(?: yours)?|respectfully|love|ta|thx|rgds|(?:thank you|thanks)(?: again| in advance| so much)?)\s*[,.!–—-]*\s*$/i.test(
    line,
  );
}
