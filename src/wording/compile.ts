import { compilePattern, type Pattern, PatternError, type WordLists } from '../language/pattern';
import type { Family, PreparedRule } from './rule';

export interface Rule extends Omit<PreparedRule, 'match' | 'unless' | 'unless-sentence'> {
  /** `family/name`. */
  readonly id: string;
  readonly family: Family;
  readonly match: readonly Pattern[];
  readonly unless: readonly Pattern[];
  readonly unlessSentence: readonly Pattern[];
}

export interface PreparedFamily {
  readonly family: Family;
  readonly title?: string;
  readonly summary?: string;
  readonly lists?: WordLists;
  readonly rules: Readonly<Record<string, PreparedRule>>;
}

export interface RuleProblem {
  readonly ruleId: string;
  readonly message: string;
}

/**
 * Compiles the rules of one family file. A rule whose pattern cannot be read is left out and reported; the rest goes on.
 *
 * @param lists word lists that every family shares
 */
export function compileRules(file: PreparedFamily, lists: WordLists): { rules: Rule[]; problems: RuleProblem[] } {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const known = { ...lists, ...file.lists };
  for (const [name, source] of Object.entries(file.rules)) {
    const id = `${file.family}/${name}`;
    const patterns = (sources: readonly string[] | undefined) =>
      (sources ?? []).map((pattern) => compilePattern(pattern, known));
    try {
      rules.push({
        ...source,
        id,
        family: file.family,
        match: patterns(source.match),
        unless: patterns(source.unless),
        unlessSentence: patterns(source['unless-sentence']),
      });
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      problems.push({ ruleId: id, message: error.message });
    }
  }
  return { rules, problems };
}
