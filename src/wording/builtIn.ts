import { createIndexedMatcher, type Matcher } from '../language/matcher';
import { compilePattern, type Pattern, readLater } from '../language/pattern';
import type { WordLists } from '../language/pattern/patternItems';
import { readIndex } from '../language/patternIndex';
import { lines } from './builtIn.prepared';
import { allForms, type PreparedFamily, type Rule, saidOf } from './compile';
import sharedLists from './lists.yaml';
import type { FormLine, PreparedRules, RuleLine } from './prepareRules';

/** The built-in rules. What a rule says, and each of its patterns, is read when it is first asked for. */
export interface BuiltIn {
  readonly families: readonly (Omit<PreparedFamily, 'rules'> & { readonly rules: readonly Rule[] })[];
  readonly matcher: Matcher;
  /** The rule that a pattern of the matcher belongs to. */
  ruleOf(pattern: number): Rule;
  /** The rule of this id where it is one that is judged. */
  judged(id: string): Rule | undefined;
  /** The id that stands today for one that a rule had before; any other id as it is. */
  currentId(id: string): string;
  /** Ids that rules had before. */
  readonly formerIds: readonly string[];
}

export const { lists } = sharedLists as { lists: WordLists };

let known: BuiltIn | undefined;

export function builtIn(): BuiltIn {
  known ??= readBuiltIn(lines());
  return known;
}

/** The id that stands today for one that a rule had before; any other id as it is. */
export function currentRuleId(id: string): string {
  return builtIn().currentId(id);
}

/** @param line gives the lines that `prepareRules` makes */
function readBuiltIn(line: (place: number) => string): BuiltIn {
  const { families, patterns, judged, aliases, index } = JSON.parse(line(0)) as PreparedRules;
  const count = patterns.length;
  const familyOf = families.flatMap((family) => new Array<(typeof families)[number]>(family.count).fill(family));
  const ownerOf = new Int32Array(index.min.length);
  const firstOf = new Int32Array(count);
  for (let rule = 0, pattern = 0; rule < count; pattern += patterns[rule]!, rule++) {
    firstOf[rule] = pattern;
    ownerOf.fill(rule, pattern, pattern + patterns[rule]!);
  }
  const listsOf = new Map(families.map(({ family, lists: own }) => [family, { ...lists, ...own }]));
  const sources: (readonly string[] | undefined)[] = new Array(count);
  const read: (Pattern | undefined)[] = new Array(ownerOf.length);
  const rules: (Rule | undefined)[] = new Array(count);

  function patternAt(pattern: number): Pattern {
    const known = read[pattern];
    if (known !== undefined) return known;
    const rule = ownerOf[pattern]!;
    sources[rule] ??= JSON.parse(line(1 + count + rule)) as string[];
    read[pattern] = readLater(sources[rule][pattern - firstOf[rule]!]!, listsOf.get(familyOf[rule]!.family)!);
    return read[pattern];
  }

  function ruleAt(place: number): Rule {
    rules[place] ??= readRule(place);
    return rules[place];
  }

  function readRule(place: number): Rule {
    const stored = JSON.parse(line(1 + place)) as RuleLine | FormLine;
    const { unless = [], 'unless-sentence': unlessSentence = [], ...own } = stored;
    const others = 'others' in stored ? stored.others : undefined;
    const said = 'above' in own ? { ...saidOf(JSON.parse(line(1 + place - own.above)) as RuleLine), ...own } : own;
    const { family } = familyOf[place]!;
    const compile = (source: string) => compilePattern(source, listsOf.get(family)!);
    return {
      ...said,
      family,
      get match() {
        return Array.from({ length: patterns[place]! }, (_, at) => patternAt(firstOf[place]! + at));
      },
      unless: unless.map(compile),
      unlessSentence: unlessSentence.map(compile),
      get forms() {
        return others === undefined ? undefined : Array.from({ length: others }, (_, at) => ruleAt(place + 1 + at));
      },
    };
  }

  function rulesBetween(from: number, to: number): Rule[] {
    const found: Rule[] = [];
    for (let place = from; place < to; place += allForms(found.at(-1)!).length) found.push(ruleAt(place));
    return found;
  }

  let start = 0;
  const starts = families.map((family) => {
    start += family.count;
    return start - family.count;
  });
  return {
    get families() {
      return families.map(({ count: own, ...family }, at) => ({
        ...family,
        rules: rulesBetween(starts[at]!, starts[at]! + own),
      }));
    },
    matcher: createIndexedMatcher(readIndex(index), patternAt),
    ruleOf: (pattern) => ruleAt(ownerOf[pattern]!),
    judged: (id) => (Object.hasOwn(judged, id) ? ruleAt(judged[id]!) : undefined),
    currentId: (id) => (Object.hasOwn(aliases, id) ? aliases[id]! : id),
    formerIds: Object.keys(aliases),
  };
}
