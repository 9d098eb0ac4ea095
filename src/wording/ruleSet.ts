import { createMatcher, type Matcher } from '../language/matcher';
import { compilePattern } from '../language/pattern';
import { builtIn, lists } from './builtIn';
import type { Rule } from './compile';
import source from './protectedTerms.yaml';
import { createRuleSet, type RuleSet } from './ruleParts';

/** Every built-in rule, in the order in which they are listed to users. */
export function builtInRules(): Rule[] {
  return builtIn().families.flatMap(({ rules }) => rules);
}

/** The ids of all built-in rules, and those that they had before. */
export function knownRuleIds(): ReadonlySet<string> {
  return new Set([...builtInRules().map(({ id }) => id), ...builtIn().formerIds]);
}

/** The built-in rules ready to be looked for; all callers share what has been read of them. */
export function builtInRuleSet(): RuleSet {
  const { matcher, ruleOf, judged } = builtIn();
  return { parts: [{ matcher, ruleOf, isOwn: false }], judges: true, judged, protectedTerms };
}

/**
 * Rules made ready to be looked for, with the terms that are never marked.
 *
 * @param isOwn they are the rules of a team, and show as they are written
 */
export function readyRules(rules: readonly Rule[], isOwn = true): RuleSet {
  return createRuleSet(rules, protectedTerms, isOwn);
}

/** The built-in rules with a team's own, which replace those of the same id. */
export function teamRuleSet(team: readonly Rule[]): RuleSet {
  const { matcher, ruleOf, judged, currentId } = builtIn();
  const own = readyRules(team);
  const replaced = new Set(team.map(({ id }) => currentId(id)));
  const unlessReplaced = (rule: Rule | undefined) => (rule === undefined || replaced.has(rule.id) ? undefined : rule);
  return {
    parts: [{ matcher, ruleOf: (pattern) => unlessReplaced(ruleOf(pattern)), isOwn: false }, ...own.parts],
    judges: true,
    judged: (id) => own.judged(id) ?? unlessReplaced(judged(id)),
    protectedTerms,
  };
}

let terms: Matcher | undefined;

function protectedTerms(): Matcher {
  const { patterns } = source as { patterns: string[] };
  terms ??= createMatcher(patterns.map((pattern) => compilePattern(pattern, lists)));
  return terms;
}
