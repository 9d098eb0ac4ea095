import { findDate } from '../lines/dates';
import { weekdayNamed } from '../lines/dateWords';
import type { QuotedLine } from '../lines/quotedLines';
import { noteOf } from './bracketedNotes';
import { dayOf } from './chat';
import { headerAt } from './headerBlock';
import { readMe } from './me';
import type { Building, Shape } from './messageBuilder';
import type { Reading } from './messageScanner';
import { partyOf } from './party';
import { bracketedSpeaker, speakerOf } from './speakers';

/** An HTML comment that somebody signed. */
export function takeComment(reading: Reading): boolean {
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
        from: partyOf(speaker.name),
        dateText: speaker.dateText,
      };
      messages.beside(message);
    }
    if (message !== undefined) messages.add(message, part, part.start + (speaker?.textStart ?? 0));
  }
  reading.at = last + 1;
  return true;
}

export function takeNote(reading: Reading): boolean {
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
  messages.beside(building);
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

/** A remark in brackets beside a text, with the lines below up to a blank one. */
export function takeBracket(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const speaker = lines[at]!.depth > 0 ? undefined : bracketedSpeaker(lines[at]!.text);
  if (speaker === undefined) return false;
  const message: Building = {
    level: 1,
    shape: 'comment',
    start: lines[at]!.from,
    end: lines[at]!.end,
    body: [],
    from: partyOf(speaker.name),
    dateText: speaker.dateText,
  };
  messages.beside(message);
  messages.add(message, lines[at]!, lines[at]!.start + speaker.textStart);
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next]!;
    if (line.text === '' || line.depth > 0 || bracketedSpeaker(line.text) !== undefined) break;
    messages.add(message, line);
  }
  reading.at = next;
  return true;
}

/** The lines above what one person wrote on a copied page. */
export function takeStanza(reading: Reading): boolean {
  const { lines, at, messages } = reading;
  const stanza = reading.stanzas.get(at);
  if (stanza === undefined) return false;
  reading.at = Math.max(at + 1, stanza.end);
  if (stanza.event) {
    messages.close(0);
    return true;
  }
  messages.open(0, {
    level: 0,
    shape: 'chat',
    start: lines[at]!.from,
    from: stanza.from,
    to: stanza.to,
    dateText: datedBy(reading, stanza.dateText),
    reachedReader: stanza.reachedReader,
  });
  return true;
}

/** A time of day belongs to the day that a line above named. */
function datedBy(reading: Reading, dateText: string): string {
  return findDate(dateText) === undefined ? `${reading.day} ${dateText}`.trim() : dateText;
}

/** A line of chat, or the first line of a comment in a proposal. */
export function takeSpeaker(reading: Reading): boolean {
  const { lines, at, messages, chat } = reading;
  const line = lines[at]!;
  const previous = lines[at - 1];
  if (line.depth === 0) {
    const speaker = chat.speaker(line.text);
    const mayBeDay = speaker?.strength !== 'strong' && (chat.isOne || reading.stanzas.size > 0);
    const day = mayBeDay ? (dayOf(line.text) ?? weekdayAbove(reading)) : undefined;
    if (day !== undefined) {
      reading.day = day;
      reading.at++;
      return true;
    }
    if (speaker === undefined) return false;
    const dateText = speaker.dateText === undefined ? reading.day : datedBy(reading, speaker.dateText);
    // Messengers begin their own notices with a mark that nobody types.
    if (
      line.text.charCodeAt(speaker.textStart) === LEFT_TO_RIGHT ||
      line.text.charCodeAt(speaker.textStart + 1) === LEFT_TO_RIGHT
    ) {
      reading.at++;
      return true;
    }
    const message = messages.open(0, {
      level: 0,
      shape: 'chat',
      start: line.from,
      from: partyOf(speaker.name),
      dateText: dateText === '' ? undefined : dateText,
    });
    messages.add(message, line, line.start + speaker.textStart);
    reading.at++;
    return true;
  }
  const begins = previous === undefined || previous.text === '' || previous.depth !== line.depth;
  const open = messages.at(line.depth);
  const quotedMail =
    reading.pending.has(line.depth) || (open !== undefined && open.shape !== 'comment' && open.from !== undefined);
  const speaker = quotedMail ? undefined : speakerOf(line.text, true);
  if (speaker === undefined || (speaker.strength === 'weak' && !begins && open?.shape !== 'comment')) return false;
  const message = messages.open(line.depth, {
    level: line.depth,
    shape: 'comment',
    start: line.from,
    from: partyOf(speaker.name),
    dateText: speaker.dateText,
  });
  messages.add(message, line, line.start + speaker.textStart);
  reading.at++;
  return true;
}

/** A weekday alone above a message of a page heads a day; anywhere else it may be an answer. */
function weekdayAbove({ lines, at, stanzas }: Reading): string | undefined {
  const text = lines[at]!.text.trim();
  const next = lines[at + 1]?.text === '' ? at + 2 : at + 1;
  const heads = stanzas.has(next) && (at === 0 || lines[at - 1]!.text === '');
  return heads && weekdayNamed(text.toLowerCase()) !== undefined ? text : undefined;
}

const LEFT_TO_RIGHT = 0x200e;
