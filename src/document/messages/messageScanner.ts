import type { Draft } from '../draft/draft';
import { type QuotedLine, quotedLines } from '../lines/quotedLines';
import { type Chat, readChat } from './chat';
import type { MessageHeader } from './headerBlock';
import { readMe } from './me';
import { type Gathering, gather, type Shape } from './messageBuilder';

/** Where the search for messages stands. */
export interface Reading {
  readonly draft: Draft;
  readonly lines: readonly QuotedLine[];
  readonly chat: Chat;
  readonly messages: Gathering;
  at: number;
  /** An attribution or divider whose message has not begun yet. */
  pending:
    | { readonly header: Partial<MessageHeader>; readonly depth: number; readonly start: number; readonly shape: Shape }
    | undefined;
  /** The day that a heading in a chat named. */
  day: string;
  /** Inside a fenced code block. */
  fence: string | undefined;
  /** How many messages without quote marks lie above the next one. */
  nested: number;
  /** Letters divided by rules. */
  letters: number;
}

/** Begins behind front matter and a `Me:` line. */
export function startReading(draft: Draft): Reading {
  const lines = quotedLines(draft.text);
  const front = draft.regions[0]?.type === 'front-matter' ? draft.regions[0].end : 0;
  let at = lines.findIndex((line) => line.from >= front);
  if (at < 0) at = lines.length;
  const first = lines.findIndex((line) => line.text.trim() !== '');
  if (first >= 0 && first >= at && readMe(draft.text) !== undefined) at = first + 1;
  return {
    draft,
    lines,
    chat: readChat(lines.slice(at)),
    messages: gather(),
    at,
    pending: undefined,
    day: '',
    fence: undefined,
    nested: 0,
    letters: 0,
  };
}
