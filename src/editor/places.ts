import * as vscode from 'vscode';

/** Puts a text at its place in the editor as a snippet; the selection is never replaced. */
export async function insertAt(
  editor: vscode.TextEditor,
  offset: number,
  snippet: vscode.SnippetString,
): Promise<boolean> {
  const { document } = editor;
  const at = document.positionAt(offset);
  const before = document.getText(new vscode.Range(new vscode.Position(0, 0), at));
  const atCursor = editor.selection.active.isEqual(at);
  const gap = before.trim() === '' || /\s$/.test(before) ? '' : atCursor ? ' ' : '\n\n';
  editor.selection = new vscode.Selection(at, at);
  const whole = gap === '' ? snippet : new vscode.SnippetString(gap + snippet.value);
  return editor.insertSnippet(whole, at);
}
