import type { Block, Kind } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
import {
  createMatcher,
  type Hit,
  holdsAnchor,
  type Matcher,
  matchAnywhere,
  matchAt,
  type TagLookup,
} from '../language/matcher';
import type { Pattern } from '../language/pattern';
import { type Tokens, tokenise } from '../language/tokens';
import { allForms, type Rule } from './compile';
import { holds, holdsInClause, type Surroundings } from './conditions';
import { fillMessage } from './message';
import { rephrase } from './rephrase';
import type { Finding, Severity } from './rule';
import { calmOf, judgeTenor } from './sentenceClassifier';
import { judgeLoudness } from './typography';
import { type Judgement, judgeCharge } from './valence';

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
}

export interface FindOptions {
  readonly kind: Kind;
  /** The severity to show a rule with, or `off`; the rule's own where this is silent. */
  readonly severity?: (rule: Rule) => Severity | 'off';
  /** Part-of-speech tags, for patterns that name them. */
  readonly tag: (tokens: Tokens) => readonly ReadonlySet<string>[];
  /** Counts the sentences that had to be parsed for tags. */
  readonly statistics?: { parsed: number };
}

/** A finding with offsets relative to the block. */
export interface BlockFinding extends Finding {
  /** Log odds above those from which it is one at all, where it is a guess: the rest of the text may speak against it. */
  readonly certainty?: number;
}

export function createRuleSet(rules: readonly Rule[], protectedTerms: () => Matcher): RuleSet {
  const forms = rules.flatMap(allForms);
  const owners = forms.flatMap((form) => form.match.map(() => form));
  const judged = new Map(rules.filter((rule) => rule.judged !== undefined).map((rule) => [rule.id, rule]));
  const matcher = createMatcher(forms.flatMap(({ match }) => match));
  return {
    parts: [{ matcher, ruleOf: (pattern) => owners[pattern] }],
    judges: judged.size > 0,
    judged: (id) => judged.get(id),
    protectedTerms,
  };
}

/**
 * Findings in one block of the writer's own words, in order, at most one over any word.
 *
 * @returns offsets relative to the block's start, in UTF-16 code units, ends exclusive
 */
export function findInBlock(block: Block, set: RuleSet, options: FindOptions): BlockFinding[] {
  const findings: BlockFinding[] = [];
  const sentences = splitSentences(block.text, block.masks);
  // A log or a prank may say one thing ten thousand times in one paragraph: it is judged once.
  const judged =
    sentences.length > MANY && block.masks.length === 0
      ? new Map<string, { from: number; found: BlockFinding[] }>()
      : undefined;
  for (const { start, end } of sentences) {
    const text = judged === undefined ? '' : block.text.slice(start, end);
    const before = judged?.get(text);
    if (before !== undefined) {
      const by = start - before.from;
      for (const one of before.found) findings.push({ ...one, start: one.start + by, end: one.end + by });
      continue;
    }
    const known = findings.length;
    findInSentence(block, start, end, set, options, findings);
    judged?.set(text, { from: start, found: findings.slice(known) });
  }
  return findings;
}

/** More sentences than a paragraph that somebody wrote has. */
const MANY = 200;

function findInSentence(
  block: Block,
  start: number,
  end: number,
  set: RuleSet,
  options: FindOptions,
  into: BlockFinding[],
): void {
  const tokens = tokenise(block.text, start, end, block.masks);
  let tags: readonly ReadonlySet<string>[] | undefined;
  const lookUp: TagLookup = () => {
    if (tags === undefined) {
      tags = options.tag(tokens);
      if (options.statistics !== undefined) options.statistics.parsed++;
    }
    return tags;
  };
  let hits: Found[] | undefined;
  // Words that somebody does not want to hear of are not brought up another way.
  const muted: Hit[] = [];
  const around: Surroundings = { tokens, block, kind: options.kind, start, end, asked: new Map() };
  for (const { matcher, ruleOf } of set.parts)
    matcher.find(tokens, lookUp, (pattern, hit, clause) => {
      const rule = ruleOf(pattern);
      if (rule === undefined) return;
      const severity = severityOf(rule, options);
      if (!holds(rule.when, around, hit) || !holdsInClause(clause, around, hit)) return;
      if (rule.unless.some((other) => touches(other, around, hit, lookUp))) return;
      if (rule.unlessSentence.some((other) => standsIn(other, around, lookUp))) return;
      if (severity === 'off') {
        muted.push(hit);
        return;
      }
      hits ??= [];
      hits.push({ rule, hit, severity });
    });
  if (set.judges)
    for (const judgement of [...judgeCharge(around), ...judgeLoudness(around)]) {
      const rule = set.judged(judgement.ruleId);
      if (rule === undefined) continue;
      const severity = severityOf(rule, options);
      if (severity === 'off') {
        muted.push(judgement.hit);
        continue;
      }
      hits ??= [];
      // A severity that somebody chose stands; otherwise the judgement says how serious it is.
      hits.push({
        rule,
        hit: judgement.hit,
        severity: severity === rule.severity ? judgement.severity : severity,
        judgement,
      });
    }
  const told = hits === undefined ? [] : withoutOverlaps(withoutProtected(hits, tokens, set, lookUp));
  const kept = [...told, ...tenorOf(around, [...told.map(({ hit }) => hit), ...muted], set, options, lookUp)].sort(
    inOrder,
  );
  const calm = told.some(isUnsure) ? calmOf(around) : 'stirred';
  let last = -1;
  for (const [index, found] of kept.entries()) {
    const { rule, hit, judgement } = found;
    if (calm === 'still' && isUnsure(found) && found.severity === 'hint') continue;
    const severity = calm !== 'stirred' && isUnsure(found) ? 'hint' : found.severity;
    const next = kept[index + 1]?.hit.spanStart;
    const room = { from: last, to: next === undefined ? end : tokens.starts[next]! };
    const written = judgement?.written ?? rephrase(judgement?.rephrasings ?? rule.rephrase ?? [], tokens, hit, room);
    if (written.start < last) continue;
    last = written.end;
    into.push(toFinding(rule, severity, block.text, written, judgement));
  }
}

