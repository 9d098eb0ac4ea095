import type { Block, Span } from '../document/draft/draft';
import { splitSentences } from '../document/draft/sentences';
import type { BlockProposals, SentenceProposals } from './weighing/proposal';

/** A block as it was before an edit, and what was proposed in it. */
export interface EarlierBlock {
  readonly block: Block;
  readonly proposals: BlockProposals;
}

/** Gives what was proposed in the same sentence before, or `undefined` for a sentence that is new. */
export type EarlierSentences = (sentence: Span) => SentenceProposals | undefined;

const none: EarlierSentences = () => undefined;

/**
 * The sentences that an edit has left as they were, by their words and what stands beside them: of a paragraph that somebody types in
 * one sentence has to be read. Blocks with masks are read as a whole.
 */
export function earlierSentences(block: Block, earlier: EarlierBlock | undefined): EarlierSentences {
  if (earlier === undefined || earlier.block.type !== block.type) return none;
  if (block.masks.length > 0 || earlier.block.masks.length > 0) return none;
  const { text } = earlier.block;
  const { sentences, wordCounts } = earlier.proposals;
  const spans = splitSentences(text);
  if (spans.length !== wordCounts.length) return none;
  const found = new Map(sentences.map((sentence) => [sentence.start, sentence]));
  const known = new Map(
    spans.map((span, at) => [keyOf(text, span), found.get(span.start) ?? emptyAt(span, wordCounts[at]!)]),
  );
  return (sentence) => known.get(keyOf(block.text, sentence));
}

function emptyAt({ start, end }: Span, words: number): SentenceProposals {
  return { start, end, proposals: [], local: [], words };
}

/** UTF-16 code units before and after a sentence that something may look at which is proposed in it. */
const BEFORE = 12;
const AFTER = 40;

function keyOf(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - BEFORE);
  return `${start - from} ${end - start} ${text.slice(from, end + AFTER)}`;
}
