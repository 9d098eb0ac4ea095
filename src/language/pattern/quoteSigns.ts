/**
 * Puts quotation marks around what a pattern means as written, so that a person who writes `i.e.`, `C++`, `$500`, `24/7` or `R & D` need
 * not know which signs the pattern language uses for itself. Whatever is a pattern stays as it is. Linear in the length of the source.
 */
export function quoteSigns(source: string): string {
  const cut = conditionsStart(source);
  const pieces: string[] = source.slice(0, cut).match(PIECE) ?? [];
  for (const [at, piece] of pieces.entries()) {
    if (isWritten(piece)) pieces[at] = quoted(piece);
    if (!isSign(piece)) continue;
    // A sign between blanks belongs to the words around it.
    const first = wordBeside(pieces, at, -1) ?? at;
    const last = wordBeside(pieces, at, 1) ?? at;
    const whole = pieces.slice(first, last + 1).join('');
    pieces.fill('', first, last + 1);
    pieces[last] = quoted(whole);
  }
  return pieces.join('') + source.slice(cut);
}

/** Where `@subject=reader` and its like begin, which end a pattern; the length where there are none. An `@` in quotes is none. */
export function conditionsStart(source: string): number {
  if (!source.includes('@')) return source.length;
  let inQuotes = false;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '"') inQuotes = !inQuotes;
    else if (source[at] === '@' && !inQuotes && (at === 0 || /\s/.test(source[at - 1]!))) return at;
  }
  return source.length;
}

/** Quoted parts, white space, brackets, and what stands between them. */
const PIECE = /"[^"]*"?|\s+|[()|[\]]|[^\s"()|[\]]+/g;

/** What the pattern language reads between blanks and brackets: words, lists, tags, anchors and gaps, each with its count. */
const SYNTAX =
  /^[\^~]*(?:<[a-z][a-z0-9]*>)?!?(?:(?=['’\p{M}-]*[\p{L}\p{N}%])[\p{L}\p{N}\p{M}'’%-]+|#[A-Za-z]+|\$[a-z][a-z0-9-]*|[.*$])?(?:\?|\{.*)?$/u;

const HAS_WORD = /[\p{L}\p{N}]/u;

function isPart(piece: string): boolean {
  return !/^["\s()|[\]]/.test(piece);
}

function isWritten(piece: string): boolean {
  return isPart(piece) && HAS_WORD.test(piece) && !SYNTAX.test(piece);
}

function isSign(piece: string): boolean {
  return isPart(piece) && !HAS_WORD.test(piece) && (piece === '%' || !SYNTAX.test(piece));
}

/** The place of the words beside a sign, a blank away; what is a pattern does not count as words. */
function wordBeside(pieces: readonly string[], sign: number, step: -1 | 1): number | undefined {
  const at = sign + 2 * step;
  const blank = pieces[sign + step] ?? '';
  const piece = pieces[at] ?? '';
  if (!/^\s+$/.test(blank)) return undefined;
  return /^".+"$/.test(piece) || (PLAIN.test(piece) && HAS_WORD.test(piece)) || isWritten(piece) ? at : undefined;
}

const PLAIN = /^[\p{L}\p{N}\p{M}'’%-]+$/u;

function quoted(text: string): string {
  return `"${text.replaceAll('"', '')}"`;
}
