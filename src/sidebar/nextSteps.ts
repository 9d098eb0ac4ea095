import type { Playbook, Register } from '../playbook/types';
import type { MoveView, QuestionView, SidebarModel, TalksView } from './view';

export interface NextStepsInput {
  readonly playbook: Pick<Playbook, 'causes' | 'moves' | 'questions'>;
  readonly fill: (text: string) => string;
  readonly wording: Register;
  readonly kind: 'email' | 'proposal' | 'other';
}

const MOST_MOVES = 5;
const MOST_QUESTIONS = 4;

/** Moves and questions for the causes that are shown, the first cause first. */
export function nextStepsOf(
  talks: TalksView | undefined,
  { playbook, fill, wording, kind }: NextStepsInput,
): Pick<SidebarModel, 'moves' | 'questions' | 'avoid'> {
  const acting = (talks?.causes ?? []).flatMap(({ id }) => playbook.causes.filter((cause) => cause.id === id));
  const moves = new Map<string, MoveView>();
  acting.forEach((cause, place) => {
    for (const id of cause.moves.slice(0, place === 0 ? 3 : 1)) {
      const move = playbook.moves.find((one) => one.id === id);
      if (move === undefined || moves.has(id) || moves.size === MOST_MOVES) continue;
      const { title, what, when, whenNot, lookFor } = move;
      moves.set(id, {
        id,
        title,
        cause: cause.title,
        why: what,
        when,
        whenNot,
        lookFor,
        openings: openingsFor(move.openings, kind, fill).map(fill),
      });
    }
  });
  const questions = new Map<string, QuestionView>();
  for (let round = 0; round < MOST_QUESTIONS; round++)
    for (const cause of acting) {
      const question = playbook.questions.find(({ id }) => id === cause.questions[round]);
      if (question !== undefined && questions.size < MOST_QUESTIONS && !questions.has(question.id))
        questions.set(question.id, { id: question.id, cause: cause.title, text: fill(question[wording]) });
    }
  const [first] = acting;
  return {
    moves: [...moves.values()],
    questions: [...questions.values()],
    ...(first === undefined ? {} : { avoid: { text: first.avoid.text, why: first.avoid.why } }),
  };
}

/** The openings that suit the kind of document, with their placeholders; those that leave the fewest to fill in come first. */
export function openingsFor(
  { email, proposal }: { readonly email: readonly string[]; readonly proposal: readonly string[] },
  kind: NextStepsInput['kind'],
  fill: (text: string) => string,
): string[] {
  const blanks = (text: string) => fill(text).match(/\[[^[\]]+\]/g)?.length ?? 0;
  return (kind === 'proposal' ? proposal : email).toSorted((one, other) => blanks(one) - blanks(other));
}
