import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const extensionId = 'common-ground-writing.common-ground';

/** A file of the open workspace by its path with slashes. */
export function workspaceUri(path = ''): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a workspace folder is open');
  return path ? vscode.Uri.joinPath(folder.uri, path) : folder.uri;
}

/** Whether this is the web worker host: no Node.js here. */
export function isWebHost(): boolean {
  return typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';
}

/** The extension, activated. */
export async function activateExtension<T = unknown>(): Promise<vscode.Extension<T>> {
  const extension = vscode.extensions.getExtension<T>(extensionId);
  assert.ok(extension, `${extensionId} is there`);
  await extension.activate();
  return extension;
}

/** Opens and shows an untitled document that holds this and not what one of the same name held that VS Code has not yet forgotten. */
export async function openText(options: { content: string; language?: string }): Promise<vscode.TextEditor> {
  // On its way into the editor half a surrogate pair becomes another sign, and mixed line ends become one.
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^ -~\n]/g, '?');
  return waitFor(
    'a new document',
    async () => {
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(options));
      if (plain(editor.document.getText()) === plain(options.content)) return editor;
      await closeAll();
      return undefined;
    },
    (editor) => editor !== undefined,
  ) as Promise<vscode.TextEditor>;
}

/** Opens and shows a file of the workspace by its path with slashes. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceUri(path)));
}

/** Writes a file into the workspace and returns its address. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = workspaceUri(path);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** Milliseconds in which VS Code forgets the copy it kept of an unsaved document that was closed. */
const FORGETTING = 250;

/** Closes every editor without asking, whatever is unsaved. */
export async function closeAll(): Promise<void> {
  const unsaved = vscode.workspace.textDocuments.filter(({ isUntitled, uri }) => isUntitled && isInTab(uri));
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  if (unsaved.length === 0) return;
  // Until then the next one, which gets the same name, would come up with the text of this one, and seem to have its findings.
  await waitFor('the findings to go', () => unsaved.every(({ uri }) => diagnosticsOf(uri).length === 0));
  await pause(FORGETTING);
}

function isInTab(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}

/**
 * Asks again and again until the answer satisfies, and returns it; an asking that throws has not been answered.
 * @throws when the time (milliseconds) is up, with the last answer in the message
 */
export async function waitFor<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  satisfies: (answer: T) => boolean = Boolean,
  timeout = 15_000,
): Promise<T> {
  const end = Date.now() + timeout;
  let last = 'nothing';
  do {
    try {
      const answer = await ask();
      if (satisfies(answer)) return answer;
      last = String(JSON.stringify(answer)).slice(0, 2000);
    } catch (error) {
      last = String(error);
    }
    await pause(25);
  } while (Date.now() < end);
  assert.fail(`waited ${timeout} ms for ${what}; last: ${last}`);
}

/** Only this extension's findings in a document, in order. */
export function diagnosticsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Common Ground')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until the document's findings satisfy; without a predicate, until there is one. */
export function waitForDiagnostics(
  uri: vscode.Uri,
  predicate: (diagnostics: readonly vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
  timeout?: number,
): Promise<vscode.Diagnostic[]> {
  return waitFor(`diagnostics of ${uri.toString()}`, () => diagnosticsOf(uri), predicate, timeout);
}

/** A text that is always checked and has one finding. */
const control = '---\ncommonGround: proposal\n---\n\nWe demand an answer.\n';

/**
 * Waits until the extension has read whatever was opened or changed before: it reads in that order, so a control document that is opened
 * now gets its finding after it.
 */
export async function untilRead(): Promise<void> {
  const { uri } = await vscode.workspace.openTextDocument({ language: 'markdown', content: control });
  await waitForDiagnostics(uri);
}

/** Makes sure that a document has been read and has no findings. */
export async function assertLeftAlone(uri: vscode.Uri): Promise<void> {
  await untilRead();
  assert.deepEqual(diagnosticsOf(uri).map(codeOf), []);
}

/** The rule whose page the code of a diagnostic leads to; what kind it is for any other. */
export function codeOf({ code }: vscode.Diagnostic): string {
  if (typeof code !== 'object') return String(code ?? '');
  const [ruleId] = JSON.parse(code.target.query) as string[];
  return ruleId ?? String(code.value);
}

/** Compares findings as `rule-id: words`, in the order of the text. */
export function assertFindings(document: vscode.TextDocument, expected: readonly string[]): void {
  const found = diagnosticsOf(document.uri).map((one) => `${codeOf(one)}: ${document.getText(one.range)}`);
  assert.deepEqual(found, expected);
}

/** The range of some words in a document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  assert.notEqual(at, -1, `the document holds "${words}"`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** Milliseconds after which no code action will come any more. */
const LAST_ACTION = 3_000;

/**
 * The code actions offered over a range, in the editor's order. The editor gives none while it is busy with a document that has
 * just come up, so it is asked again for a while.
 */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: string,
): Promise<vscode.CodeAction[]> {
  const end = Date.now() + LAST_ACTION;
  for (;;) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind,
      50,
    );
    if (actions?.length > 0 || Date.now() > end) return actions ?? [];
    await pause(50);
  }
}

/** Does what choosing a code action does: its edit, then its command. */
export async function applyCodeAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" applies`);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Picks “Don’t flag this…” in the menu at these words, and there the first place: “Here”. Resolves when it is done. */
export async function dontFlagHere(document: vscode.TextDocument, words: string): Promise<void> {
  const actions = await codeActions(document, rangeOf(document, words), vscode.CodeActionKind.QuickFix.value);
  const action = actions.find(({ title }) => title === 'Don’t flag this…');
  assert.ok(action, `it is in the menu: ${actions.map(({ title }) => title).join('; ')}`);
  await answering(applyCodeAction(action));
}

/** Takes what is selected in each list that comes up, until what asks for it is done. */
export async function answering<T>(asking: PromiseLike<T>): Promise<T> {
  let done = false;
  const asked = Promise.resolve(asking).finally(() => {
    done = true;
  });
  await waitFor('what was asked to be answered', async () => {
    if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done;
  });
  return asked;
}

/** The text that a document would have after edits; nothing is changed. */
export function textAfter(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  let text = document.getText();
  const backwards = [...edits].sort((a, b) => b.range.start.compareTo(a.range.start));
  for (const { range, newText } of backwards) {
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return text;
}

/** Compares the text after an action's edits to this document with what it should be. */
export function assertTextEdits(document: vscode.TextDocument, action: vscode.CodeAction, expected: string): void {
  const edits = action.edit?.get(document.uri) ?? [];
  assert.notEqual(edits.length, 0, `"${action.title}" edits the document`);
  assert.equal(textAfter(document, edits), expected);
}

/** All hover text at a position, parts joined by blank lines, with plain spaces for those that Markdown keeps from breaking. */
export async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const parts = (hovers ?? []).flatMap(({ contents }) => contents);
  return parts
    .map((part) => (typeof part === 'string' ? part : part.value))
    .join('\n\n')
    .replaceAll('&nbsp;', ' ');
}

/** Sets a setting of the workspace while `work` runs, then takes it back. */
export async function withSetting(key: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration().update(key, to, vscode.ConfigurationTarget.Workspace);
  await set(value);
  try {
    await work();
  } finally {
    await set(undefined);
  }
}

/** Says a line in the runner's output: it picks these out of all that the page says. */
export function say(line: string): void {
  console.log(`@@test ${line}@@`);
}

/** Waits some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
