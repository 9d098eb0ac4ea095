import type { DiagnoseOptions } from './diagnosis/diagnose';
import type { Diagnosis } from './diagnosis/diagnosis';
import type { ReplyCheck } from './diagnosis/reply/checkReply';
import type { DocumentIdentity, Draft } from './document/draft/draft';
import { withExactReply, withExactText } from './engine/exactText';
import { type AnalysisSettings, type Analyzer, createAnalyzer, type DraftNote, defaultSettings } from './engine/index';
import type { ThreadOptions } from './thread/thread';
import type { ToneReading } from './tone/tone';
import type { Finding } from './wording/rule';

export type {
  AnalysisSettings,
  Analyzer,
  DiagnoseOptions,
  Diagnosis,
  DocumentIdentity,
  Draft,
  DraftNote,
  Finding,
  ReplyCheck,
  ThreadOptions,
  ToneReading,
};
export { createAnalyzer, defaultSettings };

/** What a text is and how it is to be checked. What is missing is worked out from the text or left at its default. */
export interface TextOptions extends DocumentIdentity {
  readonly settings?: Partial<AnalysisSettings>;
}

/** What is said of a text. All offsets are UTF-16 code units in the text, ends exclusive. */
export interface CheckResult {
  readonly kind: Draft['kind']['kind'];
  readonly findings: readonly Finding[];
  readonly checks: readonly DraftNote[];
  readonly score: ToneReading;
}

/** Reads a text: its kind, paragraphs, sentences, and which words are the writer's own. Never throws. */
export function read(text: string, options: TextOptions = {}): Draft {
  return analyzerFor(options).read(text, options);
}

/**
 * Checks a text whatever it is taken for; one that says `commonGround: off` gets no findings.
 *
 * @example check('We demand a refund.', { kind: 'email' }).findings
 */
export function check(text: string, options: TextOptions = {}): CheckResult {
  const analyzer = analyzerFor(options);
  const draft = analyzer.read(text, options);
  const on = draft.kind.marked !== 'off';
  return {
    kind: draft.kind.kind,
    findings: on ? analyzer.findings(draft) : [],
    checks: on ? analyzer.checks(draft) : [],
    score: analyzer.score(draft),
  };
}

/** The text with every safe rephrasing applied. */
export function fix(text: string, options: TextOptions = {}): string {
  return analyzerFor(options).fix(text, options);
}

/** Says of a thread (mails, comments, chat in one text) how the talks stand, and why they may be stuck. */
export function diagnose(text: string, options: TextOptions & ThreadOptions & DiagnoseOptions = {}): Diagnosis {
  const analyzer = analyzerFor(options);
  return withExactText(analyzer.diagnose(analyzer.thread(analyzer.read(text, options), options), options), text);
}

/**
 * Holds a reply, written by anybody, against the thread that it answers: which of their questions it answers, what it gives, promises and
 * names that is nowhere in the thread. Offsets of `theirQuestions` are in the thread, all others in the reply.
 */
export function reply(thread: string, draft: string, options: TextOptions & ThreadOptions = {}): ReplyCheck {
  const analyzer = analyzerFor(options);
  const check = analyzer.reply(
    analyzer.thread(analyzer.read(thread, options), options),
    analyzer.read(draft, { ...options, kind: 'email' }),
  );
  return withExactReply(check, thread, draft);
}

const standard = createAnalyzer();

function analyzerFor({ settings }: TextOptions): ReturnType<typeof createAnalyzer> {
  return settings === undefined ? standard : createAnalyzer({ ...defaultSettings, ...settings });
}
