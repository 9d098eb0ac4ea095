import type { CauseId, DraftCheckId, GroupId, Intent, MoveId, QuestionId } from './ids';

/**
 * What the product knows about stalled talks, as written in the YAML files of this folder.
 * Texts are plain English. Those that go into a draft may hold placeholders such as `{date}`, see `snippet.ts`.
 */
export interface Playbook {
  readonly groups: readonly Group[];
  readonly causes: readonly Cause[];
  readonly moves: readonly Move[];
  readonly questions: readonly Question[];
  readonly selfCheck: SelfCheck;
  readonly preparation: Preparation;
  readonly templates: readonly Template[];
  readonly draftChecks: readonly DraftCheck[];
  /** The text that stands for a placeholder until the writer puts the real thing in. */
  readonly placeholders: Readonly<Record<string, string>>;
}

export interface Group {
  readonly id: GroupId;
  readonly title: string;
  readonly description: string;
}

export interface Cause {
  readonly id: CauseId;
  readonly group: GroupId;
  readonly title: string;
  readonly summary: string;
  readonly looksLike: readonly string[];
  readonly statements: readonly Statement[];
  readonly worse: readonly string[];
  /** Best first. */
  readonly moves: readonly MoveId[];
  readonly avoid: Avoid;
  /** Best first. */
  readonly questions: readonly QuestionId[];
  readonly apart: readonly Apart[];
  readonly signals: readonly Signal[];
}

/** A checklist statement, answered by the writer: yes, no or don't know. */
export interface Statement {
  /** Unique in the playbook. */
  readonly id: string;
  readonly text: string;
  /** Evidence for the cause when the answer is yes, -2 to 3. */
  readonly yes: number;
  /** Evidence for the cause when the answer is no, -2 to 3. */
  readonly no: number;
  /** Evidence for other causes when the answer is yes. */
  readonly also?: Readonly<Partial<Record<CauseId, number>>>;
}

export interface Avoid {
  readonly text: string;
  readonly why: string;
}

/** What tells this cause from another that looks much the same from outside. */
export interface Apart {
  readonly from: CauseId;
  readonly question: string;
  /** The answer that points to this cause. */
  readonly ifThis: string;
  /** The answer that points to the other cause. */
  readonly ifOther: string;
}

/** Words or a shape of the thread that speak for or against a cause. Read by the diagnosis. */
export type Signal = Readonly<Record<string, unknown>>;

export interface Move {
  readonly id: MoveId;
  readonly title: string;
  readonly for: readonly CauseId[];
  /** May serve any cause, beyond those named in `for`. */
  readonly any?: true;
  readonly what: string;
  readonly when: string;
  readonly whenNot: string;
  readonly openings: Openings;
  readonly lookFor: string;
}

export interface Openings {
  readonly email: readonly string[];
  readonly proposal: readonly string[];
}

export interface Question {
  readonly id: QuestionId;
  readonly intent: Intent;
  readonly causes: readonly CauseId[];
  readonly plain: string;
  readonly warm: string;
  readonly formal: string;
}

/** The wordings in which every question comes. */
export type Register = 'plain' | 'warm' | 'formal';

/** Questions that the writer answers alone. */
export interface SelfCheck {
  readonly title: string;
  readonly intro: string;
  readonly questions: readonly SelfCheckQuestion[];
  readonly then: readonly SelfCheckQuestion[];
  readonly close: string;
}

export interface SelfCheckQuestion {
  readonly id: string;
  readonly text: string;
  /** How to go about an honest answer. */
  readonly prompt: string;
}

export interface Preparation {
  readonly title: string;
  readonly intro: string;
  /** Stands where the private sections would be in a sheet that others may see. */
  readonly privateNote: string;
  readonly sections: readonly PreparationSection[];
}

export interface PreparationSection {
  readonly id: string;
  readonly title: string;
  /** Never sent and never written to a file that is shared. */
  readonly private: boolean;
  readonly prompts: readonly string[];
  /** Column heads when the section is a table. */
  readonly columns?: readonly string[];
}

export interface Template {
  /** Prefix of its snippet: `mail-…` or `proposal-…`. */
  readonly id: string;
  readonly kind: 'email' | 'proposal';
  readonly title: string;
  readonly description: string;
  /** A whole document that can be started from, or a part to insert. */
  readonly whole: boolean;
  /** First line of a new e-mail. */
  readonly subject?: string;
  readonly body: string;
}

export interface DraftCheck {
  readonly id: DraftCheckId;
  readonly title: string;
  /** May name what was found, in placeholders: see `snippet.ts`. */
  readonly message: string;
  readonly why: string;
  /** How the writer can mend it. */
  readonly fix: string;
  /** The weightiest are shown first, 1 to 10. */
  readonly weight: number;
  /** What the quick fix offers, best first. */
  readonly insert: readonly Insert[];
}

export type Insert = { readonly question: QuestionId } | { readonly move: MoveId } | { readonly frame: string };
