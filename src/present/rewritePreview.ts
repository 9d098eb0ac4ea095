import type { Draft, Span } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';

/** A place to fill in: `{how far}` or `[what]`. */
const blank = /\{[^{}\n]+\}|\[[^[\]\n]+\]/g;

/** Letters that a rewrite has in a menu. */
const MOST = 76;
/** This part of the letters is added where nothing has to be cut then: a last word is worth more than the room. */
const SPARE = 1 / 5;
/** Letters that a rewrite has where it wraps. */
export const WHOLE = 300;
/** A rewrite shorter than this is shown with the words that follow it. */
const ENOUGH = 40;

/** The text with the name of every place to fill in, in square brackets. */
export function withoutBlanks(text: string): string {
  return text
    .replace(blank, (whole) => `[${whole.slice(1, -1).replaceAll('-', ' ')}]`)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The places to fill in, in order, as written. Offsets are UTF-16 code units in the text, ends exclusive. */
export function blanksOf(text: string): (Span & { readonly name: string })[] {
  return [...text.matchAll(blank)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
    name: whole.slice(1, -1).replaceAll('-', ' '),
  }));
}

/** The sentence that a place is in, else its paragraph, else the place itself. Offsets are those of the document. */
export function sentenceAround({ blocks }: Pick<Draft, 'blocks'>, { start, end }: Span): Span {
  const block = blocks.find((one) => one.start <= start && start < one.end);
  if (block === undefined) return { start, end };
  const sentence = splitSentences(block.text, block.masks).find((one) => block.start + one.end > start);
  if (sentence === undefined) return { start: block.start, end: block.end };
  return { start: block.start + sentence.start, end: Math.max(end, block.start + sentence.end) };
}

/**
 * The words as they will stand once `text` is in the place of `start..end`: those that change, and where they are few those
 * around them, so that they can be judged without looking at the draft.
 */
export function previewOf(
  draft: Pick<Draft, 'blocks' | 'text'>,
  { start, end }: Span,
  text: string,
  most = MOST,
): string {
  const sentence = sentenceAround(draft, { start, end });
  const before = squeeze(draft.text.slice(sentence.start, start)).trimStart();
  const after = squeeze(draft.text.slice(end, sentence.end)).trimEnd();
  const middle = text.trim() === '' ? '' : squeeze(text);
  const lead = middle.trim().length >= ENOUGH ? '' : lastWords(before, middle.trim() === '' ? 4 : 2);
  const cut = lead.length < before.length;
  const shown = `${lead}${middle}${after}`
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[,.;:?!])/g, '')
    .trim();
  return `${cut ? '… ' : ''}${shortened(shown, most)}`;
}

/** The text on one line, at most so many letters long, cut between two words. */
export function shortened(text: string, most = MOST): string {
  const line = squeeze(text).trim();
  if (line.length <= most * (1 + SPARE)) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/(?<![\s,;:–-])[\s,;:–-]+$/, '')} …`;
}

function lastWords(text: string, count: number): string {
  const words = text.split(/(?<= )/);
  return words.slice(-count).join('');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}
