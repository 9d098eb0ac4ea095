import type { Block } from '../document/draft/draft';
import { createTokens, type Tokens, tokenise } from '../language/tokens';
import { type Surroundings, surroundingsOf } from './conditions';
import { fillFrame, frameFits } from './frames';
import { keepsMarkup } from './keepsMarkup';
import { isShouted, lowerCapitals } from './lowerCapitals';
import { endOfMarked } from './markedWords';
import { fillMessage } from './message';
import { withoutOverlaps } from './overlaps';
import { isRepetitive, type ProposeOptions, proposeInBlock } from './propose';
import { readsWell } from './readsWell';
import { type Rephrased, rephrase } from './rephrase';
import { rewriteShapes } from './rewriteShapes';
import type { Finding, Severity, Suggestion } from './rule';
import type { RuleSet } from './ruleParts';
import { rewriteSentence } from './sentenceRewrites';
import { strandsWords } from './strandedWords';
import type { BlockProposals, Proposal, SentenceProposals } from './weighing/proposal';
import type { Weighed } from './weighing/weigh';
import { speaks, type Writer, writerOf } from './writerPronoun';

export type FindOptions = ProposeOptions;

/** Does nothing between the two offsets of a sentence, UTF-16 code units, end exclusive, call for a finding? */
export type IsQuiet = (sentence: string, from: number, to: number) => boolean;

/**
 * What rules and judgements propose in one block of the writer's own words, as findings, at most one over any word. Nothing is weighed:
 * this is how a rule is tried on its own.
 *
 * @returns offsets relative to the block's start, in UTF-16 code units, ends exclusive, in order
 */
export function findInBlock(block: Block, set: RuleSet, options: FindOptions): Finding[] {
  return toFindings(block, proposeInBlock(block, set, options), asWritten);
}

/** A clause that only its score speaks for is a guess; the weights decide on it. */
function asWritten({ proposals }: SentenceProposals): Weighed[] {
  return proposals.map(({ rule, severity }) => ({
    severity: rule.judged === 'tenor' ? undefined : severity,
    probability: 1,
  }));
}

/**
 * The findings that come of what a block proposes.
 *
 * @param weigh says how loudly each proposal of a sentence is shown
 * @returns offsets relative to the block's start
 */
export function toFindings(
  block: Block,
  { sentences }: BlockProposals,
  weigh: (sentence: SentenceProposals) => readonly Weighed[],
  isQuiet: IsQuiet = () => true,
): Finding[] {
  const findings: Finding[] = [];
  // A paragraph that says one thing ten thousand times has the same findings each time.
  const known = isRepetitive(block, sentences.length) ? new Map<string, Written>() : undefined;
  for (const sentence of sentences) {
    const weighed = weigh(sentence);
    const shown: Shown[] = [];
    for (const [at, proposal] of sentence.proposals.entries()) {
      const { severity, probability } = weighed[at]!;
      if (severity !== undefined) shown.push({ ...proposal, severity, probability });
    }
    if (shown.length === 0) continue;
    const key = known === undefined ? '' : keyOf(block, sentence, shown);
    const before = known?.get(key);
    if (before !== undefined) {
      for (const found of before.findings) findings.push(movedBy(found, sentence.start - before.start));
      continue;
    }
    const written = writeFindings(block, sentence, withoutOverlaps(shown), isQuiet);
    known?.set(key, { start: sentence.start, findings: written });
    for (const found of written) findings.push(found);
  }
  return findings;
}

/** The same findings so many code units further on. */
export function movedBy(found: Finding, by: number): Finding {
  const suggestions = found.suggestions.map((one) =>
    one.start === undefined || one.end === undefined ? one : { ...one, start: one.start + by, end: one.end + by },
  );
  return { ...found, start: found.start + by, end: found.end + by, suggestions };
}

