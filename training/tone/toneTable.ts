import type { ToneCounts } from '../../src/tone/tone';

/** A rated text without its words. */
export interface ToneRow {
  /** The set of texts that it comes from. */
  readonly set: string;
  /** How warm (1 or 0), receptive or polite people found it. */
  readonly score: number;
  /** Words between blanks in the whole text. */
  readonly length: number;
  /** Words that the reading counts. */
  readonly words: number;
  /** How often each feature was found. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The names of the features in the first line; then a row a line: set, score, length, words, `feature number=count` for what was found. */
export function writeTable(rows: readonly ToneRow[]): string {
  const names = [...new Set(rows.flatMap(({ counts }) => Object.keys(counts)))].sort();
  const numbers = new Map(names.map((name, at) => [name, at]));
  const lines = rows.map(({ set, score, length, words, counts }) => {
    const found = Object.entries(counts).map(([name, count]) => [numbers.get(name)!, count] as const);
    const cells = found.sort(([a], [b]) => a - b).map(([at, count]) => `${at}=${count}`);
    return [set, score, length, words, ...cells].join('\t');
  });
  return [names.join('\t'), ...lines, ''].join('\n');
}

export function readTable(text: string): ToneRow[] {
  const [first, ...lines] = text.trimEnd().split('\n');
  const names = first!.split('\t');
  return lines.map((line) => {
    const [set, score, length, words, ...found] = line.split('\t') as [string, string, string, string, ...string[]];
    const counts = Object.fromEntries(
      found.map((cell) => {
        const [at, count] = cell.split('=').map(Number) as [number, number];
        return [names[at]!, count];
      }),
    );
    return { set, score: Number(score), length: Number(length), words: Number(words), counts };
  });
}

/** The counts of a row, as the reading of a text gives them. */
export function countsOf({ words, counts }: ToneRow): ToneCounts {
  return { features: { ...counts }, words, sentences: 0, questions: 0, openQuestions: 0 };
}
