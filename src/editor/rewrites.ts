import * as vscode from 'vscode';
import type { Draft, Span } from '../document/draft/draft';
import { blanksOf, previewOf, sentenceAround, shortened, WHOLE, withoutBlanks } from '../engine/text';
import type { Finding, Suggestion } from '../wording/rule';
import { tellReadOnly } from './told';

/** A text that could stand in the draft instead. Offsets are UTF-16 code units in the document, ends exclusive. */
export interface Rewrite extends Span {
  readonly text: string;
  /** The words as they will stand, short enough for a menu. */
  readonly label: string;
  /** The same where it wraps. */
  readonly whole: string;
  /** It has blanks that the writer fills in. */
  readonly frame: boolean;
  readonly safe: boolean;
  /** Nothing that a reader could hold the writer to changes. */
  readonly sameMeaning: boolean;
}

const MOST = 3;

/** What the writer could put instead of a finding, best first: whole texts, then a frame to fill in. */
export function rewritesOf(finding: Finding, draft: Pick<Draft, 'blocks' | 'text'>): Rewrite[] {
  const found = finding.suggestions.map((suggestion) => rewriteOf(suggestion, finding, draft));
  const seen = new Set<string>();
  return found
    .sort((one, other) => Number(one.frame) - Number(other.frame))
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .slice(0, MOST);
}

/** A suggestion replaces its own place where it names one, else that of the finding. */
function rewriteOf(suggestion: Suggestion, finding: Finding, draft: Pick<Draft, 'blocks' | 'text'>): Rewrite {
  if (suggestion.frame === true && suggestion.start === undefined) return frameOf(suggestion.text, finding, draft);
  const { start = finding.start, end = finding.end, text, safe } = suggestion;
  const frame = suggestion.frame === true;
  const gone = text.trim() === '' && draft.text.slice(start, end).trim() !== '';
  const sentence = sentenceAround(draft, { start, end });
  const out = gone && draft.text.slice(start, end).trim() === draft.text.slice(sentence.start, sentence.end).trim();
  const shown = frame ? withoutBlanks(text) : text;
  const preview = (most?: number) =>
    out ? vscode.l10n.t('Leave this sentence out') : previewOf(draft, { start, end }, shown, most);
  const sameMeaning = (suggestion.changes ?? []).length === 0;
  return { start, end, text, safe, frame, label: preview(), whole: preview(WHOLE), sameMeaning };
}

/** A frame is a sentence: it stands in the place of the one that the finding is in. */
function frameOf(text: string, finding: Finding, draft: Pick<Draft, 'blocks' | 'text'>): Rewrite {
  const place = sentenceAround(draft, finding);
  const label = withoutBlanks(text);
  return { ...place, text, safe: false, frame: true, label, whole: shortened(label, WHOLE), sameMeaning: true };
}

/** The text as a snippet: every blank is a tab stop that holds its name in square brackets. */
export function snippetOf(text: string): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  let from = 0;
  // Two blanks of one name are two: “on [date] and [date]”.
  for (const { start, end, name } of blanksOf(text)) {
    snippet.appendText(text.slice(from, start)).appendPlaceholder(`[${name}]`);
    from = end;
  }
  return snippet.appendText(text.slice(from)).appendTabstop(0);
}

/** Puts a rewrite into the document, where the words it is for still stand there. Resolves to whether it did. */
export async function applyRewrite(
  document: vscode.TextDocument,
  rewrite: Pick<Rewrite, 'start' | 'end' | 'text' | 'frame'>,
  words: string,
): Promise<boolean> {
  const range = rangeOf(document, rewrite);
  if (document.getText(range) !== words) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The text has changed there, so it was left as it is.'));
    return false;
  }
  if (rewrite.frame) {
    const editor = await editorOf(document);
    const done = await editor.insertSnippet(snippetOf(rewrite.text), range);
    if (done) noteRewritten();
    else tellReadOnly();
    return done;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, rewrite.text);
  const done = await vscode.workspace.applyEdit(edit);
  if (done) noteRewritten();
  else tellReadOnly();
  return done;
}

/** The walkthrough ticks its step when the user has taken a rewrite, in whatever way. It hears of changes only since it was opened. */
export function noteRewritten(): void {
  for (const value of [false, true])
    void vscode.commands.executeCommand('setContext', 'commonGround.hasRewritten', value);
}

/** The editor that shows a document, brought to the front. */
export async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const { activeTextEditor: active, visibleTextEditors } = vscode.window;
  if (active?.document === document) {
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    return active;
  }
  const known = visibleTextEditors.find((one) => one.document === document);
  // A comment box is in no column; it is where it is.
  if (known !== undefined && known.viewColumn === undefined) return known;
  return vscode.window.showTextDocument(document, {
    preview: false,
    ...(known?.viewColumn === undefined ? {} : { viewColumn: known.viewColumn }),
  });
}

export function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The open document of an address. */
export function openDocument(uri: vscode.Uri | string): vscode.TextDocument | undefined {
  const address = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === address);
}
