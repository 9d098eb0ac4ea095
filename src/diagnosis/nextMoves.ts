import type { CauseId } from '../playbook/ids';
import { findCause, findMove, findQuestion, tellApart } from '../playbook/read';
import { fill } from '../playbook/snippet';
import type { Cause } from '../playbook/types';
import type { DiscriminatingAnswer, RankedCause, SuggestedMove, SuggestedQuestion } from './diagnosis';

/** The question that tells two causes apart, with the answers that point to each. */
export function differentialOf(
  first: CauseId,
  second: CauseId,
): { readonly question: string; readonly answers: readonly DiscriminatingAnswer[] } {
  const differential = tellApart(first, second);
  if (differential !== undefined)
    return {
      question: differential.question,
      answers: [
        { cause: first, answer: differential.ifThis },
        { cause: second, answer: differential.ifOther },
      ],
    };
  // Seldom taken for each other: the strongest statement of each tells them apart.
  const [one, other] = [findCause(first), findCause(second)].map(({ statements }) =>
    statements.reduce((best, statement) => (statement.yes > best.yes ? statement : best)),
  );
  return {
    question: 'Which of these two is closer to what you see?',
    answers: [
      { cause: first, answer: one!.text },
      { cause: second, answer: other!.text },
    ],
  };
}

/** Causes that are worth acting on: the first, and others not far behind. */
function worthActing(causes: readonly RankedCause[]): readonly RankedCause[] {
  return causes.slice(0, 3).filter(({ score }, index) => index === 0 || score >= 0.4 * causes[0]!.score);
}

export function suggestMoves(causes: readonly RankedCause[]): SuggestedMove[] {
  const acting = worthActing(causes);
  const picked = new Map<string, SuggestedMove>();
  acting.forEach((ranked, place) => {
    for (const id of findCause(ranked.id).moves.slice(0, place === 0 ? 3 : 1)) {
      const move = findMove(id);
      if (!picked.has(id))
        picked.set(id, {
          id,
          cause: ranked.id,
          why: move.when,
          openings: move.openings.email.map((text) => fill(text)),
        });
    }
  });
  return [...picked.values()];
}

export function suggestQuestions(causes: readonly RankedCause[]): SuggestedQuestion[] {
  const picked = new Map<string, SuggestedQuestion>();
  const acting = worthActing(causes).map(({ id }): Cause => findCause(id));
  for (let round = 0; round < 3; round++)
    for (const { id: cause, questions } of acting) {
      const id = questions[round];
      if (id !== undefined && picked.size < 3 && !picked.has(id))
        picked.set(id, { id, cause, text: fill(findQuestion(id).plain) });
    }
  return [...picked.values()];
}