/** The findings of a sentence that begins at `start`. */
interface Written {
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** What the findings of a sentence depend on: its words, how each proposal is shown, and who speaks around it. */
function keyOf({ text }: Block, { start, end }: SentenceProposals, shown: readonly Shown[]): string {
  const writer = writerOf(text, { start, end }, { start, end });
  return `${writer} ${shown.map(({ severity }) => severity[0]).join('')} ${text.slice(start, end)}`;
}

interface Shown extends Proposal {
  readonly probability: number;
}

function writeFindings(
  block: Block,
  { start, end }: SentenceProposals,
  kept: readonly Shown[],
  isQuiet: IsQuiet,
): Finding[] {
  const findings: Finding[] = [];
  const tokens = tokenise(block.text, start, end, block.masks, createTokens(64));
  const around = surroundingsOf(tokens, block, 'email', start, end);
  let last = -1;
  for (const [index, { rule, hit, severity, judgement, isOwn }] of kept.entries()) {
    const next = kept[index + 1]?.hit.spanStart;
    const room = { from: last, to: next === undefined ? end : tokens.starts[next]! };
    // A sentence that is said again stands elsewhere.
    const whole = judgement?.written ?? rephrase(judgement?.rephrasings ?? rule.rephrase ?? [], tokens, hit, room);
    const sentence = block.text.slice(start, end);
    const suggestions = whole.suggestions.filter(({ text }) => {
      if (isOwn === true) return true;
      const after = block.text.slice(start, whole.start) + text + block.text.slice(whole.end, end);
      return fits(text, rule, tokens, hit) && readsWell(sentence, after);
    });
    const written = suggestions.length === whole.suggestions.length ? whole : { ...whole, suggestions };
    if (written.start < last) continue;
    last = written.end;
    const others =
      written.suggestions.length < ENOUGH
        ? othersFor({ rule, isOwn: isOwn === true, severity }, around, hit, written, isQuiet)
        : [];
    const found = written.found ?? written;
    const stop = isOwn === true || judgement?.written !== undefined ? hit.spanEnd : endOfMarked(tokens, hit);
    const marked = stop === hit.spanEnd ? found : { start: found.start, end: tokens.ends[stop - 1]! };
    findings.push(toFinding({ rule, severity, judgement }, block.text, marked, written, others));
  }
  return findings;
}

/** Does a rule's own rewrite stand well among the words around it? */
function fits(text: string, { family }: Proposal['rule'], tokens: Tokens, hit: Proposal['hit']): boolean {
  const isPart = hit.spanEnd - hit.spanStart < tokens.count;
  // Small letters within a shout.
  if (isPart && text !== text.toUpperCase() && isShouted(tokens)) return false;
  return !strandsWords(text, family, rewriteShapes(), tokens, hit);
}

/** A rule that offers as many ways to say it needs no others. */
const ENOUGH = 2;
const MOST = 3;

/** Ways to say the whole sentence that set off nothing themselves, and the rule's frame last. */
function othersFor(
  { rule, isOwn, severity }: { readonly rule: Proposal['rule']; readonly isOwn: boolean; readonly severity: Severity },
  around: Surroundings,
  hit: Proposal['hit'],
  own: Rephrased,
  isQuiet: IsQuiet,
): Suggestion[] {
  const { start, end, block } = around;
  const rewritten: Suggestion[] = [];
  const applied = ({ text, start: from = own.start, end: to = own.end }: Suggestion) =>
    block.text.slice(start, from) + text + block.text.slice(to, end);
  const seen = new Set([block.text.slice(start, end), ...own.suggestions.map(applied)]);
  for (const one of otherWays(rule, around, hit)) {
    if (one.frame !== true && !keepsMarkup(block.text.slice(one.start, one.end), one.text)) continue;
    const sentence = applied(one);
    if (seen.has(sentence) || !readsWell(block.text.slice(start, end), sentence)) continue;
    seen.add(sentence);
    const from = one.start! - start;
    const kept = sameEnd(block.text.slice(one.start, one.end), one.text);
    if (isQuiet(sentence, from, from + one.text.length - kept)) rewritten.push(one);
    if (rewritten.length === ENOUGH) break;
  }
  const { frame } = rule;
  if (frame === undefined) return rewritten;
  const text = fillFrame(frame, around.tokens, isOwn ? undefined : voiceOf(block.text, start, end));
  const isOpen = text.includes('[');
  // What a team wrote it stands for. A frame of ours drops what the sentence says: it stands where the sentence itself fills its blanks.
  const isBare = severity !== 'hint' && own.suggestions.length + rewritten.length === 0;
  const isWanted = isOwn || (isBare && !isOpen && frame.includes('{') && frameFits(around.tokens, hit));
  return isWanted ? [...rewritten, { text, safe: false, ...(isOpen ? { frame: true } : {}), start, end }] : rewritten;
}

/** The pronoun of the writer; none where nobody speaks. */
function voiceOf(text: string, start: number, end: number): Writer | undefined {
  return speaks(text) ? writerOf(text, { start, end }, { start, end }) : undefined;
}

function* otherWays(rule: Proposal['rule'], around: Surroundings, hit: Proposal['hit']): Generator<Suggestion> {
  const quieter = lowerCapitals(around.tokens, hit);
  // What is shouted as a whole would be shouted in part.
  if (quieter === undefined || !isShouted(around.tokens))
    yield* rewriteSentence(rule.family, rule.judged === 'tenor', around, hit);
  // An insult in small letters is one still.
  if (quieter !== undefined && (rule.family !== 'heat' || rule.judged === 'loudness')) yield quieter;
}

/** How many code units at the end of both texts are the same, but for capitals: what stood there before is no news. */
function sameEnd(before: string, after: string): number {
  const [old, now] = [before.toLowerCase(), after.toLowerCase()];
  let same = 0;
  while (same < now.length && same < old.length && old.at(-1 - same) === now.at(-1 - same)) same++;
  return same;
}

function toFinding(
  { rule, severity, judgement }: { rule: Proposal['rule']; severity: Severity; judgement: Proposal['judgement'] },
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  { start: from, end: to, suggestions }: Rephrased,
  others: readonly Suggestion[],
): Finding {
  const own = start === from && end === to ? suggestions : suggestions.map((one) => ({ ...one, start: from, end: to }));
  const text = source.slice(start, end);
  const said = judgement?.said ?? rule;
  return {
    ruleId: rule.id,
    family: rule.family,
    severity,
    stance: rule.stance,
    message: fillMessage(said.message, text, judgement?.deciding),
    why: said.why,
    grade: rule.grade,
    start,
    end,
    text,
    suggestions: [...own, ...others].slice(0, MOST),
  };
}
