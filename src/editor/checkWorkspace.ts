import * as vscode from 'vscode';
import { MAX_LENGTH } from '../engine/index';
import { looksMimeEncoded } from '../engine/text';
import { toDiagnostic } from './diagnostics';
import type { Drafts } from './drafts';
import { guarded, logWarning, onCommand } from './log';
import { positionsIn } from './positions';
import { isWriting } from './selector';
import { runInSteps } from './timeSlicing';

const FILES = '**/*.{md,markdown,mdx,txt,eml,email,adoc,asciidoc,rst,org}';
const LEFT_OUT = '**/{node_modules,.git,dist,out,vendor}/**';

/** Milliseconds without another change before the files are checked again. */
const SETTLING = 300;

/** Checks every mail and proposal of the workspace; what it finds goes to Problems and follows the files and the rules. */
export function registerCheckWorkspace(drafts: Drafts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground-workspace');
  const watcher = vscode.workspace.createFileSystemWatcher(FILES, true);
  /** The files of the last check by address, those with nothing to say too. */
  const checked = new Map<string, vscode.Uri>();
  let generation = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function checkAgain(uri: vscode.Uri, isWanted: () => boolean): Promise<void> {
    if (isOpen(uri)) return;
    const diagnostics = await readable(uri, () => checkFile(uri, drafts, isWanted));
    if (isWanted()) collection.set(uri, diagnostics);
  }

  async function checkChanged({ uri }: { readonly uri: vscode.Uri }): Promise<void> {
    if (checked.has(uri.toString())) await checkAgain(uri, () => true);
  }

  async function checkAllAgain(): Promise<void> {
    const own = ++generation;
    const isWanted = () => own === generation;
    for (const uri of [...checked.values()]) if (isWanted()) await checkAgain(uri, isWanted);
  }

  async function checkAll(progress: Progress, cancelled: vscode.CancellationToken): Promise<void> {
    const own = ++generation;
    const isWanted = () => own === generation && !cancelled.isCancellationRequested;
    const files = await vscode.workspace.findFiles(FILES, LEFT_OUT, 20_000, cancelled);
    let documents = 0;
    let found = 0;
    collection.clear();
    checked.clear();
    for (const uri of files) checked.set(uri.toString(), uri);
    for (const [index, uri] of files.entries()) {
      if (cancelled.isCancellationRequested) break;
      const message = vscode.l10n.t('{0} of {1}', index + 1, files.length);
      progress.report({ message, increment: 100 / files.length });
      if (isOpen(uri)) continue;
      const diagnostics = await readable(uri, () => checkFile(uri, drafts, () => !cancelled.isCancellationRequested));
      if (diagnostics === undefined) continue;
      documents++;
      found += diagnostics.length;
      if (isWanted()) collection.set(uri, diagnostics);
    }
    for (const document of vscode.workspace.textDocuments) {
      const draft = drafts.current(document);
      if (draft?.active !== true) continue;
      documents++;
      found += draft.findings.length;
    }
    tell(found, documents, cancelled.isCancellationRequested);
  }

  return vscode.Disposable.from(
    collection,
    // An open document speaks for itself.
    vscode.workspace.onDidOpenTextDocument((document) => collection.delete(document.uri)),
    vscode.workspace.onDidCloseTextDocument(guarded('Checking a closed file', checkChanged)),
    watcher,
    // Word of a change that was there before the check may come late and does no harm.
    watcher.onDidChange(guarded('Checking a changed file', (uri) => checkChanged({ uri }))),
    watcher.onDidDelete((uri) => {
      checked.delete(uri.toString());
      collection.delete(uri);
    }),
    drafts.onDidChangeJudgement(() => {
      if (checked.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(guarded('Checking the workspace', checkAllAgain), SETTLING);
    }),
    { dispose: () => clearTimeout(timer) },
    onCommand('checkWorkspace', 'Checking the workspace', () =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Checking the workspace'),
          cancellable: true,
        },
        checkAll,
      ),
    ),
  );
}

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((one) => isWriting(one) && one.uri.toString() === uri.toString());
}

/** One file that cannot be read does not keep the others from being checked. */
async function readable<Result>(uri: vscode.Uri, read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    logWarning(`${uri.path}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function tell(found: number, documents: number, stopped: boolean): void {
  const message = stopped
    ? vscode.l10n.t('Stopped. {0} findings in {1} documents so far.', found, documents)
    : vscode.l10n.t('{0} findings in {1} documents.', found, documents);
  const show = vscode.l10n.t('Show Problems');
  void vscode.window.showInformationMessage(message, ...(found > 0 ? [show] : [])).then((chosen) => {
    if (chosen === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

/** `undefined` for a file that is not checked. */
async function checkFile(
  uri: vscode.Uri,
  drafts: Drafts,
  isWanted: () => boolean,
): Promise<vscode.Diagnostic[] | undefined> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_LENGTH) return undefined;
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (bytes.subarray(0, 8000).includes(0)) return undefined;
  const text = new TextDecoder().decode(bytes);
  // Places in the readable text are not places in the encoded file.
  if (looksMimeEncoded(text)) return undefined;
  await drafts.ready(uri);
  const { analyzer } = drafts.analyzerFor(uri);
  const draft = analyzer.read(text, { path: uri.path });
  if (!drafts.isActive(uri, draft, analyzer)) return undefined;
  const found = await runInSteps(analyzer.findingsInSteps(draft), isWanted);
  const positionAt = positionsIn(text);
  return found && drafts.notIgnored(uri, found, draft).map((finding) => toDiagnostic(finding, positionAt));
}
