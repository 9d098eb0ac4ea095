import { findDate } from '../lines/dates';
import { speakerOf } from '../messages/speakers';
import { nameLine, stampLine } from '../messages/stamps';

/** A line above what one person wrote in a chat or on a page of comments. */
export interface ChatHead {
  /** In lower case; '' where the page puts it on another line. */
  readonly name: string;
  /** A day stands beside it, and not only a time. */
  readonly dated: boolean;
}

/** The heads among the lines of a block: a name and a time on one line, or on two lines that follow each other. */
export function chatHeadsIn(lines: readonly string[]): ChatHead[] {
  const heads: ChatHead[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.length > 300 || !/\d/.test(line) || LOGGED.test(line)) continue;
    const speaker = speakerOf(line);
    if (speaker?.strength === 'strong' && speaker.dateText !== undefined && /\p{Ll}|\p{Lo}/u.test(speaker.name)) {
      heads.push({ name: speaker.name.toLowerCase(), dated: findDate(speaker.dateText) !== undefined });
      continue;
    }
    const stamp = stampLine(line);
    if (stamp === undefined || !/\d[:.]\d\d/.test(stamp.dateText)) continue;
    const name =
      stamp.name ?? nameLine(lines[at - 1] ?? '')?.name ?? (at === 0 ? nameLine(lines[1] ?? '')?.name : undefined);
    if (name !== undefined) heads.push({ name: name.toLowerCase(), dated: findDate(stamp.dateText) !== undefined });
  }
  return heads;
}

/**
 * Whether these are the heads of a chat of so many lines: somebody speaks twice, or each head has its day. A programme of an
 * evening has neither, and in a plan with dates they are few.
 */
export function areChat(heads: readonly ChatHead[], lines: number): boolean {
  if (heads.length < 2 || heads.length * MOST_LINES_EACH < lines) return false;
  return new Set(heads.map(({ name }) => name)).size < heads.length || heads.every(({ dated }) => dated);
}

/** A page of comments of which each is longer is known by its other lines. */
const MOST_LINES_EACH = 15;

const LOGGED = /^[ \t]*(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d\b/;
