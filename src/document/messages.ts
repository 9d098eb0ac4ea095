import { type Building, type Gathering, gather, type Shape } from './building';
import { type Chat, readChat } from './chat';
import { dayOrderOf, findDate, resolveDates, yearIn } from './dates';
import type { Draft, RawMessage } from './draft';
import { attributionAt, dividerAt, headerAt, type MessageHeader, readMe, stampAt } from './headers';
import { isNewLetter, isRuleLine, readLetter } from './letters';
import { isDisclaimer, isFooterLine, isSalutation, isSignatureDelimiter, isSignOff } from './mail-lines';
import { noteOf } from './notes';
import { type QuotedLine, quotedLines } from './quoted-lines';
import { speakerOf } from './speakers';

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
  const found = reading.messages.all.filter((message) => finish(text, message));
  const shaped = settleShapes(text, found, reading);
  return withDates(text, shaped);
}

export { readMe };

interface Reading {
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

function startReading(draft: Draft): Reading {
  const lines = quotedLines(draft.text);
  const front = draft.regions[0]?.type === 'front-matter' ? draft.regions[0].end : 0;
  let at = lines.findIndex((line) => line.from >= front);
  if (at < 0) at = lines.length;
  const first = lines.findIndex((line) => line.text.trim() !== '');
  if (first >= 0 && first >= at && /^\s*Me:[ \t]+\S/.test(lines[first]!.text)) at = first + 1;
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

function readLine(reading: Reading): void {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  const text = line.text;
  if (text === '') {
    messages.blank(line);
    reading.at++;
    return;
  }
  if (
    isCode(reading, line) ||
    takeHeader(reading) ||
    takeAttribution(reading) ||
    takeRule(reading) ||
    takeComment(reading)
  )
    return;
  if (takeNote(reading) || takeSpeaker(reading)) return;
  addBody(reading, line);
  reading.at++;
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

/** A header block, a divider, a Lotus stamp or an mbox line. */
function takeHeader(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  if (line.depth === 0 && /^From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) /.test(line.text)) {
    messages.close(0);
    reading.at++;
    return true;
  }
  const divider = dividerAt(lines, at);
  if (divider !== undefined) {
    const shape: Shape = divider.forwarded ? 'forwarded' : 'quoted';
    reading.pending = { header: {}, depth: line.depth, start: line.from, shape };
    reading.at += divider.lines;
    return true;
  }
  const header = (line.text.includes(':') ? headerAt(lines, at) : undefined) ?? stampAt(lines, at);
  if (header === undefined) return false;
  const pending = reading.pending?.depth === line.depth ? reading.pending : undefined;
  const first = messages.all.length === 0;
  const sequence =
    pending === undefined && line.depth === 0 && (first || messages.all[0]!.shape === 'headers' || !hasWords(reading));
  if (!sequence && line.depth === 0) reading.nested++;
  const draftOnTop =
    first &&
    pending === undefined &&
    line.depth === 0 &&
    header.dateText === undefined &&
    (header.from === undefined || (readMe(reading.draft.text) === undefined && header.to !== undefined));
  const level = sequence ? 0 : line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
  const { lines: count, ...known } = header;
  messages.open(line.depth, {
    level,
    shape: draftOnTop ? 'own' : sequence ? 'headers' : (pending?.shape ?? 'quoted'),
    start: pending?.start ?? line.from,
    ...known,
  });
  reading.pending = undefined;
  reading.at += count;
  return true;
}

/** Whether a message of the writer's own has begun, so that a header below it belongs to an older one. */
function hasWords(reading: Reading): boolean {
  const first = reading.messages.all[0];
  return first !== undefined && (first.shape === 'own' || first.shape === 'quoted' || first.shape === 'forwarded');
}

function levelAt(reading: Reading, depth: number): number {
  return depth + (reading.messages.at(0)?.level ?? 0);
}

/** "On … wrote:" above lines with more quote marks, or above unmarked ones where it is dated. */
function takeAttribution(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  const found = attributionAt(lines, at);
  if (found === undefined) return false;
  const { lines: count, dated, ...header } = found;
  let below = at + count;
  while (below < lines.length && lines[below]!.text === '' && lines[below]!.depth <= line.depth) below++;
  const marked = (lines[below]?.depth ?? 0) > line.depth;
  if (!marked && !dated) return false;
  if (marked) reading.pending = { header, depth: line.depth + 1, start: line.from, shape: 'quoted' };
  else {
    if (line.depth === 0) reading.nested++;
    const level = line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
    messages.open(line.depth, { level, shape: 'quoted', start: line.from, ...header });
  }
  reading.at += count;
  return true;
}

/** A rule between letters or above a header; any other rule is part of the text. */
function takeRule(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  if (line.depth > 0 || !isRuleLine(line.text)) return false;
  if (isNewLetter(lines, at)) {
    messages.close(0);
    reading.letters++;
  }
  reading.at++;
  return true;
}

/** An HTML comment that somebody signed. */
function takeComment(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  const opening = /^\s*<!--[ \t]*/.exec(line.text);
  if (opening === null) return false;
  let last = at;
  while (last < lines.length - 1 && !lines[last]!.text.includes('-->')) last++;
  const clean = (index: number) => {
    const { text, start, from, depth } = lines[index]!;
    const end = text.indexOf('-->');
    const skip = index === at ? opening[0].length : 0;
    const words = text.slice(0, end < 0 ? undefined : end).trimEnd();
    return {
      from,
      depth,
      start: start + skip,
      end: start + words.length,
      text: words.slice(skip),
    } satisfies QuotedLine;
  };
  let speaker = speakerOf(clean(at).text, true);
  let message: Building | undefined;
  for (let index = at; index <= last; index++) {
    const part = clean(index);
    if (index > at) speaker = speakerOf(part.text, true);
    if (speaker !== undefined) {
      message = {
        level: 1,
        shape: 'comment',
        start: part.from,
        end: part.end,
        body: [],
        from: { name: speaker.name },
        dateText: speaker.dateText,
      };
      (messages.all as Building[]).push(message);
    }
    if (message !== undefined) messages.add(message, part, part.start + (speaker?.textStart ?? 0));
  }
  reading.at = last + 1;
  return true;
}

function takeNote(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const line = lines[at]!;
  if (line.depth > 0 || !/^[[(*–-]|:$/.test(line.text.trim())) return false;
  const alone = at + 1 >= lines.length || lines[at + 1]!.text === '' || lines[at + 1]!.depth > 0;
  const note = noteOf(line.text, alone);
  if (note === undefined) return false;
  const open = messages.at(0);
  const building: Building = {
    level: 0,
    shape: 'note',
    start: line.from,
    end: line.end,
    body: [],
    dateText: note.dateText,
  };
  (messages.all as Building[]).push(building);
  messages.add(building, line);
  reading.at++;
  if (note.follows === 'none') return true;
  const below = lines.slice(reading.at, reading.at + 4).findIndex((next) => next.text !== '');
  const header = below < 0 ? undefined : headerAt(lines, reading.at + below);
  if (open === undefined || header === undefined) {
    messages.close(0);
    if (header === undefined) {
      const next = lines[reading.at + Math.max(0, below)];
      const dateText = note.sent ? note.dateText : undefined;
      const shape: Shape = note.follows === 'mine' ? 'own' : 'headers';
      const me = note.follows === 'mine' ? readMe(reading.draft.text) : note.from;
      messages.open(0, { level: 0, shape, start: next?.from ?? line.end, from: me, dateText });
    }
  }
  return true;
}

/** A line of chat, or the first line of a comment in a proposal. */
function takeSpeaker(reading: Reading): boolean {
  const { lines, at, messages, chat } = reading;
  const line = lines[at]!;
  const previous = lines[at - 1];
  if (line.depth === 0) {
    const day = chat.isDay(line.text);
    if (day !== undefined) {
      reading.day = day;
      reading.at++;
      return true;
    }
    const speaker = chat.speaker(line.text);
    if (speaker === undefined) return false;
    const dateText =
      speaker.dateText === undefined
        ? reading.day
        : findDate(speaker.dateText) === undefined
          ? `${reading.day} ${speaker.dateText}`.trim()
          : speaker.dateText;
    const message = messages.open(0, {
      level: 0,
      shape: 'chat',
      start: line.from,
      from: { name: speaker.name },
      dateText: dateText === '' ? undefined : dateText,
    });
    messages.add(message, line, line.start + speaker.textStart);
    reading.at++;
    return true;
  }
  const begins = previous === undefined || previous.text === '' || previous.depth !== line.depth;
  const open = messages.at(line.depth);
  const quotedMail =
    reading.pending?.depth === line.depth ||
    (open !== undefined && open.shape !== 'comment' && open.from !== undefined);
  const speaker = quotedMail ? undefined : speakerOf(line.text, true);
  if (speaker === undefined || (speaker.strength === 'weak' && !begins && open?.shape !== 'comment')) return false;
  const message = messages.open(line.depth, {
    level: line.depth,
    shape: 'comment',
    start: line.from,
    from: { name: speaker.name },
    dateText: speaker.dateText,
  });
  messages.add(message, line, line.start + speaker.textStart);
  reading.at++;
  return true;
}

function addBody(reading: Reading, line: QuotedLine): void {
  const { messages, pending } = reading;
  if (line.depth === 0) {
    for (let depth = 1; depth < 8; depth++) if (messages.at(depth)?.shape === 'comment') messages.close(depth);
  }
  if (pending !== undefined && line.depth >= pending.depth) {
    const { lines: _lines, ...header } = pending.header as MessageHeader;
    if (line.depth === 0) reading.nested++;
    const level = line.depth > 0 ? levelAt(reading, line.depth) : reading.nested;
    messages.add(messages.open(line.depth, { level, shape: pending.shape, start: pending.start, ...header }), line);
    reading.pending = undefined;
    return;
  }
  const shape: Shape = line.depth === 0 ? 'own' : 'quoted';
  const message =
    messages.at(line.depth) ??
    messages.open(line.depth, { level: levelAt(reading, line.depth), shape, start: line.from }, true);
  messages.add(message, line);
}

/** Drops what follows the signature mark, footers and disclaimers; whether words remain. */
function finish(text: string, message: Building): boolean {
  const { body } = message;
  const say = (at: number) => text.slice(body[at]!.start, body[at]!.end);
  for (let at = 0; at < body.length; at++) {
    const line = say(at);
    if (isSignatureDelimiter(line) && body.length - at <= 12) body.length = at;
    else if (isFooterLine(line) || (line.length > 40 && isDisclaimer(line))) body.splice(at--, 1);
  }
  while (body.length > 0 && body.at(-1)!.start >= body.at(-1)!.end) body.pop();
  while (body.length > 0 && body[0]!.start >= body[0]!.end) body.shift();
  message.end = body.at(-1)?.end ?? message.end;
  return body.length > 0;
}

/** Decides what an unsigned stretch is: a caption above a chat, one letter of several, or the writer's own words. */
function settleShapes(text: string, found: Building[], reading: Reading): Building[] {
  const messages = found.toSorted((a, b) => a.start - b.start);
  const first = messages[0];
  const second = messages[1];
  if (reading.letters > 0) {
    for (const message of messages) {
      if (message.shape !== 'own' && message.from !== undefined) continue;
      readLetter(text, message);
      if (message.shape === 'own' && (message.from !== undefined || message.dateText !== undefined))
        message.shape = 'headers';
    }
  }
  if (first?.shape === 'own' && first.from === undefined && first.subject === undefined && second !== undefined) {
    if (second.shape === 'chat' || (isCaption(text, first) && (second.shape === 'headers' || second.shape === 'note')))
      first.shape = 'note';
  }
  return messages;
}

function isCaption(text: string, message: Building): boolean {
  const lines = message.body.map(({ start, end }) => text.slice(start, end)).filter((line) => line.trim() !== '');
  if (lines.length > 4 || lines.some((line) => isSalutation(line) || isSignOff(line))) return false;
  return !/[.!?]["”)]?$/.test(lines.at(-1) ?? '.');
}

/** A year that stands in the title or the caption counts for all dates; one further down may be any other year. */
const TITLE = 400;

function withDates(text: string, messages: readonly Building[]): RawMessage[] {
  const order = dayOrderOf(text);
  const written = messages.map(({ dateText }) => (dateText === undefined ? undefined : findDate(dateText, order)));
  const times = resolveDates(written, yearIn(text.slice(0, TITLE)));
  return messages.map(({ level, shape, start, end, from, to, dateText, subject, body }, at) => ({
    start,
    end,
    level,
    shape,
    body,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || to.length === 0 ? {} : { to }),
    ...(dateText === undefined || dateText.trim() === '' ? {} : { dateText: dateText.trim() }),
    ...(times[at] === undefined ? {} : { date: times[at] }),
    ...(subject === undefined || subject.trim() === '' ? {} : { subject: subject.trim() }),
  }));
}
