import type { Draft } from '../draft/draft';
import { type QuotedLine, quotedLines } from '../lines/quotedLines';
import { bareHeadsIn } from './bareHeads';
import { type Chat, readChat } from './chat';
import { closedPage } from './closingStamps';
import type { MessageHeader } from './headerBlock';
import { letterHeadsIn } from './letterHeads';
import { readMe } from './me';
import { type Gathering, gather, type Shape } from './messageBuilder';
import { type Stanza, stanzasIn } from './pageCopy';

/** An attribution or divider whose message has not begun yet. */
export interface Pending {
  readonly header: Partial<MessageHeader>;
  readonly start: number;
  readonly shape: Shape;
}

/** Where the search for messages stands. */
export interface Reading {
  readonly draft: Draft;
  readonly lines: readonly QuotedLine[];
  readonly chat: Chat;
  readonly messages: Gathering;
  /** The stanzas of a copied page by their first line. */
  readonly stanzas: ReadonlyMap<number, Stanza>;
  /** Lines that hold nothing but the time of the words above them. */
  readonly closingStamps: ReadonlySet<number>;
  /** The first lines of letters without a header. */
  readonly letterHeads: ReadonlySet<number>;
  at: number;
  /** Attributions and dividers whose messages have not begun yet, by the depth of these. */
  readonly pending: Map<number, Pending>;
  /** The day that a heading in a chat named. */
  day: string;
  /** Inside a fenced code block. */
  fence: string | undefined;
  /** How many messages without quote marks lie above the next one. */
  nested: number;
  /** Letters divided by rules. */
  letters: number;
  /** Lines of a mailbox file ("From …") stand between the messages. */
  mailbox: boolean;
}

/** Begins behind front matter and a `Me:` line. */
export function startReading(draft: Draft): Reading {
  const lines = quotedLines(draft.text);
  const front = draft.regions[0]?.type === 'front-matter' ? draft.regions[0].end : 0;
  let at = lines.findIndex((line) => line.from >= front);
  if (at < 0) at = lines.length;
  const first = lines.findIndex((line) => line.text.trim() !== '');
  if (first >= 0 && first >= at && readMe(draft.text) !== undefined) at = first + 1;
  const stanzas = stanzasIn(lines, at);
  const closed = closedPage(lines, at);
  const below = closed.stanzas.size > stanzas.size;
  return {
    draft,
    lines,
    chat: readChat(lines.slice(at)),
    messages: gather(),
    stanzas: below ? closed.stanzas : stanzas.size > 0 ? stanzas : bareHeadsIn(lines, at),
    closingStamps: below ? closed.stamps : NO_LINES,
    letterHeads: letterHeadsIn(lines, at),
    at,
    pending: new Map(),
    day: '',
    fence: undefined,
    nested: 0,
    letters: 0,
    mailbox: false,
  };
}

/**
 * Takes the attribution for the message that begins at the current line: the one for its depth, or one for fewer marks
 * unless lines with so few follow, which it is then kept for.
 */
export function takePending(reading: Reading): Pending | undefined {
  const { lines, at, pending } = reading;
  if (pending.size === 0) return undefined;
  const { depth } = lines[at]!;
  for (let fewer = depth; fewer >= 0; fewer--) {
    const found = pending.get(fewer);
    if (found === undefined) continue;
    if (fewer < depth && fewer > 0 && goesOnAt(lines, at, fewer)) return undefined;
    pending.delete(fewer);
    return found;
  }
  return undefined;
}

const NO_LINES: ReadonlySet<number> = new Set();

/** How far below the lines of an outer message are looked for. */
const AHEAD = 300;

function goesOnAt(lines: readonly QuotedLine[], at: number, depth: number): boolean {
  for (let next = at + 1; next < lines.length && next - at < AHEAD; next++) {
    const line = lines[next]!;
    if (line.depth < depth && line.text !== '') return false;
    if (line.depth === depth && line.text !== '') return true;
  }
  return false;
}
