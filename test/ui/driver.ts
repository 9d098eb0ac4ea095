import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ActiveEditor, Request } from './driver-client.js';

/**
 * An extension installed beside the tested one: does inside the editor what the harness outside writes into this extension's folder.
 * Each window first leaves its name there, then reads the requests that carry it. Always in the Node.js host.
 */
export function activate({ extensionPath }: vscode.ExtensionContext): void {
  const name = randomUUID();
  const file = path.join(extensionPath, `request-${name}.json`);
  let last = 0;
  const look = async () => {
    const request = await read(file);
    if (request && request.id > last) {
      last = request.id;
      const answer = await act(request).then(
        (value) => ({ value: value ?? null }),
        (error) => ({ error: String(error?.stack ?? error) }),
      );
      await writeFile(path.join(extensionPath, `answer-${request.id}.json`), JSON.stringify(answer));
    }
    setTimeout(look, 30);
  };
  void look();
  void writeFile(path.join(extensionPath, `window-${name}`), '');
}

async function read(file: string): Promise<Request | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function act({ action, words }: Request): Promise<unknown> {
  switch (action) {
    case 'open': {
      const folder = vscode.workspace.workspaceFolders?.[0];
      if (!folder) throw new Error('no folder is open');
      const uri = vscode.Uri.joinPath(folder.uri, String(words[0]));
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
      return undefined;
    }
    case 'settings':
      for (const [key, value] of Object.entries(words[0] as Record<string, unknown>)) {
        await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
      }
      return undefined;
    case 'command':
      return vscode.commands.executeCommand(String(words[0]), ...words.slice(1));
    case 'active':
      return active();
    case 'comment':
      return beginComment();
  }
}

let comments: vscode.CommentController | undefined;

/** A new comment on the first line of the active editor, as on a pull request. */
function beginComment(): void {
  const { document } = vscode.window.activeTextEditor!;
  comments ??= vscode.comments.createCommentController('driver', 'Driver');
  const thread = comments.createCommentThread(document.uri, new vscode.Range(0, 0, 0, 0), []);
  thread.canReply = true;
  thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
}

function active(): ActiveEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selection } = editor;
  return {
    path: vscode.workspace.asRelativePath(document.uri),
    language: document.languageId,
    text: document.getText(),
    selected: document.getText(selection),
    start: document.offsetAt(selection.start),
    end: document.offsetAt(selection.end),
  };
}
