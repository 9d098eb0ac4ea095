import type { Block } from '../document/draft/draft';
import { type IsQuiet, toFindings } from './find';
import type { Finding } from './rule';
import type { BlockProposals, SentenceProposals } from './weighing/proposal';
import { createScales, sumUp, type Weighed } from './weighing/weigh';

/** What was read in a block, and the findings that came of it last. It is kept while the block stays as it is. */
export interface BlockReading {
  readonly proposals: BlockProposals;
  shown: string;
  findings: readonly Finding[];
}

export function newReading(proposals: BlockProposals): BlockReading {
  return { proposals, shown: '', findings: [] };
}

/**
 * The findings of a whole text: what its blocks propose, each weighed by the rest of the text.
 *
 * @param readings one for each block, in their order
 * @param isQuiet whether what is to be offered sets off nothing itself
 * @returns offsets in the document, UTF-16 code units, ends exclusive, in order
 */
export function weighedFindings(
  blocks: readonly Block[],
  readings: readonly BlockReading[],
  isQuiet: IsQuiet,
): Finding[] {
  const scales = createScales(sumUp(readings.map(({ proposals }) => proposals)));
  return blocks.flatMap((block, at) =>
    findingsOf(block, readings[at]!, scales, isQuiet).map((found) => movedBy(found, block.start)),
  );
}

function findingsOf(
  block: Block,
  reading: BlockReading,
  scales: (sentence: SentenceProposals) => Weighed[],
  isQuiet: IsQuiet,
): readonly Finding[] {
  const { sentences } = reading.proposals;
  if (sentences.length === 0) return reading.findings;
  const weighed = new Map(sentences.map((sentence) => [sentence, scales(sentence)]));
  const shown = [...weighed.values()].map((all) => all.map(({ severity = '-' }) => severity[0]).join('')).join();
  // Most edits elsewhere change nothing here.
  if (shown !== reading.shown) {
    reading.shown = shown;
    reading.findings = toFindings(block, reading.proposals, (sentence) => weighed.get(sentence)!, isQuiet);
  }
  return reading.findings;
}

function movedBy(found: Finding, by: number): Finding {
  const suggestions = found.suggestions.map((one) =>
    one.start === undefined || one.end === undefined ? one : { ...one, start: one.start + by, end: one.end + by },
  );
  return { ...found, start: found.start + by, end: found.end + by, suggestions };
}
