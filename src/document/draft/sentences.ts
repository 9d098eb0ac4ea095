import type { Mask, Span } from './draft';
import source from './sentenceWords.yaml';

/**
 * Splits one block into sentences. Ranges are relative to `text`, without the white space around; text inside
 * `masks` never ends a sentence. A line break is white space. Sentences longer than `LONGEST` are cut at white space.
 * Linear in the length of `text`.
 */
export function splitSentences(text: string, masks: readonly Mask[] = []): Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, 0);
  let mask = 0;
  STOP.lastIndex = start;
  for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
    while (mask < masks.length && masks[mask]!.end <= stop.index) mask++;
    const covering = masks[mask];
    if (covering !== undefined && covering.start <= stop.index) {
      STOP.lastIndex = Math.max(covering.end, STOP.lastIndex);
      if (!endsInside(text, covering)) continue;
      // Quoted words that carry their own full stop: "We agree." They left.
      STOP.lastIndex = covering.end;
      const end = covering.end;
      if (!SPACE.test(text[end] ?? ' ') || !startsSentence(text, skipSpace(text, end))) continue;
      start = push(sentences, text, start, end);
      STOP.lastIndex = Math.max(start, end);
      continue;
    }
    const end = closeAfter(text, stop.index + stop[0].length, masks, mask);
    if (end < text.length && !SPACE.test(text[end] as string)) continue;
    if (!isBoundary(text, start, stop.index, stop[0], end)) continue;
    start = push(sentences, text, start, end);
    STOP.lastIndex = Math.max(start, end);
  }
  if (start < text.length) push(sentences, text, start, text.length);
  return sentences;
}

const STOP = /[.!?…‽]+/g;
const SPACE = /\s/;
const CLOSER = /["'”’»)\]}]/;
const LONGEST = 3000;

/** Pushes `start..end`, cut where it is too long, and returns where the next sentence begins. */
function push(sentences: Span[], text: string, start: number, end: number): number {
  let from = start;
  while (end - from > LONGEST) {
    let cut = from + LONGEST;
    while (cut > from + LONGEST / 2 && !SPACE.test(text[cut] as string)) cut--;
    if (!SPACE.test(text[cut] as string)) {
      cut = from + LONGEST;
      if (isLowSurrogate(text, cut)) cut++;
    }
    sentences.push({ start: from, end: trimEnd(text, from, cut) });
    from = skipSpace(text, cut);
  }
  const trimmed = trimEnd(text, from, end);
  if (trimmed > from) sentences.push({ start: from, end: trimmed });
  return skipSpace(text, end);
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at] as string)) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && SPACE.test(text[at - 1] as string)) at--;
  return at;
}

/** Past closing quotes, brackets and emphasis marks. */
function closeAfter(text: string, from: number, masks: readonly Mask[], first: number): number {
  let at = from;
  let mask = first;
  for (;;) {
    while (at < text.length && CLOSER.test(text[at] as string)) at++;
    while (mask < masks.length && masks[mask]!.end <= at) mask++;
    const next = masks[mask];
    if (next === undefined || next.start !== at || next.kind !== 'skip') return at;
    at = next.end;
  }
}

function endsInside(text: string, mask: Mask): boolean {
  if (mask.kind !== 'opaque' || !CLOSER.test(text[mask.end - 1] as string)) return false;
  return /[.!?…]/.test(text[mask.end - 2] ?? '');
}

function startsSentence(text: string, at: number): boolean {
  return at >= text.length || /[\p{Lu}\p{N}"“‘'([*_¿¡]/u.test(text.slice(at, at + 2));
}

function isBoundary(text: string, start: number, at: number, stop: string, end: number): boolean {
  const next = skipSpace(text, end);
  if (next >= text.length) return true;
  const following = text.slice(next, next + 24);
  const lower = /^[*_"“‘'([]{0,3}\p{Ll}/u.test(following);
  const closed = end > at + stop.length;
  if (stop !== '.') {
    if (stop.startsWith('.') || stop.startsWith('…')) return !lower;
    return !(lower && closed);
  }
  const word = wordBefore(text, start, at);
  if (word === '') return !lower;
  if (/^\p{N}{1,3}$|^[a-zA-Z]$|^[ivxIVX]{1,4}$/u.test(word) && at - word.length === start) return false;
  const bare = word.toLowerCase();
  if (NEVER.has(bare)) return false;
  if (BEFORE_NUMBER.has(bare)) return !/^[(#]?[\p{N}]/u.test(following) && !lower;
  if (lower) return !(ABBREVIATION.has(bare) || bare.includes('.') || bare.length < 3 || closed);
  if (INITIAL.test(word)) return endsWithLetter(text, start, at, following);
  if (word.includes('.')) return /^(?:[ap]\.m|etc)$/i.test(word) || STARTER.test(following);
  if (ABBREVIATION.has(bare)) return STARTER.test(following);
  return true;
}

const WORD_CHARACTER = /[\p{L}\p{N}.&]/u;
const INITIAL = /^\p{Lu}$/u;

function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  const floor = Math.max(start, at - 16);
  while (from > floor && WORD_CHARACTER.test(text[from - 1] as string)) from--;
  return text.slice(from, at);
}

/** Whether a lone capital before the full stop ends a sentence ("Plan B. We …") or begins a name ("J. Moore"). */
function endsWithLetter(text: string, start: number, at: number, following: string): boolean {
  const before = text.slice(Math.max(start, at - 24), at - 1);
  if (LETTERED.test(before)) {
    return true;
  }
  if (text[at - 1] === 'I' && /\p{Ll}\s+$/u.test(before)) return true;
  return STARTER.test(following) && /\p{Ll}\s+$/u.test(before);
}

const words = (name: string): ReadonlySet<string> =>
  new Set((source as Readonly<Record<string, string>>)[name]!.trim().split(/\s+/));

/** Always followed by the name or the words that they belong to. */
const NEVER = words('never-last');
/** A number follows; without one they are words of their own ("No."). */
const BEFORE_NUMBER = words('before-number');
/** May stand at the end of a sentence too. */
const ABBREVIATION = words('abbreviation');
const STARTER = new RegExp(`^["“‘'([*_]{0,3}(?:${[...words('starter')].join('|')})(?![\\p{L}\\p{N}])`, 'u');
const LETTERED = new RegExp(`(?:${[...words('lettered')].join('|')})\\s+$`, 'i');
