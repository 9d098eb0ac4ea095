import * as vscode from 'vscode';
import { setDocument } from '../case/caseRecord';
import type { CaseStore } from './cases';
import { guarded } from './log';

/**
 * A draft that had no file keeps its case when it is saved, and the next draft that gets the same passing name begins
 * without one.
 */
export function followSavedDrafts(cases: CaseStore): vscode.Disposable {
  const closed = (document: vscode.TextDocument) => {
    if (!document.isUntitled || cases.find(document.uri, undefined) === undefined) return undefined;
    const text = document.getText();
    const saved = vscode.workspace.textDocuments.find((one) => !one.isUntitled && one.getText() === text);
    return saved === undefined || text.trim() === '' ? undefined : cases.move([{ from: document.uri, to: saved.uri }]);
  };
  const opened = async (document: vscode.TextDocument) => {
    if (!document.isUntitled || document.getText() !== '') return;
    await cases.ready;
    if (cases.find(document.uri, undefined) === undefined) return;
    const address = document.uri.toString();
    await cases.change(cases.seedOf(document.uri, undefined), (record, at) =>
      setDocument(record, address, 'apart', at),
    );
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidCloseTextDocument(guarded('Following a saved draft', closed)),
    vscode.workspace.onDidOpenTextDocument(guarded('Following a new draft', opened)),
  );
}
