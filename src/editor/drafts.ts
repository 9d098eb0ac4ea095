import * as vscode from 'vscode';
import { type Analyzer, createAnalyzer, MAX_LENGTH, type Team } from '../analysis';
import type { Draft } from '../document/draft';
import type { Finding } from '../wording/rule';
import type { Choices, IgnoredFinding } from './choices';
import { guarded, logWarning } from './log';
import { isWriting } from './selector';
import { type EditorSettings, readSettings } from './settings';

/** An open document as it was last read. */
export interface OpenDraft {
  readonly document: vscode.TextDocument;
  readonly draft: Draft;
  readonly analyzer: Analyzer;
  readonly settings: EditorSettings;
  /** Is it checked, by what it is or by the user's word? */
  readonly active: boolean;
  /** The user switched it on or off. */
  readonly chosen: boolean;
  /** Of the text of `draft`; empty while the document is not active. */
  readonly findings: readonly Finding[];
  readonly tooLong: boolean;
}

export interface Drafts {
  get(document: vscode.TextDocument): OpenDraft | undefined;
  /** The draft as the document stands now, read at once where it has not been. */
  current(document: vscode.TextDocument): OpenDraft | undefined;
  analyzerFor(scope: vscode.ConfigurationScope | undefined): { analyzer: Analyzer; settings: EditorSettings };
  /** Findings of a draft have been worked out anew. */
  readonly onDidUpdate: vscode.Event<OpenDraft>;
  readonly onDidClose: vscode.Event<vscode.TextDocument>;
  /** Team rules have changed. */
  useTeamRules(team: Team): void;
}

