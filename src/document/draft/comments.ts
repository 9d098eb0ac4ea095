import type { Span } from './draft';

/** What a reader of the finished document never sees, besides HTML comments: MDX, Liquid, Jinja and Obsidian. */
export interface CommentReading {
  /** The text with a filler of the same length in place of each comment, so that what parses it does not see them. */
  readonly source: string;
  /** In order, not overlapping; relative to the text. */
  readonly comments: readonly Span[];
  /** A comment that the text does not close, with what closes it. */
  readonly open?: { readonly start: number; readonly closer: RegExp };
}

export function readComments(source: string): CommentReading {
  if (!OPENER.test(source)) return { source, comments: [] };
  const comments: Span[] = [];
  let covered = '';
  let at = 0;
  let open: CommentReading['open'];
  const openers = new RegExp(OPENER.source, 'g');
  for (let hit = openers.exec(source); hit !== null; hit = openers.exec(source)) {
    const start = hit.index;
    if (hit[0] === '%%' && !beginsOwnWord(source, start)) continue;
    const closer = closerOf(hit[0]);
    const rest = new RegExp(closer.source, 'g');
    rest.lastIndex = openers.lastIndex;
    const close = rest.exec(source);
    if (close === null) {
      // Two percent signs that nothing closes are percent signs.
      if (hit[0] !== '%%' || /^%%[ \t]*$/m.test(lineFrom(source, start))) open = { start, closer };
      break;
    }
    const end = close.index + close[0].length;
    comments.push({ start, end });
    covered += source.slice(at, start) + source.slice(start, end).replace(/[^\n]/g, FILLER);
    at = end;
    openers.lastIndex = end;
  }
  return { source: covered + source.slice(at), comments, ...(open === undefined ? {} : { open }) };
}

/** Neither white space nor a letter, so that it changes no block and no word. */
const FILLER = '\u2060';

const OPENER = /\{\/\*|\{%-?\s*comment\s*-?%\}|\{#\s|%%/;

function closerOf(opener: string): RegExp {
  if (opener === '{/*') return /\*\/\}/;
  if (opener.startsWith('{#')) return /#\}/;
  if (opener === '%%') return /%%/;
  return /\{%-?\s*endcomment\s*-?%\}/;
}

function beginsOwnWord(source: string, at: number): boolean {
  return at === 0 || /\s/.test(source[at - 1] as string);
}

function lineFrom(source: string, at: number): string {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.slice(at) : source.slice(at, end);
}

/** The HTML comments between two offsets. */
export function* commentsIn(source: string, from: number, to: number): Generator<Span> {
  for (let at = source.indexOf('<!--', from); at >= 0 && at < to; ) {
    const end = source.indexOf('-->', at + 4);
    if (end < 0 || end + 3 > to) return;
    yield { start: at, end: end + 3 };
    at = source.indexOf('<!--', end + 3);
  }
}
