import * as vscode from 'vscode';
import { MAX_LENGTH } from '../analysis';
import { looksMimeEncoded } from '../document/mime';
import { toDiagnostic } from './diagnostics';
import type { Drafts } from './drafts';
import { guarded, logWarning } from './log';
import { positionsIn } from './positions';
import { isWriting } from './selector';
import { runInSteps } from './steps';

const FILES = '**/*.{md,markdown,txt,eml,email}';
const LEFT_OUT = '**/{node_modules,.git,dist,out,vendor}/**';

/** Checks every mail and proposal of the workspace; what it finds goes to Problems. */
export function registerCheckWorkspace(drafts: Drafts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground-workspace');
  const watcher = vscode.workspace.createFileSystemWatcher(FILES, true);
  return vscode.Disposable.from(
    collection,
    // An open document speaks for itself.
    vscode.workspace.onDidOpenTextDocument((document) => collection.delete(document.uri)),
    watcher,
    // A file that was checked is checked again when it changes; word of an older change may come late and does no harm.
    watcher.onDidChange(
      guarded('Checking a changed file', async (uri) => {
        if (!collection.has(uri) || isOpen(uri)) return;
        collection.set(uri, await checkFile(uri, drafts, never));
      }),
    ),
    watcher.onDidDelete((uri) => collection.delete(uri)),
    vscode.commands.registerCommand(
      'commonGround.checkWorkspace',
      guarded('Checking the workspace', () =>
        vscode.window.withProgress(
          {
            location: vscode.ProgressLocation.Notification,
            title: vscode.l10n.t('Checking the workspace'),
            cancellable: true,
          },
          (progress, cancelled) => checkAll(drafts, collection, progress, cancelled),
        ),
      ),
    ),
  );
}

const never: Pick<vscode.CancellationToken, 'isCancellationRequested'> = { isCancellationRequested: false };

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((one) => isWriting(one) && one.uri.toString() === uri.toString());
}

async function checkAll(
  drafts: Drafts,
  collection: vscode.DiagnosticCollection,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  cancelled: vscode.CancellationToken,
): Promise<void> {
  const files = await vscode.workspace.findFiles(FILES, LEFT_OUT, 20_000, cancelled);
  const open = new Set(vscode.workspace.textDocuments.filter(isWriting).map(({ uri }) => uri.toString()));
  let checked = 0;
  let found = 0;
  collection.clear();
  for (const [index, uri] of files.entries()) {
    if (cancelled.isCancellationRequested) break;
    progress.report({
      message: vscode.l10n.t('{0} of {1}', index + 1, files.length),
      increment: 100 / files.length,
    });
    if (open.has(uri.toString())) continue;
    try {
      const diagnostics = await checkFile(uri, drafts, cancelled);
      if (diagnostics === undefined) continue;
      checked++;
      found += diagnostics.length;
      collection.set(uri, diagnostics);
    } catch (error) {
      logWarning(`${uri.path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const document of vscode.workspace.textDocuments) {
    const draft = drafts.current(document);
    if (draft?.active !== true) continue;
    checked++;
    found += draft.findings.length;
  }
  const message = cancelled.isCancellationRequested
    ? vscode.l10n.t('Stopped. {0} findings in {1} documents so far.', found, checked)
    : vscode.l10n.t('{0} findings in {1} documents.', found, checked);
  const show = vscode.l10n.t('Show Problems');
  void vscode.window.showInformationMessage(message, ...(found > 0 ? [show] : [])).then((chosen) => {
    if (chosen === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

/** `undefined` for a file that is not checked. */
async function checkFile(
  uri: vscode.Uri,
  drafts: Drafts,
  cancelled: Pick<vscode.CancellationToken, 'isCancellationRequested'>,
): Promise<vscode.Diagnostic[] | undefined> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_LENGTH) return undefined;
  const bytes = await vscode.workspace.fs.readFile(uri);
  if (bytes.subarray(0, 8000).includes(0)) return undefined;
  const text = new TextDecoder().decode(bytes);
  // Places in the readable text are not places in the encoded file.
  if (looksMimeEncoded(text)) return undefined;
  const { analyzer } = drafts.analyzerFor(uri);
  const draft = analyzer.read(text, { path: uri.path });
  if (!drafts.isActive(uri, draft, analyzer)) return undefined;
  const found = await runInSteps(analyzer.findingsInSteps(draft), () => !cancelled.isCancellationRequested);
  const positionAt = positionsIn(text);
  return found && drafts.notIgnored(uri, found, draft).map((finding) => toDiagnostic(finding, positionAt));
}
