import type { Answer } from '../case/caseRecord';
import type { Diagnosis, RankedCause } from '../diagnosis/diagnosis';
import type { SuggestedAnswers } from '../playbook/suggestedAnswers';
import type { Cause, Playbook, Statement } from '../playbook/types';
import { chipOf, type Places } from './talksView';
import type { GroupView, StatementView } from './view';

export interface ChecklistInput {
  readonly playbook: Pick<Playbook, 'causes' | 'groups'>;
  readonly suggested: SuggestedAnswers;
  readonly diagnosis: Diagnosis | undefined;
  readonly places: Places;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** The statements by group, in an order that never changes under the reader, with what the user said and what the text suggests. */
export function checklistOf(input: ChecklistInput): GroupView[] {
  const { playbook, answers } = input;
  return playbook.groups.map(({ id, title, description }) => {
    const statements = playbook.causes
      .filter(({ group }) => group === id)
      .flatMap((cause) => cause.statements.map((statement) => viewOf(cause, statement, input)));
    const answered = statements.filter((statement) => Object.hasOwn(answers, statement.id)).length;
    return { id, title, description, answered, statements };
  });
}

const MOST_TELLING = 3;

/**
 * The statements whose answers would change the ranking most: those of causes that are neither sure nor out of the question,
 * and that weigh much. One of a cause at most.
 */
export function tellingOf(input: ChecklistInput): StatementView[] {
  const { playbook, diagnosis, answers } = input;
  if (diagnosis === undefined || diagnosis.causes.length === 0) return [];
  return playbook.causes
    .flatMap((cause) => {
      const share = diagnosis.causes.find(({ id }) => id === cause.id)?.score ?? 0;
      const open = cause.statements.filter(({ id }) => !Object.hasOwn(answers, id));
      const [best] = open.toSorted((one, other) => weightOf(other) - weightOf(one));
      return best === undefined ? [] : [{ cause, statement: best, change: share * (1 - share) * weightOf(best) }];
    })
    .sort((one, other) => other.change - one.change)
    .slice(0, MOST_TELLING)
    .map(({ cause, statement }) => viewOf(cause, statement, input));
}

/** How far apart a yes and a no move the cause. */
function weightOf({ yes, no }: Statement): number {
  return Math.abs(yes - no);
}

function viewOf(
  cause: Cause,
  { id, text }: Statement,
  { suggested, diagnosis, places, answers }: ChecklistInput,
): StatementView {
  const ranked = diagnosis?.causes.find((one) => one.id === cause.id);
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  const suggestion = ranked && suggestionOf(ranked, suggested[cause.id]?.[id] ?? [], places);
  return {
    id,
    text,
    ...(answer === undefined ? {} : { answer }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** A yes, where the thread holds a signal that speaks to the statement, with the lines that carry it. */
function suggestionOf(
  ranked: RankedCause,
  signals: readonly string[],
  places: Places,
): StatementView['suggestion'] | undefined {
  const term = ranked.terms.find(({ from, points }) => points > 0 && signals.includes(from));
  if (term === undefined) return undefined;
  const chips = ranked.for.filter(({ why }) => why === term.why).map((quote) => chipOf(quote, places));
  // A line says so itself, or nothing is suggested.
  return chips.length === 0 ? undefined : { answer: 'yes', why: term.why, chips: chips.slice(0, 3) };
}
