import * as vscode from 'vscode';
import { guarded } from './log';

/** Says what was done; where it can be taken back, with a button that does so. Nobody waits for the answer. */
export function tellDone(message: string, undo?: () => unknown): void {
  if (undo === undefined) {
    void vscode.window.showInformationMessage(message);
    return;
  }
  const label = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(message, label).then(
    guarded('Undoing', async (chosen: string | undefined) => {
      if (chosen === label) await undo();
    }),
  );
}

/** Asks before something is deleted. Where the editor refuses dialogs, as under a test driver, a list asks the same. */
export async function confirmed(question: string, detail: string, yes: string): Promise<boolean> {
  try {
    return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
  } catch {
    const no = vscode.l10n.t('Cancel');
    return (await vscode.window.showQuickPick([no, yes], { title: question, placeHolder: detail })) === yes;
  }
}

/** Takes back the last edit of a document, in its own editor. */
export async function undoIn(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
}

export function tellReadOnly(): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('This document cannot be written to.'));
}

export function tellNoDraft(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Open a mail, a proposal or a text document first, or start one with “New E-mail”.'),
  );
}
