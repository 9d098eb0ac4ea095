import { uncapitalised } from '../language/capitals';
import structureOfTalks from '../playbook/causeStructure.yaml';
import content from '../playbook/restsOn.yaml';
import type { Cause } from '../playbook/types';
import type { Term } from './diagnosis';

/** What a cause rests on where no line can be quoted for it: answers, the course of the talks, or the whole only. */
export function restsOn(cause: Pick<Cause, 'statements'>, terms: readonly Term[]): string {
  const statements = new Set(cause.statements.map((statement) => statement.id));
  const speaking = terms.filter(({ points }) => points >= LEAST);
  const course = speaking
    .filter(({ from }) => structure[from]?.told === true)
    .map(({ why }) => uncapitalised(why.replace(/\.$/, '')));
  const grounds = [
    ...(speaking.some(({ from }) => statements.has(from)) ? [texts.answers] : []),
    ...(course.length === 0 ? [] : [texts.courseShows.replace('{why}', course.join('; '))]),
  ];
  return texts.noLine.replace('{grounds}', grounds.length === 0 ? texts.whole : grounds.join(texts.and));
}

/** Dates and counts say little by themselves: only what is marked as telling enough is named. */
const structure = structureOfTalks as Readonly<Record<string, { readonly told?: true }>>;
const texts = content as Readonly<Record<'noLine' | 'answers' | 'and' | 'courseShows' | 'whole', string>>;

/** Points from which a term is told in the sum of a cause, too. */
const LEAST = 0.3;
