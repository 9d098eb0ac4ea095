import type { QuotedLine } from '../lines/quotedLines';
import { withoutEnd } from '../lines/trimming';
import { anyMessageWord, messageWords } from './messageWords';
import type { Stanza } from './pageCopy';
import { nameLine, stampLine } from './stamps';

/** A page on which the time stands below what somebody wrote. */
export interface ClosedPage {
  readonly stanzas: ReadonlyMap<number, Stanza>;
  /** The lines that hold the times; no words of anybody. */
  readonly stamps: ReadonlySet<number>;
}

/**
 * Finds messages of a messenger that shows a name, the words, and the time below them. Two with a name are enough; a time
 * without a name above its words belongs to whoever wrote before. Linear in the number of lines.
 */
export function closedPage(lines: readonly QuotedLine[], from: number): ClosedPage {
  const stanzas = new Map<number, Stanza>();
  const stamps = new Set<number>();
  let name: { readonly line: number; readonly name: string } | undefined;
  let words = 0;
  let begins = true;
  let seen = 0;
  for (let at = from; at < lines.length; at++) {
    const { text, depth } = lines[at]!;
    if (depth > 0) return NONE;
    if (text === '') {
      begins = true;
      continue;
    }
    if (stamps.size === 0 && ++seen > HEAD) return NONE;
    const dateText = timeAlone(text);
    if (dateText !== undefined) {
      if (words === 0) return NONE;
      stamps.add(at);
      if (name !== undefined)
        stanzas.set(name.line, {
          first: name.line,
          end: name.line + 1,
          from: { name: name.name },
          dateText,
          event: false,
        });
      name = undefined;
      words = 0;
      begins = true;
      continue;
    }
    const named = begins && words === 0 && name === undefined ? nameLine(text) : undefined;
    if (named === undefined) words++;
    else name = { line: at, name: named.name };
    begins = false;
  }
  // What nobody's time stands below is another kind of text.
  const left = words > 0 && stamps.size < MANY;
  return stanzas.size < FEWEST || left ? NONE : { stanzas, stamps };
}

const FEWEST = 2;
/** The first time stands within so many lines; long lists need not be looked at further. */
const HEAD = 200;
/** From so many times on, words below the last of them may be what the user is writing. */
const MANY = 3;
const NONE: ClosedPage = { stanzas: new Map(), stamps: new Set() };

/** The time in a line that holds nothing else but words of a page ("18:02", "Tue, 4 Mar, 18:02 · Read"). */
function timeAlone(line: string): string | undefined {
  if (line.length > 60 || !/\d[:.]\d\d/.test(line)) return undefined;
  const stamp = stampLine(withoutDelivery(line));
  return stamp === undefined || stamp.name !== undefined ? undefined : stamp.dateText;
}

/** A line without what a messenger says of the delivery, before or after the time. */
function withoutDelivery(line: string): string {
  const after = line.replace(MARKED, '').replace(SAID_FIRST, '');
  const rest = withoutEnd(after, ' ✓✔');
  const last = /[^\s·•,]*$/.exec(rest.slice(-LONGEST_WORD))![0];
  return DELIVERY.has(last.toLowerCase()) ? withoutEnd(rest.slice(0, rest.length - last.length), ' ·•,') : rest;
}

const MARKED = /^[\s✓✔·•]+/;
const DELIVERY = new Set(messageWords('delivery'));
const SAID_FIRST = new RegExp(`^${anyMessageWord('delivery')}[ :·•]+`, 'iu');
const LONGEST_WORD = 20;
