import { afterLineBreak, linesOf, nextTextLine } from '../lines/lines';
import { openingOf, passageEnd, reachOf } from '../lines/segmentEnd';
import { collect } from './collector';
import type { Block, Directive, Format, Region, Span } from './draft';
import type { Zone } from './letterState';
import { readPassage } from './mailSegment';
import { cut, FRONT_MATTER, readMarkdownUnit } from './markdownSegment';
import { emphasisMarks } from './masks';

/** A passage at its place: the lines between two blank ones, or more where Markdown goes on across them. */
export interface Unit extends Span {
  /** The furthest offset that reading it looked at. */
  readonly reach: number;
  readonly before: Zone;
  readonly after: Zone;
  readonly blocks: readonly Block[];
  readonly regions: readonly Region[];
  readonly directives: readonly Directive[];
  /** Signs of the document's kind, as bits of `SIGN`. */
  readonly signs: number;
  /** Marks of a formal notice, as bits. */
  readonly formal: number;
  readonly marked?: 'email' | 'proposal' | 'off';
}

/** The same passage `shift` code units further on. */
export function moveUnit(unit: Unit, shift: number): Unit {
  if (shift === 0) return unit;
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + shift, end: span.end + shift });
  return {
    ...move(unit),
    reach: unit.reach + shift,
    blocks: unit.blocks.map(move),
    regions: unit.regions.length === 0 ? unit.regions : unit.regions.map(move),
    directives: unit.directives.length === 0 ? unit.directives : unit.directives.map(move),
  };
}

/**
 * Reads the passage that begins at `start` (the start of a line that is not blank, or 0). `detach` copies the text,
 * so that what is kept does not hold on to the whole document.
 */
export function readUnit(text: string, start: number, zone: Zone, format: Format, detach: boolean): Unit {
  if (format === 'markdown') {
    const front = zone === 'start' ? frontMatter(text) : undefined;
    if (front !== undefined) return front;
    return readMarkdownUnit(text, start, zone, detach);
  }
  const end = passageEnd(text, start);
  const next = nextTextLine(text, afterLineBreak(text, end));
  const source = cut(text, start, end, detach);
  const collector = collect(source, start, zone, emphasisMarks(source));
  const options = { lists: true, mail: format === 'email', next: openingOf(text, next) };
  const after = readPassage(source, linesOf(source, 0, source.length), zone, options, collector);
  return { start, end, reach: reachOf(text, next), before: zone, after, ...collector.content() };
}

/** Front matter at the very top; only so much of the text is searched for its end. */
function frontMatter(text: string): Unit | undefined {
  const head = text.slice(0, FRONT_MATTER);
  const match = /^\ufeff?---[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))?(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/.exec(head);
  if (match === null) return undefined;
  const end = match[0].length;
  const marked =
    /^[ \t]*(?:commonGround|common-ground)[ \t]*:[ \t]*["']?(email|proposal|off)["']?[ \t]*(?:#.*)?$/m.exec(
      match[0],
    )?.[1];
  return {
    start: 0,
    end,
    reach: Math.min(text.length, end + 1),
    before: 'start',
    after: 'top',
    blocks: [],
    regions: [{ type: 'front-matter', start: 0, end }],
    directives: [],
    signs: 0,
    formal: 0,
    ...(marked === undefined ? {} : { marked: marked as 'email' | 'proposal' | 'off' }),
  };
}
