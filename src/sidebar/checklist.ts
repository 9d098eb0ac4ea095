import type { CaseReading } from '../case/caseReading';
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
  readonly reading: Pick<CaseReading, 'telling'> | undefined;
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

/** The statements whose answers are expected to change the ranking most; none where nothing is ranked. */
export function tellingOf(input: ChecklistInput): StatementView[] {
  const { playbook, diagnosis, answers, reading } = input;
  if (diagnosis === undefined || diagnosis.causes.length === 0) return [];
  return (reading?.telling(diagnosis, answers) ?? []).flatMap((id) => {
    const cause = playbook.causes.find(({ statements }) => statements.some((one) => one.id === id));
    const statement = cause?.statements.find((one) => one.id === id);
    return cause === undefined || statement === undefined ? [] : [viewOf(cause, statement, input)];
  });
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

/** A yes, where a line or the course of the thread speaks to the statement, with the lines that say so. */
function suggestionOf(
  ranked: RankedCause,
  lines: readonly string[],
  places: Places,
): StatementView['suggestion'] | undefined {
  const term = ranked.terms.find(({ from, points }) => points > 0 && lines.includes(from));
  if (term === undefined) return undefined;
  const chips = ranked.for.filter(({ why }) => why === term.why).map((quote) => chipOf(quote, places));
  // A line says so itself, or nothing is suggested.
  return chips.length === 0 ? undefined : { answer: 'yes', why: term.why, chips: chips.slice(0, 3) };
}
