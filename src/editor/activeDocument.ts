import * as vscode from 'vscode';
import { guarded } from './log';
import { diagnosisScheme, isWriting, ruleScheme } from './selector';

/** The document that the sidebar speaks of: the one in the active editor, or the last one while it is still in sight. */
export interface FrontDocument {
  readonly document: vscode.TextDocument | undefined;
  readonly onDidChange: vscode.Event<void>;
  /** An editor of the document, brought to the front when there is none. */
  reveal(document: vscode.TextDocument, options: { readonly focus: boolean }): Promise<vscode.TextEditor>;
}

/** Text that stands beside the documents or speaks of them; the boxes for comments and commits count where they are checked. */
const panels = ['output', 'debug', 'comment', 'vscode-scm', ruleScheme, diagnosisScheme];

export function followFrontDocument(): FrontDocument & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let front = vscode.window.activeTextEditor?.document;
  const look = () => {
    const active = vscode.window.activeTextEditor?.document;
    const before = front;
    if (active !== undefined && panels.includes(active.uri.scheme) && !isWriting(active)) return;
    if (active !== undefined) front = active;
    else if (!vscode.window.visibleTextEditors.some(({ document }) => document === front)) front = undefined;
    if (front !== before) changed.fire();
  };
  const safe = guarded('Following the document in front', look);
  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.window.onDidChangeActiveTextEditor(safe),
    vscode.window.onDidChangeVisibleTextEditors(safe),
  );
  return {
    get document() {
      return front;
    },
    onDidChange: changed.event,
    async reveal(document, { focus }) {
      const active = vscode.window.activeTextEditor;
      const editor =
        active?.document === document
          ? active
          : vscode.window.visibleTextEditors.find((one) => one.document === document);
      return vscode.window.showTextDocument(document, {
        preserveFocus: !focus,
        preview: false,
        ...(editor?.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
      });
    },
    dispose: () => subscriptions.dispose(),
  };
}
