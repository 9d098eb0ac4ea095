import { compilePattern, type Pattern } from '../language/pattern';
import { PatternError, type WordLists } from '../language/pattern/patternItems';
import type { Family, OfWords, PreparedForm, PreparedRule } from './rule';

export interface Rule extends Omit<PreparedRule, 'match' | 'unless' | 'unless-sentence' | 'forms'> {
  /** `family/name`. */
  readonly id: string;
  readonly family: Family;
  readonly match: readonly Pattern[];
  readonly unless: readonly Pattern[];
  readonly unlessSentence: readonly Pattern[];
  /** Other ways to say the same: each is the rule with patterns, conditions and rephrasings of its own. */
  readonly forms?: readonly Rule[] | undefined;
}

/** The rule and its other forms, each of which is looked for on its own. */
export function allForms(rule: Rule): readonly Rule[] {
  return [rule, ...(rule.forms ?? [])];
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

const formKeys: readonly string[] = [
  'match',
  'unless',
  'unless-sentence',
  'when',
  'rephrase',
  'frame',
  'weighed',
] satisfies OfWords[];

/** What is said of a rule, without what belongs to the words of one form of it. */
export function saidOf<Source extends Partial<PreparedForm>>(source: Source): Omit<Source, OfWords> {
  return Object.fromEntries(Object.entries(source).filter(([key]) => !formKeys.includes(key))) as Omit<Source, OfWords>;
}

export type CompilePattern = typeof compilePattern;

/**
 * Compiles the rules of one family file. A rule whose pattern cannot be read is left out and reported; the rest goes on.
 *
 * @param lists word lists that every family shares
 */
export function compileRules(
  file: PreparedFamily,
  lists: WordLists,
  compile: CompilePattern = compilePattern,
): { rules: Rule[]; problems: RuleProblem[] } {
  const rules: Rule[] = [];
  const problems: RuleProblem[] = [];
  const known = { ...lists, ...file.lists };
  for (const [name, source] of Object.entries(file.rules)) {
    const id = `${file.family}/${name}`;
    const patterns = (sources: readonly string[] | undefined) =>
      (sources ?? []).map((pattern) => compile(pattern, known, source.case === 'exact'));
    try {
      const { forms = [], ...first } = source;
      const said = saidOf(first);
      const compileForm = (form: PreparedForm): Rule => ({
        ...said,
        ...form,
        id,
        family: file.family,
        match: patterns(form.match),
        unless: patterns(form.unless),
        unlessSentence: patterns(form['unless-sentence']),
      });
      rules.push({ ...compileForm(first), ...(forms.length === 0 ? {} : { forms: forms.map(compileForm) }) });
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      problems.push({ ruleId: id, message: error.message });
    }
  }
  return { rules, problems };
}
