import { isDateLine, isRuleLine } from '../lines/letterDividers';
import { isContactLine, isNameLine, isSalutation, isSignOff, isSignOffWithName } from '../lines/letterLines';
import type { QuotedLine } from '../lines/quotedLines';

/** A letter's first lines: a date, an address and the like may stand so many lines above its greeting. */
const ABOVE_GREETING = 5;

/**
 * The first lines of letters that follow each other without any header: each has a greeting below a date of its own, or a
 * greeting below the sign-off or the name of the letter before. Fewer than two letters are none.
 */
export function letterHeadsIn(lines: readonly QuotedLine[], from: number): ReadonlySet<number> {
  const heads: number[] = [];
  let greetings = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.depth > 0 || line.text === '' || line.text.length > 90 || !isAfterBlank(lines, at, from)) continue;
    if (!isSalutation(line.text)) continue;
    const head = headOf(lines, at, Math.max(from, heads.at(-1) ?? from));
    if (head === undefined && greetings > 0) continue;
    heads.push(head ?? at);
    greetings++;
  }
  return heads.length < 2 ? NONE : new Set(heads);
}

const NONE: ReadonlySet<number> = new Set();

function isAfterBlank(lines: readonly QuotedLine[], at: number, from: number): boolean {
  return at === from || lines[at - 1]!.text === '' || isDateLine(lines[at - 1]!.text.trim());
}

/** The line with the date above a greeting, or the greeting itself where the letter before has ended. */
function headOf(lines: readonly QuotedLine[], at: number, floor: number): number | undefined {
  let seen = 0;
  for (let up = at - 1; up >= floor && seen < ABOVE_GREETING; up--) {
    const { text, depth } = lines[up]!;
    if (text === '') continue;
    if (depth > 0 || isRuleLine(text)) return undefined;
    if (isDateLine(text.trim())) return up;
    if (seen === 0 && isClosing(lines, up)) return at;
    seen++;
  }
  return at === floor ? at : undefined;
}

/** Whether the letter above ends here: a sign-off, or a name under one or under a full stop. */
function isClosing(lines: readonly QuotedLine[], at: number): boolean {
  const text = lines[at]!.text;
  if (isSignOff(text) || isSignOffWithName(text)) return true;
  if (!isNameLine(text) && !isContactLine(text) && text.length > 40) return false;
  for (let up = at - 1; up >= 0 && at - up <= 4; up--) {
    const above = lines[up]!.text;
    if (above === '') continue;
    if (isSignOff(above)) return true;
    if (/[.!?]$/.test(above)) return isNameLine(text);
  }
  return false;
}
