import { headerLine, isWeakHeader, MBOX } from '../lines/mailLines';
import type { DocumentIdentity, Format } from './draft';

/** How the text is to be read: from the language, the file's ending, or else how it begins. */
export function formatOf(text: string, { languageId, path }: DocumentIdentity): Format {
  if (languageId === 'email') return 'email';
  if (languageId === 'markdown' || languageId === 'mdx') return 'markdown';
  const light = LIGHT_LANGUAGES.get(languageId ?? '');
  if (light !== undefined) return light;
  const ending =
    languageId === undefined && path !== undefined ? /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() : undefined;
  if (ending === 'eml' || ending === 'email') return 'email';
  if (ending !== undefined && MARKDOWN.has(ending)) return 'markdown';
  const named = LIGHT_ENDINGS.get(ending ?? '');
  if (named !== undefined) return named;
  const head = text.slice(0, HEAD);
  if (beginsWithHeaders(head)) return 'email';
  return languageId === undefined && ending === undefined && LOOKS_MARKDOWN.test(head) ? 'markdown' : 'plaintext';
}

/** Only so much of the text is looked at. */
const HEAD = 4000;
const MARKDOWN = new Set(['md', 'markdown', 'mdx', 'mkd', 'mdown', 'mdtext', 'rmd', 'qmd']);
const LIGHT_LANGUAGES: ReadonlyMap<string, Format> = new Map([
  ['asciidoc', 'asciidoc'],
  ['restructuredtext', 'restructuredtext'],
  ['org', 'org'],
]);
const LIGHT_ENDINGS: ReadonlyMap<string, Format> = new Map([
  ['adoc', 'asciidoc'],
  ['asciidoc', 'asciidoc'],
  ['asc', 'asciidoc'],
  ['rst', 'restructuredtext'],
  ['rest', 'restructuredtext'],
  ['org', 'org'],
]);
const LOOKS_MARKDOWN =
  /^#{1,6} \S|^(?:```|~~~)|^<!--|\[[^\]\n]{1,200}\]\([^)\s]+\)|^(?:\|[^\n]*\|[ \t]*\n\|[ :|-]+\|)|^---[ \t]*\r?\n[\w-]+:/m;
const SKIPPED = new RegExp(`^\\s*(?:Me:[ \\t].*|${MBOX.source.slice(1)}.*|[-_=*~#]{3,}[ \\t]*|)$`);

function beginsWithHeaders(head: string): boolean {
  let names = 0;
  let strong = false;
  for (const line of head.split(/\r\n?|\n/, 40)) {
    if (names === 0 && SKIPPED.test(line)) continue;
    const header = headerLine(line);
    if (header === undefined) {
      if (names > 0 && /^[ \t]+\S/.test(line)) continue;
      break;
    }
    if (names === 0 && isWeakHeader(line) && !/^[ \t]*to:/i.test(line)) break;
    names++;
    strong ||= header.name === 'from' || header.name === 'to';
    if (names === 1 && /^subject:/i.test(line)) return true;
    if (names >= 2 && (strong || header.name === 'subject')) return true;
  }
  return false;
}
