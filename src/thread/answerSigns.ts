import { createMatcher, type Matcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import { tokenise } from '../language/tokens';
import words from './answerWords.yaml';
import { stem } from './contentWords';

/** What a sentence of a reply or a question does, as named in `answerWords.yaml`. */
export type Sign =
  | 'puts-off'
  | 'yes-or-no'
  | 'gives'
  | 'grants'
  | 'greets'
  | `asks-${'room' | 'when' | 'how-much' | 'who' | 'where' | 'why' | 'check' | 'request' | 'told'}`
  | `names-${'time' | 'number' | 'person' | 'place' | 'town'}`
  | 'gives-reason'
  | 'says-so'
  | 'wants-deed'
  | 'wants-news'
  | 'agrees'
  | 'undertakes'
  | 'undertakes-not'
  | 'threatens'
  | 'comes-soon'
  | 'sets-step'
  | 'sets-day'
  | 'names-it'
  | 'vague-time';

/** Does a sentence match one of the patterns of a sign? */
export function matches(name: Sign, text: string): boolean {
  let found = false;
  ready().signs[name].find(
    tokenise(text, 0, text.length),
    () => [],
    () => {
      found = true;
    },
  );
  return found;
}

/** The groups of words of one matter that a stem belongs to. */
export function groupsOf(word: string): readonly number[] {
  return ready().groupOf.get(word) ?? [];
}

interface AnswerWords {
  readonly groups: readonly (readonly string[])[];
  /** Patterns by what a sentence does. */
  readonly signs: Readonly<Record<Sign, readonly string[]>>;
}

interface Compiled {
  readonly signs: Readonly<Record<Sign, Matcher>>;
  readonly groupOf: ReadonlyMap<string, readonly number[]>;
}

let compiled: Compiled | undefined;

function ready(): Compiled {
  if (compiled === undefined) {
    const { groups, signs } = words as AnswerWords;
    const groupOf = new Map<string, number[]>();
    groups.forEach((group, index) => {
      for (const word of group) groupOf.set(stem(word), [...(groupOf.get(stem(word)) ?? []), index]);
    });
    const matchers = Object.entries(signs).map(([name, list]) => [
      name,
      createMatcher(list.map((source) => compilePattern(source))),
    ]);
    compiled = { signs: Object.fromEntries(matchers) as Readonly<Record<Sign, Matcher>>, groupOf };
  }
  return compiled;
}
