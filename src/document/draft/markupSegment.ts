import { afterLineBreak, lineEnd, linesOf, nextTextLine, trimEnd, trimStart } from '../lines/lines';
import { openingOf, reachOf, segmentEnd, tailOf } from '../lines/segmentEnd';
import { collect } from './collector';
import { readDirective } from './directives';
import type { Format, Mask } from './draft';
import { entityMasks } from './entities';
import type { LetterState } from './letterState';
import { readMailLines } from './mailSegment';
import { cut } from './markdownSegment';
import { type MarkupLine, markupLine } from './markupLines';
import { emphasisMarks, mergeMasks } from './masks';
import type { Segment } from './segment';

/**
 * Reads the segment of AsciiDoc, reStructuredText or Org that begins at the line start `start`: one block with its marks,
 * one line of markup, or the lines of a paragraph.
 */
export function readMarkupSegment(
  text: string,
  start: number,
  state: LetterState,
  format: Format,
  detach: boolean,
): Segment {
  const first = markupAt(text, start, format);
  const end = first === undefined ? paragraphEnd(text, start, format) : markupEnd(text, start, first);
  const source = cut(text, start, end, detach);
  const next = nextTextLine(text, afterLineBreak(text, end));
  const collector = collect(source, start, inlineMasks(source, format));
  let after: LetterState = state === 'start' ? 'top' : state;
  if (first === undefined) {
    const tail = tailOf(text, next);
    const options = { lists: true, mail: false, next: openingOf(tail), tail };
    after = readMailLines(source, linesOf(source, 0, source.length), state, options, collector);
  } else if ('words' in first) {
    const stop = first.indented === true ? source.length : lineEnd(source, first.from);
    const from = trimStart(source, first.from, stop);
    if (stop > from) collector.own(first.words, from, trimEnd(source, from, stop));
    after = 'body';
  } else {
    collector.region(first.region, 0, source.length);
    if (first.region === 'comment') collector.directive(readDirective(source, { start: 0, end: source.length }));
  }
  const reach = Math.max(reachOf(text, next), Math.min(text.length, end + 1));
  return { start, end, reach, before: state, after, kindEvidence: {}, ...collector.content() };
}

function markupAt(text: string, start: number, format: Format): MarkupLine | undefined {
  const end = lineEnd(text, start);
  const below = afterLineBreak(text, end);
  return markupLine(format, text.slice(start, end), text.slice(below, lineEnd(text, below)));
}

/** Before a blank line, or before a line that is markup of its own. */
function paragraphEnd(text: string, start: number, format: Format): number {
  const limit = segmentEnd(text, start);
  let end = lineEnd(text, start);
  while (end < limit) {
    const next = afterLineBreak(text, end);
    const markup = markupAt(text, next, format);
    // In a paragraph an indented line only goes on.
    if (markup !== undefined && !('region' in markup && markup.region === 'quoted' && format === 'restructuredtext'))
      break;
    end = lineEnd(text, next);
  }
  return end;
}

function markupEnd(text: string, start: number, markup: MarkupLine): number {
  let end = lineEnd(text, start);
  if ('words' in markup && markup.indented !== true) {
    for (let row = 0; row < markup.rows; row++) end = lineEnd(text, afterLineBreak(text, end));
    return end;
  }
  if ('closer' in markup) {
    // The mark that a style line stands above opens what the same mark closes.
    if (text[start] === '[') end = lineEnd(text, afterLineBreak(text, end));
    while (end < text.length) {
      const next = afterLineBreak(text, end);
      end = lineEnd(text, next);
      if (markup.closer.test(text.slice(next, end))) return end;
    }
    return text.length;
  }
  if ('paragraph' in markup) return segmentEnd(text, start);
  if (!('indented' in markup)) return end;
  for (let stop = end; stop < text.length; ) {
    const next = afterLineBreak(text, stop);
    stop = lineEnd(text, next);
    const line = text.slice(next, Math.min(stop, next + 40));
    if (line.trim() === '' && stop - next < 40) continue;
    if (!/^[ \t]/.test(line)) break;
    end = stop;
  }
  return end;
}

/** Code, addresses and the marks around the words of a link. */
function inlineMasks(source: string, format: Format): readonly Mask[] {
  const masks: Mask[] = [...emphasisMarks(source), ...(format === 'asciidoc' ? entityMasks(source) : [])];
  for (const match of source.matchAll(INLINE[format] ?? /$^/g)) {
    const { code, before, words, behind } = match.groups ?? {};
    const end = match.index + match[0].length;
    if (code !== undefined || words === undefined) masks.push({ start: match.index, end, kind: 'opaque' });
    else {
      const from = match.index + (before?.length ?? 0);
      masks.push({ start: match.index, end: from, kind: 'skip' });
      masks.push({ start: end - (behind?.length ?? 0), end, kind: 'skip' });
    }
  }
  return mergeMasks(masks);
}

const INLINE: Readonly<Partial<Record<Format, RegExp>>> = {
  asciidoc:
    /(?<code>`[^`\n]{1,200}`|\+[^+\s][^+\n]{0,200}\+(?!\w))|(?<before>(?:link:|xref:|mailto:|https?:\/\/)[^\s[\]]{1,300}\[|<<[^,>\n]{1,100},)(?<words>[^\]>\n]{1,300})(?<behind>\]|>>)/g,
  org: /(?<code>(?<![\w=~])[=~][^\s=~][^=~\n]{0,200}[=~](?!\w))|(?<before>\[\[[^\]\n]{1,300}\]\[)(?<words>[^\]\n]{1,300})(?<behind>\]\])|\[\[[^\]\n]{1,300}\]\]/g,
  restructuredtext:
    /(?<code>``[^`\n]{1,200}``|:\w+:`[^`\n]{1,200}`)|(?<before>`)(?<words>[^`<\n]{1,200})(?<behind> <[^>\n]{1,300}>`__?)|`[^`\n]{1,200}`_?/g,
};
