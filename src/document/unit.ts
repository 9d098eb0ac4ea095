import { readDirective } from './directives';
import type { Block, BlockType, Directive, Format, Mask, Region, RegionType, Span } from './draft';
import { readPassage } from './email';
import { formalMarks } from './formal';
import { SIGN, signsOf } from './kind';
import { afterLineBreak, isBlank, lineEnd, linesOf, nextTextLine, trimEnd } from './lines';
import {
  beginsWithGreeting,
  endsAttribution,
  endsWithStamp,
  headerLine,
  isDivider,
  isQuotedLine,
  isRunTogetherHeader,
  isStampedName,
} from './mail-lines';
import { commentsIn, isTame, type MarkdownNode, type MarkdownReading, readMarkdown } from './markdown';
import { findMasks } from './masks';
import type { Opening, Sink, Zone } from './passage';

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
    regions: unit.regions.map(move),
    directives: unit.directives.map(move),
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
  const collector = collect(source, start, NO_MASKS);
  const options = { lists: true, mail: format === 'email', next: openingOf(text, next) };
  const after = readPassage(source, linesOf(source, 0, source.length), zone, options, collector);
  return { start, end, reach: reachOf(text, next), before: zone, after, ...collector.content() };
}

const NO_MASKS: readonly Mask[] = [];
/** How much of the next passage's first line is looked at. */
const PEEK = 400;

function reachOf(text: string, next: number): number {
  return Math.min(text.length, lineEnd(text, next, Math.min(text.length, next + PEEK)) + 1);
}

function cut(text: string, start: number, end: number, detach: boolean): string {
  const slice = text.slice(start, end);
  return detach && slice.length > 12 ? ` ${slice}`.slice(1) : slice;
}

/** The end of the last line before a blank one. */
function passageEnd(text: string, start: number): number {
  let end = lineEnd(text, start);
  while (end < text.length) {
    const next = afterLineBreak(text, end);
    const stop = lineEnd(text, next);
    if (isBlankLine(text, next, stop)) break;
    end = stop;
  }
  return end;
}

function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isBlank(text.charCodeAt(at))) return false;
  return true;
}

function openingOf(text: string, next: number): Opening {
  if (next >= text.length) return 'end';
  const line = text.slice(next, lineEnd(text, next, Math.min(text.length, next + PEEK)));
  if (isQuotedLine(line)) return 'quoted';
  const header = headerLine(line);
  if (header !== undefined) return header.name === 'from' ? 'history' : 'header';
  const stamped = isRunTogetherHeader(line) || (endsWithStamp(line) && isStampedName(line));
  return stamped || isDivider(line) || endsAttribution(line) || /^(?:On |[-_]{5,})/.test(line) ? 'history' : 'text';
}

const FRONT_MATTER = 20_000;

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

interface Collector extends Sink {
  directive(directive: Directive | undefined): void;
  content(): Pick<Unit, 'blocks' | 'regions' | 'directives' | 'signs' | 'formal'>;
}

function collect(source: string, offset: number, masks: readonly Mask[]): Collector {
  const blocks: Block[] = [];
  const regions: Region[] = [];
  const directives: Directive[] = [];
  let signs = 0;
  let formal = 0;
  let mask = 0;
  const own = (type: BlockType, start: number, end: number) => {
    const text = source.slice(start, end);
    const known: Mask[] = [];
    while (mask < masks.length && masks[mask]!.end <= start) mask++;
    for (let at = mask; at < masks.length && masks[at]!.start < end; at++) {
      const { start: from, end: to, kind } = masks[at]!;
      known.push({ start: Math.max(from, start) - start, end: Math.min(to, end) - start, kind });
    }
    blocks.push({ type, start: offset + start, end: offset + end, text, masks: findMasks(text, known) });
    signs |= signsOf(type, text);
    if (type === 'paragraph' && beginsWithGreeting(text)) signs |= SIGN.greeting;
    formal |= formalMarks(text);
  };
  const region = (type: RegionType, start: number, end: number) => {
    regions.push({ type, start: offset + start, end: offset + end });
    if (type === 'header') signs |= blocks.length === 0 ? 0 : SIGN.history;
    if (type === 'attribution') signs |= SIGN.history;
    if (type === 'code') signs |= SIGN.code;
  };
  return {
    own,
    region,
    directive(directive) {
      if (directive === undefined) return;
      directives.push({ ...directive, start: offset + directive.start, end: offset + directive.end });
    },
    content: () => ({ blocks, regions, directives, signs, formal }),
  };
}

