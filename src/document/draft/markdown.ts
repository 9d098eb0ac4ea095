import { GFM, type InlineParser, type MarkdownParser, parser } from '@lezer/markdown';
import { commentsIn } from './comments';
import type { BlockType, Mask, RegionType, Span } from './draft';
import { readHtmlBlock } from './htmlBlock';
import type { MarkdownNode } from './markdownNode';

export interface MarkdownReading {
  readonly nodes: readonly MarkdownNode[];
  /** Inline masks of the whole segment, in order. */
  readonly masks: readonly Mask[];
  /** HTML comments, for directives. */
  readonly comments: readonly Span[];
  /** The last block began something that a blank line does not end. */
  readonly open?: OpenBlock;
}

export interface OpenBlock {
  readonly start: number;
  /** What its last line holds; a fence must stand alone on its line. `undefined`: ends at a blank line. */
  readonly closer?: RegExp;
}

/**
 * Reads one segment of Markdown; ranges are relative to it. Line breaks must be `\n` (`\r\n` is written ` \n`).
 */
export function readMarkdown(source: string): MarkdownReading {
  const nodes: MarkdownNode[] = [];
  const masks: Mask[] = [];
  const comments: Span[] = [];
  let depth = 0;
  let open: OpenBlock | undefined;
  const region = (type: RegionType, start: number, end: number) => nodes.push({ region: type, start, end });
  const mask = (kind: Mask['kind'], start: number, end: number) => {
    if ((masks.at(-1)?.end ?? -1) < end) masks.push({ start, end, kind });
  };
  BLOCKS.parse(source).iterate({
    enter(node) {
      const { name, from, to } = node;
      const words = WORDS[name];
      if (words !== undefined) {
        const nested = depth > 0;
        nodes.push({ words: nested && words === 'paragraph' ? 'list-item' : words, nested, start: from, end: to });
        return true;
      }
      const inline = INLINE[name];
      if (inline !== undefined) {
        mask(inline, from, to);
        if (name === 'Comment') comments.push({ start: from, end: to });
        return false;
      }
      if (name === 'ListItem') depth++;
      if (name === 'Link') {
        // The text of a link is the writer's; its address, or a reference without one, is not.
        const last = node.node.lastChild;
        const addressed = last?.name === 'LinkLabel' || (last?.name === 'LinkMark' && source[to - 1] === ')');
        if (!addressed) mask('opaque', from, to);
        return addressed;
      }
      if (name === 'URL') {
        mask(node.node.parent?.name === 'Link' ? 'skip' : 'opaque', from, to);
        return false;
      }
      if (name === 'Blockquote') {
        const callout = CALLOUT.exec(source.slice(from, from + 60));
        if (callout !== null) {
          depth++;
          mask('skip', from, from + callout[0].length);
          return true;
        }
      }
      if (name === 'Table') {
        readTable(source, from, to, node.node, nodes);
        return true;
      }
      if (name === 'TableDelimiter') return false;
      const type = REGIONS[name];
      if (type === undefined) return true;
      region(type, from, to);
      if (name === 'HTMLBlock') {
        const inside = readHtmlBlock(source, from, to);
        nodes.pop();
        for (const found of inside.nodes) nodes.push(found);
        for (const found of inside.masks) masks.push(found);
      }
      if (name === 'CommentBlock' || name === 'HTMLBlock')
        for (const found of commentsIn(source, from, to)) comments.push(found);
      if (depth === 0 && to >= source.trimEnd().length) open = openBlock(source, name, from, to);
      return false;
    },
    leave(node) {
      const { name, from } = node;
      if (name === 'ListItem' || (name === 'Blockquote' && CALLOUT.test(source.slice(from, from + 60)))) depth--;
    },
  });
  return open === undefined ? { nodes, masks, comments } : { nodes, masks, comments, open };
}

/** Whether a segment is safe to parse: no nesting and no run of marks that costs more than its length. */
export function isTame(source: string): boolean {
  if (source.length > LONGEST) return false;
  if (DEEP.test(source)) return false;
  let brackets = 0;
  let stars = 0;
  let angles = 0;
  let ticks = 0;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 96) {
      if (++ticks > 24) return false;
      continue;
    }
    ticks = 0;
    if (code === 91 || code === 93) brackets++;
    else if (code === 42 || code === 95 || code === 126) stars++;
    else if (code === 60) angles++;
    else if (code === 10 && LEAF_START.test(source.slice(at + 1, at + 9))) {
      brackets = 0;
      stars = 0;
      angles = 0;
    }
    if (brackets > 300 || stars > 400 || angles > 300) return false;
  }
  return true;
}

