import type { LazyKindEvidence } from '../kind/kindEvidence';
import { afterLineBreak, linesOf, nextTextLine } from '../lines/lines';
import { openingOf, reachOf, segmentEnd, tailOf } from '../lines/segmentEnd';
import { collect } from './collector';
import type { Block, Directive, Format, Region, Span } from './draft';
import type { LetterState } from './letterState';
import { readMailLines } from './mailSegment';
import { cut, FRONT_MATTER, readMarkdownSegment } from './markdownSegment';
import { readMarkupSegment } from './markupSegment';
import { emphasisMarks } from './masks';

/** A segment at its place: the lines between two blank ones, or more where Markdown goes on across them. */
export interface Segment extends Span {
  /** The furthest offset that reading it looked at. */
  readonly reach: number;
  readonly before: LetterState;
  readonly after: LetterState;
  readonly blocks: readonly Block[];
  readonly regions: readonly Region[];
  readonly directives: readonly Directive[];
  readonly kindEvidence: LazyKindEvidence;
  /** Marks of a formal notice, as bits. */
  readonly formal: number;
  readonly marked?: 'email' | 'proposal' | 'off';
}

/** The same segment `shift` code segments further on. */
export function moveSegment(segment: Segment, shift: number): Segment {
  if (shift === 0) return segment;
  const { blocks, regions, directives } = segment;
  return {
    ...segment,
    start: segment.start + shift,
    end: segment.end + shift,
    reach: segment.reach + shift,
    blocks: blocks.map((block) => movedBlock(block, shift)),
    regions: regions.length === 0 ? regions : regions.map((region) => moved(region, shift)),
    directives: directives.length === 0 ? directives : directives.map((directive) => moved(directive, shift)),
  };
}

/** A key moves every block behind it. Objects of one shape are copied several times as fast as those of many, so blocks are moved here. */
function movedBlock(block: Block, shift: number): Block {
  return { ...block, start: block.start + shift, end: block.end + shift };
}

function moved<Place extends Span>(place: Place, shift: number): Place {
  return { ...place, start: place.start + shift, end: place.end + shift };
}

/**
 * Reads the segment that begins at `start` (the start of a line that is not blank, or 0). `detach` copies the text,
 * so that what is kept does not hold on to the whole document.
 */
export function readSegment(text: string, start: number, state: LetterState, format: Format, detach: boolean): Segment {
  if (format === 'markdown') {
    const front = state === 'start' ? frontMatter(text) : undefined;
    if (front !== undefined) return front;
    return readMarkdownSegment(text, start, state, detach);
  }
  if (format !== 'plaintext' && format !== 'email') return readMarkupSegment(text, start, state, format, detach);
  const end = segmentEnd(text, start);
  const next = nextTextLine(text, afterLineBreak(text, end));
  const source = cut(text, start, end, detach);
  const collector = collect(source, start, emphasisMarks(source));
  const tail = tailOf(text, next);
  const options = { lists: true, mail: format === 'email', next: openingOf(tail), tail };
  const after = readMailLines(source, linesOf(source, 0, source.length), state, options, collector);
  return { start, end, reach: reachOf(text, next), before: state, after, kindEvidence: {}, ...collector.content() };
}

/** Front matter at the very top; only so much of the text is searched for its end. */
function frontMatter(text: string): Segment | undefined {
  const head = text.slice(0, FRONT_MATTER);
  const match = YAML_FRONT_MATTER.exec(head) ?? TOML_FRONT_MATTER.exec(head);
  if (match === null) return undefined;
  const end = match[0].length;
  const marked =
    /^[ \t]*(?:commonGround|common-ground)[ \t]*[:=][ \t]*["']?(email|proposal|off)["']?[ \t]*(?:#.*)?$/m.exec(
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
    kindEvidence: {},
    formal: 0,
    ...(marked === undefined ? {} : { marked: marked as 'email' | 'proposal' | 'off' }),
  };
}

const YAML_FRONT_MATTER = /^\ufeff?---[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))?(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/;
const TOML_FRONT_MATTER = /^\ufeff?\+\+\+[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))?\+\+\+[ \t]*(?=[\r\n]|$)/;
