import { compilePattern, type WordLists } from '../language/pattern';
import { compileRules, type PreparedFamily, type Rule } from './compile';
import { createRuleSet, type RuleSet } from './find';
import sharedLists from './lists.yaml';
import protectedTerms from './protectedTerms.yaml';
import absolute from './rules/absolute.yaml';
import accusation from './rules/accusation.yaml';
import closedQuestion from './rules/closed-question.yaml';
import condescension from './rules/condescension.yaml';
import demand from './rules/demand.yaml';
import dismissal from './rules/dismissal.yaml';
import heat from './rules/heat.yaml';
import irritator from './rules/irritator.yaml';
import limitLeak from './rules/limit-leak.yaml';
import negativeFrame from './rules/negative-frame.yaml';
import positional from './rules/positional.yaml';
import priceOnly from './rules/price-only.yaml';
import ultimatum from './rules/ultimatum.yaml';
import weakPosition from './rules/weak-position.yaml';
import zeroSum from './rules/zero-sum.yaml';

/** The built-in families in the order in which they are listed to users. */
export const builtInFamilies = [
  accusation,
  demand,
  ultimatum,
  zeroSum,
  negativeFrame,
  absolute,
  dismissal,
  condescension,
  heat,
  irritator,
  weakPosition,
  priceOnly,
  closedQuestion,
  limitLeak,
  positional,
] as readonly PreparedFamily[];

export const { lists } = sharedLists as { lists: WordLists };

/** Compiles the built-in rules. Costs some milliseconds: call it once. */
export function compileBuiltInRules(): Rule[] {
  return builtInFamilies.flatMap((family) => {
    const { rules, problems } = compileRules(family, lists);
    // A test compiles every built-in rule, so this cannot happen in a released build.
    if (problems.length > 0) throw new Error(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`).join('\n'));
    return rules;
  });
}

/** The rules made ready to be looked for, with the terms that are never marked. */
export function readyRules(rules: readonly Rule[]): RuleSet {
  const { patterns } = protectedTerms as { patterns: string[] };
  return createRuleSet(
    rules,
    patterns.map((pattern) => compilePattern(pattern, lists)),
  );
}
