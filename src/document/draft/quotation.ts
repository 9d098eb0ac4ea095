import type { Mask } from './draft';

/**
 * The stretches of a block in quotation marks, marks included: somebody else's words or a term that is only named.
 * Apostrophes, inch marks and marks without a partner stay the writer's own. Marks inside `known` opaque masks
 * do not count. Linear in the length of `text`.
 */
export function quotedWords(text: string, known: readonly Mask[]): Mask[] {
  const found: Mask[] = [];
  const nextOf = lookAhead(text);
  let mask = 0;
  MARK.lastIndex = 0;
  for (let hit = MARK.exec(text); hit !== null; hit = MARK.exec(text)) {
    const start = hit.index;
    while (mask < known.length && known[mask]!.end <= start) mask++;
    const covering = known[mask];
    if (covering !== undefined && covering.start <= start && covering.kind === 'opaque') continue;
    if (!opens(text, start)) continue;
    const end = closingOf(text, start, nextOf);
    if (end < 0) continue;
    found.push({ start, end, kind: 'opaque' });
    MARK.lastIndex = end;
  }
  return found;
}

const MARK = /["“„«‘']/g;
/** A quotation inside a paragraph is rarely longer; a mark with no partner this near stands alone. */
const LONGEST = 600;
const LONGEST_SINGLE = 160;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»', '‘': '’', "'": "'" };
const ELIDED = /^['‘’](?:(?:tis|twas|til|till|em|cause|cuz|bout|round|n|nuff)(?![a-z])|\d)/i;
const WORD = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /[\s([{—–\-/:=*_“"‘']/;

function opens(text: string, at: number): boolean {
  const mark = text[at] as string;
  const before = at === 0 ? ' ' : (text[at - 1] as string);
  const after = text[at + 1];
  if (after === undefined || /\s/.test(after)) return false;
  if (mark === '"' || mark === "'") {
    if (!BEFORE_OPENING.test(before)) return false;
    if (mark === "'" && !WORD.test(after)) return false;
  }
  if (mark === '‘' && WORD.test(before)) return false;
  return !((mark === "'" || mark === '‘') && ELIDED.test(text.slice(at, at + 7)));
}

function closingOf(text: string, start: number, nextOf: (mark: string, from: number) => number): number {
  const mark = text[start] as string;
  const single = mark === "'" || mark === '‘';
  const limit = start + (single ? LONGEST_SINGLE : LONGEST);
  const whole = start === 0 && !single ? closesAll(text, CLOSING[mark] as string, nextOf) : -1;
  if (whole > limit) return whole;
  let best = -1;
  for (const closing of CLOSING[mark] as string) {
    for (let at = nextOf(closing, start + 2); at >= 0 && at <= limit; at = nextOf(closing, at + 1)) {
      const before = text[at - 1] as string;
      const after = text[at + 1];
      const ends = after === undefined || !WORD.test(after);
      if (/\s/.test(before) || (mark !== '“' && mark !== '«' && !ends)) continue;
      if (best < 0 || at < best) best = at;
      break;
    }
  }
  if (best < 0) return -1;
  return best + 1;
}

/** Where a paragraph that is one quotation from end to end closes; however long it is, nothing in it is the writer's. */
function closesAll(text: string, closing: string, nextOf: (mark: string, from: number) => number): number {
  const end = text.length - (/[.,;\s]*$/.exec(text.slice(-4))?.[0].length ?? 0);
  const last = text[end - 1];
  return last !== undefined && closing.includes(last) && nextOf(last, 1) === end - 1 ? end : -1;
}

/** `indexOf` that remembers its last answer, so that many openings without a partner stay cheap. */
function lookAhead(text: string): (mark: string, from: number) => number {
  const answers = new Map<string, number>();
  return (mark, from) => {
    const last = answers.get(mark);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const at = text.indexOf(mark, from);
    answers.set(mark, at);
    return at;
  };
}
