import type { Family, Severity } from '../rule';
import type { BlockProposals, SentenceProposals } from './proposal';
import { type Rest, visitRest } from './proposalFeatures';
import { probabilityOf, termOf, thresholds } from './weights';

/** How loudly a proposal is shown, `undefined` for not at all, and the probability that a reader minds. */
export interface Weighed {
  readonly severity: Severity | undefined;
  readonly probability: number;
}

/** What a whole text proposes, to judge each of its sentences by the others. */
export function sumUp(blocks: readonly BlockProposals[]): Rest {
  let words = 0;
  let warnings = 0;
  let others = 0;
  for (const block of blocks) {
    words += block.words;
    for (const sentence of block.sentences) {
      others++;
      if (warns(sentence)) warnings++;
    }
  }
  return { words, warnings, others };
}

/** Weighs proposals of one text, which is summed up in `text`. */
export function createScales(text: Rest): (sentence: SentenceProposals) => Weighed[] {
  // In a long text one sentence more or less changes nothing.
  const whole = text.words > LONG ? restTerms(text) : undefined;
  return (sentence) => {
    const rest = whole ?? restTerms(without(text, sentence));
    return sentence.proposals.map(({ fixed, severity, rule, judgement }, at) => {
      if (fixed) return { severity, probability: 1 };
      const probability = probabilityOf(sentence.local[at]! + rest);
      const found = severityAt(probability);
      const isQuiet = hintsOnly.has(rule.family) || judgement?.isQuiet === true;
      return { severity: found !== undefined && isQuiet ? 'hint' : found, probability };
    });
  };
}

const LONG = 1500;

/** A position without its reason is the writer's right: whatever it looks like, it is a hint. */
const hintsOnly: ReadonlySet<Family> = new Set(['positional']);

function severityAt(probability: number): Severity | undefined {
  if (probability >= thresholds.warning) return 'warning';
  if (probability >= thresholds.information) return 'information';
  return probability >= thresholds.hint ? 'hint' : undefined;
}

function restTerms(rest: Rest): number {
  let sum = 0;
  visitRest(rest, (name, value) => {
    sum += termOf(name, value);
  });
  return sum;
}

/** The text without one of its sentences. */
export function without(text: Rest, sentence: SentenceProposals): Rest {
  return {
    words: Math.max(0, text.words - sentence.words),
    warnings: Math.max(0, text.warnings - (warns(sentence) ? 1 : 0)),
    others: Math.max(0, text.others - 1),
  };
}

function warns({ proposals }: SentenceProposals): boolean {
  return proposals.some(({ severity }) => severity === 'warning');
}
