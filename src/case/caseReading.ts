import type { Answers } from '../diagnosis/causeScores';
import { diagnose, readForDiagnosis, readForDiagnosisInSteps, type ThreadReading } from '../diagnosis/diagnose';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { tellingStatements } from '../diagnosis/tellingStatements';
import { valuesOf } from '../diagnosis/threadValues';
import type { Draft } from '../document/draft/draft';
import { readMessages } from '../document/messages/messages';
import { runToEnd } from '../language/steps';
import type { Values } from '../playbook/snippet';
import type { Mention } from '../thread/mention';
import type { Side, Thread } from '../thread/thread';
import { readEvidenceInSteps } from '../thread/threadEvidence';
import { answersOf, type CaseRecord, flagged } from './caseRecord';
import { joinThreads } from './joinThreads';
import { subjectAbove } from './letterhead';

// The panel says it in the words of the report.
export { surenessOf } from '../diagnosis/sureness';

/** What one side asked, gave and thanked for. `untied`: given with nothing asked in return. */
export interface SideCounts {
  readonly asks: number;
  readonly questions: number;
  readonly gives: number;
  readonly untied: number;
  readonly thanks: number;
}

/** A sum that is moved; `message` is its index in the thread. */
export interface NamedSum {
  readonly by: Side;
  readonly value: number;
  readonly unit: 'money' | 'percent' | 'number';
  readonly message: number;
}

/** The documents of one negotiation, read as one thread. Offsets count through the documents in the order given. */
export interface CaseReading {
  readonly thread: Thread;
  readonly subject: string | undefined;
  /** Addresses, or names where there is none, of everybody in the thread. */
  readonly people: readonly string[];
  readonly me: SideCounts;
  readonly them: SideCounts;
  readonly sums: readonly NamedSum[];
  /** The same for the writer's last message only. */
  readonly own: { readonly asks: number; readonly gives: number; readonly thanks: number };
  /** Reads in steps what the diagnosis rests on, so that `diagnose` need not. */
  prepare(): Generator<undefined, void>;
  /** @param now milliseconds since 1970, where the caller knows a clock */
  diagnose(answers: Answers, now?: number): Diagnosis;
  /** The checklist statements whose answers would tell most, best first. */
  telling(diagnosis: Pick<Diagnosis, 'causes'>, answers: Answers): string[];
  /** What the thread says for the placeholders of moves and questions: names, the matter, sums, days. */
  valuesFor(diagnosis: Pick<Diagnosis, 'causes'>): Values;
}

/** One document of a case with the thread read from it. */
export interface CasePart {
  readonly draft: Draft;
  readonly thread: Thread;
}

/** The diagnosis with the answers of a case, without the causes that the user ruled out. */
export function diagnoseCase(reading: CaseReading, record: CaseRecord | undefined, now: number): Diagnosis {
  const diagnosis = reading.diagnose(answersOf(record), now);
  const ruledOut = new Set(record === undefined ? [] : flagged(record.ruledOut));
  return { ...diagnosis, causes: diagnosis.causes.filter(({ id }) => !ruledOut.has(id)) };
}

/** Where a document begins among the documents of a case. One unit is left between two, so that no offset is in both. */
export function basesOf(lengths: readonly number[]): number[] {
  const bases: number[] = [];
  let base = 0;
  for (const length of lengths) {
    bases.push(base);
    base += length + 1;
  }
  return bases;
}

/** Reads the documents of a case as one thread, the active document first. */
export function readCase(parts: readonly CasePart[]): CaseReading {
  return runToEnd(readCaseInSteps(parts));
}

/** The same in steps, so that an editor need not wait. */
export function* readCaseInSteps(parts: readonly CasePart[]): Generator<undefined, CaseReading> {
  const bases = basesOf(parts.map(({ draft }) => draft.text.length));
  const thread = joinThreads(parts.map(({ thread: own }, index) => ({ thread: own, base: bases[index]! })));
  const evidence = yield* readEvidenceInSteps(thread);
  const by = (side: Side, list: readonly Mention[]) => list.filter((mention) => mention.by === side).length;
  const countsOf = (side: Side): SideCounts => ({
    asks: by(side, evidence.asks),
    questions: by(side, evidence.questions),
    gives: by(side, evidence.concessions),
    untied: by(
      side,
      evidence.concessions.filter(({ tied }) => !tied),
    ),
    thanks: by(side, evidence.thanks),
  });
  const last = thread.messages.findLast(({ side }) => side === 'me') ?? thread.messages.at(-1);
  const inLast = (list: readonly Mention[]) => list.filter(({ message }) => message === last?.index).length;
  const { movement } = evidence;
  let reading: ThreadReading | undefined;
  return {
    thread,
    subject:
      parts.flatMap(({ draft }) => readMessages(draft).map(({ subject }) => subject)).find((subject) => subject) ??
      parts.flatMap(({ draft }) => subjectAbove(draft) ?? [])[0],
    people: thread.participants.map(({ name, addresses }) => addresses[0] ?? name).filter(Boolean),
    me: countsOf('me'),
    them: countsOf('them'),
    sums: [...(movement?.mine ?? []), ...(movement?.theirs ?? [])]
      .map((amount) => ({ by: amount.by, value: amount.value, unit: amount.unit, message: amount.message }))
      .sort((one, other) => one.message - other.message),
    own: { asks: inLast(evidence.asks), gives: inLast(evidence.concessions), thanks: inLast(evidence.thanks) },
    *prepare() {
      reading ??= yield* readForDiagnosisInSteps(thread, evidence);
    },
    diagnose(answers, now) {
      reading ??= readForDiagnosis(thread, evidence);
      return diagnose(thread, { answers, reading, ...(now === undefined ? {} : { now }) });
    },
    telling: ({ causes }, answers) => tellingStatements(causes, answers).map(({ id }) => id),
    valuesFor: ({ causes: [first] }) => valuesOf(thread, evidence, first),
  };
}
