import { capitalised } from '../language/capitals';
import type { Hit } from '../language/matcher';
import { TokenKind, type Tokens } from '../language/tokens';
import { wordClass } from '../language/wordClasses';
import { inVoice, type Writer, writerWords } from './writerPronoun';

/** Words of a sentence for which a frame with blanks can stand, and words of them that may stand beside the words found. */
const LONGEST = 9;
const BESIDE = 2;

/** Does a sentence say next to nothing besides the words found, so that a frame can stand in its place? */
export function frameFits({ count }: Tokens, { spanStart, spanEnd }: Hit): boolean {
  return count <= LONGEST && count - (spanEnd - spanStart) <= BESIDE;
}

/** Blanks that the sentence itself may fill, and what they are filled with. */
const FILLED = { figure: 'figure', date: 'date' } as const;

/**
 * A rule's frame as a suggestion: what the sentence says once, a sum or a day, is filled in; what it does not say stays a blank,
 * written `[what]`. “We” and “I” become the one that the writer uses.
 *
 * @param frame with blanks as a rule writes them: `{what}`
 */
export function fillFrame(frame: string, tokens: Tokens, who: Writer | undefined): string {
  const said = { figure: only(figuresIn(tokens)), date: only(datesIn(tokens)) };
  return voiced(frame, who).replace(
    /\{([^{}]*)\}/g,
    (_, name: string) => said[FILLED[name as keyof typeof FILLED]] ?? `[${name}]`,
  );
}

/** The words outside of the blanks in the voice of the writer. */
function voiced(frame: string, who: Writer | undefined): string {
  if (who === undefined) return frame;
  return frame.replace(blankOrWriter, (words, at: number) => {
    const other = inVoice(words, who);
    const opens = at === 0 || /[.!?]\s+$/.test(frame.slice(0, at));
    return other !== words && opens ? capitalised(other) : other;
  });
}

const blankOrWriter = new RegExp(`\\{[^{}]*\\}|\\b(?:${writerWords})\\b`, 'gi');

/** With two of them nobody knows which one is meant. */
function only(found: readonly string[]): string | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function figuresIn({ text, count, kinds, starts, ends }: Tokens): string[] {
  const found: string[] = [];
  for (let at = 0; at < count; at++)
    if ((kinds[at]! & (TokenKind.money | TokenKind.percent)) !== 0) found.push(text.slice(starts[at], ends[at]));
  return found;
}

function datesIn({ text, count, words, starts, ends }: Tokens): string[] {
  const found: string[] = [];
  for (let at = 0; at < count; at++) if (weekdays.has(words[at]!)) found.push(text.slice(starts[at], ends[at]));
  return found;
}

const weekdays = wordClass('weekday');
