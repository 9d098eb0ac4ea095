import type { Mask } from './draft';

/**
 * Character references (`&rsquo;`, `&#8217;`) as masks: one that stands for a letter or an apostrophe says so in `as`, so that the word
 * around it is read whole; the others count as space. Linear in the length of `text`.
 */
export function entityMasks(text: string): readonly Mask[] {
  if (!text.includes('&')) return NONE;
  const masks: Mask[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const character = characterOf(match[1] as string);
    if (character === undefined) continue;
    const { index } = match;
    const mask = { start: index, end: index + match[0].length, kind: 'skip' as const };
    masks.push(IN_WORDS.test(character) ? { ...mask, as: character } : mask);
  }
  return masks;
}

const NONE: readonly Mask[] = [];
const REFERENCE = /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,20});/g;
const IN_WORDS = /^[\p{L}\p{M}'’]$/u;

/** Names that writers and their tools use in running text; a name that is not here stays as it is written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  pound: '£',
  euro: '€',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  middot: '·',
  bull: '•',
  times: '×',
  sect: '§',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  iuml: 'ï',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  Uuml: 'Ü',
  Ouml: 'Ö',
  Auml: 'Ä',
  szlig: 'ß',
  aring: 'å',
  oslash: 'ø',
  aelig: 'æ',
  ntilde: 'ñ',
  iacute: 'í',
  oacute: 'ó',
  aacute: 'á',
  uacute: 'ú',
};

function characterOf(name: string): string | undefined {
  if (name[0] !== '#') return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
