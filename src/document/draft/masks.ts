import { withoutEnd } from '../lines/trimming';
import type { Mask } from './draft';
import { quotedWords } from './quotation';

/**
 * Finds the parts of a block that are not the writer's words: addresses, links, file names, quoted words.
 * `known` are masks that the syntax already gave (in order, not overlapping). Offsets are relative to `text`;
 * the result is in order and does not overlap. Linear in the length of `text`.
 */
export function findMasks(text: string, known: readonly Mask[] = NONE): readonly Mask[] {
  const addresses = findAddresses(text);
  const quoted = quotedWords(text, known);
  if (addresses.length === 0 && quoted.length === 0) return known;
  return mergeMasks([...known, ...addresses, ...quoted]);
}

const NONE: readonly Mask[] = [];

/** The stars and underscores around words that plain text *stresses*, in order. Linear in the length of `text`. */
export function emphasisMarks(text: string): readonly Mask[] {
  if (!text.includes('*') && !text.includes('_')) return NONE;
  const masks: Mask[] = [];
  for (const match of text.matchAll(STRESSED)) {
    const start = match.index + (match[1] as string).length;
    const end = match.index + match[0].length;
    masks.push({ start, end: start + 1, kind: 'skip' }, { start: end - 1, end, kind: 'skip' });
  }
  return masks;
}

const STRESSED = /(^|[\s("'“‘[])([*_])(?=[\p{L}\p{N}])[^*_\n]{1,80}(?<=[\p{L}\p{N}.!?,])\2(?![\p{L}\p{N}*_])/gu;

/** Sorts masks and joins those that overlap; where two kinds overlap the result is `opaque`, but what lies within another mask adds nothing. */
export function mergeMasks(masks: Mask[]): readonly Mask[] {
  masks.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Mask[] = [];
  for (const mask of masks) {
    const last = merged.at(-1);
    if (last === undefined || mask.start >= last.end) {
      if (mask.end > mask.start) merged.push(mask);
      continue;
    }
    if (mask.end <= last.end) continue;
    const kind = last.kind === 'opaque' || mask.kind === 'opaque' ? 'opaque' : 'skip';
    merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, mask.end), kind };
  }
  return merged;
}

const EXTENSIONS =
  'pdf|docx?|xlsx?|pptx?|csv|tsv|txt|md|json|ya?ml|xml|html?|png|jpe?g|gif|svg|zip|eml|msg|ics|odt|ods|rtf|js|ts|tsx|py|rs|go|java|sh|toml|ini|log|dwg|mp[34]|mov';
const DOMAINS = 'com|org|net|io|dev|gov|edu|eu|info|biz|app|ai|uk|de|fr|nl|in|au|ca|us';
const HINT = new RegExp(`[@/\\\\]|www\\.|\\.(?:${EXTENSIONS}|${DOMAINS})(?![\\p{L}\\p{N}_])|<<`, 'giu');
const SPACE = /\s/;
/** Marks of a link (`https://…[words]`, `<https://…>`) are not a part of its address. */
const AFTER_ADDRESS = /[\s[\]>]/;
const OPENERS = /^[([{"'“‘«<*_]+/;
const CLOSERS = ')]}"\'”’»>.,;:!?*_…';

const ADDRESS = new RegExp(
  [
    '^(?:[a-z][a-z0-9+.-]{1,20}:\\/\\/\\S+|www\\.\\S+|(?:mailto|tel|callto|sip):\\S+)$',
    '^[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,6}$',
    '^(?:[A-Za-z]:[\\\\/]|\\\\\\\\|\\.{1,2}[\\\\/]|~\\/)\\S+$',
    '^\\/[\\w.-]+\\/\\S*$',
    `^[\\p{L}\\p{N}_.()-]+(?:[\\\\/][\\p{L}\\p{N}_.()-]+)*\\.(?:${EXTENSIONS})$`,
    `^(?:[a-z0-9-]{1,63}\\.){1,6}(?:${DOMAINS})(?:[/?#:]\\S*)?$`,
    '^@[\\w-]{2,}$',
  ]
    .map((source) => `(?:${source})`)
    .join('|'),
  'iu',
);
/** No address in running text is longer; a longer token is masked without being looked at. */
const LONGEST_ADDRESS = 2000;

function findAddresses(text: string): Mask[] {
  const masks: Mask[] = [];
  let seen = 0;
  HINT.lastIndex = 0;
  for (let hit = HINT.exec(text); hit !== null; hit = HINT.exec(text)) {
    if (hit[0] === '<<') {
      const close = text.indexOf('>>', hit.index);
      if (close < 0 || close - hit.index > 200 || hit.index < seen) continue;
      masks.push({ start: hit.index, end: close + 2, kind: 'opaque' });
      seen = close + 2;
      HINT.lastIndex = seen;
      continue;
    }
    if (hit.index < seen) continue;
    let start = hit.index;
    while (start > seen && !SPACE.test(text[start - 1] as string)) start--;
    let end = hit.index + 1;
    while (end < text.length && !AFTER_ADDRESS.test(text[end] as string)) end++;
    seen = end;
    HINT.lastIndex = end;
    const mask = addressIn(text, start, end);
    if (mask !== undefined) masks.push(mask);
  }
  return masks;
}

function addressIn(text: string, from: number, to: number): Mask | undefined {
  if (to - from > LONGEST_ADDRESS) return { start: from, end: to, kind: 'opaque' };
  let token = text.slice(from, to);
  const opener = OPENERS.exec(token);
  const start = from + (opener?.[0].length ?? 0);
  token = text.slice(start, to);
  let end = start + withoutEnd(token, CLOSERS).length;
  if (end <= start) return undefined;
  // A link may end in a bracket that it opened itself.
  if (text[end] === ')' && text.slice(start, end).includes('(')) end++;
  return ADDRESS.test(text.slice(start, end)) ? { start, end, kind: 'opaque' } : undefined;
}
