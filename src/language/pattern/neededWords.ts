import source from '../wordFrequency.yaml';
import type { Item } from './patternItems';

/** Words of which one must be there, and how far into the match it can stand. */
export interface Needed {
  readonly words: readonly string[];
  readonly min: number;
  readonly max: number;
}

export interface Candidate extends Needed {
  readonly cost: number;
}

/** Words that together stand as often as this in 100,000 rule hardly a sentence out. */
export const COMMON = 200;

/** The words that are looked for first: those that stand in fewest sentences. */
export function anchorOf(items: readonly Item[]): Candidate | undefined {
  const candidates = candidatesOf(items);
  return candidates.find(({ cost }) => candidates.every((other) => cost <= other.cost));
}

export function candidatesOf(items: readonly Item[]): Candidate[] {
  const found: Candidate[] = [];
  let min = 0;
  let max = 0;
  for (const item of items) {
    const inside = anchorIn(item);
    if (inside !== undefined) found.push({ ...inside, min: min + inside.min, max: max + inside.max });
    const width = widthOf(item);
    min += width.min;
    max += width.max;
  }
  return found;
}

function anchorIn(item: Item): Candidate | undefined {
  if (item.type === 'word') {
    const cost = item.words.reduce((sum, word) => sum + frequencyOf(word), 0);
    return { words: item.words, min: 0, max: 0, cost };
  }
  if (item.type === 'written')
    return anchorOf(item.written.words.map((word): Item => ({ type: 'word', words: [word] })));
  if (item.type === 'repeat') return item.min > 0 ? anchorIn(item.item) : undefined;
  if (item.type !== 'choice') return undefined;
  const inside = item.ways.map(anchorOf);
  if (!inside.every((candidate) => candidate !== undefined)) return undefined;
  return {
    words: [...new Set(inside.flatMap((candidate) => candidate.words))],
    min: Math.min(...inside.map((candidate) => candidate.min)),
    max: Math.max(...inside.map((candidate) => candidate.max)),
    cost: inside.reduce((sum, candidate) => sum + candidate.cost, 0),
  };
}

function widthOf(item: Item): { min: number; max: number } {
  switch (item.type) {
    case 'word':
    case 'not':
    case 'any':
    case 'kind':
    case 'tag':
      return { min: 1, max: 1 };
    case 'written':
      return { min: item.written.words.length, max: item.written.words.length };
    case 'gap':
      return { min: item.min, max: item.max };
    case 'choice': {
      const widths = item.ways.map(widthOfAll);
      return { min: Math.min(...widths.map((w) => w.min)), max: Math.max(...widths.map((w) => w.max)) };
    }
    case 'repeat': {
      const width = widthOf(item.item);
      return { min: width.min * item.min, max: width.max * item.max };
    }
    default:
      return { min: 0, max: 0 };
  }
}

function widthOfAll(items: readonly Item[]): { min: number; max: number } {
  return items.reduce(
    (sum, item) => {
      const width = widthOf(item);
      return { min: sum.min + width.min, max: sum.max + width.max };
    },
    { min: 0, max: 0 },
  );
}

let frequencies: Map<string, number> | undefined;

/** How often a word stands in 100,000 words of mail, at least. */
function frequencyOf(word: string): number {
  frequencies ??= new Map(
    Object.entries(source as Record<string, string>).flatMap(([times, words]) =>
      words.split(/\s+/).map((one) => [one, Number(times)] as const),
    ),
  );
  return frequencies.get(word) ?? RARE;
}

const RARE = 3;
