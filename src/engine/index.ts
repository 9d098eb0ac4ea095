import type { DiagnoseOptions } from '../diagnosis/diagnose';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { checkDraft } from '../diagnosis/draftChecks';
import { type DraftStrength, strengthsOf } from '../diagnosis/draftStrengths';
import type { ReplyCheck, ReplyOptions } from '../diagnosis/reply/checkReply';
import type { VersionChange } from '../diagnosis/reply/compareVersions';
import type { Block, Change, DocumentIdentity, Draft } from '../document/draft/draft';
import { readDraft, updateDraft } from '../document/draft/readDraft';
import { runToEnd } from '../language/steps';
import type { Tokens } from '../language/tokens';
import { findDraftCheck } from '../playbook/draftCheckTexts';
import type { DraftCheckId } from '../playbook/ids';
import { fill } from '../playbook/snippet';
import type { ReportOptions } from '../present/report';
import { likeliestReading } from '../thread/sides';
import { readThread, type Thread, type ThreadOptions } from '../thread/thread';
import type { ToneReading } from '../tone/tone';
import { type BlockReadings, type EarlierReading, readBlocks } from '../wording/blockReadings';
import { currentRuleId } from '../wording/builtIn';
import type { Rule } from '../wording/compile';
import { applyEdits, safeEdits } from '../wording/edits';
import { type CommentFault, faultsInComments, withoutIgnored } from '../wording/ignore';
import { proposeInBlock } from '../wording/propose';
import { isQuietBetween } from '../wording/quiet';
import type { Finding } from '../wording/rule';
import type { RuleSet } from '../wording/ruleParts';
import { builtInRuleSet, builtInRules, knownRuleIds, teamRuleSet } from '../wording/ruleSet';
import { defaultRuleSettings, type RuleSettings, severityUnder } from '../wording/ruleSettings';
import { type BlockReading, newReading, weighedFindings } from '../wording/weighedFindings';

export { shortReference } from '../wording/references';

/** Documents longer than this many UTF-16 code units are not checked, and the user is told. */
export const MAX_LENGTH = 5_000_000;

/** Which documents are checked: those taken for mail or proposals, all of them, or only those marked. */
export type DocumentsSetting = 'auto' | 'all' | 'marked';

export interface AnalysisSettings extends RuleSettings {
  readonly documents: DocumentsSetting;
}

export const defaultSettings: AnalysisSettings = { ...defaultRuleSettings, documents: 'auto' };

/** How much work was done. Tests use it to hold the work proportional to the edit. */
export interface AnalysisStatistics {
  blocksSearched: number;
  sentencesRead: number;
  parsed: number;
  /** Sentences in which a team's rules came to the end of their share of work, so that some were not looked for. */
  cutShort: number;
}

/**
 * Takes a text; gives the draft, findings, checks, score and diagnosis. One analyser serves many documents and is cheap to keep. It
 * holds the compiled rules and the findings in the paragraphs of each open draft.
 */
export interface Analyzer {
  /** All rules. They are read when somebody asks for them; a search for findings needs few. */
  readonly rules: readonly Rule[];
  readonly statistics: AnalysisStatistics;
  read(text: string, identity?: DocumentIdentity): Draft;
  /** The draft after edits that have led to `text`; what the edits did not touch is kept. */
  update(draft: Draft, text: string, changes: readonly Change[]): Draft;
  /** Is this document one that gets warnings? */
  isActive(draft: Draft): boolean;
  /** Findings in document order, whether the document is active or not; ignore comments are honoured. */
  findings(draft: Draft): Finding[];
  /** Ignore comments that name what is not there, and so ignore nothing. */
  commentFaults(draft: Draft): CommentFault[];
  /** Some rules of the team were not looked for in it when its findings were worked out: their share of work was used up. */
  isCutShort(draft: Draft): boolean;
  /** The same work in steps, a paragraph at a time. Between two steps a caller can let others work. */
  findingsInSteps(draft: Draft): Generator<undefined, Finding[]>;
  score(draft: Draft): ToneReading;
  thread(draft: Draft, options?: ThreadOptions): Thread;
  diagnose(thread: Thread, options?: DiagnoseOptions): Diagnosis;
  /** A reply, written by anybody, held against the thread that it answers. */
  reply(thread: Thread, reply: Draft, options?: ReplyOptions): ReplyCheck;
  /** What a new version of a proposal gives away, adds or changes against the old one. */
  compare(before: Draft, after: Draft): VersionChange[];
  /** What the draft as a whole lacks or does too much of; the weightiest three. */
  checks(draft: Draft, thread?: Thread): DraftNote[];
  /** What the draft makes plain to its reader. */
  strengths(draft: Draft, thread?: Thread): DraftStrength[];
  /** The text with all safe rephrasings applied, repeated until no safe rephrasing is left. */
  fix(text: string, identity?: DocumentIdentity): string;
}

