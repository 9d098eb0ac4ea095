import type { CauseId } from '../playbook/ids';
import { findCause, findMove, findQuestion, tellApart } from '../playbook/read';
import { fill, type Values } from '../playbook/snippet';
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
        { cause: first, answer: differential.ifThis, statement: plainest(first).id },
        { cause: second, answer: differential.ifOther, statement: plainest(second).id },
      ],
    };
  // Seldom taken for each other: the strongest statement of each tells them apart.
  const [one, other] = [plainest(first), plainest(second)];
  return {
    question: 'Which of these two is closer to what you see?',
    answers: [
      { cause: first, answer: one.text, statement: one.id },
      { cause: second, answer: other.text, statement: other.id },
    ],
  };
}

/** The statement of a cause that says most for it. */
function plainest(cause: CauseId): Cause['statements'][number] {
  return findCause(cause).statements.reduce((best, statement) => (statement.yes > best.yes ? statement : best));
}

/** Causes that are worth acting on: the first, and others not far behind. */
function worthActing(causes: readonly RankedCause[]): readonly RankedCause[] {
  return causes.slice(0, 3).filter(({ score }, index) => index === 0 || score >= 0.4 * causes[0]!.score);
}

const MOST_MOVES = 2;

/** The two moves to make, best first, with openings in the words of the thread. */
export function suggestMoves(causes: readonly RankedCause[], values: Values): SuggestedMove[] {
  const picked = new Map<string, SuggestedMove>();
  for (const ranked of worthActing(causes))
    for (const id of findCause(ranked.id).moves) {
      if (picked.size >= MOST_MOVES) break;
      const move = findMove(id);
      if (picked.has(id)) continue;
      const openings = move.openings.email.map((text) => fill(text, values));
      picked.set(id, {
        id,
        cause: ranked.id,
        why: move.when,
        whenNot: move.whenNot,
        openings: readyOnes(openings),
      });
    }
  return [...picked.values()];
}

/** The openings that can be sent as they stand; where there is none, all, those with the fewest blanks first. */
function readyOnes(openings: readonly string[]): string[] {
  const ready = openings.filter((text) => blanks(text) === 0);
  return ready.length > 0 ? ready : [...openings].sort((a, b) => blanks(a) - blanks(b));
}

/** How much of a text is still to be filled in. */
function blanks(text: string): number {
  return text.match(/\[[^[\]]+\]/g)?.length ?? 0;
}

export function suggestQuestions(causes: readonly RankedCause[], values: Values): SuggestedQuestion[] {
  const picked = new Map<string, SuggestedQuestion>();
  const acting = worthActing(causes).map(({ id }): Cause => findCause(id));
  for (let round = 0; round < 3; round++)
    for (const { id: cause, questions } of acting) {
      const id = questions[round];
      if (id !== undefined && picked.size < 3 && !picked.has(id))
        picked.set(id, { id, cause, text: fill(findQuestion(id).plain, values) });
    }
  return [...picked.values()].sort((a, b) => blanks(a.text) - blanks(b.text));
}
