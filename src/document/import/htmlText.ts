/**
 * The text of an HTML message: paragraphs and lines as they show, list items with a dash, quoted mail marked with `>`.
 * Understands only what mail programs write; linear in the length of `html`.
 */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  let preformatted = 0;
  const end = () => {
    lines.push(`${'> '.repeat(depth)}${line.trim()}`.trimEnd());
    line = '';
  };
  const endLine = () => {
    if (line.trim() !== '') end();
  };
  const gap = () => {
    endLine();
    if (lines.length > 0 && !/^[> ]*$/.test(lines.at(-1) as string)) lines.push('> '.repeat(depth).trimEnd());
  };
  const add = (text: string) => {
    const words = entities(text);
    if (preformatted === 0)
      line += line === '' || /\s$/.test(line) ? words.replace(/\s+/g, ' ').trimStart() : words.replace(/\s+/g, ' ');
    else {
      for (const [index, part] of words.split('\n').entries()) {
        if (index > 0) end();
        line += part;
      }
    }
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      add(html.slice(at));
      break;
    }
    if (open > at) add(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) {
      add(html.slice(open));
      break;
    }
    at = close + 1;
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40));
    if (tag === null) {
      if (!/^<[!?]/.test(html.slice(open, open + 2))) add(html.slice(open, at));
      continue;
    }
    const closing = tag[1] === '/';
    const name = (tag[2] as string).toLowerCase();
    if (!closing && HIDDEN.has(name)) {
      const rest = html.slice(at).search(new RegExp(`</${name}\\b`, 'i'));
      at = rest < 0 ? html.length : at + rest;
    } else if (name === 'br') end();
    else if (name === 'hr') {
      endLine();
      line = '________________________________';
      end();
    } else if (name === 'blockquote') {
      gap();
      if (closing && /^>[> ]*$/.test(lines.at(-1) ?? ''))
        lines[lines.length - 1] = '> '.repeat(Math.max(0, depth - 1)).trimEnd();
      depth = Math.min(20, Math.max(0, depth + (closing ? -1 : 1)));
    } else if (name === 'pre') {
      gap();
      preformatted = Math.max(0, preformatted + (closing ? -1 : 1));
    } else if (name === 'li') {
      endLine();
      if (!closing) line = '- ';
    } else if ((name === 'td' || name === 'th') && closing) line += '\t';
    else if (PARAGRAPHS.has(name)) gap();
    else if (LINES.has(name)) endLine();
  }
  endLine();
  return lines
    .join('\n')
    .replace(/^\s+/, '')
    .replace(/\n{3,}/g, '\n\n');
}

const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table']);
const LINES: ReadonlySet<string> = new Set([
  'div',
  'tr',
  'section',
  'article',
  'header',
  'footer',
  'address',
  'dl',
  'dt',
  'dd',
  'center',
]);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  pound: '£',
  euro: '€',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  middot: '·',
  bull: '•',
  times: '×',
  frac12: '½',
  sect: '§',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  aring: 'å',
  oslash: 'ø',
  ntilde: 'ñ',
  shy: '',
  zwnj: '',
  zwsp: '',
};

function entities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
