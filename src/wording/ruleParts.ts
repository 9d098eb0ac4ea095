import { createMatcher, type Matcher } from '../language/matcher';
import { allForms, type Rule } from './compile';

/** Rules made ready to be looked for. */
export interface RuleSet {
  readonly parts: readonly RulePart[];
  /** Some rule is judged instead of matched. */
  readonly judges: boolean;
  /** The rule of this id where it is one that is judged. */
  judged(id: string): Rule | undefined;
  /** Terms that are never marked. */
  protectedTerms(): Matcher;
}

/** Rules that are looked for in one go. */
export interface RulePart {
  readonly matcher: Matcher;
  /** The rule that a pattern of the matcher belongs to; `undefined` for one that does not count here. */
  ruleOf(pattern: number): Rule | undefined;
  /** Rules of a team: they show as they are written. */
  readonly isOwn: boolean;
}

/** @param isOwn they are the rules of a team */
export function createRuleSet(rules: readonly Rule[], protectedTerms: () => Matcher, isOwn: boolean): RuleSet {
  const forms = rules.flatMap(allForms);
  const owners = forms.flatMap((form) => form.match.map(() => form));
  const judged = new Map(rules.filter((rule) => rule.judged !== undefined).map((rule) => [rule.id, rule]));
  const matcher = createMatcher(forms.flatMap(({ match }) => match));
  return {
    parts: [{ matcher, ruleOf: (pattern) => owners[pattern], isOwn }],
    judges: judged.size > 0,
    judged: (id) => judged.get(id),
    protectedTerms,
  };
}
