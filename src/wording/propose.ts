import type { Block, Kind } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
import { type Hit, holdsAnchor, matchAnywhere, matchAt, type TagLookup, workDone } from '../language/matcher';
import type { Pattern } from '../language/pattern';
import { type Tokens, tokenise } from '../language/tokens';
import { holdsCharged } from './clauses/clauseLexicon';
import { mayHoldProposal, proposeClauses, type ScoredClause, scoreClauses } from './clauses/clauseProposer';
import type { Rule } from './compile';
import { holds, holdsInClause, type Surroundings, surroundingsOf } from './conditions';
import { deniedIn, isDenied } from './deniedCharges';
import { type EarlierBlock, earlierSentences } from './earlierSentences';
import type { Severity } from './rule';
import type { RuleSet } from './ruleParts';
import { judgeLoudness } from './typography';
import { judgeCharge } from './valence';
import type { BlockProposals, Proposal, SentenceProposals } from './weighing/proposal';
import { visitLocal } from './weighing/proposalFeatures';
import { BIAS, termOf } from './weighing/weights';

export interface ProposeOptions {
  readonly kind: Kind;
  /** The severity to show a rule with, or `off`; the rule's own where this is silent. */
  readonly severity?: (rule: Rule) => Severity | 'off';
  /** Part-of-speech tags, for patterns that name them. */
  readonly tag: (tokens: Tokens) => readonly ReadonlySet<string>[];
  /**
   * Counts the sentences that were read, those that had to be parsed for tags, and those in which a team's rules came to the end of their
   * share of work.
   */
  readonly statistics?: { sentencesRead: number; parsed: number; cutShort: number };
  /** Shows each proposal of a sentence with its clauses, for fitting and for explaining. */
  readonly onSentence?: (sentence: SentenceProposals, scored: readonly ScoredClause[]) => void;
}

/**
 * All that rules and judgements propose in one block of the writer's own words. Offsets are relative to the block.
 *
 * @param earlier the block before an edit, of which only what is new is read again; it was read with the same set and options
 */
export function proposeInBlock(
  block: Block,
  set: RuleSet,
  options: ProposeOptions,
  earlier?: EarlierBlock,
): BlockProposals {
  const sentences: SentenceProposals[] = [];
  const wordCounts: number[] = [];
  let words = 0;
  const spans = splitSentences(block.text, block.masks);
  // A log or a prank may say one thing ten thousand times in one paragraph: it is read once.
  const known = isRepetitive(block, spans.length) ? new Map<string, SentenceProposals | undefined>() : undefined;
  const before = earlierSentences(block, earlier);
  for (const span of spans) {
    const { start, end } = span;
    const text = known === undefined ? '' : block.text.slice(start, end);
    if (known?.has(text) === true) {
      const same = known.get(text);
      if (same !== undefined) sentences.push(movedTo(same, start, end));
      continue;
    }
    const unchanged = before(span);
    const found =
      unchanged === undefined ? proposeInSentence(block, start, end, set, options) : movedTo(unchanged, start, end);
    words += found.words;
    wordCounts.push(found.words);
    const some = found.proposals.length === 0 ? undefined : found;
    if (some !== undefined) sentences.push(some);
    known?.set(text, some);
  }
  return { sentences, words, wordCounts };
}

function movedTo(sentence: SentenceProposals, start: number, end: number): SentenceProposals {
  const by = start - sentence.start;
  const proposals = sentence.proposals.map((proposal) => {
    const written = proposal.judgement?.written;
    if (written === undefined) return proposal;
    const moved = { ...written, start: written.start + by, end: written.end + by };
    return { ...proposal, judgement: { ...proposal.judgement!, written: moved } };
  });
  return { ...sentence, start, end, proposals };
}

/** All rules of a team together may do so many times the work of the built-in ones. */
const TEAM_SHARE = 2;

/** What the built-in rules do for a word: the median over the examples of all rules. */
const USUAL_WORK = 70;

/** Has a paragraph more sentences than anybody writes, so that it is worth remembering what was found in each? */
export function isRepetitive({ masks }: Block, sentences: number): boolean {
  return sentences > MANY && masks.length === 0;
}

const MANY = 200;

