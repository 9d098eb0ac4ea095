import { neededWords, type WordLists } from '../language/pattern';
import { type PreparedIndex, prepareIndex } from '../language/patternIndex';
import { prepareAnchors } from '../language/prepareContent';
import { compileRules, type PreparedFamily } from './compile';
import type { PreparedRule } from './rule';

/** The first line of the prepared rules; a line with what is said of each rule follows, then a line with the patterns of each. */
export interface PreparedRules {
  /** The families without their rules, and how many each has. */
  readonly families: readonly (Omit<PreparedFamily, 'rules'> & { readonly count: number })[];
  /** How many patterns each rule has. */
  readonly patterns: readonly number[];
  /** By id, the places of the rules that are judged instead of matched. */
  readonly judged: Readonly<Record<string, number>>;
  readonly index: PreparedIndex;
}

export type RuleLine = Omit<PreparedRule, 'match'> & { readonly id: string };

/**
 * Works out, when a bundle is built, all that looking for the built-in rules needs, so that a rule is read when its words turn up.
 *
 * @param lists word lists that every family shares
 * @returns JSON, one value a line
 * @throws Error when a pattern cannot be read
 */
export function prepareRules(files: readonly PreparedFamily[], lists: WordLists): string[] {
  const compiled = files.flatMap((file) => {
    const { rules, problems } = compileRules(file, lists);
    if (problems.length > 0) throw new Error(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n'));
    return rules;
  });
  const listsOf = new Map(files.map(({ family, lists: own }) => [family, { ...lists, ...own }]));
  const head: PreparedRules = {
    families: files.map(({ rules, ...family }) => ({ ...family, count: Object.keys(rules).length })),
    patterns: compiled.map(({ match }) => match.length),
    judged: Object.fromEntries(
      compiled.flatMap(({ id, judged }, place) => (judged === undefined ? [] : [[id, place]])),
    ),
    index: prepareIndex(
      compiled.flatMap(({ match }) => match),
      compiled.flatMap(({ family, match }) => match.map(({ source }) => neededWords(source, listsOf.get(family)!))),
    ),
  };
  const said = files.flatMap((file) => ruleLines(file, lists));
  const values: unknown[] = [head, ...said, ...compiled.map(({ match }) => match.map(({ source }) => source))];
  return values.map((value) => JSON.stringify(value));
}

function ruleLines({ family, lists: own, rules }: PreparedFamily, lists: WordLists): RuleLine[] {
  return Object.entries(rules).map(([name, { match: _, ...rule }]) => {
    const prepared = prepareAnchors(rule, { ...lists, ...own }) as Omit<PreparedRule, 'match'>;
    return { id: `${family}/${name}`, ...prepared };
  });
}
