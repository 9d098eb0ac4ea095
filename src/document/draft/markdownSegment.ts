import { afterLineBreak, linesOf, nextTextLine, trimEnd } from '../lines/lines';
import { type QuotedLine, quotedLines } from '../lines/quotedLines';
import { closeBlock, markdownSegmentEnd, openingOf, PEEK, reachOf, tailOf } from '../lines/segmentEnd';
import { mayOpenMessage, openerAt } from '../messages/openers';
import { type Collector, collect } from './collector';
import { commentsIn, readComments } from './comments';
import { readDirective } from './directives';
import type { Mask, Span } from './draft';
import { entityMasks } from './entities';
import { readHtmlBlock } from './htmlBlock';
import type { LetterState, Opening } from './letterState';
import { readMailLines } from './mailSegment';
import type { MarkdownReading } from './markdown';
import type { MarkdownNode } from './markdownNode';
import { mergeMasks } from './masks';
import type { Segment } from './segment';

/** For segments without inline syntax. */
export const NO_MASKS: readonly Mask[] = [];

/** The text of a segment; `detach` copies it. */
export function cut(text: string, start: number, end: number, detach: boolean): string {
  const slice = text.slice(start, end);
  return detach && slice.length > 12 ? ` ${slice}`.slice(1) : slice;
}

/** Only so much of the text is searched for the end of front matter. */
export const FRONT_MATTER = 20_000;

