import type { Span } from '../document/draft/draft';
import type { Example } from './rule';

/** An example without the square brackets around the words to be marked, and where these stand; offsets are UTF-16 code units, the end is exclusive. */
export function readExample(example: Example): { readonly text: string; readonly marked?: Span } {
  const written = typeof example === 'string' ? example : example.text;
  const start = written.indexOf('[');
  const end = written.indexOf(']', start);
  if (start < 0 || end < 0) return { text: written };
  const text = written.slice(0, start) + written.slice(start + 1, end) + written.slice(end + 1);
  return { text, marked: { start, end: end - 1 } };
}