/** Marks that plain sentences do not have; without any of them a passage is one paragraph. */
const MARKED = /[*_`[\]<\\|]|~~|&[#\w]+;|^[ \t]*(?:[-+>#=]|\d{1,9}[.)](?:[ \t]|$))|^(?: {4}| {0,3}\t)/m;

function readMarkdownUnit(text: string, start: number, zone: Zone, detach: boolean): Unit {
  let end = markdownEnd(text, start);
  const parsed = parseMarkdown(text.slice(start, end));
  if (parsed?.open !== undefined)
    end = Math.max(end, closeBlock(text, start + parsed.open.start, end, parsed.open.closer));
  const source = cut(text, start, end, detach);
  const reading = parsed?.open === undefined ? parsed : closed(parsed, source);
  const next = nextTextLine(text, afterLineBreak(text, end));
  const opening = openingOf(text, next);
  const collector = collect(source, start, reading?.masks ?? NO_MASKS);
  const after =
    reading === undefined
      ? readPassage(
          source,
          linesOf(source, 0, source.length),
          zone,
          { lists: true, mail: false, next: opening },
          collector,
        )
      : readNodes(source, reading.nodes, zone, opening, collector);
  for (const comment of reading?.comments ?? []) collector.directive(readDirective(source, comment));
  const reach = Math.max(reachOf(text, next), zone === 'start' && text.startsWith('---') ? FRONT_MATTER + 1 : 0);
  return { start, end, reach: Math.min(reach, text.length), before: zone, after, ...collector.content() };
}

/** Nothing where the passage is one plain paragraph, or would cost too much to parse. */
function parseMarkdown(source: string): MarkdownReading | undefined {
  const normal = source.includes('\r') ? source.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : source;
  return readSimple(normal) ?? (MARKED.test(normal) && isTame(normal) ? readMarkdown(normal) : undefined);
}

const SIMPLE = /^(?:(#{1,6})|[-*+])[ \t]+(?=\S)[^\n]*$/;
const UNMARKED = /^[^*_`[\]<\\|#~&\n]*$/;

/** A heading or a list item of one line without marks in it: what the parser would say, without the parser. */
function readSimple(source: string): MarkdownReading | undefined {
  const simple = SIMPLE.exec(source);
  if (simple === null) return undefined;
  const marker = /^\S+[ \t]+/.exec(source)![0].length;
  const text = source.slice(marker);
  if (marker > 4 + (simple[1]?.length ?? 1) - 1 || !UNMARKED.test(text) || /^(?:[-+>=]|\d{1,9}[.)])/.test(text))
    return undefined;
  const end = source.trimEnd().length;
  const node: MarkdownNode =
    simple[1] === undefined
      ? { words: 'list-item', nested: true, start: marker, end }
      : { words: 'heading', nested: false, start: 0, end };
  return { nodes: [node], masks: NO_MASKS, comments: [] };
}

/** The reading of a passage whose last block goes on to the end of `source`. */
function closed(reading: MarkdownReading, source: string): MarkdownReading {
  const last = reading.nodes.at(-1)!;
  const end = trimEnd(source, last.start, source.length);
  const comments = reading.comments.filter((comment) => comment.end <= last.start);
  if (source.startsWith('<!--', last.start)) comments.push(...commentsIn(source, last.start, end));
  return { nodes: [...reading.nodes.slice(0, -1), { ...last, end }], masks: reading.masks, comments };
}

