import defaults from './placeholders.yaml';

/** What the writer, or the thread, has to put in the place of a placeholder. */
export type Values = Readonly<Record<string, string>>;

const placeholder = /\{([a-z][a-z-]*)\}/g;
const standIns = defaults as Values;

/**
 * Turns a text with placeholders into VS Code snippet syntax. Each placeholder becomes a tab stop that holds its value,
 * or its stand-in when `values` has none; one that comes again follows the first. Words in braces that are no
 * placeholder stay as they are.
 */
export function toSnippet(text: string, values: Values = {}): string {
  const stops = new Map<string, number>();
  let out = '';
  let from = 0;
  for (const match of text.matchAll(placeholder)) {
    const id = match[1]!;
    const content = contentOf(id, values);
    if (content === undefined) continue;
    out += escapeSnippet(text.slice(from, match.index));
    const seen = stops.get(id);
    const stop = seen ?? stops.size + 1;
    out += seen === undefined ? `\${${stop}:${escapeSnippet(content)}}` : `\${${stop}}`;
    stops.set(id, stop);
    from = match.index + match[0].length;
  }
  return `${out}${escapeSnippet(text.slice(from))}$0`;
}

/** Replaces each placeholder by its value, or by its stand-in when `values` has none. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(placeholder, (whole, id: string) => contentOf(id, values) ?? whole);
}

/** Replaces the placeholders that `values` has a value for; the others stay. */
export function putKnown(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(
    placeholder,
    (whole, id: string) => (Object.hasOwn(values, id) ? values[id] : undefined) ?? whole,
  );
}

/** The placeholders of a text in order of first appearance, known or not. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map((match) => match[1]!))];
}

function contentOf(id: string, values: Values): string | undefined {
  if (Object.hasOwn(values, id)) return values[id];
  return Object.hasOwn(standIns, id) ? standIns[id] : undefined;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
