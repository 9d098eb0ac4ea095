/** Counts words and phrases by family. */
export interface PhraseCounter {
  /**
   * Adds to `counts` (one place a family). `length`: how many words `text` has; `first`: whether a phrase stands at its
   * beginning. Linear in the length of `text`.
   */
  count(text: string, counts: Uint16Array): PhraseCount;
}

export interface PhraseCount {
  readonly counts: Uint16Array;
  readonly length: number;
  readonly first: boolean;
}

/** @param families words and phrases of up to three words, in lower case; a plural in -s is found with its singular */
export function createPhraseCounter(families: readonly (readonly string[])[]): PhraseCounter {
  const singles = new Map<string, number[]>();
  const phrases = new Map<string, number[]>();
  const openers = new Set<string>();
  for (const [family, list] of families.entries()) {
    for (const phrase of list) {
      const words = wordsOf(phrase);
      const place = words.length === 1 ? singles : phrases;
      const key = words.join(' ');
      place.set(key, [...(place.get(key) ?? []), family]);
      if (words.length > 1) openers.add(words[0] as string);
    }
  }
  return {
    count(text, counts) {
      const words = wordsOf(text.toLowerCase());
      let first = false;
      for (let at = 0; at < words.length; at++) {
        const word = words[at] as string;
        const found = singles.get(word) ?? (word.endsWith('s') ? singles.get(word.slice(0, -1)) : undefined);
        if (found !== undefined) {
          for (const family of found) counts[family]!++;
          first ||= at === 0;
        }
        if (!openers.has(word)) continue;
        for (let size = 2; size <= 3 && at + size <= words.length; size++) {
          const phrase = words.slice(at, at + size).join(' ');
          const together = phrases.get(phrase) ?? (phrase.endsWith('s') ? phrases.get(phrase.slice(0, -1)) : undefined);
          if (together === undefined) continue;
          for (const family of together) counts[family]!++;
          first ||= at === 0;
        }
      }
      return { counts, length: words.length, first };
    },
  };
}

const NONE: readonly string[] = [];

function wordsOf(text: string): readonly string[] {
  return text.replace(/’/g, "'").match(/[\p{L}\p{N}]+(?:['&/.-][\p{L}\p{N}]+)*/gu) ?? NONE;
}
