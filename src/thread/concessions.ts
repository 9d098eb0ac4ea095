import { isNegated } from '../language/wordPatterns';
import type { AmountMovement } from './amountMovement';
import type { Amount } from './amounts';
import { type LabelledSentence, labelPart } from './dialogueActs';
import { type Mention, mentionOf } from './mention';

export interface Concession extends Mention {
  /** Something was asked in return, or a condition set. */
  readonly tied: boolean;
  /** What is put on the table, where a number says it. */
  readonly amounts: readonly Amount[];
}

/**
 * What each side gave, and whether it was tied to a return: in the same sentence, or in the next one of the paragraph.
 *
 * @param movement how the amounts of the thread moved: a new figure nearer to the other side's is given, whatever its words
 */
export function readConcessions(
  sentences: readonly LabelledSentence[],
  amounts: readonly Amount[],
  movement?: AmountMovement,
): Concession[] {
  const bySentence = new Map<number, Amount[]>();
  for (const amount of amounts) bySentence.set(amount.start, [...(bySentence.get(amount.start) ?? []), amount]);
  const nearer = movement === undefined ? new Set<number>() : nearerFigures(movement);
  return sentences.flatMap((sentence, index) => {
    const named = bySentence.get(sentence.start) ?? [];
    const given = gives(sentence, named) || (nearer.has(sentence.start) && putsOnTheTable(sentence));
    if (!given) return [];
    const next = sentences[index + 1];
    const follows =
      next !== undefined &&
      next.message === sentence.message &&
      next.paragraph === sentence.paragraph &&
      next.acts.has('tie');
    return [{ ...mentionOf(sentence), tied: sentence.acts.has('tie') || follows, amounts: named }];
  });
}

function gives(sentence: LabelledSentence, amounts: readonly Amount[]): boolean {
  // “Do you think we will pay for this?” wants no answer and offers nothing.
  if (asksReader(sentence) || sentence.acts.has('rhetorical')) return false;
  if (sentence.acts.has('release') && !sentence.asks) return true;
  // "We can't do 900, but could do 850": what stands behind the contrast is what is given.
  const part = sentence.acts.has('refuse') ? labelPart(sentence, 'contrast') : sentence;
  if (part === undefined || part.acts.has('refuse')) return false;
  if (part.acts.has('give')) return !part.asks || amounts.length > 0 || part.acts.has('tie');
  if (part.acts.has('undertakes') && part.acts.has('tie') && !part.asks) return true;
  const named = amounts.filter(({ number }) => number.start >= part.start);
  if (named.length === 0) return false;
  if (part.acts.has('offer')) return true;
  // "930 if you keep the stairs": the number opens the sentence and a condition follows.
  return (
    part.acts.has('tie') &&
    !part.acts.has('ask') &&
    !part.acts.has('open-question') &&
    named[0]!.number.start - part.start <= OPENING
  );
}

/** How far from its beginning a number still opens a sentence, in UTF-16 code units: a greeting or an "Ok," may stand before it. */
const OPENING = 16;

/** A new figure is meant as one, be it put as a question, unless it is denied, asked after, or named as the limit. */
function putsOnTheTable({ asks, acts, text }: LabelledSentence): boolean {
  return !(asks && acts.has('asks-amount')) && !acts.has('own-limit') && !acts.has('thanks') && !isNegated(text);
}

function asksReader({ asks, acts }: LabelledSentence): boolean {
  return asks && acts.has('ask');
}

/** Where the sentences begin in which a side changes its figure towards the other's. */
function nearerFigures({ mine, theirs }: AmountMovement): Set<number> {
  const nearer = new Set<number>();
  for (const [own, other] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    own.forEach((amount, index) => {
      const before = own[index - 1];
      if (before === undefined || before.value === amount.value) return;
      const heard = other.findLast(({ message }) => message < amount.message);
      if (heard === undefined || heard.value === amount.value) return;
      if (Math.abs(heard.value - amount.value) < Math.abs(heard.value - before.value)) nearer.add(amount.start);
    });
  }
  return nearer;
}
