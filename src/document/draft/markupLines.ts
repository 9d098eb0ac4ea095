import type { BlockType, Format, RegionType } from './draft';

/** What begins at a line of AsciiDoc, reStructuredText or Org. */
export type MarkupLine =
  /** Goes on to the line that `closer` matches, or to the end of the text. */
  | { readonly region: RegionType; readonly closer: RegExp }
  /** Goes on while lines are blank or indented. */
  | { readonly region: RegionType; readonly indented: true }
  /** Goes on to the next blank line. */
  | { readonly region: RegionType; readonly paragraph: true }
  | { readonly region: RegionType }
  /** `from` is where the words begin in the line; `rows` more lines of marks belong to it, or all that is indented below. */
  | { readonly words: BlockType; readonly from: number; readonly rows: number; readonly indented?: true };

/** Reads a line by itself, with the one below it; nothing where it is one of a paragraph. */
export function markupLine(format: Format, line: string, below: string): MarkupLine | undefined {
  if (format === 'asciidoc') return asciidocLine(line, below);
  if (format === 'org') return orgLine(line);
  return format === 'restructuredtext' ? restructuredLine(line, below) : undefined;
}

function asciidocLine(line: string, below: string): MarkupLine | undefined {
  const fence = /^(-{4,}|\.{4,}|_{4,}|\+{4,}|\/{4,}|`{3,}|={4,}|\*{4,}|--|""|\|={3,})[ \t]*$/.exec(line)?.[1];
  if (fence !== undefined) {
    const region = ADOC_FENCES[fence[0] as string];
    // The writer's words stand in examples, sidebars and open blocks; only the marks around them are none.
    if (region === undefined || fence === '--') return { region: 'html' };
    return { region, closer: new RegExp(`^${fence.replace(/[.+*|/]/g, '\\$&')}[ \\t]*$`) };
  }
  const style =
    /^\[(quote|verse|source|listing|literal|stem|latexmath|asciimath|comment|pass)\b[^\]\n]*\][ \t]*$/i.exec(line)?.[1];
  if (style !== undefined) {
    const region: RegionType = /^(?:quote|verse)$/i.test(style)
      ? 'quoted'
      : /^comment$/i.test(style)
        ? 'comment'
        : 'code';
    const opened = /^(?:-{4,}|\.{4,}|_{4,}|\+{4,}|={4,}|--)[ \t]*$/.test(below) ? below.trim() : undefined;
    if (opened === undefined) return { region, paragraph: true };
    return { region, closer: new RegExp(`^(?:${opened.replace(/[.+]/g, '\\$&')})[ \\t]*$`) };
  }
  if (/^\/\/(?!\/)/.test(line)) return { region: 'comment' };
  if (/^:!?[\w-]+!?:(?:[ \t]|$)/.test(line)) return { region: 'front-matter' };
  if (/^\[[^\]\n]*\][ \t]*$/.test(line) || /^(?:image|include|video|audio|toc)::/.test(line)) return { region: 'html' };
  const heading = /^(?:={1,6}|#{1,6})[ \t]+(?=\S)/.exec(line);
  return heading === null ? undefined : { words: 'heading', from: heading[0].length, rows: 0 };
}

const ADOC_FENCES: Readonly<Record<string, RegionType>> = {
  '-': 'code',
  '.': 'code',
  '+': 'code',
  '`': 'code',
  _: 'quoted',
  '"': 'quoted',
  '/': 'comment',
  '|': 'table',
};

function orgLine(line: string): MarkupLine | undefined {
  const block = /^[ \t]*#\+begin_(\w+)/i.exec(line)?.[1]?.toLowerCase();
  if (block !== undefined) {
    const region = ORG_BLOCKS[block];
    if (region === undefined) return { region: 'html' };
    return { region, closer: new RegExp(`^[ \\t]*#\\+end_${block}\\b`, 'i') };
  }
  const title = /^#\+(?:title|subtitle):[ \t]*(?=\S)/i.exec(line);
  if (title !== null) return { words: 'heading', from: title[0].length, rows: 0 };
  if (/^[ \t]*#\+end_/i.test(line)) return { region: 'html' };
  if (/^[ \t]*#\+\w+/.test(line)) return { region: 'front-matter' };
  if (/^[ \t]*#(?:[ \t]|$)/.test(line)) return { region: 'comment' };
  if (/^[ \t]*:[A-Za-z_-]+:[ \t]*$/.test(line)) return { region: 'front-matter', closer: /^[ \t]*:end:[ \t]*$/i };
  if (/^[ \t]*:(?:[ \t]|$)/.test(line)) return { region: 'code' };
  if (/^[ \t]*\|/.test(line)) return { region: 'table' };
  const heading = /^\*+[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?=\S)/.exec(line);
  return heading === null ? undefined : { words: 'heading', from: heading[0].length, rows: 0 };
}

const ORG_BLOCKS: Readonly<Record<string, RegionType>> = {
  quote: 'quoted',
  src: 'code',
  example: 'code',
  export: 'code',
  comment: 'comment',
};

function restructuredLine(line: string, below: string): MarkupLine | undefined {
  const directive = /^\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([\w:-]+)::/.exec(line)?.[1];
  if (directive !== undefined) {
    if (RST_WORDS.has(directive)) return { words: 'paragraph', from: line.indexOf('::') + 2, rows: 0, indented: true };
    return {
      region: /^(?:epigraph|pull-quote|highlights|parsed-quote)$/.test(directive) ? 'quoted' : 'code',
      indented: true,
    };
  }
  if (/^\.\.(?:[ \t]+(?:_|\[))/.test(line)) return { region: 'link', indented: true };
  if (/^\.\.(?:[ \t]|$)/.test(line)) return { region: 'comment', indented: true };
  if (/^:[A-Za-z][^:\n]{0,40}:(?:[ \t]|$)/.test(line)) return { region: 'front-matter' };
  if (/^(?:={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\+{3,}|\*{3,}|#{3,}|`{3,})[ \t]*$/.test(line)) return { region: 'html' };
  if (
    /^[^\s].*/.test(line) &&
    /^(?:={2,}|-{2,}|~{2,}|\^{2,}|"{2,}|\+{2,}|\*{2,}|#{2,}|`{2,})[ \t]*$/.test(below) &&
    below.trim().length + 2 >= line.trim().length
  )
    return { words: 'heading', from: 0, rows: 1 };
  // What is indented without a reason is quoted.
  return /^(?: {2,}|\t)(?![-*+•] |\d+[.)] )\S/.test(line) ? { region: 'quoted', indented: true } : undefined;
}

/** Directives whose body is the writer's own words. */
const RST_WORDS: ReadonlySet<string> = new Set(
  'note warning tip hint important attention caution danger error admonition topic sidebar container seealso versionadded'.split(
    ' ',
  ),
);
