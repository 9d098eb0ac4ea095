/** Lines that are laid out rather than written: columns, figures, drawings, price and address lists. */

/** A gap of blanks between two columns; after a full stop it is only a wide space between sentences. */
const COLUMNS = /[^\s.!?;,…](?:\t+|[ \t]{3,})(?=\S)/g;
const LETTER = /\p{L}/u;

export type LineLook = 'prose' | 'columns' | 'figures' | 'rule' | 'label' | 'contact';

/** How one line of plain text looks by itself. */
export function lookOf(line: string): LineLook {
  const length = line.length;
  if (length > 600) return densityLook(line);
  const text = line.trim();
  if (text === '') return 'prose';
  if (!LETTER.test(text)) return /\d/.test(text) ? 'figures' : 'rule';
  const columns = text.match(COLUMNS)?.length ?? 0;
  if (columns >= 2) return 'columns';
  if (columns === 1 && !/^\S{1,4}(?:\t+| {3,})/.test(text)) return lookOfTwoColumns(text);
  if (isDotLeader(text)) return 'columns';
  if (isPrice(text)) return 'figures';
  if (isLabel(text)) return 'label';
  return densityLook(text);
}

/** Whether a cell of a table, or a line, is short enough to be a label and not a sentence. */
export function isLabelText(text: string): boolean {
  return wordsIn(text) <= 4;
}

export function wordsIn(text: string): number {
  return text.match(/\p{L}[\p{L}'’-]*/gu)?.length ?? 0;
}

/** Two columns are a table where one of them is a figure; two stretches of words are one only beside lines like them. */
function lookOfTwoColumns(text: string): LineLook {
  if (wordsIn(text) > 14) return 'prose';
  const sides = text.split(/\t+|[ \t]{3,}/);
  return sides.some((side) => /\d/.test(side) && wordsIn(side) <= 3) ? 'columns' : 'label';
}

/** `Scope ........ 4`: a run of dots that leads from a title to a page or an amount; dots between words are a pause. */
function isDotLeader(text: string): boolean {
  let last = text.lastIndexOf('.');
  // The amount may have a point of its own.
  while (last > 0 && /[^. ]/.test(text[last - 1] as string)) last = text.lastIndexOf('.', last - 1);
  if (last < 1) return false;
  const value = text.slice(last + 1).trim();
  if (value === '' || value.length > 24) return false;
  if (/\d/.test(value) ? wordsIn(value) > 2 : !/^(?:[ivxlc]{1,6}|n\/a|tb[acd])$/i.test(value)) return false;
  let dots = 0;
  let at = last;
  for (; at >= 0 && (text[at] === '.' || text[at] === ' '); at--) if (text[at] === '.') dots++;
  return dots >= 4 && at >= 0;
}

const AMOUNT =
  '(?:[$£€₹¥]|USD|EUR|GBP|INR|CHF|Rs\\.?)? ?\\d[\\d.,]*(?:[kKmM]\\b|bn)?(?: ?(?:%|USD|EUR|GBP|INR|CHF|kr|per \\w+|/ ?\\w+|\\w{1,3}))?';
const ENDS_IN_AMOUNT = new RegExp(`[\\s:=@–—-]${AMOUNT}[ \\t]*$`, 'u');
const STARTS_WITH_AMOUNT = new RegExp(`^(?:[-*•][ \\t]+)?${AMOUNT}(?=[\\s:=–—x×-])`, 'u');

function isPrice(text: string): boolean {
  if (text.length > 90 || !/\d/.test(text)) return false;
  if (/[.!?]$/.test(text) || wordsIn(text) > 6) return false;
  return ENDS_IN_AMOUNT.test(text) || STARTS_WITH_AMOUNT.test(text);
}

/** `Room: 4.12` and its kin: a short name, a colon, a short value. */
function isLabel(text: string): boolean {
  const colon = text.indexOf(':');
  if (colon < 2 || colon > 30 || text.length > 70 || /[.!?]$/.test(text)) return false;
  return wordsIn(text.slice(0, colon)) <= 3 && wordsIn(text.slice(colon + 1)) <= 5 && /^\p{Lu}/u.test(text);
}

/** Drawings and rows of numbers: mostly not letters. */
function densityLook(text: string): LineLook {
  let letters = 0;
  let digits = 0;
  let signs = 0;
  const step = Math.max(1, Math.floor(text.length / 2000));
  for (let at = 0; at < text.length; at += step) {
    const code = text.charCodeAt(at);
    if ((code | 32) >= 97 && (code | 32) <= 122) letters++;
    else if (code >= 48 && code <= 57) digits++;
    else if (code > 32 && code < 128) signs++;
    else if (code >= 128) {
      if (code >= 0x2190 && code < 0x2c00) signs++;
      else letters++;
    }
  }
  const total = letters + digits + signs;
  if (total === 0) return 'prose';
  if (total >= 8 && signs > total * 0.5) return 'rule';
  if (digits > total * 0.5 && total >= 6) return 'figures';
  return 'prose';
}
