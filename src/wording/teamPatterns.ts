import { expandRoots } from '../language/inflect';
import { compilePattern } from '../language/pattern';
import { PatternError, type WordLists } from '../language/pattern/patternItems';
import { quoteSigns } from '../language/pattern/quoteSigns';
import type { CompilePattern } from './compile';
import { createSizeOf, MOST_IN_FILE, MOST_IN_LIST } from './listSizes';
import type { PreparedForm, PreparedRule } from './rule';

export type Say = (path: readonly string[], message: string) => void;

const patternKeys = ['match', 'unless', 'unless-sentence'] as const;

/** Whether keys lead to one pattern of a rule, so that the rule can do without it. */
export function leadsToPattern([, , ...path]: readonly string[]): boolean {
  const [key, at, ...rest] = path[0] === 'forms' ? path.slice(2) : path;
  return (patternKeys as readonly (string | undefined)[]).includes(key) && at !== undefined && rest.length === 0;
}

/** The lists of a team, their signs in quotation marks. */
export function quotedLists(lists: WordLists): WordLists {
  return Object.fromEntries(Object.entries(lists).map(([name, entries]) => [name, entries.map(quoteSigns)]));
}

/** Reads the patterns of a team's rules, one by one. */
export interface TeamPatterns {
  /** The rule with signs in quotation marks and word forms written out, and without patterns that cannot be used; why not is said. */
  usable(name: string, rule: PreparedRule): PreparedRule;
  /** Compiles a pattern of a usable rule. */
  readonly compile: CompilePattern;
}

/** @param broken paths of patterns that cannot be used, their keys joined with slashes */
export function createTeamPatterns(lists: WordLists, broken: ReadonlySet<string>, say: Say): TeamPatterns {
  const compiled = new Map<string, ReturnType<CompilePattern>>();
  const compile: CompilePattern = (source, known, exact = false) => {
    const key = `${exact}${source}`;
    const pattern = compiled.get(key) ?? compilePattern(source, known, exact);
    compiled.set(key, pattern);
    return pattern;
  };
  const sizeOf = createSizeOf(lists);
  let spent = 0;
  const isSmall = (pattern: string, path: readonly string[]): boolean => {
    const size = sizeOf(pattern);
    if (size === Number.POSITIVE_INFINITY) say(path, 'The lists of this pattern name one another in a circle.');
    else if (size > MOST_IN_LIST)
      say(path, `This pattern stands for more than ${MOST_IN_LIST} wordings; use shorter lists.`);
    else if (spent + size > MOST_IN_FILE)
      say(path, `The patterns of this file stand for more than ${MOST_IN_FILE} wordings; this one is not used.`);
    else {
      spent += size;
      return true;
    }
    return false;
  };
  const canBeRead = (pattern: string, path: readonly string[], exact: boolean): boolean => {
    try {
      compile(pattern, lists, exact);
      return true;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      say(path, `${error.message.replace(`“${pattern}”`, 'This pattern')}.`);
      return false;
    }
  };
  const usable = <Part extends PreparedForm>(part: Part, path: readonly string[], exact: boolean): Part => {
    const keys = patternKeys.flatMap((key) => {
      const kept = part[key]?.flatMap((source, at) => {
        const place = [...path, key, String(at)];
        if (broken.has(place.join('/'))) return [];
        const pattern = expandRoots(quoteSigns(source));
        return isSmall(pattern, place) && canBeRead(pattern, place, exact) ? [pattern] : [];
      });
      return kept === undefined ? [] : [[key, kept] as const];
    });
    return { ...part, ...Object.fromEntries(keys) };
  };
  return {
    compile,
    usable(name, rule) {
      const path = ['rules', name];
      const exact = rule.case === 'exact';
      const forms = (rule.forms ?? []).map((form, at) => usable(form, [...path, 'forms', String(at)], exact));
      const matching = forms.filter(({ match }) => match !== undefined && match.length > 0);
      return { ...usable(rule, path, exact), ...(matching.length === 0 ? { forms: [] } : { forms: matching }) };
    },
  };
}
