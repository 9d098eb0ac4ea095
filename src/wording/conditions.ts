import type { Block, Kind } from '../document/draft/draft';
import type { Clause, SentenceReading } from '../language/clause/clause';
import { type ClauseConditions, clauseConditionNames, holdsOfClause } from '../language/clause/clauseConditions';
import { clauseAt, readClauses } from '../language/clause/readClauses';
import type { Hit } from '../language/matcher';
import type { Pattern } from '../language/pattern';
import { Break, type Tokens } from '../language/tokens';
import { numberWord } from '../language/vocabulary';
import { wordClass } from '../language/wordClasses';
import type { Conditions } from './rule';

/** What a rule may ask about the sentence; each answer is worked out when first asked for. */
export interface Surroundings {
  readonly tokens: Tokens;
  readonly block: Block;
  readonly kind: Kind;
  /** UTF-16 offsets in the block's text where the sentence begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly asked: Map<keyof typeof questions, boolean>;
  /** Whether a word that a pattern cannot do without stands in the sentence, and whether the pattern does, where somebody has asked. */
  readonly anchored: Map<Pattern, boolean>;
  readonly standing: Map<Pattern, boolean>;
  /** The clauses, read when first asked for. */
  reading?: SentenceReading;
}

/** A sentence of which nothing has been asked yet. */
export function surroundingsOf(tokens: Tokens, block: Block, kind: Kind, start: number, end: number): Surroundings {
  return { tokens, block, kind, start, end, asked: new Map(), anchored: new Map(), standing: new Map() };
}

/** The clauses of the sentence; read once, and only where something stirs. */
export function readingOf(around: Surroundings): SentenceReading {
  if (around.reading === undefined) {
    const { tokens, block, end } = around;
    const last = tokens.count > 0 ? tokens.ends[tokens.count - 1]! : around.start;
    around.reading = readClauses(tokens, block.text.slice(last, end + TAIL));
  }
  return around.reading;
}

/** A smile stands behind the full stop. */
const TAIL = 4;

/** The clause that the words found stand in. */
export function clauseOf(around: Surroundings, { spanStart, spanEnd }: Hit): Clause | undefined {
  return clauseAt(readingOf(around), spanStart, Math.max(spanEnd, spanStart + 1));
}

/** Is the clause that the words found stand in as it must be? */
export function holdsInClause(asked: ClauseConditions | undefined, around: Surroundings, hit: Hit): boolean {
  if (asked === undefined || !clauseConditionNames.some((name) => asked[name] !== undefined)) return true;
  const clause = clauseOf(around, hit);
  return clause !== undefined && holdsOfClause(asked, clause, readingOf(around));
}

/** Do the conditions of a rule hold around these words? */
export function holds(conditions: Conditions | undefined, around: Surroundings, hit: Hit): boolean {
  if (conditions?.negated !== true && isNegated(around.tokens, hit)) return false;
  if (conditions === undefined) return true;
  if (conditions.start === true && hit.spanStart > 0) return false;
  if (conditions.start === false && hit.spanStart === 0) return false;
  if (conditions.kinds?.includes(around.kind) === false) return false;
  if (conditions.blocks?.includes(around.block.type) === false) return false;
  if (conditions.words !== undefined && around.tokens.count < conditions.words) return false;
  const isAnswered = (['question', 'reader', 'writer', 'reason'] as const).every(
    (name) => conditions[name] === undefined || conditions[name] === ask(name, around),
  );
  return isAnswered && holdsInClause(conditions, around, hit);
}

function ask(name: keyof typeof questions, around: Surroundings): boolean {
  let answer = around.asked.get(name);
  if (answer === undefined) {
    answer = questions[name](around);
    around.asked.set(name, answer);
  }
  return answer;
}

const questions = {
  question: ({ block, end }: Surroundings) => /\?["'”’)\]*_]*\s*$/.test(block.text.slice(Math.max(0, end - 12), end)),
  reader: ({ tokens }: Surroundings) => hasAny(tokens, reader),
  writer: ({ tokens }: Surroundings) => hasAny(tokens, writer),
  reason: ({ tokens }: Surroundings) => hasAny(tokens, reasons) || hasPair(tokens),
};

const reader = new Set([...wordClass('reader'), ...wordClass('reader-owner')]);
const writer = new Set([...wordClass('writer'), ...wordClass('writer-owner')]);
const reasons = wordClass('reason-word');
const negators = wordClass('negating-adverb');
const endsNegation = wordClass('clause-opening');
const so = numberWord('so');
const that = numberWord('that');
const due = numberWord('due');
const to = numberWord('to');

function hasAny(tokens: Tokens, words: ReadonlySet<number>): boolean {
  for (let at = 0; at < tokens.count; at++) if (words.has(tokens.words[at]!)) return true;
  return false;
}

function hasPair({ words, count }: Tokens): boolean {
  for (let at = 1; at < count; at++)
    if ((words[at - 1] === so && words[at] === that) || (words[at - 1] === due && words[at] === to)) return true;
  return false;
}

/** A negation up to three words before the match, in the same clause, with nothing between that opens a new one. */
function isNegated(tokens: Tokens, hit: Hit): boolean {
  for (let at = hit.start - 1; at >= Math.max(0, hit.start - 3); at--) {
    if (tokens.breaks[at + 1] !== Break.none) return false;
    if (endsNegation.has(tokens.words[at]!)) return false;
    if (negators.has(tokens.words[at]!)) return true;
  }
  return false;
}
