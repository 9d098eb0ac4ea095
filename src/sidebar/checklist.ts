import type { Answer } from '../case/caseRecord';
import type { Diagnosis, RankedCause } from '../diagnosis/diagnosis';
import type { SuggestedAnswers } from '../playbook/suggestedAnswers';
import type { Playbook, Statement } from '../playbook/types';
import { chipOf, type Places } from './diagnosisView';
import type { GroupView, StatementView } from './view';

export interface ChecklistInput {
  readonly playbook: Pick<Playbook, 'causes' | 'groups'>;
  readonly suggested: SuggestedAnswers;
  readonly diagnosis: Diagnosis | undefined;
  readonly places: Places;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** The statements by group, with the user's answers and what the text suggests. Their order never changes while the user reads. */
export function checklistOf({ playbook, suggested, diagnosis, places, answers }: ChecklistInput): GroupView[] {
  return playbook.groups.map(({ id, title, description }) => {
    const statements = playbook.causes
      .filter(({ group }) => group === id)
      .flatMap((cause) => {
        const ranked = diagnosis?.causes.find((one) => one.id === cause.id);
        const signals = suggested[cause.id] ?? {};
        return cause.statements.map((statement) => viewOf(statement, ranked, signals[statement.id] ?? []));
      });
    return { id, title, description, answered: statements.filter(({ answer }) => answer).length, statements };
  });

  function viewOf({ id, text }: Statement, ranked: RankedCause | undefined, signals: readonly string[]): StatementView {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const suggestion = ranked && suggestionOf(ranked, signals, places);
    return {
      id,
      text,
      ...(answer === undefined ? {} : { answer }),
      ...(suggestion === undefined ? {} : { suggestion }),
    };
  }
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
  return { answer: 'yes', why: term.why, chips: chips.slice(0, 3) };
}
