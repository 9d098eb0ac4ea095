import type { CaseReading } from '../case/caseReading';
import { answersOf, type CaseRecord, flagged, lastChange } from '../case/caseRecord';
import type { Diagnosis } from '../diagnosis/diagnosis';
import type { SuggestedAnswers } from '../playbook/suggestedAnswers';
import type { Playbook, Register } from '../playbook/types';
import { balanceOf, timelineOf } from './chartViews';
import { checklistOf, tellingOf } from './checklist';
import { nextStepsOf } from './nextSteps';
import { type Strings, say } from './stringKeys';
import { type Places, talksOf } from './talksView';
import type { CaseView, DraftView, ReplyView, SidebarModel } from './view';

/** What the extension knows of the active document. */
export interface ModelInput {
  readonly version: number;
  readonly strings: Strings;
  readonly playbook: Playbook;
  readonly suggested: SuggestedAnswers;
  /** Puts what the thread says in the place of placeholders, or a stand-in. */
  readonly fill: (text: string) => string;
  readonly wording: Register;
  readonly draft: DraftView | undefined;
  readonly reply?: ReplyView;
  readonly kind: 'email' | 'proposal' | 'other';
  readonly reading: CaseReading | undefined;
  readonly diagnosis: Diagnosis | undefined;
  readonly record: CaseRecord | undefined;
  readonly case: Pick<CaseView, 'id' | 'title' | 'documents'> | undefined;
  readonly places: Places;
  readonly hasLimits: boolean;
  readonly loading?: true;
  /** Nothing is open: the page offers what could be begun. */
  readonly begin?: true;
  readonly nothing?: string;
  readonly notice?: SidebarModel['notice'];
}

/** Everything that the page shows. The same input gives the same model. */
export function modelOf(input: ModelInput): SidebarModel {
  const { strings, playbook, record, diagnosis, reading } = input;
  const ruledOut = new Set(record === undefined ? [] : flagged(record.ruledOut));
  const answers = answersOf(record);
  // One message is nobody's talks.
  const hasTalks = reading !== undefined && diagnosis !== undefined && reading.thread.messages.length > 1;
  const talks = hasTalks
    ? talksOf(diagnosis, {
        ...input,
        ruledOut,
        answers,
        thread: reading.thread,
        title: input.case?.title ?? '',
      })
    : undefined;
  const isAsking = talks !== undefined && talks.ask.length > 0;
  const knows = talks !== undefined && !isAsking;
  const steps = nextStepsOf(talks, input);
  return {
    version: input.version,
    loading: input.loading === true,
    begin: input.begin === true,
    ...(input.nothing === undefined ? {} : { nothing: input.nothing }),
    ...(input.notice === undefined ? {} : { notice: input.notice }),
    ...(input.case === undefined ? {} : { case: caseView(input.case, record, input) }),
    ...(input.draft === undefined ? {} : { draft: input.draft }),
    ...(input.reply === undefined ? {} : { reply: input.reply }),
    ...(talks === undefined ? {} : { talks }),
    telling: knows ? tellingOf({ ...input, answers }) : [],
    checklist: knows ? checklistOf({ ...input, answers }) : [],
    ...steps,
    selfCheck: selfCheckOf(playbook, new Set(record === undefined ? [] : flagged(record.selfCheck))),
    preparation: {
      title: playbook.preparation.title,
      intro: playbook.preparation.intro,
      sections: playbook.preparation.sections.map(({ id, title, private: own, prompts }) => ({
        id,
        title,
        private: own,
        prompts,
      })),
    },
    ...(hasTalks && knows
      ? { timeline: timelineOf(diagnosis, reading, input.places), balance: balanceOf(reading) }
      : {}),
    hasLimits: input.hasLimits,
  };

  function caseView(one: NonNullable<ModelInput['case']>, own: CaseRecord | undefined, from: ModelInput): CaseView {
    const last = own && lastChange(own);
    return {
      ...one,
      answers: Object.keys(answers).length,
      ...(last === undefined ? {} : { undo: say(strings, 'undoOf', nameOf(last.id, from.playbook)) }),
    };
  }
}

function nameOf(id: string, { causes, selfCheck }: Playbook): string {
  const named = [...causes.flatMap(({ statements }) => statements), ...selfCheck.questions, ...selfCheck.then];
  const title = causes.find((cause) => cause.id === id)?.title;
  return title ?? named.find((entry) => entry.id === id)?.text ?? id;
}

function selfCheckOf({ selfCheck }: Playbook, done: ReadonlySet<string>): SidebarModel['selfCheck'] {
  return {
    title: selfCheck.title,
    intro: selfCheck.intro,
    close: selfCheck.close,
    questions: [...selfCheck.questions, ...selfCheck.then].map(({ id, text, prompt }) => ({
      id,
      text,
      prompt,
      done: done.has(id),
    })),
  };
}
