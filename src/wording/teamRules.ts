import { isMap, isNode, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { nearest } from '../language/nearest';
import type { WordLists } from '../language/pattern/patternItems';
import { prepareContent } from '../language/prepareContent';
import { compileRules, type PreparedFamily, type Rule } from './compile';
import type { Family, PreparedRule } from './rule';
import schema from './rules.schema.json';
import { type Schema, schemaFaults } from './schemaFaults';
import { createTeamPatterns, leadsToPattern, quotedLists } from './teamPatterns';
import { yamlFault } from './yamlFault';

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
  /** The rule that the place names, where nothing else is wrong than that it is not known. */
  readonly unknownRule?: string;
}

/** The parser takes some 100 ms for as much, compiling as much again. */
const MAX_LENGTH = 40_000;

/** Looking for the nearest of all ids takes some milliseconds. */
const MOST_COMPARED = 5;

/** Problems told of one file; of more, the first are enough to begin with. */
const MOST_PROBLEMS = 100;

/**
 * Reads a team's rule file. What is wrong with it comes back as problems with their places, in sentences; every rule that can be used
 * is, and of a rule every pattern. Data only: nothing in the file is executed. The work is bounded whatever the file says.
 *
 * @param lists word lists that the file may name
 * @param builtInIds of the rules that the file may switch off
 */
export function readTeamRules(text: string, lists: WordLists, builtInIds: ReadonlySet<string>): TeamRules {
  if (text.length > MAX_LENGTH) return refused(`The file is longer than ${MAX_LENGTH} characters and is not read.`);
  const document = parseDocument(text, { strict: true, uniqueKeys: false });
  const problems: TeamRuleProblem[] = document.errors.map(yamlFault);
  if (problems.length > 0 || document.contents === null) return { rules: [], off: [], problems };
  let value: unknown;
  try {
    // Aliases could make a small file huge.
    value = document.toJS({ maxAliasCount: 50 });
  } catch {
    return refused('The file uses “*” more than 50 times to repeat something; write it out, or name a list.');
  }
  const placeOf = createPlaces(document, text.length);
  const say = (path: readonly string[], message: string, unknownRule?: string) => {
    if (problems.length < MOST_PROBLEMS)
      problems.push({ ...placeOf(path), message, ...(unknownRule === undefined ? {} : { unknownRule }) });
  };
  // The library looks for keys that stand twice in quadratic time.
  for (const path of [[], ['rules'], ['lists']])
    repeatedKeys(document.getIn(path, true), (name) =>
      say([...path, name], `“${name}” stands here twice; the last one holds.`),
    );
  if (isMap(document.contents) && document.contents.has('match') && !document.contents.has('rules'))
    return refused('In a file of a team a rule stands under “rules:” with its name, below a line “family:”.');
  const broken = new Set<string>();
  for (const { path, message } of schemaFaults(schema as Schema, value)) {
    say(path, message);
    if (path[0] !== 'rules' || path[1] === undefined) return { rules: [], off: [], problems };
    // A rule can do without one of its patterns.
    broken.add(leadsToPattern(path) ? path.join('/') : path[1]);
  }
  const file = value as { family: Family; lists?: WordLists; rules: Record<string, 'off' | Partial<PreparedRule>> };
  const entries = Object.entries(file.rules).filter(([name]) => !broken.has(name));
  const off: string[] = [];
  let unknown = 0;
  const sources: Record<string, object> = {};
  const ownLists = quotedLists(file.lists ?? {});
  const { usable, compile } = createTeamPatterns(
    { ...lists, ...(prepareContent(ownLists, 'lists') as WordLists) },
    broken,
    say,
  );
  for (const [name, rule] of entries) {
    const id = `${file.family}/${name}`;
    if (rule === 'off' && builtInIds.has(id)) off.push(id);
    else if (rule === 'off')
      say(
        ['rules', name],
        `There is no rule “${id}”${++unknown > MOST_COMPARED ? '' : nearestRule(id, builtInIds)}.`,
        id,
      );
    else {
      const whole = usable(name, { ...defaultsFor(name, rule), ...rule } as PreparedRule);
      if (whole.judged !== undefined || (whole.match?.length ?? 0) > 0) sources[name] = whole;
    }
  }
  const prepared = prepareContent({ ...file, lists: ownLists, rules: sources }) as PreparedFamily;
  return { rules: compileRules(prepared, lists, compile).rules, off, problems };
}

function repeatedKeys(node: unknown, say: (name: string) => void): void {
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key } of node.items) {
    const name = String(isNode(key) ? key.toJSON() : key);
    if (seen.has(name)) say(name);
    seen.add(name);
  }
}

function refused(message: string): TeamRules {
  return { rules: [], off: [], problems: [{ start: 0, end: 1, message }] };
}

/** An id of the same name in another family says most. */
function nearestRule(id: string, ids: ReadonlySet<string>): string {
  const name = id.slice(id.indexOf('/'));
  const same = [...ids].find((other) => other.endsWith(name));
  return same === undefined ? nearest(id, [...ids]) : `; the nearest is “${same}”`;
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

/** Finds the places of keys; the maps of the file are read once. */
function createPlaces(
  document: ReturnType<typeof parseDocument>,
  length: number,
): (path: readonly string[]) => { start: number; end: number } {
  const pairs = new Map<unknown, Map<string, { key: unknown; value: unknown }>>();
  const membersOf = (node: YAMLMap) => {
    let members = pairs.get(node);
    if (members === undefined) {
      members = new Map(node.items.map((pair) => [String(isNode(pair.key) ? pair.key.toJSON() : pair.key), pair]));
      pairs.set(node, members);
    }
    return members;
  };
  return (path) => {
    let place = { start: 0, end: Math.min(length, 1) };
    let node: unknown = document.contents;
    for (const name of path) {
      const pair = isMap(node) ? membersOf(node).get(name) : undefined;
      const inner = isSeq(node) ? node.items[Number(name)] : pair?.value;
      const shown = pair !== undefined && isNode(pair.key) ? pair.key : inner;
      if (!isNode(shown) || shown.range == null) break;
      place = { start: shown.range[0], end: Math.max(shown.range[1], shown.range[0] + 1) };
      node = inner;
    }
    return place;
  };
}
