import * as vscode from 'vscode';
import type { DocumentIdentity, Draft, Kind } from '../document/draft/draft';
import { type Analyzer, createAnalyzer, MAX_LENGTH } from '../engine/index';
import type { Finding } from '../wording/rule';
import type { Choices } from './documentState';
import type { FolderConfigurations } from './folderConfigurations';
import { notIgnored } from './ignored';
import { guarded, logError, logWarning } from './log';
import { isComment, isCommit, isWriting } from './selector';
import { type EditorSettings, readSettingsUnder, type SettingProblem, unknownRules } from './settings';
import { runInSteps } from './timeSlicing';

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
  /** Of the text of `draft`; empty while the document is not active, and until they are worked out. */
  readonly findings: readonly Finding[];
  /** Those of them that are underlined: hints only where a setting asks for them. */
  readonly marked: readonly Finding[];
  /** The findings have been worked out. */
  readonly settled: boolean;
  readonly tooLong: boolean;
}

export interface Drafts {
  get(document: vscode.TextDocument): OpenDraft | undefined;
  /** The draft with its findings as the document stands now, worked out at once where they have not been. */
  current(document: vscode.TextDocument): OpenDraft | undefined;
  /** The same, waiting for work that is under way; `undefined` when the document is closed or the wait is cancelled. */
  settled(document: vscode.TextDocument, cancelled: vscode.CancellationToken): Promise<OpenDraft | undefined>;
  /** Is a document of this address and text checked? */
  isActive(uri: vscode.Uri, draft: Draft, analyzer: Analyzer): boolean;
  /** Findings without those that the user has dismissed. */
  notIgnored(uri: vscode.Uri, findings: readonly Finding[], draft: Draft): readonly Finding[];
  /** What a document is checked with, by the settings and the configuration of its folders. */
  analyzerFor(document: vscode.TextDocument | vscode.Uri | undefined): { analyzer: Analyzer; settings: EditorSettings };
  /** Waits until the configuration of the folders above is read. */
  ready(uri: vscode.Uri): Promise<void>;
  /** Findings of a draft have been worked out anew. */
  readonly onDidUpdate: vscode.Event<OpenDraft>;
  readonly onDidClose: vscode.Event<vscode.TextDocument>;
  /** What is found in a text, or shown of it, may be different from now on: settings, team rules or a choice of the user. */
  readonly onDidChangeJudgement: vscode.Event<void>;
}

