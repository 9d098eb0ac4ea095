import type { CaseReading } from '../case/caseReading';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { type Places, targetOf } from './talksView';
import type { BalanceView, TimelineView } from './view';

const MOST_MESSAGES = 120;
const MOST_SUMS = 60;

/** The messages as the timeline draws them; of a very long thread the last ones. */
export function timelineOf(diagnosis: Diagnosis, { sums }: CaseReading, places: Places): TimelineView {
  const shown = diagnosis.messages.slice(-MOST_MESSAGES);
  const first = shown[0]?.index ?? 0;
  return {
    leftOut: diagnosis.messages.length - shown.length,
    messages: shown.map((message) => {
      const sum = sums.findLast((one) => one.message === message.index);
      return {
        id: targetOf(message.start, Math.max(message.start, message.end)),
        author: message.author.slice(0, 200),
        by: message.by,
        words: message.words,
        questions: message.questions,
        gives: message.concessions,
        heat: message.heat,
        line: places.placeOf(message.start).line,
        ...(message.date === undefined ? {} : { when: places.date(message.date) }),
        ...(message.gapDays === undefined ? {} : { gapDays: Math.min(message.gapDays, 100_000) }),
        ...(sum === undefined ? {} : { sum: sum.value }),
      };
    }),
    sums: sums
      .filter(({ message }) => message >= first)
      .slice(-MOST_SUMS)
      .map(({ by, value, unit, message }) => ({
        by,
        value,
        text: places.amount(value, unit),
        message: message - first,
      })),
  };
}

export function balanceOf({ me, them }: CaseReading): BalanceView {
  return { me: { ...me }, them: { ...them } };
}