/** A remark on a whole draft. Offsets are UTF-16 code units in the document, end exclusive. */
export interface DraftNote {
  readonly id: DraftCheckId;
  readonly message: string;
  readonly why: string;
  readonly start: number;
  readonly end: number;
}

/** Rules of a workspace: they add to the built-in ones, replace those of the same id, and switch some off. */
export interface Team {
  readonly rules: readonly Rule[];
  readonly off: readonly string[];
}

export function createAnalyzer(settings: AnalysisSettings = defaultSettings, team: Team = noTeam): Analyzer {
  const ready: RuleSet = team.rules.length === 0 ? builtInRuleSet() : teamRuleSet(team.rules);
  let rules: readonly Rule[] | undefined;
  const statistics = { blocksSearched: 0, sentencesRead: 0, parsed: 0, cutShort: 0 };
  const off = Object.fromEntries(team.off.map((id) => [id, 'off' as const]));
  const severity = severityUnder({ ...settings, rules: underCurrentIds({ ...off, ...settings.rules }, team.rules) });
  const caches = new WeakMap<Draft, BlockReadings>();
  const cutShort = new WeakSet<BlockReading>();

  function search(block: Block, draft: Draft, earlier: EarlierReading | undefined): BlockReading {
    statistics.blocksSearched++;
    const options = { kind: draft.kind.kind, severity, tag: tagLazily, statistics };
    const before = statistics.cutShort;
    const isWhole = earlier !== undefined && !cutShort.has(earlier.reading);
    const edited = isWhole ? { block: earlier.block, proposals: earlier.reading.proposals } : undefined;
    const reading = newReading(proposeInBlock(block, ready, options, edited));
    if (statistics.cutShort > before) cutShort.add(reading);
    return reading;
  }

  function* findingsInSteps(draft: Draft): Generator<undefined, Finding[]> {
    if (draft.formalNotice) return [];
    const found = yield* readBlocks(draft, caches.get(draft), (block, earlier) => search(block, draft, earlier));
    caches.set(draft, found);
    const isQuiet = (sentence: string, from: number, to: number) =>
      isQuietBetween(sentence, from, to, ready, { kind: draft.kind.kind, severity, tag: tagLazily });
    return withoutIgnored(weighedFindings(draft.blocks, found.readings, isQuiet), draft);
  }

  return {
    commentFaults: (draft) =>
      faultsInComments(draft, () => new Set([...knownRuleIds(), ...team.rules.map(({ id }) => id)])),
    get rules() {
      rules ??= rulesOf(team);
      return rules;
    },
    statistics,
    read: (text, identity = {}) => readDraft(text, identity),
    update(draft, text, changes) {
      const next = updateDraft(draft, text, changes);
      const known = caches.get(draft);
      if (known !== undefined && next.kind.kind === draft.kind.kind) caches.set(next, known);
      return next;
    },
    isActive: (draft) => isActive(draft, settings.documents),
    isCutShort: (draft) => caches.get(draft)?.readings.some((reading) => cutShort.has(reading)) === true,
    findings: (draft) => runToEnd(findingsInSteps(draft)),
    findingsInSteps,
    score: (draft) => load.tone().readTone(draft),
    thread: (draft, options = {}) => readThread(draft, options),
    diagnose: (thread, options = {}) => load.diagnosis().diagnose(thread, options),
    reply: (thread, reply, options = {}) => load.reply().checkReply(likeliestReading(thread), reply, options),
    compare: (before, after) => load.versions().compareVersions(before, after),
    checks: (draft, thread = readThread(draft)) => checkDraft(draft, thread).slice(0, MOST_NOTES).map(toNote),
    strengths: (draft, thread = readThread(draft)) => strengthsOf(draft, thread),
    fix(text, identity = {}) {
      let current = text;
      for (let round = 0; round < MAX_ROUNDS; round++) {
        const edits = safeEdits(this.findings(readDraft(current, identity)));
        if (edits.length === 0) break;
        current = applyEdits(current, edits);
      }
      return current;
    },
  };
}

