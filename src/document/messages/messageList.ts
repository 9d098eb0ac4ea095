import type { RawMessage } from '../draft/draft';
import { findDate } from '../lines/dates';
import { readLetter } from '../lines/letterDividers';
import { isDisclaimer, isFooterLine, isSalutation, isSignatureDelimiter, isSignOff } from '../lines/letterLines';
import { withoutEnd } from '../lines/trimming';
import { greetedAndSigned } from './greetedAndSigned';
import type { Building } from './messageBuilder';
import { datesOf, resolveDates, yearIn } from './messageDates';
import type { Reading } from './messageScanner';
import { readPost } from './pagePost';
import { isInterfaceLine, withoutPageEnd } from './pageWords';

/** Drops what follows the signature mark, footers and disclaimers; whether words remain. */
export function finish(text: string, message: Building): boolean {
  const { body } = message;
  const say = (at: number) => text.slice(body[at]!.start, body[at]!.end);
  const mark = body.findIndex((_, at) => body.length - at <= 12 && isSignatureDelimiter(say(at)));
  if (mark >= 0) {
    message.below = body.slice(mark + 1);
    body.length = mark;
  }
  const kept = body.filter(
    (_, at) =>
      !(
        isInterfaceLine(say(at)) ||
        isFooterLine(say(at)) ||
        (body[at]!.end - body[at]!.start > 40 && isDisclaimer(say(at)))
      ),
  );
  if (kept.length < body.length) {
    body.length = 0;
    for (const span of kept) body.push(span);
  }
  if (message.shape === 'chat') body.length = withoutPageEnd(body.map((_, at) => say(at)));
  while (body.length > 0 && body.at(-1)!.start >= body.at(-1)!.end) body.pop();
  while (body.length > 0 && body[0]!.start >= body[0]!.end) body.shift();
  message.end = body.at(-1)?.end ?? message.end;
  return body.length > 0;
}

/** Decides what an unsigned stretch is: a caption above a chat, one letter of several, or the writer's own words. */
export function settleShapes(text: string, found: Building[], reading: Reading): Building[] {
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
  if (first?.shape === 'own' && first.from === undefined && messages.some(({ shape }) => shape === 'comment'))
    readByline(text, first);
  if (first?.shape === 'own' && first.from === undefined && first.subject === undefined && second !== undefined) {
    const others = new Set(messages.flatMap(({ from }) => (from === undefined ? [] : [from.name.toLowerCase()])));
    if (second.shape === 'chat' && readPost(text, first, others)) return messages;
    if (second.shape === 'chat' || (isCaption(text, first) && (second.shape === 'headers' || second.shape === 'note')))
      first.shape = 'note';
    else if (second.shape === 'quoted' && isNameOfReader(text, first, second)) first.shape = 'note';
  }
  return messages;
}

/** Who wrote a document on which others comment, from a line below its title: "*Ola Lind, Lind & Co, 2 June 2025*". */
function readByline(text: string, document: Building): void {
  const lines = document.body.map(({ start, end }) => text.slice(start, end).trim()).filter((line) => line !== '');
  for (const line of lines.slice(0, 5)) {
    const bare = withoutEnd(line, '*_ ')
      .replace(/^[*_#\s]+/, '')
      .replace(/^(?:by|author|prepared by|from|von|par|por|di|av|af|door)[: ]+/i, '');
    const date = bare.length <= 140 ? findDate(bare) : undefined;
    const name = /^(\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3})(?=,| \(| [|·–-] )/u.exec(bare)?.[1];
    if (date === undefined || name === undefined || date.start < name.length) continue;
    document.from = { name };
    document.dateText = bare.slice(date.start, date.end);
    return;
  }
}

/** A printed mail stands below the name of whoever printed it, who is one of its recipients. */
function isNameOfReader(text: string, { body }: Building, { to, from }: Building): boolean {
  const lines = body.map(({ start, end }) => text.slice(start, end).trim()).filter((line) => line !== '');
  const name = lines[0];
  return lines.length === 1 && from?.name !== name && (to ?? []).some((party) => party.name === name);
}

function isCaption(text: string, message: Building): boolean {
  const lines = message.body.map(({ start, end }) => text.slice(start, end)).filter((line) => line.trim() !== '');
  if (lines.length > 4 || lines.some((line) => isSalutation(line) || isSignOff(line))) return false;
  return !/[.!?]["”)]?$/.test(lines.at(-1) ?? '.');
}

/** A year that stands in the title or the caption counts for all dates; one further down may be any other year. */
const TITLE = 400;

export function withDates(text: string, messages: readonly Building[]): RawMessage[] {
  const written = datesOf(
    text,
    messages.map(({ dateText }) => dateText),
  );
  const times = resolveDates(written, yearIn(text.slice(0, TITLE)));
  return messages.map((message, at) => {
    const { level, shape, start, end, from, to, dateText, subject, body, below, deliveredTo, reachedReader } = message;
    return {
      start,
      end,
      level,
      shape,
      body,
      unsent: shape === 'own' && times[at] === undefined,
      ...greetedAndSigned(text, body, below ?? []),
      ...(deliveredTo === undefined ? {} : { deliveredTo }),
      ...(reachedReader === undefined ? {} : { reachedReader }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined || to.length === 0 ? {} : { to }),
      ...(dateText === undefined || dateText.trim() === '' ? {} : { dateText: dateText.trim() }),
      ...(times[at] === undefined ? {} : { date: times[at] }),
      ...(times[at] === undefined || written[at]?.zone === undefined ? {} : { zone: written[at].zone }),
      ...(subject === undefined || subject.trim() === '' ? {} : { subject: subject.trim() }),
    };
  });
}
