import { TokenKind, type Tokens } from '../language/tokens';
import { wordClass } from '../language/wordClasses';

/** Blanks that the sentence itself may fill, and what they are filled with. */
const FILLED = { figure: 'figure', date: 'date' } as const;

/**
 * A rule's frame as a suggestion: what the sentence says once, a sum or a day, is filled in; what it does not say stays a blank,
 * written `[what]`.
 *
 * @param frame with blanks as a rule writes them: `{what}`
 */
export function fillFrame(frame: string, tokens: Tokens): string {
  const said = { figure: only(figuresIn(tokens)), date: only(datesIn(tokens)) };
  return frame.replace(/\{([^{}]*)\}/g, (_, name: string) => said[FILLED[name as keyof typeof FILLED]] ?? `[${name}]`);
}

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
