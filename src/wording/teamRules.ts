import { Validator } from '@cfworker/json-schema';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { WordLists } from '../language/pattern';
import { prepareContent } from '../language/prepareContent';
import { compileRules, type PreparedFamily, type Rule } from './compile';
import type { Family, PreparedRule } from './rule';
import schema from './rules.schema.json';

export interface TeamRules {
  /** Rules that add to the built-in ones or replace those of the same id. */
  readonly rules: readonly Rule[];
  /** Ids of rules that the file switches off. */
  readonly off: readonly string[];
  readonly problems: readonly TeamRuleProblem[];
}

/** Offsets in the file, UTF-16 code units, end exclusive. */
export interface TeamRuleProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const MAX_LENGTH = 500_000;

/**
 * Reads a team's rule file. What is wrong with it comes back as problems with their places; every rule that can be used is.
 * Data only: nothing in the file is executed.
 *
 * @param lists word lists that the file may name
 */
export function readTeamRules(text: string, lists: WordLists): TeamRules {
  if (text.length > MAX_LENGTH)
    return {
      rules: [],
      off: [],
      problems: [{ start: 0, end: 1, message: `The file is longer than ${MAX_LENGTH} characters and is not read.` }],
    };
  const document = parseDocument(text, { lineCounter: new LineCounter(), strict: true, uniqueKeys: true });
  const problems: TeamRuleProblem[] = document.errors.map(({ pos, message }) => ({
    start: pos[0],
    end: Math.max(pos[1], pos[0] + 1),
    message: message.split('\n')[0]!,
  }));
  if (problems.length > 0 || document.contents === null) return { rules: [], off: [], problems };
  // Aliases could make a small file huge.
  const value = document.toJS({ maxAliasCount: 50 }) as unknown;
  const placeOf = (path: readonly string[]) => rangeOf(document, path, text.length);
  const broken = new Set<string>();
  for (const { path, message } of schemaProblems(value)) {
    const rule = path[0] === 'rules' ? path[1] : undefined;
    if (rule === undefined) return { rules: [], off: [], problems: [...problems, { ...placeOf(path), message }] };
    broken.add(rule);
    problems.push({ ...placeOf(path), message });
  }
  const file = value as { family: Family; lists?: WordLists; rules: Record<string, 'off' | Partial<PreparedRule>> };
  const entries = Object.entries(file.rules).filter(([name]) => !broken.has(name));
  const off = entries.filter(([, rule]) => rule === 'off').map(([name]) => `${file.family}/${name}`);
  const sources = Object.fromEntries(
    entries.flatMap(([name, rule]) => (rule === 'off' ? [] : [[name, { ...defaultsFor(name, rule), ...rule }]])),
  );
  const prepared = prepareContent({ ...file, rules: sources }) as PreparedFamily;
  const compiled = compileRules(prepared, lists);
  for (const { ruleId, message } of compiled.problems)
    problems.push({ ...placeOf(['rules', ruleId.slice(ruleId.indexOf('/') + 1), 'match']), message });
  return { rules: compiled.rules, off, problems };
}

function defaultsFor(name: string, rule: Partial<PreparedRule>) {
  return {
    title: name.replaceAll('-', ' '),
    severity: 'information',
    stance: 'hint',
    grade: 'C',
    sources: ['Team rule'],
    why: rule.message,
    examples: { fires: [], silent: [] },
  };
}

/** The deepest complaint at each place says most; those of the containers above it repeat it. */
function schemaProblems(value: unknown): { path: string[]; message: string }[] {
  const { errors } = new Validator(schema as object, '2020-12', false).validate(value);
  const found = errors.map(({ instanceLocation, error, keyword }) => ({
    path: instanceLocation.split('/').slice(1).map(decode),
    message: error,
    keyword,
  }));
  const kept = found.filter(
    ({ path }) =>
      !found.some((other) => other.path.length > path.length && path.every((part, at) => other.path[at] === part)),
  );
  const seen = new Set<string>();
  return kept.filter(({ path }) => {
    const key = path.join('/');
    return !seen.has(key) && seen.add(key);
  });
}

function decode(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function rangeOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly string[],
  length: number,
): { start: number; end: number } {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true);
    const name = path[depth - 1]!;
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === name)
      : undefined;
    const node = pair !== undefined && isNode(pair.key) ? pair.key : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range != null)
      return { start: node.range[0], end: Math.max(node.range[1], node.range[0] + 1) };
  }
  return { start: 0, end: Math.min(length, 1) };
}
