import type { Block } from '../document/draft/draft';
import { type IsQuiet, movedBy, toFindings } from './find';
import type { Finding } from './rule';
import type { BlockProposals, SentenceProposals } from './weighing/proposal';
import type { Rest } from './weighing/proposalFeatures';
import { createScales, sumUp, type Weighed } from './weighing/weigh';

/** What was read in a block, and the findings that came of it last. It is kept while the block stays as it is. */
export interface BlockReading {
  readonly proposals: BlockProposals;
  /** What the block adds to the sum of the text. */
  readonly sum: Rest;
  /** The text that it was weighed by last. */
  by: Rest | undefined;
  shown: string;
  findings: readonly Finding[];
  /** The same where the block stands in the document. */
  placed: readonly Finding[];
  placedAt: number;
}

export function newReading(proposals: BlockProposals): BlockReading {
  return { proposals, sum: sumUp([proposals]), by: undefined, shown: '', findings: none, placed: none, placedAt: 0 };
}

const none: readonly Finding[] = [];

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
  const text = { words: 0, warnings: 0, others: 0 };
  for (const { sum } of readings) {
    text.words += sum.words;
    text.warnings += sum.warnings;
    text.others += sum.others;
  }
  const scales = createScales(text);
  const findings: Finding[] = [];
  for (let at = 0; at < readings.length; at++) {
    const reading = readings[at]!;
    if (reading.proposals.sentences.length === 0) continue;
    if (!isAlike(reading.by, text)) weighAgain(blocks[at]!, reading, scales, isQuiet);
    reading.by = text;
    if (reading.findings.length === 0) continue;
    for (const finding of placedAt(blocks[at]!.start, reading)) findings.push(finding);
  }
  return findings;
}

/** Most edits change neither how long a text is nor what is proposed in it. */
function isAlike(before: Rest | undefined, { words, warnings, others }: Rest): boolean {
  return before?.words === words && before.warnings === warnings && before.others === others;
}

function weighAgain(
  block: Block,
  reading: BlockReading,
  scales: (sentence: SentenceProposals) => Weighed[],
  isQuiet: IsQuiet,
): void {
  const { sentences } = reading.proposals;
  const weighed = new Map(sentences.map((sentence) => [sentence, scales(sentence)]));
  const shown = [...weighed.values()].map((all) => all.map(({ severity = '-' }) => severity[0]).join('')).join();
  // Most edits elsewhere change nothing here.
  if (shown === reading.shown) return;
  reading.shown = shown;
  reading.findings = toFindings(block, reading.proposals, (sentence) => weighed.get(sentence)!, isQuiet);
  reading.placed = none;
}

function placedAt(start: number, reading: BlockReading): readonly Finding[] {
  const { findings } = reading;
  if (reading.placed.length !== findings.length || reading.placedAt !== start) {
    reading.placed = findings.map((found) => movedBy(found, start));
    reading.placedAt = start;
  }
  return reading.placed;
}
