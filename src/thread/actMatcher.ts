import { holdsOfClause } from '../language/clause/clauseConditions';
import { clauseAt, readClauses } from '../language/clause/readClauses';
import { createMatcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import type { WordLists } from '../language/pattern/patternItems';
import type { PreparedIndex } from '../language/patternIndex';
import { createPreparedMatcher, indexSources } from '../language/preparedPatterns';
import { type Tokens, tokenise } from '../language/tokens';
import shared from './actLists.yaml';

/** An act as a YAML file describes it. */
export interface ActSource<Id extends string> {
  readonly id: Id;
  /** Patterns of which one must match; `@` at the end asks about the clause. */
  readonly says: readonly string[];
  /** Where one of these stands in the sentence, the act is another one. */
  readonly unless?: readonly string[];
}

export interface ActFile<Id extends string> {
  readonly lists?: WordLists;
  readonly acts: readonly ActSource<Id>[];
  /** The build adds it to files that hold nothing but acts. */
  readonly index?: PreparedIndex;
}

export interface ActMatcher<Id extends string> {
  /** The acts of one sentence, or of a text of several. */
  actsIn(tokens: Tokens): Set<Id>;
  actsOf(text: string): Set<Id>;
  /** How often a text performs an act. */
  count(text: string, act: Id): number;
}

/**
 * Compiles the acts of a file; its patterns may name the lists of `actLists.yaml`, too.
 *
 * @throws PatternError where a pattern cannot be read
 */
export function compileActs<Id extends string>({ lists = {}, acts, index }: ActFile<Id>): ActMatcher<Id> {
  const all = { ...(shared as { readonly lists: WordLists }).lists, ...lists };
  const owners = patternsIn(acts);
  const sources = owners.map(({ pattern }) => pattern);
  const matcher =
    index === undefined
      ? createMatcher(sources.map((source) => compilePattern(source, all)))
      : createPreparedMatcher(index, sources, all);
  const actsIn = (tokens: Tokens): Set<Id> => {
    const found = new Set<Id>();
    const denied = new Set<Id>();
    let reading: ReturnType<typeof readClauses> | undefined;
    matcher.find(tokens, noTags, (number, { start, end }, { clause }) => {
      const { id, denies } = owners[number]!;
      const into = denies ? denied : found;
      if (into.has(id)) return;
      if (clause !== undefined) {
        reading ??= readClauses(tokens, tokens.text.slice(tokens.ends[tokens.count - 1]!, tokens.to));
        const around = clauseAt(reading, start, Math.max(end, start + 1));
        if (around === undefined || !holdsOfClause(clause, around, reading)) return;
      }
      into.add(id);
    });
    for (const act of denied) found.delete(act);
    return found;
  };
  return {
    actsIn,
    actsOf: (text) => actsIn(tokenise(text, 0, text.length)),
    count(text, act) {
      let count = 0;
      matcher.find(tokenise(text, 0, text.length), noTags, (pattern) => {
        if (owners[pattern]!.id === act && !owners[pattern]!.denies) count++;
      });
      return count;
    },
  };
}

/** Adds to a file of acts the index of its patterns. Runs when a bundle is built. */
export function prepareActs<Id extends string>(file: ActFile<Id>, sharedLists: WordLists): ActFile<Id> {
  const sources = patternsIn(file.acts).map(({ pattern }) => pattern);
  return { ...file, index: indexSources(sources, { ...sharedLists, ...file.lists }) };
}

/** All patterns of the acts, in the order of the file. */
function patternsIn<Id extends string>(
  acts: readonly ActSource<Id>[],
): { readonly id: Id; readonly denies: boolean; readonly pattern: string }[] {
  return acts.flatMap(({ id, says, unless = [] }) =>
    [...says, ...unless].map((pattern, place) => ({ id, denies: place >= says.length, pattern })),
  );
}

const noTags = () => [];
