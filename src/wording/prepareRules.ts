import { neededWords } from '../language/pattern';
import type { WordLists } from '../language/pattern/patternItems';
import { type PreparedIndex, prepareIndex } from '../language/patternIndex';
import { prepareAnchors } from '../language/prepareContent';
import { allForms, compileRules, type PreparedFamily, type Rule } from './compile';
import type { PreparedForm, PreparedRule } from './rule';

/** The first line of the prepared rules; a line with what is said of each rule follows, then a line with the patterns of each. */
export interface PreparedRules {
  /** The families without their rules, and how many forms of rules each has. */
  readonly families: readonly (Omit<PreparedFamily, 'rules'> & { readonly count: number })[];
  /** How many patterns each form of a rule has. */
  readonly patterns: readonly number[];
  /** By id, the places of the rules that are judged instead of matched. */
  readonly judged: Readonly<Record<string, number>>;
  /** Ids that rules had before, each with the one that stands for it now. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly index: PreparedIndex;
}

/** A rule with its first form; `others` more follow. */
export type RuleLine = Omit<PreparedRule, 'match' | 'forms'> & { readonly id: string; readonly others?: number };

/** Another form of the rule that stands so many lines above. */
export type FormLine = Omit<PreparedForm, 'match'> & { readonly above: number };

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
    if (rules.some((rule) => rule.case !== undefined))
      throw new Error(`${file.family}: “case” is for rules of a team.`);
    if (problems.length > 0) throw new Error(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n'));
    return rules.flatMap(allForms);
  });
  const listsOf = new Map(files.map(({ family, lists: own }) => [family, { ...lists, ...own }]));
  const head: PreparedRules = {
    families: files.map(({ rules, ...family }) => ({
      ...family,
      count: Object.values(rules).reduce((count, { forms = [] }) => count + 1 + forms.length, 0),
    })),
    patterns: compiled.map(({ match }) => match.length),
    judged: Object.fromEntries(
      compiled.flatMap(({ id, judged }, place) => (judged === undefined ? [] : [[id, place]])),
    ),
    aliases: aliasesOf(compiled),
    index: prepareIndex(
      compiled.flatMap(({ match }) => match),
      compiled.flatMap(({ family, match }) => match.map(({ source }) => neededWords(source, listsOf.get(family)!))),
    ),
  };
  const said = files.flatMap((file) => ruleLines(file, lists));
  const values: unknown[] = [head, ...said, ...compiled.map(({ match }) => match.map(({ source }) => source))];
  return values.map((value) => JSON.stringify(value));
}

function aliasesOf(rules: readonly Rule[]): Record<string, string> {
  const ids = new Set(rules.map(({ id }) => id));
  const aliases: Record<string, string> = {};
  for (const { id, aliases: before = [] } of rules)
    for (const alias of before) {
      if (ids.has(alias)) throw new Error(`${id}: ${alias} is a rule of its own`);
      if (Object.hasOwn(aliases, alias) && aliases[alias] !== id)
        throw new Error(`${id}: ${alias} already stands for ${aliases[alias]}`);
      aliases[alias] = id;
    }
  return aliases;
}

function ruleLines({ family, lists: own, rules }: PreparedFamily, lists: WordLists): (RuleLine | FormLine)[] {
  return Object.entries(rules).flatMap(([name, { match: _, forms = [], ...rule }]) => {
    const prepare = <Value>(value: Value) => prepareAnchors(value, { ...lists, ...own }) as Value;
    return [
      { id: `${family}/${name}`, ...(forms.length === 0 ? {} : { others: forms.length }), ...prepare(rule) },
      ...forms.map(({ match: __, ...form }, at) => ({ above: at + 1, ...prepare(form) })),
    ];
  });
}
