import type { Party } from '../draft/draft';
import { isRuleLine } from '../lines/letterDividers';
import { headerLine } from '../lines/mailLines';
import type { QuotedLine } from '../lines/quotedLines';
import { partiesIn } from './party';
import { isBareDay, isPageLine, nameLine, recipientLine, type StampLine, stampLine } from './stamps';

/** The lines of a copied page that stand above what one person wrote. */
export interface Stanza {
  /** Index of the first line, and of the line behind the last. */
  readonly first: number;
  readonly end: number;
  readonly from: Party;
  readonly dateText: string;
  readonly to?: readonly Party[];
  readonly reachedReader?: boolean;
  /** It stands above nothing: "ola closed this on 3 May". */
  readonly event: boolean;
}

/**
 * Finds the stanzas of a copied page (mail, comments, chat): a name and a date on neighbouring lines with nothing but
 * words of the page beside them, which come back in the same shape. One alone counts where it names recipients, too.
 */
export function stanzasIn(lines: readonly QuotedLine[], from: number): ReadonlyMap<number, Stanza> {
  const found: Found[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.depth > 0 || line.text === '' || line.text.length > 110) continue;
    const stamp = stampLine(line.text);
    const stanza = stamp === undefined ? undefined : stanzaAt(lines, from, at, stamp);
    if (stanza !== undefined) found.push(stanza);
  }
  const shapes = new Map<string, number>();
  for (const { shape } of found) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  const kept = found.filter(
    ({ shape, to, dateText }) => !isBareDay(dateText) && ((shapes.get(shape) ?? 0) >= 2 || to !== undefined),
  );
  const names = new Set(kept.map(({ from: { name } }) => name));
  const all = found.filter((stanza) => kept.includes(stanza) || names.has(stanza.from.name));
  if (kept.length === 0 || !all.some(({ event, end }) => !event && hasWords(lines, end))) return NONE;
  const map = new Map<number, Stanza>();
  let last: Found | undefined;
  for (const stanza of all) {
    // LinkedIn says it twice: once for those who listen to the page.
    if (last !== undefined && stanza.first <= last.end + 1 && stanza.from.name === last.from.name && !stanza.event) {
      map.delete(last.first);
      const joined = { ...stanza, first: last.first };
      map.set(joined.first, joined);
      last = joined;
      continue;
    }
    if (last !== undefined && stanza.first < last.end) continue;
    map.set(stanza.first, stanza);
    last = stanza;
  }
  return map;
}

interface Found extends Stanza {
  readonly shape: string;
}

const NONE: ReadonlyMap<number, Stanza> = new Map();
/** A name stands so many lines above its date at most. */
const ABOVE = 5;

function stanzaAt(lines: readonly QuotedLine[], from: number, at: number, stamp: StampLine): Found | undefined {
  const addressed = addressedBelow(lines, from, at, stamp);
  if (addressed !== undefined) return addressed;
  const named = stamp.name === undefined ? nameAbove(lines, from, at) : { name: stamp.name, line: at };
  if (named === undefined) return nameBelow(lines, from, at, stamp);
  let first = named.line;
  while (first > from && lines[first - 1]!.depth === 0 && isPageLine(lines[first - 1]!.text, named.name)) first--;
  // A mail page names its sender and the recipients once more above.
  const sender = lines[first - 2];
  if (first - 2 >= from && sender!.depth === 0 && recipientLine(lines[first - 1]!.text) !== undefined)
    if (nameLine(sender!.text)?.name === named.name) first -= 2;
  const below = readBelow(lines, at + 1, named.name);
  // Lotus Notes writes a name, a date and then header lines.
  const next = lines[below.end]?.text ?? '';
  if (headerLine(next) !== undefined && /^\p{L}+:/u.test(next)) return undefined;
  const event =
    stamp.name !== undefined &&
    below.blank &&
    !/commented|comment|wrote|said|replied|posted|sent/i.test(stamp.glue) &&
    /\p{Ll}{3}/u.test(stamp.glue.replace(/\([^()]*\)/g, '')) &&
    isLoneLine(lines, at, from);
  return {
    first,
    end: below.end,
    from: named.address === undefined ? { name: named.name } : { name: named.name, address: named.address },
    dateText: stamp.dateText,
    ...(below.to === undefined ? {} : { to: below.to }),
    ...(below.me ? { reachedReader: true } : {}),
    event,
    shape: `${stamp.name === undefined ? 'above' : 'beside'}${/\d\D+\d/.test(stamp.dateText) ? ' full' : ' short'}`,
  };
}

