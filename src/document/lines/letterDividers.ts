import type { Party } from '../draft/draft';
import { headerAt } from '../messages/headerBlock';
import type { Building } from '../messages/messageBuilder';
import { partyOf } from '../messages/party';
import { findDate } from './dates';
import { isNameLine, isSalutation, isSignOff } from './letterLines';
import type { QuotedLine } from './quotedLines';

/** A line of dashes, stars or the like, as people put between letters. */
export function isRuleLine(text: string): boolean {
  return text.length >= 3 && RULE.test(text);
}

const RULE = /^[ \t]*(?:([-_=*~#])[ \t]*)(?:\1[ \t]*){2,}$/;
const ADDRESSED = /^(\p{Lu}[\p{L}.'’ -]{0,40}) to (\p{Lu}[\p{L}.'’ -]{0,40}?)(?:,|$)/u;
/** How many lines of a letter may stand above its greeting. */
const HEAD = 10;

/** Whether a letter begins below the rule at line `at`: a greeting or a date stands among its first lines. */
export function isNewLetter(lines: readonly QuotedLine[], at: number): boolean {
  let seen = 0;
  for (let next = at + 1; next < lines.length && seen < HEAD; next++) {
    const line = lines[next]!;
    const text = line.text.trim();
    if (text === '') continue;
    if (line.depth > 0 || isRuleLine(text)) return false;
    if (isSalutation(text) || isDateLine(text) || (seen === 0 && ADDRESSED.test(text))) return true;
    if (headerAt(lines, next) !== undefined) return false;
    seen++;
  }
  return false;
}

/** A short line that ends in a date or holds little else. */
export function isDateLine(text: string): boolean {
  if (text.length > 70) return false;
  const date = findDate(text);
  return (
    date !== undefined &&
    text.length - date.end <= 2 &&
    date.start <= 45 &&
    (date.year !== undefined || date.start < 14)
  );
}

/** Reads author, addressee and date of a letter from its head and foot, as far as its header did not say them. */
export function readLetter(text: string, letter: Building): void {
  const lines = letter.body.map((span) => text.slice(span.start, span.end).trim()).filter((line) => line !== '');
  const head = lines.slice(0, HEAD);
  const greeting = head.findIndex((line) => isSalutation(line));
  const above = greeting < 0 ? head.slice(0, 4) : head.slice(0, greeting);
  for (const [at, line] of above.entries()) {
    if (isNameLine(line) && /^to\s+\p{Lu}/u.test(above[at + 1] ?? '')) letter.from ??= partyOf(line);
    const addressed = ADDRESSED.exec(line);
    if (addressed !== null) {
      letter.from ??= partyOf(addressed[1] as string);
      const to = partyOf(addressed[2] as string);
      if (letter.to === undefined && to !== undefined) letter.to = [to];
    }
    const date = line.length <= 70 ? findDate(line) : undefined;
    if (date !== undefined) letter.dateText ??= line.slice(date.start, date.end);
  }
  const name = greeting >= 0 || lines.length <= 40 ? signedBy(lines) : undefined;
  letter.from ??= name;
  const greeted =
    greeting < 0
      ? undefined
      : /^(?:My )?Dear(?:est)?\s+(\p{Lu}.{1,60}?)[,:!.\s]*$/u.exec(head[greeting] as string)?.[1];
  const to = greeted === undefined ? undefined : partyOf(greeted);
  if (letter.to === undefined && to !== undefined) letter.to = [to];
}

/** The name under a letter: below the sign-off, or else the last line. */
function signedBy(lines: readonly string[]): Party | undefined {
  for (let at = lines.length - 1; at >= Math.max(0, lines.length - 8); at--) {
    if (!isSignOff(lines[at] as string)) continue;
    const name = lines[at + 1];
    if (name !== undefined && name.length <= 60) return partyOf(name.split(',', 1)[0] as string);
  }
  const foot = lines.slice(-3);
  let first = foot.length;
  while (first > 0 && isFootLine(foot[first - 1] as string)) first--;
  const name = foot.slice(first).find((line) => isNameLine(line));
  return name === undefined ? undefined : partyOf(name.replace(/^[-–—~]\s*/, ''));
}

/** Short and no sentence: a name, initials or a title. */
function isFootLine(line: string): boolean {
  return line.length <= 50 && !isSalutation(line) && !/[.?!:]$/.test(line.replace(/(?:^|[\s.])\p{Lu}\.$/u, ''));
}
