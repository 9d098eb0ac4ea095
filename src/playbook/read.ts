import avoidsConflict from './causes/avoids-conflict.yaml';
import conflictingGoals from './causes/conflicting-goals.yaml';
import distrust from './causes/distrust.yaml';
import ego from './causes/ego.yaml';
import externalLimit from './causes/external-limit.yaml';
import fearsLosing from './causes/fears-losing.yaml';
import hiddenInterest from './causes/hidden-interest.yaml';
import internalDisagreement from './causes/internal-disagreement.yaml';
import lapsedContact from './causes/lapsed-contact.yaml';
import missingInformation from './causes/missing-information.yaml';
import noAuthority from './causes/no-authority.yaml';
import noOverlap from './causes/no-overlap.yaml';
import notHeard from './causes/not-heard.yaml';
import notReady from './causes/not-ready.yaml';
import oneSidedGiving from './causes/one-sided-giving.yaml';
import ourFixedPosition from './causes/our-fixed-position.yaml';
import personalityClash from './causes/personality-clash.yaml';
import priceOnlyFrame from './causes/price-only-frame.yaml';
import resistsChange from './causes/resists-change.yaml';
import smellsWeakness from './causes/smells-weakness.yaml';
import strongAlternative from './causes/strong-alternative.yaml';
import tacticalDelay from './causes/tactical-delay.yaml';
import wrongApproach from './causes/wrong-approach.yaml';
import { draftChecks } from './draftCheckTexts';
import groups from './groups.yaml';
import type { CauseId, MoveId, QuestionId } from './ids';
import anyMoves from './moves/any.yaml';
import mandateMoves from './moves/mandate.yaml';
import processMoves from './moves/process.yaml';
import relationshipMoves from './moves/relationship.yaml';
import strengthMoves from './moves/strength.yaml';
import substanceMoves from './moves/substance.yaml';
import usMoves from './moves/us.yaml';
import vulnerabilityMoves from './moves/vulnerability.yaml';
import placeholders from './placeholders.yaml';
import preparation from './preparation.yaml';
import questions from './questions.yaml';
import selfCheck from './selfCheck.yaml';
import templates from './templates.yaml';
import type { Apart, Cause, Move, Playbook, Question } from './types';

/**
 * The content of the YAML files, causes in the order in which they are listed to a reader. Its shape is held to
 * `playbook.schema.json` by the tests, not at run time.
 */
export const playbook = {
  groups,
  causes: [
    strongAlternative,
    tacticalDelay,
    smellsWeakness,
    priceOnlyFrame,
    fearsLosing,
    avoidsConflict,
    notReady,
    distrust,
    ego,
    personalityClash,
    noAuthority,
    internalDisagreement,
    missingInformation,
    conflictingGoals,
    hiddenInterest,
    externalLimit,
    noOverlap,
    resistsChange,
    notHeard,
    wrongApproach,
    lapsedContact,
    ourFixedPosition,
    oneSidedGiving,
  ],
  moves: [
    strengthMoves,
    vulnerabilityMoves,
    relationshipMoves,
    mandateMoves,
    substanceMoves,
    processMoves,
    usMoves,
    anyMoves,
  ].flat(),
  questions,
  selfCheck,
  preparation,
  templates,
  draftChecks,
  placeholders,
} as Playbook;

const causes = byId<CauseId, Cause>(playbook.causes);
const moves = byId<MoveId, Move>(playbook.moves);
const questionsById = byId<QuestionId, Question>(playbook.questions);

/** The entry with this id. Throws when there is none, which the types rule out for the first two and the tests for the rest. */
export function findCause(id: CauseId): Cause {
  return found(causes, id);
}

export function findMove(id: MoveId): Move {
  return found(moves, id);
}

export function findQuestion(id: QuestionId): Question {
  return found(questionsById, id);
}

/**
 * What tells `one` from `other`, seen from `one`: as its own file says, else as the file of `other` says with the
 * answers exchanged. Undefined when the two are seldom taken for each other.
 */
export function tellApart(one: CauseId, other: CauseId): Apart | undefined {
  const own = findCause(one).apart.find((entry) => entry.from === other);
  if (own) return own;
  const theirs = findCause(other).apart.find((entry) => entry.from === one);
  return theirs && { from: other, question: theirs.question, ifThis: theirs.ifOther, ifOther: theirs.ifThis };
}

function byId<Id extends string, Entry extends { readonly id: Id }>(entries: readonly Entry[]): ReadonlyMap<Id, Entry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function found<Id extends string, Entry>(entries: ReadonlyMap<Id, Entry>, id: Id): Entry {
  const entry = entries.get(id);
  if (!entry) throw new RangeError(`The playbook has no entry "${id}".`);
  return entry;
}