function isActive(draft: Draft, documents: DocumentsSetting): boolean {
  const { kind, marked } = draft.kind;
  if (marked === 'off' || draft.text.length > MAX_LENGTH) return false;
  if (marked !== undefined) return true;
  if (documents === 'marked') return false;
  return documents === 'all' || kind !== 'other';
}

/**
 * The diagnosis as a Markdown document.
 *
 * @param text the text that the diagnosis was made of
 */
export function diagnosisReport(
  diagnosis: Diagnosis,
  text: string,
  { charts = false, ...options }: ReportOptions & { readonly charts?: boolean } = {},
): string {
  const report = load.report().reportMarkdown(diagnosis, text, options);
  if (!charts || diagnosis.messages.length < 2) return report;
  const { timelineSvg, balanceSvg } = load.charts();
  return `${report}\n${timelineSvg(diagnosis)}\n\n${balanceSvg(diagnosis)}\n`;
}

const noTeam: Team = { rules: [], off: [] };

const MOST_NOTES = 3;

function toNote({ id, start, end, data }: ReturnType<typeof checkDraft>[number]): DraftNote {
  const { message, why } = findDraftCheck(id);
  return { id, message: fill(message, data), why, start, end };
}

const MAX_ROUNDS = 10;

function rulesOf({ rules }: Team): readonly Rule[] {
  const replaced = new Set(rules.map(({ id }) => currentRuleId(id)));
  return [...builtInRules().filter(({ id }) => !replaced.has(id)), ...rules];
}

/** A setting may name a rule by an older id. A setting with the rule's own id wins over it. */
function underCurrentIds(chosen: AnalysisSettings['rules'], team: readonly Rule[]): AnalysisSettings['rules'] {
  const own = new Set(team.map(({ id }) => id));
  const moved = Object.entries(chosen).filter(([id]) => !own.has(id));
  return { ...Object.fromEntries(moved.map(([id, level]) => [currentRuleId(id), level])), ...chosen };
}

// Most callers never need these modules, so they are loaded when somebody does.
const load = {
  tone: () => require('../tone/tone') as typeof import('../tone/tone'),
  diagnosis: () => require('../diagnosis/diagnose') as typeof import('../diagnosis/diagnose'),
  reply: () => require('../diagnosis/reply/checkReply') as typeof import('../diagnosis/reply/checkReply'),
  versions: () => require('../diagnosis/reply/compareVersions') as typeof import('../diagnosis/reply/compareVersions'),
  report: () => require('../present/report') as typeof import('../present/report'),
  charts: () => require('../present/charts') as typeof import('../present/charts'),
};

/** The parser is the heaviest part of the bundle, and most mail never needs it. */
function tagLazily(tokens: Tokens): readonly ReadonlySet<string>[] {
  const { tagTokens } = require('../language/tagger') as typeof import('../language/tagger');
  return tagTokens(tokens);
}