interface Entry {
  shown: OpenDraft;
  generation: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Longest stretch of work before the extension host is given back, in milliseconds. */
const STRETCH = 6;

/** Holds the open drafts: hears edits, keeps what they did not touch, and tells when findings are there. */
export function createDrafts(choices: Choices): Drafts & vscode.Disposable {
  const entries = new Map<vscode.TextDocument, Entry>();
  const updated = new vscode.EventEmitter<OpenDraft>();
  const closed = new vscode.EventEmitter<vscode.TextDocument>();
  const analyzers = new Map<string, Analyzer>();
  const reported = new Set<string>();
  let team: Team = { rules: [], off: [] };

  function analyzerFor(scope: vscode.ConfigurationScope | undefined) {
    const { settings, problems } = readSettings(scope);
    for (const { key, message } of problems) {
      if (reported.has(key + message)) continue;
      reported.add(key + message);
      logWarning(`${key}: ${message}`);
      void vscode.window.showWarningMessage(vscode.l10n.t('Common Ground setting {0}: {1}', key, message));
    }
    const key = JSON.stringify(settings.analysis);
    let analyzer = analyzers.get(key);
    if (analyzer === undefined) {
      analyzer = createAnalyzer(settings.analysis, team);
      analyzers.set(key, analyzer);
    }
    return { analyzer, settings };
  }

  function open(document: vscode.TextDocument): void {
    if (!isWriting(document) || entries.has(document)) return;
    const entry: Entry = { shown: read(document), generation: 0, timer: undefined };
    entries.set(document, entry);
    schedule(entry, 0);
  }

  function read(document: vscode.TextDocument): OpenDraft {
    const { analyzer, settings } = analyzerFor(document);
    const tooLong = lengthOf(document) > MAX_LENGTH;
    const text = tooLong ? '' : document.getText();
    const draft = analyzer.read(text, { path: document.uri.path, languageId: document.languageId });
    return shownOf(document, draft, analyzer, settings, tooLong);
  }

  function shownOf(
    document: vscode.TextDocument,
    draft: Draft,
    analyzer: Analyzer,
    settings: EditorSettings,
    tooLong: boolean,
  ): OpenDraft {
    const { checked } = choices.choice(document.uri);
    const active = !tooLong && (checked ?? analyzer.isActive(draft));
    return { document, draft, analyzer, settings, active, chosen: checked !== undefined, findings: [], tooLong };
  }

  function change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = entries.get(document);
    if (entry === undefined || contentChanges.length === 0) return;
    const { shown } = entry;
    const { analyzer, settings } = shown;
    const tooLong = lengthOf(document) > MAX_LENGTH;
    if (tooLong || shown.tooLong) entry.shown = read(document);
    else {
      const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      }));
      const draft = analyzer.update(shown.draft, document.getText(), changes);
      entry.shown = shownOf(document, draft, analyzer, settings, false);
    }
    schedule(entry, 0);
  }

  function schedule(entry: Entry, delay: number): void {
    const generation = ++entry.generation;
    if (entry.timer !== undefined) clearTimeout(entry.timer);
    entry.timer = setTimeout(
      guarded('Checking a document', () => work(entry, generation)),
      delay,
    );
  }

  async function work(entry: Entry, generation: number): Promise<void> {
    entry.timer = undefined;
    const { shown } = entry;
    let findings: readonly Finding[] = [];
    if (shown.active) {
      const steps = shown.analyzer.findingsInSteps(shown.draft);
      let from = performance.now();
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          findings = step.value;
          break;
        }
        if (performance.now() - from < STRETCH) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (entry.generation !== generation) return;
        from = performance.now();
      }
    }
    publish(entry, findings);
  }

  function publish(entry: Entry, findings: readonly Finding[]): void {
    const { shown } = entry;
    const ignored = choices.ignored(shown.document.uri);
    entry.shown = {
      ...shown,
      findings:
        ignored.length === 0 ? findings : findings.filter((finding) => !isIgnored(finding, shown.draft, ignored)),
    };
    updated.fire(entry.shown);
  }

  function close(document: vscode.TextDocument): void {
    const entry = entries.get(document);
    if (entry === undefined) return;
    if (entry.timer !== undefined) clearTimeout(entry.timer);
    entry.generation++;
    entries.delete(document);
    closed.fire(document);
  }

  function readAgain(only?: vscode.Uri): void {
    for (const [document, entry] of entries) {
      if (only !== undefined && document.uri.toString() !== only.toString()) continue;
      entry.shown = read(document);
      schedule(entry, 0);
    }
  }

  const subscriptions = vscode.Disposable.from(
    updated,
    closed,
    vscode.workspace.onDidOpenTextDocument(guarded('Opening a document', open)),
    vscode.workspace.onDidCloseTextDocument(guarded('Closing a document', close)),
    vscode.workspace.onDidChangeTextDocument(guarded('Following an edit', change)),
    vscode.workspace.onDidChangeConfiguration(
      guarded('Reading settings', (event) => {
        if (event.affectsConfiguration('commonGround')) readAgain();
      }),
    ),
    choices.onDidChange(guarded('Following a choice', readAgain)),
  );
  for (const document of vscode.workspace.textDocuments) guarded('Opening a document', open)(document);

  return {
    get: (document) => entries.get(document)?.shown,
    current(document) {
      open(document);
      const entry = entries.get(document);
      if (entry === undefined) return undefined;
      if (entry.timer !== undefined || entry.shown.findings.length === 0) {
        const findings = entry.shown.active ? entry.shown.analyzer.findings(entry.shown.draft) : [];
        publish(entry, findings);
      }
      return entry.shown;
    },
    analyzerFor,
    onDidUpdate: updated.event,
    onDidClose: closed.event,
    useTeamRules(next) {
      team = next;
      analyzers.clear();
      readAgain();
    },
    dispose() {
      for (const { timer } of entries.values()) if (timer !== undefined) clearTimeout(timer);
      entries.clear();
      subscriptions.dispose();
    },
  };
}

/** Length in UTF-16 code units without making the text. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

const CONTEXT = 24;

/** How an ignored finding is told again: its rule, its words, and the letters before it. */
export function ignorableOf(finding: Finding, draft: Draft): IgnoredFinding {
  const before = draft.text.slice(Math.max(0, finding.start - CONTEXT), finding.start);
  return { ruleId: finding.ruleId, text: squeeze(finding.text), before: squeeze(before) };
}

function isIgnored(finding: Finding, draft: Draft, ignored: readonly IgnoredFinding[]): boolean {
  const mine = ignorableOf(finding, draft);
  return ignored.some(
    ({ ruleId, text, before }) => ruleId === mine.ruleId && text === mine.text && before === mine.before,
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}
