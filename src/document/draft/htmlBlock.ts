import { trimEnd, trimStart } from '../lines/lines';
import { commentsIn } from './comments';
import type { Mask } from './draft';
import type { MarkdownNode } from './markdownNode';

/**
 * Reads a block of HTML or JSX in Markdown: the words between its tags are the writer's. Ranges are relative to `source`. Linear in the
 * length of the block.
 */
export function readHtmlBlock(source: string, from: number, to: number): { nodes: MarkdownNode[]; masks: Mask[] } {
  const nodes: MarkdownNode[] = [];
  const masks: Mask[] = [];
  let words = from;
  let inlines: Mask[] = [];
  const flush = (end: number) => {
    const start = trimStart(source, words, end);
    const stop = trimEnd(source, start, end);
    if (stop > start && inlines.reduce((rest, mask) => rest - (mask.end - mask.start), stop - start) > 0) {
      nodes.push({ words: 'paragraph', nested: true, start, end: stop });
      masks.push(...inlines);
    }
    inlines = [];
  };
  const region = (type: 'html' | 'comment', start: number, end: number) => {
    flush(start);
    nodes.push({ region: type, start, end });
    words = end;
  };
  let lower: string | undefined;
  const comments = commentsIn(source, from, to);
  let comment = comments.next().value;
  for (let at = source.indexOf('<', from); at >= 0 && at < to; at = source.indexOf('<', at)) {
    if (comment !== undefined && comment.start === at) {
      region('comment', at, comment.end);
      at = comment.end;
      comment = comments.next().value;
      continue;
    }
    const tag = TAG.exec(source.slice(at, at + 60));
    if (tag === null) {
      at++;
      continue;
    }
    const end = Math.min(to, tagEnd(source, at + tag[0].length, to));
    const name = (tag[2] as string).toLowerCase();
    if (tag[1] === '' && HIDDEN.has(name)) {
      lower ??= source.toLowerCase();
      const close = lower.indexOf(`</${name}`, end);
      const stop = close < 0 || close > to ? to : close;
      region('html', at, stop);
      at = stop;
    } else if (INLINE.has(name)) {
      inlines.push({ start: at, end, kind: 'skip' });
      at = end;
    } else {
      region('html', at, end);
      at = end;
    }
  }
  flush(to);
  return { nodes: nodes.filter((node) => node.end > node.start), masks };
}

const TAG = /^<(\/?)([A-Za-z][\w.:-]{0,50})/;
const HIDDEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'pre',
  'code',
  'svg',
  'textarea',
  'template',
  'math',
  'head',
  'blockquote',
]);
const INLINE: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'big',
  'br',
  'cite',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
] as const);

/** Behind the `>` that ends the tag; one in quotes or braces does not. */
function tagEnd(source: string, from: number, to: number): number {
  let quote = '';
  let braces = 0;
  for (let at = from; at < to; at++) {
    const character = source[at] as string;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') braces++;
    else if (character === '}') braces--;
    else if (character === '>' && braces <= 0) return at + 1;
  }
  return to;
}
