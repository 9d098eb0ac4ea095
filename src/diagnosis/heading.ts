import type { LabelledSentence } from '../thread/dialogueActs';

/** A title, a subject line, a number of an issue: it names a matter, and nobody says anything by it. */
export function isHeading(line: LabelledSentence, sentences: readonly LabelledSentence[]): boolean {
  const { text } = line;
  if (MARKED.test(text)) return true;
  if (/[.!?…:;,)"”\p{Extended_Pictographic}]$/u.test(text)) return false;
  // The opening line of a thread, alone in its paragraph and with words below it.
  const [first, next] = sentences;
  return line === first && next?.message === line.message && next.paragraph !== line.paragraph;
}

const MARKED = /^(?:re|fwd?|aw|sv|wg|tr|rv|subject|betreff|title|topic)\s*:|^#+\s|^\*\*[^*]+\*\*$|#\d+\)?$/i;