/**
 * The end of a Markdown passage: before a blank line that a line without indentation follows, before a heading, and
 * between the items of a plain list.
 */
function markdownEnd(text: string, start: number): number {
  const limit = text.length;
  let end = lineEnd(text, start, limit);
  let list = BULLET.test(text.slice(start, start + 3));
  let heading = HEADING.test(text.slice(start, start + 8));
  let blank = false;
  let stop = end;
  while (stop < limit) {
    const next = afterLineBreak(text, stop);
    if (next >= limit) break;
    stop = lineEnd(text, next, limit);
    if (isBlankLine(text, next, stop)) {
      blank = true;
      continue;
    }
    const head = text.slice(next, Math.min(stop, next + 8));
    const indented = head.charCodeAt(0) === 32 || head.charCodeAt(0) === 9;
    if (blank && !indented) return end;
    if (!indented && (heading || HEADING.test(head))) return end;
    if (list && !indented && BULLET.test(head)) return end;
    if (/^ {0,3}(?:`{3}|~{3}|<)/.test(head)) list = false;
    heading = false;
    blank = false;
    end = stop;
  }
  return end;
}

const BULLET = /^[-*+][ \t]\S/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;

/** The end of the line that closes what was opened at `from`; the end of the text if nothing does. */
function closeBlock(text: string, from: number, end: number, closer: RegExp | undefined): number {
  for (let stop = closer === undefined ? end : lineEnd(text, from); stop < text.length; ) {
    const before = stop;
    const next = afterLineBreak(text, stop);
    if (next >= text.length) return stop;
    stop = lineEnd(text, next);
    if (closer === undefined && isBlankLine(text, next, stop)) return before;
    if (closer?.test(text.slice(next, stop))) return stop;
  }
  return text.length;
}

function readNodes(
  source: string,
  nodes: readonly MarkdownNode[],
  zone: Zone,
  last: Opening,
  collector: Collector,
): Zone {
  let now: Zone = zone === 'start' ? 'top' : zone;
  for (const [index, node] of nodes.entries()) {
    if (now === 'forwarded' || now === 'quoted') {
      collector.region(now, node.start, nodes.at(-1)!.end);
      return now;
    }
    if ('region' in node) {
      collector.region(node.region, node.start, node.end);
      if (node.region === 'quoted') now = now === 'signature' ? now : 'body';
      continue;
    }
    if ((now === 'quote-opened' || now === 'forward-opened') && (node.nested || node.words !== 'paragraph')) {
      now = now === 'quote-opened' ? 'quoted' : 'forwarded';
      collector.region(now, node.start, nodes.at(-1)!.end);
      return now;
    }
    if (node.nested || node.words !== 'paragraph') {
      const { start, end } =
        node.words === 'heading'
          ? headingText(source, node.start, node.end)
          : { start: node.start, end: trimEnd(source, node.start, node.end) };
      if (end > start) collector.own(node.words, start, end);
      now = 'body';
      continue;
    }
    const following = nodes[index + 1];
    const next: Opening =
      following === undefined ? last : 'region' in following && following.region === 'quoted' ? 'quoted' : 'text';
    now = readPassage(
      source,
      linesOf(source, node.start, node.end),
      now,
      { lists: false, mail: false, next },
      collector,
    );
  }
  return now;
}

/** The words of a heading without its marks. */
function headingText(source: string, start: number, end: number): Span {
  const text = source.slice(start, end);
  const atx = /^#{1,6}(?:[ \t]+|$)/.exec(text);
  if (atx !== null) {
    const closing = /(?:^|[ \t])[ \t]*#+[ \t]*$/.exec(text);
    const stop = closing === null ? end : start + closing.index;
    return { start: Math.min(start + atx[0].length, stop), end: trimEnd(source, start, stop) };
  }
  const underline = text.lastIndexOf('\n');
  const stop = underline < 0 ? end : start + underline;
  return { start, end: trimEnd(source, start, stop) };
}
