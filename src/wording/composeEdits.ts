import type { TextEdit } from './edits';

/** A stretch of the original text, or words that stand there now. */
type Piece = { readonly start: number; readonly end: number } | { readonly words: string };

/**
 * The edits of `text` that do at once what the rounds do one after another. Offsets of a round are those of the text that
 * the rounds before it lead to; in each, and in the result, edits are in order and do not overlap.
 */
export function composeEdits(text: string, rounds: readonly (readonly TextEdit[])[]): TextEdit[] {
  const pieces = rounds.reduce<readonly Piece[]>(afterEdits, [{ start: 0, end: text.length }]);
  const edits: TextEdit[] = [];
  let start = 0;
  let words = '';
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if ('words' in piece) {
      words += piece.words;
      continue;
    }
    if (words !== text.slice(start, piece.start)) edits.push({ start, end: piece.start, text: words });
    start = piece.end;
    words = '';
  }
  return edits;
}

function afterEdits(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const piece of pieces) {
    const length = 'words' in piece ? piece.words.length : piece.end - piece.start;
    let from = 0;
    for (; next < edits.length && edits[next]!.start < at + length; next++) {
      const { start, end, text } = edits[next]!;
      const begin = Math.max(from, start - at);
      addPart(result, piece, from, begin);
      if (start >= at) result.push({ words: text });
      from = Math.max(begin, Math.min(length, end - at));
      if (end > at + length) break;
    }
    addPart(result, piece, from, length);
    at += length;
  }
  for (const { text } of edits.slice(next)) result.push({ words: text });
  return result;
}

function addPart(result: Piece[], piece: Piece, from: number, to: number): void {
  if (to <= from) return;
  if ('words' in piece) result.push({ words: piece.words.slice(from, to) });
  else result.push({ start: piece.start + from, end: piece.start + to });
}