/** Marks that plain sentences do not have; without any of them a segment is one paragraph. */
const MARKED = /[*_`[\]<\\|]|~~|&[#\w]+;|^[ \t]*(?:[-+>#=]|\d{1,9}[.)](?:[ \t]|$))|^(?: {4}| {0,3}\t)/m;

/** Reads the Markdown segment that begins at the line start `start`. */
export function readMarkdownSegment(text: string, start: number, state: LetterState, detach: boolean): Segment {
  let end = markdownSegmentEnd(text, start);
  let hidden = readComments(text.slice(start, end));
  let looked = 0;
  if (hidden.open !== undefined) {
    looked = start + hidden.open.start + FURTHEST_CLOSER;
    // The shortest opener has two characters and may look like its closer.
    const from = start + hidden.open.start + 2;
    const close = text.slice(from, looked).search(hidden.open.closer);
    if (close >= 0) {
      end = markdownSegmentEnd(text, from + close);
      hidden = readComments(text.slice(start, end));
    }
  }
  const parsed = parseMarkdown(hidden.source);
  if (parsed?.open !== undefined)
    end = Math.max(end, closeBlock(text, start + parsed.open.start, end, parsed.open.closer));
  const source = cut(text, start, end, detach);
  const reading = withHidden(parsed?.open === undefined ? parsed : closed(parsed, source), source, hidden.comments);
  const next = nextTextLine(text, afterLineBreak(text, end));
  const tail = tailOf(text, next);
  const opening = openingOf(tail);
  const collector = collect(source, start, reading?.masks ?? NO_MASKS);
  const after =
    reading === undefined
      ? readMailLines(
          source,
          linesOf(source, 0, source.length),
          state,
          { lists: true, mail: false, next: opening, tail },
          collector,
        )
      : readNodes(source, reading.nodes, state, tail, collector);
  for (const comment of reading?.comments ?? []) collector.directive(readDirective(source, comment));
  const reach = Math.max(
    reachOf(text, next),
    looked,
    state === 'start' && /^\ufeff?(?:---|\+\+\+)/.test(text) ? FRONT_MATTER + 1 : 0,
  );
  return {
    start,
    end,
    reach: Math.min(reach, text.length),
    before: state,
    after,
    kindEvidence: {},
    ...collector.content(),
  };
}

/** A comment that goes on over blank lines is looked for so far. */
const FURTHEST_CLOSER = 20_000;

/** The reading with comments that the parser did not see, and with character references. */
function withHidden(
  reading: MarkdownReading | undefined,
  source: string,
  comments: readonly Span[],
): MarkdownReading | undefined {
  const references = reading === undefined ? NO_MASKS : entityMasks(source);
  if (comments.length === 0 && references.length === 0) return reading;
  const covered = comments.map(({ start, end }): Mask => ({ start, end, kind: 'skip' }));
  const { nodes, masks, ...rest } = reading ?? plainReading(source);
  return {
    ...rest,
    nodes: nodes.flatMap((node) => withoutComments(node, source, comments)),
    masks: mergeMasks([...masks, ...references, ...covered]),
    comments: [...rest.comments, ...comments],
  };
}

/** Nothing of a node that is a comment from end to end but the comment. */
function withoutComments(node: MarkdownNode, source: string, comments: readonly Span[]): MarkdownNode[] {
  if (!('words' in node)) return [node];
  const inside = comments.filter(({ start, end }) => start >= node.start && end <= node.end);
  if (inside.length === 0) return [node];
  let rest = '';
  let at = node.start;
  for (const { start, end } of inside) {
    rest += source.slice(at, start);
    at = end;
  }
  if ((rest + source.slice(at, node.end)).trim() !== '') return [node];
  return inside.map(({ start, end }) => ({ region: 'comment', start, end }));
}

function plainReading(source: string): MarkdownReading {
  return { nodes: [{ words: 'paragraph', nested: true, start: 0, end: source.length }], masks: NO_MASKS, comments: [] };
}

/** Nothing where the segment is one plain paragraph, or would cost too much to parse. */
function parseMarkdown(source: string): MarkdownReading | undefined {
  const normal = source.includes('\r') ? source.replace(/\r\n/g, ' \n').replace(/\r/g, '\n') : source;
  const simple = readSimple(normal);
  if (simple !== undefined || !MARKED.test(normal)) return simple;
  const { isTame, readMarkdown } = parser();
  if (COMPONENT.test(normal))
    return { ...readHtmlBlock(normal, 0, normal.length), comments: [...commentsIn(normal, 0, normal.length)] };
  if (isTame(normal)) return readMarkdown(normal);
  // More marks than a parser can pair at a fair price: the words are read as they stand.
  return /^[ \t]*>/m.test(normal) ? undefined : plainReading(normal);
}

/** Text that is not Markdown never needs it. */
let loaded: typeof import('./markdown') | undefined;

/** A bundle makes a new copy of a module's exports each time that it is asked for. */
function parser(): typeof import('./markdown') {
  loaded ??= require('./markdown') as typeof import('./markdown');
  return loaded;
}

const SIMPLE = /^(?:(#{1,6})|[-*+])[ \t]+(?=\S)[^\n]*$/;

/** A tag of MDX; it may go on over several lines, which Markdown alone does not know. */
const COMPONENT = /^ {0,3}<\/?[A-Z][\w.]*(?=[\s/>])/;

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

/** The reading of a segment whose last block goes on to the end of `source`. */
function closed(reading: MarkdownReading, source: string): MarkdownReading {
  const from = reading.open?.start ?? 0;
  if (/^<[^!?]/.test(source.slice(from, from + 2))) {
    const { nodes, masks } = readHtmlBlock(source, from, source.length);
    return {
      nodes: [...reading.nodes.filter((node) => node.end <= from), ...nodes],
      masks: [...reading.masks.filter((mask) => mask.end <= from), ...masks],
      comments: [
        ...reading.comments.filter((comment) => comment.end <= from),
        ...commentsIn(source, from, source.length),
      ],
    };
  }
  const last = reading.nodes.at(-1)!;
  const end = trimEnd(source, last.start, source.length);
  const comments = reading.comments.filter((comment) => comment.end <= last.start);
  if (source.startsWith('<!--', last.start)) comments.push(...commentsIn(source, last.start, end));
  return { nodes: [...reading.nodes.slice(0, -1), { ...last, end }], masks: reading.masks, comments };
}

function readNodes(
  source: string,
  nodes: readonly MarkdownNode[],
  state: LetterState,
  last: readonly QuotedLine[],
  collector: Collector,
): LetterState {
  let now: LetterState = state === 'start' ? 'top' : state;
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
    if (node.nested && opensMessage(source, node.start, node.end)) {
      collector.region('attribution', node.start, node.end);
      now = 'quote-opened';
      continue;
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
    const tail =
      following === undefined ? last : quotedLines(source.slice(following.start, following.start + PEEK)).slice(0, 4);
    const next: Opening =
      following === undefined
        ? openingOf(tail)
        : 'region' in following && following.region === 'quoted'
          ? 'quoted'
          : openingOf(tail) === 'history'
            ? 'history'
            : 'text';
    now = readMailLines(
      source,
      linesOf(source, node.start, node.end),
      now,
      { lists: false, mail: false, next, tail },
      collector,
    );
  }
  return now;
}

/** "2024. 06. 11. 16:05, Réka írta:" and "* Ife <…> [2024-06-11]:" look like items of a list. */
function opensMessage(source: string, start: number, end: number): boolean {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const text = source.slice(from, end);
  if (end - from > 500 || !mayOpenMessage(text)) return false;
  const opener = openerAt(quotedLines(text), 0);
  return opener?.kind === 'attribution' && opener.alone;
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
