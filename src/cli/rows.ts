import type { Kind } from '../document/draft/draft';
import { MAX_LENGTH } from '../engine/index';

/** One line of a stream of texts. `id` is the JSON text of the row's id as it was written, so that no digit of it is lost. */
export type Row =
  | { readonly id: string | undefined; readonly text: string; readonly kind?: Kind }
  | { readonly id: string | undefined; readonly error: string };

/** A line of JSON is at most six times as long as the text in it. */
const MAX_LINE = 6 * MAX_LENGTH + 10_000;

/** The lines of a stream, without their ends; of a line that is longer than any row can be only that it is. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder('utf-8');
  let rest: string[] = [];
  let length = 0;
  let first = true;
  const take = (line: string): string | undefined => {
    const whole = rest.join('') + line;
    rest = [];
    const tooLong = length + line.length > MAX_LINE;
    length = 0;
    const bare = first ? whole.replace(/^\ufeff/, '') : whole;
    first = false;
    return tooLong ? undefined : bare.endsWith('\r') ? bare.slice(0, -1) : bare;
  };
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      yield take(text.slice(from, at));
      from = at + 1;
    }
    const tail = text.slice(from);
    length += tail.length;
    // What is beyond the limit is counted and not kept.
    if (length <= MAX_LINE) rest.push(tail);
    else rest = [];
  }
  rest.push(decoder.decode());
  if (length > 0) yield take('');
}

/** Reads one line; never throws. */
export function readRow(line: string | undefined): Row {
  if (line === undefined) return { id: undefined, error: 'is longer than a row can be' };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: undefined, error: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: undefined, error: 'is not an object' };
  const { id: read, text, kind } = value as { id?: unknown; text?: unknown; kind?: unknown };
  // Only numbers lose something in reading, those in a list or an object too.
  const isSafe = typeof read === 'string' || read === null || typeof read === 'boolean' || read === undefined;
  const id = isSafe ? JSON.stringify(read) : (writtenId(line) ?? JSON.stringify(read));
  if (typeof text !== 'string') return { id, error: 'has no “text”' };
  if (text.length > MAX_LENGTH) return { id, error: 'has a text that is too long' };
  if (text.includes('\0')) return { id, error: 'has a text that is binary' };
  if (kind === undefined || kind === null) return { id, text };
  if (kind === 'email' || kind === 'proposal' || kind === 'other') return { id, text, kind };
  return { id, error: 'has a “kind” that is none of email, proposal and other' };
}

/** The value after the last `"id":` of the object itself, as written. */
function writtenId(line: string): string | undefined {
  let depth = 0;
  let start = -1;
  let found: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (depth === 1 && start >= 0 && (sign === ',' || sign === '}')) {
      found = line.slice(start, at).trim();
      start = -1;
    }
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    else if (sign === '"') {
      const end = stringEnd(line, at);
      const colon = depth === 1 && line.slice(at, end) === '"id"' ? colonAfter(line, end) : -1;
      if (colon >= 0) start = colon + 1;
      at = end - 1;
    }
  }
  return found;
}

/** Where the colon stands after a name; -1 after a text that is none. */
function colonAfter(line: string, end: number): number {
  let at = end;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return line[at] === ':' ? at : -1;
}

function stringEnd(line: string, start: number): number {
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '"') return at + 1;
  }
  return line.length;
}