/** A time, the name below it and then the recipients, perhaps below a title that ends with the name, as contact pages log mail. */
function addressedBelow(lines: readonly QuotedLine[], from: number, at: number, stamp: StampLine): Found | undefined {
  const [name, to] = [lines[at + 1], lines[at + 2]];
  if (stamp.name !== undefined || name === undefined || to === undefined || name.depth + to.depth > 0) return undefined;
  const found = nameLine(name.text);
  if (found === undefined || recipientLine(to.text) === undefined) return undefined;
  const { end, blank: _blank, me, ...recipients } = readBelow(lines, at + 2, found.name);
  let first = at;
  for (let up = at - 1; up >= Math.max(from, at - 3) && lines[up]!.depth === 0 && lines[up]!.text !== ''; up--)
    if (lines[up]!.text.trimEnd().endsWith(found.name)) first = up;
  return {
    first,
    end,
    from: found,
    dateText: stamp.dateText,
    ...recipients,
    ...(me ? { reachedReader: true } : {}),
    event: false,
    shape: 'below addressed',
  };
}

/** A time on a line of its own, and below it the name and the words, as telephones export their messages. */
function nameBelow(lines: readonly QuotedLine[], from: number, at: number, stamp: StampLine): Found | undefined {
  const [name, words] = [lines[at + 1], lines[at + 2]];
  if (!isLoneLine(lines, at, from) || name === undefined || words === undefined || words.text === '') return undefined;
  if (name.depth + words.depth > 0 || stamp.glue !== '' || !/\d[:.]\d\d/.test(stamp.dateText)) return undefined;
  const found = nameLine(name.text);
  if (found === undefined || stampLine(words.text) !== undefined) return undefined;
  return { first: at, end: at + 2, from: { name: found.name }, dateText: stamp.dateText, event: false, shape: 'below' };
}

function isLoneLine(lines: readonly QuotedLine[], at: number, from: number): boolean {
  return at === from || lines[at - 1]!.text === '';
}

function nameAbove(
  lines: readonly QuotedLine[],
  from: number,
  at: number,
): { name: string; address?: string; line: number } | undefined {
  let nearest: { name: string; address?: string; line: number } | undefined;
  for (let up = at - 1; up >= Math.max(from, at - ABOVE); up--) {
    const { text, depth } = lines[up]!;
    if (depth > 0 || text.trim() === '' || isRuleLine(text) || text.length > 90) break;
    const account = /^@([\w.-]{1,40})$/.exec(text.trim())?.[1];
    if (account !== undefined) {
      const full = up > from && lines[up - 1]!.depth === 0 ? nameLine(lines[up - 1]!.text) : undefined;
      return full?.name.includes(' ') ? { ...full, line: up - 1 } : { name: account, line: up };
    }
    const found = nameLine(text);
    if (found !== undefined && nearest === undefined) nearest = { ...found, line: up };
    if (found === undefined && nearest === undefined && !isPageLine(text, '')) break;
    if (nearest !== undefined && found === undefined) break;
  }
  if (nearest === undefined) return undefined;
  const above = lines[nearest.line - 1];
  // The first line of what stands above must not be a sentence that the name goes on with.
  if (
    nearest.line > from &&
    above !== undefined &&
    above.depth === 0 &&
    /[\p{Ll},]$/u.test(above.text) &&
    above.text.length > 60
  )
    return undefined;
  return nearest;
}

/** Recipients, roles and further words of the page below the date. */
function readBelow(
  lines: readonly QuotedLine[],
  from: number,
  name: string,
): { end: number; to?: readonly Party[]; me: boolean; blank: boolean } {
  let end = from;
  let to: readonly Party[] | undefined;
  let me = false;
  while (end < lines.length && end - from < 4) {
    const { text, depth } = lines[end]!;
    if (depth > 0) break;
    // Help desks leave a line between the date and the address that a message went to.
    if (text === '' && end === from && /^To: [^\s@]{1,64}@\S{1,253}$/.test(lines[end + 1]?.text.trim() ?? '')) {
      end++;
      continue;
    }
    if (text === '') break;
    const recipient = to === undefined ? recipientLine(text) : undefined;
    if (recipient !== undefined) {
      to = recipient.me ? [] : partiesIn(recipient.to);
      me = recipient.me;
    } else if (!isPageLine(text, name)) break;
    end++;
  }
  const blank = end >= lines.length || lines[end]!.text === '';
  return to === undefined ? { end, me, blank } : { end, to, me, blank };
}

function hasWords(lines: readonly QuotedLine[], from: number): boolean {
  return lines.slice(from, from + 3).some(({ text }) => /\p{L}/u.test(text));
}