interface Entry {
  shown: OpenDraft;
  /** What the user said that it is, when it was last read. */
  kind: Kind | undefined;
  generation: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Holds the open drafts: hears edits, keeps what they did not touch, and tells when findings are there. */
export function createDrafts(choices: Choices, folders: FolderConfigurations): Drafts & vscode.Disposable {
  const entries = new Map<vscode.TextDocument, Entry>();
  const updated = new vscode.EventEmitter<OpenDraft>();
  const closed = new vscode.EventEmitter<vscode.TextDocument>();
  const judgement = new vscode.EventEmitter<void>();
  const analyzers = new Map<string, Analyzer>();
  const reported = new Set<string>();

  function analyzerFor(document: vscode.TextDocument | vscode.Uri | undefined) {
    const uri = document === undefined || 'scheme' in document ? document : document.uri;
    const found = uri === undefined ? undefined : folders.configurationFor(uri);
    const { settings, problems } = readSettingsUnder(document, uri, found);
    report(problems);
    const key = JSON.stringify([settings.analysis, found?.key]);
    let analyzer = analyzers.get(key);
    if (analyzer === undefined) {
      analyzer = createAnalyzer(settings.analysis, found?.team);
      analyzers.set(key, analyzer);
    }
    return { analyzer, settings };
  }

  /** Says each problem once, and all that come together in one message. */
  function report(problems: readonly SettingProblem[]): void {
    const news = problems.filter(({ key, message }) => !reported.has(key + message));
    if (news.length === 0) return;
    for (const { key, message } of news) {
      reported.add(key + message);
      logWarning(`${key}: ${message}`);
    }
    const said = news.slice(0, 3).map(({ key, message }) => `${key}: ${message}`);
    if (news.length > said.length) said.push('…');
    const show = vscode.l10n.t('Open Settings');
    void vscode.window
      .showWarningMessage(vscode.l10n.t('Some Common Ground settings can’t be used. {0}', said.join(' ')), show)
      .then((chosen) => {
        if (chosen === show) void vscode.commands.executeCommand('workbench.action.openSettings', 'commonGround');
      });
  }

  function open(document: vscode.TextDocument): void {
    if (!isWriting(document) || entries.has(document)) return;
    const { kind } = choices.choice(document.uri);
    const entry: Entry = { shown: read(document), kind, generation: 0, timer: undefined };
    entries.set(document, entry);
    schedule(entry);
    guarded('Reading team rules', folders.refresh)(document.uri);
  }

  function read(document: vscode.TextDocument): OpenDraft {
    const { analyzer, settings } = analyzerFor(document);
    const tooLong = lengthOf(document) > MAX_LENGTH;
    const text = tooLong ? '' : textOf(document);
    const draft = analyzer.read(text, identityOf(document, choices.choice(document.uri).kind));
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
    const active = !tooLong && (checked ?? (!settings.ignored && analyzer.isActive(draft)));
    const chosen = checked !== undefined;
    return { document, draft, analyzer, settings, active, chosen, findings: [], marked: [], settled: false, tooLong };
  }

  function change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = entries.get(document);
    if (entry === undefined || contentChanges.length === 0) return;
    const { shown } = entry;
    const { analyzer, settings } = shown;
    const tooLong = lengthOf(document) > MAX_LENGTH;
    if (tooLong || shown.tooLong || isCommit(document)) entry.shown = read(document);
    else {
      const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text,
      }));
      const draft = analyzer.update(shown.draft, document.getText(), changes);
      entry.shown = shownOf(document, draft, analyzer, settings, false);
    }
    schedule(entry);
  }

  function schedule(entry: Entry): void {
    const generation = stop(entry);
    entry.timer = setTimeout(
      guarded('Checking a document', () => work(entry, generation)),
      0,
    );
  }

  /** Drops work under way; what it found is of a text that has passed. */
  function stop(entry: Entry): number {
    if (entry.timer !== undefined) clearTimeout(entry.timer);
    entry.timer = undefined;
    return ++entry.generation;
  }

  async function work(entry: Entry, generation: number): Promise<void> {
    entry.timer = undefined;
    const { active, analyzer, draft } = entry.shown;
    const isWanted = () => entry.generation === generation;
    let findings: readonly Finding[] | undefined = [];
    try {
      if (active) findings = await runInSteps(analyzer.findingsInSteps(draft), isWanted);
    } catch (error) {
      logError('Checking a document', error);
    }
    if (findings !== undefined && isWanted()) publish(entry, findings);
  }

  function publish(entry: Entry, found: readonly Finding[]): void {
    const { shown } = entry;
    const { uri } = shown.document;
    const findings = notIgnored(found, shown.draft, choices.ignored(uri), choices.choice(uri).dismissedRules);
    const marked = shown.settings.hints ? findings : findings.filter(({ severity }) => severity !== 'hint');
    entry.shown = { ...shown, findings, marked, settled: true };
    updated.fire(entry.shown);
  }

  function close(document: vscode.TextDocument): void {
    const entry = entries.get(document);
    if (entry === undefined) return;
    stop(entry);
    entries.delete(document);
    closed.fire(document);
  }

  /** What the user decides changes what is shown of a text, not how it is read. */
  function showAgain(only?: vscode.Uri): void {
    for (const [document, entry] of entries) {
      if (only !== undefined && document.uri.toString() !== only.toString()) continue;
      if (!isWriting(document)) {
        close(document);
        continue;
      }
      const { analyzer, settings } = analyzerFor(document);
      const { kind } = choices.choice(document.uri);
      const isSame = kind === entry.kind;
      entry.kind = kind;
      entry.shown = isSame
        ? shownOf(document, entry.shown.draft, analyzer, settings, entry.shown.tooLong)
        : read(document);
      schedule(entry);
    }
    judgement.fire();
  }

  function settingsChanged(): void {
    for (const document of vscode.workspace.textDocuments) open(document);
    showAgain();
    const used = new Set([...entries.values()].map(({ shown }) => shown.analyzer));
    for (const [key, analyzer] of analyzers) if (!used.has(analyzer)) analyzers.delete(key);
    const { analyzer, settings } = analyzerFor(vscode.window.activeTextEditor?.document);
    report(unknownRules(settings.analysis.rules, analyzer.rules));
  }

  const subscriptions = vscode.Disposable.from(
    updated,
    closed,
    judgement,
    vscode.workspace.onDidOpenTextDocument(guarded('Opening a document', open)),
    vscode.workspace.onDidCloseTextDocument(guarded('Closing a document', close)),
    vscode.workspace.onDidChangeTextDocument(guarded('Following an edit', change)),
    vscode.workspace.onDidChangeConfiguration(
      guarded('Reading settings', (event) => {
        if (event.affectsConfiguration('commonGround')) settingsChanged();
      }),
    ),
    choices.onDidChange(guarded('Following a choice', showAgain)),
    folders.onDidChange(
      guarded('Reading team rules', () => {
        analyzers.clear();
        showAgain();
      }),
    ),
  );
  for (const document of vscode.workspace.textDocuments) guarded('Opening a document', open)(document);

  return {
    get: (document) => entries.get(document)?.shown,
    current(document) {
      open(document);
      const entry = entries.get(document);
      if (entry === undefined) return undefined;
      if (!entry.shown.settled) {
        stop(entry);
        publish(entry, entry.shown.active ? entry.shown.analyzer.findings(entry.shown.draft) : []);
      }
      return entry.shown;
    },
    settled(document, cancelled) {
      open(document);
      const known = entries.get(document)?.shown;
      if (known === undefined || known.settled) return Promise.resolve(known);
      return new Promise((resolve) => {
        const end = (open?: OpenDraft) => {
          waiting.dispose();
          resolve(open);
        };
        const waiting = vscode.Disposable.from(
          updated.event((open) => open.document === document && end(open)),
          closed.event((one) => one === document && end()),
          cancelled.onCancellationRequested(() => end()),
        );
      });
    },
    isActive(uri, draft, analyzer) {
      const { ignored } = analyzerFor(uri).settings;
      return choices.choice(uri).checked ?? (!ignored && analyzer.isActive(draft));
    },
    ready: folders.ready,
    notIgnored: (uri, findings, draft) =>
      notIgnored(findings, draft, choices.ignored(uri), choices.choice(uri).dismissedRules),
    analyzerFor,
    onDidUpdate: updated.event,
    onDidClose: closed.event,
    onDidChangeJudgement: judgement.event,
    dispose() {
      for (const entry of entries.values()) stop(entry);
      entries.clear();
      subscriptions.dispose();
    },
  };
}

/** Length in UTF-16 code units without making the text. */
function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}

/** The text to read: in a commit message the lines that Git leaves out are blank, so that offsets stay. */
function textOf(document: vscode.TextDocument): string {
  const text = document.getText();
  if (!isCommit(document)) return text;
  const scissors = /^# -{8,} >8 -{8,}/m.exec(text)?.index ?? text.length;
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ');
  return text.slice(0, scissors).replace(/^#[^\r\n]*/gm, blank) + blank(text.slice(scissors));
}

/** Comments and commit messages are written to somebody, whatever they look like. */
function identityOf(document: vscode.TextDocument, kind: Kind | undefined): DocumentIdentity {
  const { languageId, uri } = document;
  if (kind !== undefined) return { path: uri.path, languageId, kind };
  if (isComment(document)) return { languageId, kind: 'email' };
  if (isCommit(document)) return { languageId: 'plaintext', kind: 'email' };
  // These are read by their names and their text, as on the command line.
  return byName.has(languageId) ? { path: uri.path } : { path: uri.path, languageId };
}

const byName = new Set(['asciidoc', 'restructuredtext', 'org']);
