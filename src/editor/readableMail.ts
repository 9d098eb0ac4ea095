import * as vscode from 'vscode';
import { isCompoundFile, looksMimeEncoded, readMime, readOutlookMessage } from '../engine/text';
import { guarded, onCommand } from './log';

/** A file of encoded mail offers its readable text; the file itself stays as it is. */
export function registerReadableMail(): vscode.Disposable {
  const offered = new Set<string>();
  const offer = async (editor: vscode.TextEditor | undefined) => {
    const document = editor?.document;
    if (document?.languageId !== 'email' || offered.has(document.uri.toString())) return;
    const head = document.getText(new vscode.Range(0, 0, 400, 0));
    if (!looksMimeEncoded(head)) return;
    offered.add(document.uri.toString());
    const open = vscode.l10n.t('Open Readable Text');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('This message is encoded for sending, so its words can’t be checked here.'),
      open,
    );
    if (chosen === open) await show(document);
  };
  guarded('Looking at a mail', offer)(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(guarded('Looking at a mail', offer)),
    onCommand('showReadableMail', 'Reading a mail', async (file?: vscode.Uri) => {
      const document = vscode.window.activeTextEditor?.document;
      if (document !== undefined && (file === undefined || file.toString() === document.uri.toString()))
        await show(document);
      else if (file !== undefined) await showBytes(await vscode.workspace.fs.readFile(file));
    }),
  );
}

async function show(document: vscode.TextDocument): Promise<void> {
  await showMessage(await readMime(document.getText()));
}

/** Messages that Outlook has saved can't be opened as text, so their bytes are read. */
async function showBytes(bytes: Uint8Array): Promise<void> {
  await showMessage(await (isCompoundFile(bytes) ? readOutlookMessage(bytes) : readMime(bytes)));
}

async function showMessage({ text, problem }: Awaited<ReturnType<typeof readMime>>): Promise<void> {
  if (problem !== undefined && text === '') {
    void vscode.window.showWarningMessage(vscode.l10n.t('This message could not be read: {0}', problem));
    return;
  }
  const readable = await vscode.workspace.openTextDocument({ language: 'email', content: text });
  await vscode.window.showTextDocument(readable, { preview: false });
}
