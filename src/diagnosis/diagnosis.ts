import type { CauseId, GroupId, MoveId, QuestionId } from '../playbook/ids';
import type { Language } from '../thread/language';
import type { Side } from '../thread/thread';
import type { StateReading, TalkState } from './state/talkState';

/** Offsets are UTF-16 code units in the document, ends exclusive. */
export interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly by: Side;
  /** What the reader should understand from the line. */
  readonly why: string;
}

/** One term of the sum that a cause's score is made of. */
export interface Term {
  /** Id of the signal or of the checklist statement. */
  readonly from: string;
  readonly why: string;
  readonly points: number;
}

export interface RankedCause {
  readonly id: CauseId;
  readonly group: GroupId;
  /** 0 to 1: how much of the evidence for any cause points to this one. */
  readonly score: number;
  readonly for: readonly Quote[];
  readonly against: readonly Quote[];
  /** The sum behind the score, weightiest first. */
  readonly terms: readonly Term[];
  /** What the cause rests on, in a sentence, where `for` holds no line. */
  readonly restsOn?: string;
}

export interface SuggestedMove {
  readonly id: MoveId;
  readonly cause: CauseId;
  readonly why: string;
  /** What makes the move wrong. */
  readonly whenNot: string;
  /** In the words of the thread; a bracket only where the thread does not say. Those with the fewest brackets first. */
  readonly openings: readonly string[];
}

export interface SuggestedQuestion {
  readonly id: QuestionId;
  readonly cause: CauseId;
  readonly text: string;
}

/** An answer to the question that tells two causes apart, and the cause it points to. */
export interface DiscriminatingAnswer {
  readonly cause: CauseId;
  readonly answer: string;
  /** Checklist statement that a yes to this answer stands for. */
  readonly statement: string;
}

/** What the reader is told about the diagnosis itself; keys are shown in the user's language. */
export type Notice =
  | 'no-thread'
  | 'one-message'
  | 'one-side'
  | 'not-english'
  | 'not-enough'
  | 'who-is-me-guessed'
  | 'me-missing'
  | 'no-dates'
  | 'may-be-us'
  | 'consider-stopping';

export interface MessageSummary {
  readonly index: number;
  readonly author: string;
  readonly by: Side;
  /** Milliseconds since 1970. */
  readonly date?: number;
  readonly gapDays?: number;
  readonly words: number;
  readonly questions: number;
  readonly concessions: number;
  readonly heat: number;
  readonly start: number;
  readonly end: number;
}

/** A number that the talks are about. `text` is the number with its unit, as written. */
export interface NamedNumber extends Omit<Quote, 'why'> {
  readonly value: number;
  readonly unit: string;
}

/** Something promised. `due` is the day as it was named; `passed`: that day went by, or it had to be asked for again. */
export interface OpenPromise extends Omit<Quote, 'why'> {
  readonly due?: string;
  readonly passed?: true;
}

/** One of the sums that both sides name. */
export interface Figure {
  readonly by: Side;
  readonly value: number;
  readonly unit: 'money' | 'percent' | 'number';
  /** Index in `messages`. */
  readonly message: number;
}

export interface Diagnosis {
  readonly state: TalkState;
  /** As `state` says: `no` for all states that are known and not stalled. */
  readonly stalled: 'yes' | 'no' | 'unclear';
  /** The lines and facts that say so, weightiest first; the text is empty where it is a fact of the thread. */
  readonly stateGrounds: readonly Quote[];
  /** Whose turn it is, where the state leaves one. */
  readonly turn?: 'me' | 'them';
  /** When the last message was written, in milliseconds since 1970. */
  readonly since?: number;
  /** The line that the next step hangs on, and the end of the day it names. */
  readonly next?: StateReading['next'];
  /** 0 to 1, for the first cause. Low means: not enough to go on. */
  readonly confidence: number;
  readonly language: Language;
  readonly notices: readonly Notice[];
  /** Every cause with a score above zero, best first. */
  readonly causes: readonly RankedCause[];
  /** The one question that would tell the first two causes apart, and what each answer points to. */
  readonly discriminatingQuestion?: string;
  /** The first two causes are close: that question comes before any ranking. */
  readonly undecided?: true;
  readonly discriminatingAnswers?: readonly DiscriminatingAnswer[];
  readonly moves: readonly SuggestedMove[];
  readonly avoid?: { readonly cause: CauseId; readonly text: string; readonly why: string };
  readonly questions: readonly SuggestedQuestion[];
  readonly messages: readonly MessageSummary[];
  /** How the figures moved that the talks are about, in time order. */
  readonly figures: readonly Figure[];
  readonly openQuestions: readonly Omit<Quote, 'why'>[];
  readonly concessions: readonly (Omit<Quote, 'why'> & { readonly tied: boolean })[];
  /** What a side, `by`, said it would do and nothing shows to be done. */
  readonly promises: readonly OpenPromise[];
  /** What was named with a number, each at its place: sums, rates, quantities, shares. */
  readonly numbers: readonly NamedNumber[];
  /** Nothing says which side is the user: the causes are what the likeliest answer gives. */
  readonly tentative?: true;
}
