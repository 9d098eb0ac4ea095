import { isSignOff } from '../lines/letterLines';
import type { QuotedLine } from '../lines/quotedLines';
import { messageWords } from './messageWords';
import type { Stanza } from './pageCopy';
import { isSpeakerName, PHONE_NUMBER } from './speakers';

/**
 * Finds the turns of a messenger that shows no times: a line with nothing but a name begins each paragraph. One of the names
 * must be the reader's ("Me"), one must come back, and what stands above the first is a line or two.
 */
export function bareHeadsIn(lines: readonly QuotedLine[], from: number): ReadonlyMap<number, Stanza> {
  const heads: number[] = [];
  let paragraphs = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.text === '' || line.depth > 0) continue;
    const begins = at === from || lines[at - 1]!.text === '' || (heads.length === 0 && at - from < 3);
    if (!begins) continue;
    paragraphs++;
    if (isHead(lines, at)) heads.push(at);
  }
  const names = heads.map((at) => lines[at]!.text.trim());
  const apart = new Set(names);
  const selves = [...apart].filter((name) => SELF.has(name.toLowerCase()));
  const isChat = selves.length === 1 && apart.size >= 2 && apart.size < names.length && heads.length * 2 >= paragraphs;
  if (!isChat) return NONE;
  return new Map(
    heads.map((at, turn) => [
      at,
      { first: at, end: at + 1, from: { name: names[turn]! }, dateText: '', event: false } satisfies Stanza,
    ]),
  );
}

const NONE: ReadonlyMap<number, Stanza> = new Map();
const SELF = new Set(messageWords('reader'));

/** A short line with a name or a number, and words right below. */
function isHead(lines: readonly QuotedLine[], at: number): boolean {
  const text = lines[at]!.text.trim();
  const next = lines[at + 1];
  if (text.length > 40 || next === undefined || next.text === '' || next.depth > 0) return false;
  if (PHONE_NUMBER.test(text)) return true;
  if (isSignOff(text)) return false;
  return isSpeakerName(text) && text.split(' ').every((word) => /^[\p{Lu}\p{Lo}@]/u.test(word));
}
