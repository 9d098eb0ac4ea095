import type { Draft, RawMessage } from '../draft/draft';
import type { QuotedLine } from '../lines/quotedLines';
import { withoutCopies } from './copies';
import type { MessageHeader } from './headerBlock';
import { takeBracket, takeComment, takeNote, takeSpeaker, takeStanza } from './inlineReplies';
import { readMe } from './me';
import type { Shape } from './messageBuilder';
import { finish, settleShapes, withDates } from './messageList';
import { type Reading, startReading, takePending } from './messageScanner';
import { levelAt, takeOpener, takeRule } from './olderMessages';
import { partyTableAt } from './partyTable';

export { readMe };

/**
 * Finds every message in a document, in document order: the writer's own words, quoted and forwarded mail, whole
 * messages one after another, chat, letters, comments in a proposal, and bracketed notes beside them. Linear in the
 * length of the text; any text gives a list, an empty one where nothing is written.
 */
export function readMessages(draft: Draft): RawMessage[] {
  const { text } = draft;
  if (text.includes('\0')) return [];
  const reading = startReading(draft);
  while (reading.at < reading.lines.length) readLine(reading);
  const found = withoutCopies(
    text,
    reading.messages.all.filter((message) => finish(text, message)),
    reading.mailbox,
  );
  const shaped = settleShapes(text, found, reading);
  return withDates(text, shaped);
}

function readLine(reading: Reading): void {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  const text = line.text;
  if (text === '') {
    messages.blank(line);
    reading.at++;
    return;
  }
  if (reading.closingStamps.has(at)) {
    reading.at++;
    return;
  }
  if (isCode(reading, line) || takeStanza(reading) || takeOpener(reading) || takeRule(reading) || takeComment(reading))
    return;
  if (reading.letterHeads.has(at)) takeLetter(reading);
  if (takePartyTable(reading) || takeBracket(reading) || takeNote(reading) || takeSpeaker(reading)) return;
  addBody(reading, line);
  reading.at++;
}

/** A letter without a header begins, unless it stands below a header: that of a message, or that of a mail being written. */
function takeLetter(reading: Reading): void {
  const open = reading.messages.at(0);
  if (open !== undefined && (open.shape !== 'own' || open.to !== undefined)) return;
  reading.messages.close(0);
  reading.letters++;
}

/** A table with a column for each side: what one side says in a row is a message. */
function takePartyTable(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const table = partyTableAt(lines, at);
  if (table === undefined) return false;
  for (const { from, dateText, start, end } of table.cells) {
    messages.beside({ level: 1, shape: 'comment', start, end, from, dateText, body: [{ start, end }] });
  }
  reading.at += table.lines;
  return true;
}

function isCode(reading: Reading, line: QuotedLine): boolean {
  if (reading.draft.format !== 'markdown' || line.depth > 0) return false;
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
  if (reading.fence === undefined) {
    if (fence === undefined || /^~{3,}$/.test(line.text.trim())) return false;
    reading.fence = fence;
  } else if (fence?.startsWith(reading.fence) === true) reading.fence = undefined;
  reading.at++;
  return true;
}

function addBody(reading: Reading, line: QuotedLine): void {
  const { messages } = reading;
  const pending = takePending(reading);
  if (line.depth === 0) {
    for (let depth = 1; depth < 8; depth++) if (messages.at(depth)?.shape === 'comment') messages.close(depth);
  }
  if (pending !== undefined) {
    const { lines: _lines, ...header } = pending.header as MessageHeader;
    if (line.depth === 0) reading.nested++;
    const level = line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
    // An answer below or between what it quotes was introduced above it.
    const deeper = messages.at(line.depth + 1);
    const between = deeper !== undefined && deeper.start > pending.start;
    messages.add(
      messages.open(line.depth, { level, shape: pending.shape, start: pending.start, ...header }, between),
      line,
    );
    return;
  }
  const shape: Shape = line.depth === 0 ? 'own' : 'quoted';
  // A proposal quotes customers and sources; what the reader wrote into it has a name or is introduced.
  const { kind } = reading.draft.kind;
  if (shape === 'quoted' && kind === 'proposal' && messages.at(line.depth) === undefined) return;
  const message =
    messages.at(line.depth) ??
    messages.open(line.depth, { level: levelAt(reading, line.depth), shape, start: line.from }, true);
  messages.add(message, line);
}
