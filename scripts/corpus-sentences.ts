import { readFileSync } from 'node:fs';

/** A mark on a sentence. Offsets are UTF-16 code units in its text, ends exclusive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly families: readonly string[];
  /** False where careful readers may differ. */
  readonly sure: boolean;
}

export interface MarkedSentence {
  readonly kind: 'email' | 'proposal';
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * The sentences of a file of the corpus, one a line: `kind | text with ⟦marks⟧{family,family}`, with “?” before a family that is unsure.
 *
 * @throws Error when a line has another form
 */
export function readSentences(file: string): MarkedSentence[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => readSentence(line, `${file}:${index + 1}`));
}

function readSentence(line: string, place: string): MarkedSentence {
  const bar = line.indexOf(' | ');
  const kind = line.slice(0, bar);
  if (kind !== 'email' && kind !== 'proposal') throw new Error(`${place}: not “kind | text”`);
  let text = '';
  const marks: Mark[] = [];
  for (const part of line.slice(bar + 3).split(/(⟦[^⟧]*⟧\{[^}]*\})/)) {
    const mark = /^⟦([^⟧]*)⟧\{([^}]*)\}$/.exec(part);
    const words = mark?.[1] ?? part;
    if (mark !== null) {
      const families = mark[2]!.split(',').map((family) => family.trim());
      marks.push({
        start: text.length,
        end: text.length + words.length,
        families: families.map((family) => family.replace('?', '')),
        sure: !families.some((family) => family.startsWith('?')),
      });
    }
    text += words;
  }
  return { kind, text, marks };
}