function proposeInSentence(
  block: Block,
  start: number,
  end: number,
  set: RuleSet,
  options: ProposeOptions,
): SentenceProposals {
  const tokens = tokenise(block.text, start, end, block.masks);
  if (options.statistics !== undefined) options.statistics.sentencesRead++;
  let tags: readonly ReadonlySet<string>[] | undefined;
  const lookUp: TagLookup = () => {
    if (tags === undefined) {
      tags = options.tag(tokens);
      if (options.statistics !== undefined) options.statistics.parsed++;
    }
    return tags;
  };
  const found: Proposal[] = [];
  // Words that somebody does not want to hear of are not brought up another way.
  const silenced: Hit[] = [];
  const around = surroundingsOf(tokens, block, options.kind, start, end);
  const add = (rule: Rule, hit: Hit, isOwn: boolean, from: Pick<Proposal, 'judgement' | 'pattern'>) => {
    const severity = options.severity?.(rule) ?? rule.severity;
    if (severity === 'off') {
      silenced.push(hit);
      return;
    }
    const isChosen = severity !== rule.severity;
    found.push({
      rule,
      hit,
      severity: isChosen ? severity : (from.judgement?.severity ?? severity),
      ...(isOwn ? { isOwn } : {}),
      fixed: isOwn || isChosen || rule.weighed === false,
      ...from,
    });
  };
  let builtInWork = 0;
  for (const { matcher, ruleOf, isOwn } of set.parts) {
    const before = workDone();
    const most =
      isOwn && set.parts.length > 1 ? TEAM_SHARE * Math.max(builtInWork, tokens.count * USUAL_WORK) : undefined;
    matcher.find(
      tokens,
      lookUp,
      (number, hit, pattern) => {
        const rule = ruleOf(number);
        if (rule === undefined) return;
        if (!holds(rule.when, around, hit) || !holdsInClause(pattern.clause, around, hit)) return;
        if (rule.unless.some((other) => touches(other, around, hit, lookUp))) return;
        if (rule.unlessSentence.some((other) => standsIn(other, around, lookUp))) return;
        add(rule, hit, isOwn, { pattern });
      },
      most,
    );
    const work = workDone() - before;
    if (!isOwn) builtInWork += work;
    if (options.statistics !== undefined && most !== undefined && work > most) options.statistics.cutShort++;
  }
  let scored: readonly ScoredClause[] = [];
  if (set.judges) {
    const judge = (judgements: ReturnType<typeof judgeCharge>) => {
      for (const judgement of judgements) {
        const rule = set.judged(judgement.ruleId);
        if (rule !== undefined) add(rule, judgement.hit, false, { judgement });
      }
    };
    judge(judgeCharge(around));
    judge(judgeLoudness(around));
    // Whoever is shown the sentence sees all clauses that stir, in headings too.
    const isShown = options.onSentence !== undefined;
    const stirs = (isShown || mayHoldProposal(block)) && holdsCharged(tokens);
    if (stirs || found.length > 0) scored = scoreClauses(around, isShown ? undefined : found);
    const isFree = ({ hit }: { hit: Hit }) => !silenced.some((other) => overlap(other, hit));
    if (stirs && mayHoldProposal(block)) judge(proposeClauses(around, scored, found).filter(isFree));
  }
  const proposals = withoutDenied(withoutProtected(found, tokens, set, lookUp), tokens).sort(
    (a, b) => a.hit.spanStart - b.hit.spanStart,
  );
  const local = proposals.map((proposal) => {
    if (proposal.fixed) return 0;
    let score = BIAS;
    visitLocal(proposal, proposals, scored, options.kind, (name, value) => {
      score += termOf(name, value);
    });
    return score;
  });
  const sentence = { start, end, proposals, local, words: tokens.count };
  options.onSentence?.(sentence, scored);
  return sentence;
}

function overlap(a: Hit, b: Hit): boolean {
  return a.spanStart < b.spanEnd && a.spanEnd > b.spanStart;
}

/** Does the other pattern overlap the words found, or stand right beside them? */
function touches(other: Pattern, around: Surroundings, hit: Hit, tags: TagLookup): boolean {
  const { tokens } = around;
  if (!onceASentence(around.anchored, other, () => holdsAnchor(other, tokens))) return false;
  const from = Math.max(0, hit.spanStart - REACH);
  for (let start = from; start <= Math.min(hit.spanEnd, tokens.count - 1); start++) {
    const found = matchAt(other, tokens, start, tags);
    if (found === undefined || found.end < hit.spanStart || found.start > hit.spanEnd) continue;
    if (holdsInClause(other.clause, around, found)) return true;
  }
  return false;
}

/** As many words before a match may a pattern begin that touches it. */
const REACH = 12;

function standsIn(other: Pattern, around: Surroundings, tags: TagLookup): boolean {
  return onceASentence(around.standing, other, () => {
    const found = matchAnywhere(other, around.tokens, tags);
    return found !== undefined && holdsInClause(other.clause, around, found);
  });
}

/** A rule that matches many times in a sentence asks the same of the whole sentence each time. */
function onceASentence(known: Map<Pattern, boolean>, other: Pattern, look: () => boolean): boolean {
  const before = known.get(other);
  if (before !== undefined) return before;
  const found = look();
  known.set(other, found);
  return found;
}

function withoutDenied(found: Proposal[], tokens: Tokens): Proposal[] {
  if (found.length === 0) return found;
  const denied = deniedIn(tokens);
  return found.filter(({ rule, hit, isOwn }) => isOwn === true || !isDenied(rule.family, hit, denied));
}

function withoutProtected(found: Proposal[], tokens: Tokens, set: RuleSet, tags: TagLookup): Proposal[] {
  if (found.length === 0) return found;
  const terms: Hit[] = [];
  set.protectedTerms().find(tokens, tags, (_, term) => terms.push(term));
  if (terms.length === 0) return found;
  return found.filter(({ hit }) => !terms.some((term) => term.start < hit.spanEnd && term.end > hit.spanStart));
}