const LONGEST = 200_000;
const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){24}|^[ \t]{200}/m;
const LEAF_START = /^[ \t]*(?:[-*+|#]|\d+[.)]|\n)/;

/** Steps over ordinary letters at once, so that the other inline readers see only what may concern them. */
const ORDINARY = /[^\\&`<*_[\]!~]+/y;
const stepOver: InlineParser = {
  name: 'Ordinary',
  before: 'Escape',
  parse(context, _next, position) {
    ORDINARY.lastIndex = position - context.offset;
    return ORDINARY.test(context.text) ? context.offset + ORDINARY.lastIndex : -1;
  },
};

const BLOCKS: MarkdownParser = parser.configure([GFM, { remove: ['Autolink', 'HardBreak'], parseInline: [stepOver] }]);

/** `> [!NOTE]`, also Obsidian's `> [!note]- Title`: emphasis of the writer's own words, not a quotation. */
const CALLOUT = /^>[ \t]{0,3}\[![A-Za-z][\w-]{0,30}(?:\|[^\]\n]{0,20})?\][+-]?/;

const WORDS: Readonly<Record<string, BlockType>> = {
  Paragraph: 'paragraph',
  Task: 'paragraph',
  ATXHeading1: 'heading',
  ATXHeading2: 'heading',
  ATXHeading3: 'heading',
  ATXHeading4: 'heading',
  ATXHeading5: 'heading',
  ATXHeading6: 'heading',
  SetextHeading1: 'heading',
  SetextHeading2: 'heading',
};

const REGIONS: Readonly<Record<string, RegionType>> = {
  Blockquote: 'quoted',
  FencedCode: 'code',
  CodeBlock: 'code',
  HTMLBlock: 'html',
  CommentBlock: 'comment',
  ProcessingInstructionBlock: 'html',
  LinkReference: 'link',
};

const INLINE: Readonly<Record<string, Mask['kind']>> = {
  InlineCode: 'opaque',
  LinkMark: 'skip',
  LinkTitle: 'skip',
  LinkLabel: 'skip',
  Image: 'opaque',
  Autolink: 'opaque',
  Strikethrough: 'skip',
  EmphasisMark: 'skip',
  HeaderMark: 'skip',
  QuoteMark: 'skip',
  TaskMarker: 'skip',
  HTMLTag: 'skip',
  Comment: 'skip',
  ProcessingInstruction: 'skip',
};

function openBlock(source: string, name: string, from: number, to: number): OpenBlock | undefined {
  const text = source.slice(from, to);
  if (name === 'FencedCode') {
    const fence = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === undefined) return undefined;
    const closer = new RegExp(`^ {0,3}\\${fence[0]}{${fence.length},}[ \\t\\r]*$`);
    const lines = text.trimEnd().split('\n');
    return lines.length > 1 && closer.test(lines.at(-1) as string) ? undefined : { start: from, closer };
  }
  if (!text.startsWith('<')) return undefined;
  const closer = HTML_ENDS.find(([opening]) => opening.test(text))?.[1];
  if (closer === undefined) return name === 'HTMLBlock' ? { start: from } : undefined;
  return closer.test(text) ? undefined : { start: from, closer };
}

const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Z]/i, />/],
];

interface TreeNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
}

/** A table with sentences in its cells gives those cells; one of labels and figures is a region. */
function readTable(source: string, from: number, to: number, table: TreeNode, nodes: MarkdownNode[]): void {
  const prose: Span[] = [];
  let cells = 0;
  for (let row = table.firstChild; row !== null; row = row.nextSibling) {
    if (row.name !== 'TableRow' && row.name !== 'TableHeader') continue;
    for (let cell = row.firstChild; cell !== null; cell = cell.nextSibling) {
      if (cell.name !== 'TableCell') continue;
      cells++;
      if (isProseCell(source.slice(cell.from, cell.to))) prose.push({ start: cell.from, end: cell.to });
    }
  }
  if (prose.length === 0 || prose.length * 5 < cells) nodes.push({ region: 'table', start: from, end: to });
  else for (const cell of prose) nodes.push({ words: 'table-cell', nested: true, ...cell });
}

function isProseCell(text: string): boolean {
  const words = text.replace(/\]\([^)]*\)|`[^`]*`|https?:\S+/g, ' ').match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  return words.length >= 5 && words.filter((word) => /^\p{Ll}/u.test(word)).length >= 3;
}
