import { Tokenizer } from 'htmlparser2';

/**
 * The text of an HTML message: paragraphs and lines as they show, list items with a dash, quoted mail marked with `>`.
 * Linear in the length of `html`.
 */
export function htmlToText(html: string): string {
  const page = createPage();
  let hidden = 0;
  let preformatted = 0;
  let opening = '';
  let text: string[] = [];
  const flush = () => {
    const words = text.join('');
    text = [];
    if (hidden > 0 || words === '') return;
    if (preformatted === 0) return page.add(words.replace(/[^\S\u00a0]+/g, ' '));
    for (const [index, part] of words.split('\n').entries()) {
      if (index > 0) page.endLine(true);
      page.add(part);
    }
  };
  const open = (name: string) => {
    if (HIDDEN.has(name)) hidden++;
    else if (name === 'br') page.endLine(true);
    else if (name === 'hr') {
      page.endLine(false);
      page.add(RULE);
      page.endLine(false);
    } else if (name === 'blockquote') page.quote(1);
    else if (name === 'pre') {
      page.gap();
      preformatted++;
    } else if (name === 'li') {
      page.endLine(false);
      page.add('- ');
    } else if (PARAGRAPHS.has(name)) page.gap();
    else if (LINES.has(name)) page.endLine(false);
  };
  const close = (name: string) => {
    if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
    else if (name === 'blockquote') page.quote(-1);
    else if (name === 'pre') {
      page.gap();
      preformatted = Math.max(0, preformatted - 1);
    } else if (name === 'li') page.endLine(false);
    else if (name === 'td' || name === 'th') page.add('\t');
    else if (PARAGRAPHS.has(name)) page.gap();
    else if (LINES.has(name)) page.endLine(false);
  };
  // The tokenizer keeps no stack of open elements, which a hostile message could make long and slow.
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...ignored,
      ontext: (start, end) => text.push(html.slice(start, end)),
      ontextentity: (codepoint) => text.push(String.fromCodePoint(codepoint)),
      onopentagname(start, end) {
        flush();
        opening = html.slice(start, end).toLowerCase();
      },
      onopentagend: () => open(opening),
      onselfclosingtag: () => open(opening),
      onclosetag(start, end) {
        flush();
        close(html.slice(start, end).toLowerCase());
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  flush();
  return page.text();
}

const nothing = () => undefined;
const ignored = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onprocessinginstruction: nothing,
};

const RULE = '________________________________';
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table']);
const LINES: ReadonlySet<string> = new Set(
  'div tr section article header footer address dl dt dd center fieldset form main'.split(' '),
);
const DEEPEST = 20;

/** Lines with their quote marks; a line is built piece by piece. */
function createPage() {
  const lines: string[] = [];
  let pieces: string[] = [];
  let spaced = true;
  let depth = 0;
  const endLine = (evenIfEmpty: boolean) => {
    const line = pieces.join('').trim();
    pieces = [];
    spaced = true;
    if (line !== '' || evenIfEmpty) lines.push(`${'> '.repeat(Math.min(depth, DEEPEST))}${line}`.trimEnd());
  };
  const gap = () => {
    endLine(false);
    if (lines.length > 0 && !/^[> ]*$/.test(lines.at(-1) as string))
      lines.push('> '.repeat(Math.min(depth, DEEPEST)).trimEnd());
  };
  return {
    endLine,
    gap,
    add(text: string) {
      const piece = spaced && text.startsWith(' ') ? text.slice(1) : text;
      if (piece === '') return;
      pieces.push(piece);
      spaced = /\s$/.test(piece.slice(-1));
    },
    quote(by: 1 | -1) {
      gap();
      depth = Math.max(0, depth + by);
      // The empty line before and after a quotation is not part of it.
      if (lines.length > 0 && /^[> ]*$/.test(lines.at(-1) as string))
        lines[lines.length - 1] = '> '.repeat(Math.min(by < 0 ? depth : depth - 1, DEEPEST)).trimEnd();
    },
    text(): string {
      endLine(false);
      return lines
        .join('\n')
        .replace(/^\s+/, '')
        .replace(/\n{3,}/g, '\n\n');
    },
  };
}