function severityOf(rule: Rule, { severity }: FindOptions): Severity | 'off' {
  return severity?.(rule) ?? rule.severity;
}

/** Its rule speaks of what many readers mind and others don't, and nobody has chosen how to show it. */
function isUnsure({ rule, severity, judgement }: Found): boolean {
  return severity !== 'warning' && rule.severity === severity && judgement === undefined;
}

/** What the sentence as a whole sounds like, where no rule has spoken of the words that make it so. */
function tenorOf(
  around: Surroundings,
  told: readonly Hit[],
  set: RuleSet,
  options: FindOptions,
  tags: TagLookup,
): Found[] {
  if (!set.judges) return [];
  const taken = told.map(({ spanStart, spanEnd }) => [spanStart, spanEnd] as const);
  const heard = judgeTenor(around, taken).flatMap((judgement) => {
    const rule = set.judged(judgement.ruleId);
    const severity = rule === undefined ? 'off' : severityOf(rule, options);
    return rule === undefined || severity === 'off' ? [] : [{ rule, hit: judgement.hit, severity, judgement }];
  });
  return heard.length === 0 ? [] : withoutProtected(heard, around.tokens, set, tags);
}

function toFinding(
  rule: Rule,
  severity: Severity,
  source: string,
  written: ReturnType<typeof rephrase>,
  { deciding, certainty }: Pick<Judgement, 'deciding' | 'certainty'> = {},
): BlockFinding {
  const { start, end, suggestions } = written;
  const text = source.slice(start, end);
  return {
    ruleId: rule.id,
    family: rule.family,
    severity,
    stance: rule.stance,
    message: fillMessage(rule.message, text, deciding),
    why: rule.why,
    grade: rule.grade,
    start,
    end,
    text,
    suggestions: suggestions.slice(0, 3),
    ...(rule.frame === undefined ? {} : { frame: rule.frame }),
    ...(certainty === undefined ? {} : { certainty }),
  };
}

/** Does the other pattern overlap the words found, or stand right beside them? */
function touches(other: Pattern, around: Surroundings, hit: Hit, tags: TagLookup): boolean {
  const { tokens } = around;
  if (!holdsAnchor(other, tokens)) return false;
  const from = Math.max(0, hit.spanStart - 12);
  for (let start = from; start <= Math.min(hit.spanEnd, tokens.count - 1); start++) {
    if (touchAt(other, around, start, hit, tags)) return true;
  }
  return false;
}

function touchAt(other: Pattern, around: Surroundings, start: number, hit: Hit, tags: TagLookup): boolean {
  const found = matchAt(other, around.tokens, start, tags);
  if (found === undefined || found.end < hit.spanStart || found.start > hit.spanEnd) return false;
  return holdsInClause(other.clause, around, found);
}

function standsIn(other: Pattern, around: Surroundings, tags: TagLookup): boolean {
  const found = matchAnywhere(other, around.tokens, tags);
  return found !== undefined && holdsInClause(other.clause, around, found);
}

interface Found {
  readonly rule: Rule;
  readonly hit: Hit;
  readonly severity: Severity;
  readonly judgement?: Judgement;
}

function withoutProtected(hits: Found[], tokens: Tokens, set: RuleSet, tags: TagLookup): Found[] {
  const terms: Hit[] = [];
  set.protectedTerms().find(tokens, tags, (_, term) => terms.push(term));
  if (terms.length === 0) return hits;
  return hits.filter(({ hit }) => !terms.some((term) => term.start < hit.spanEnd && term.end > hit.spanStart));
}

const weight: Record<Severity, number> = { warning: 2, information: 1, hint: 0 };

const rephrasings = ({ rule }: Found) => Math.min(1, rule.rephrase?.length ?? 0);

/** Of findings over the same words a rule's own stays before a judged one, then the more serious, the longer, the one that says it another way, the first. */
function withoutOverlaps(hits: Found[]): Found[] {
  const ranked = [...hits].sort(
    (a, b) =>
      Number(a.judgement !== undefined) - Number(b.judgement !== undefined) ||
      weight[b.severity] - weight[a.severity] ||
      b.hit.spanEnd - b.hit.spanStart - (a.hit.spanEnd - a.hit.spanStart) ||
      rephrasings(b) - rephrasings(a) ||
      a.hit.spanStart - b.hit.spanStart,
  );
  const kept: Found[] = [];
  for (const found of ranked)
    if (!kept.some(({ hit }) => hit.spanStart < found.hit.spanEnd && hit.spanEnd > found.hit.spanStart))
      kept.push(found);
  return kept.sort(inOrder);
}

function inOrder(a: Found, b: Found): number {
  return a.hit.spanStart - b.hit.spanStart;
}
