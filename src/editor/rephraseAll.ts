import * as vscode from 'vscode';
import { applyEdits, composeEdits, safeEdits, type TextEdit } from '../engine/text';
import type { Choices } from './documentState';
import type { Drafts, OpenDraft } from './drafts';
import { notIgnored } from './ignored';
import { guarded } from './log';

/** A rephrasing may bring two findings together; they settle in a round or two. */
const MOST_ROUNDS = 10;

/** Applies every safe rephrasing of the document in one step that can be undone, and says what is left. */
export function registerRephraseAll(drafts: Drafts, choices: Choices): vscode.Disposable {
  return vscode.commands.registerCommand(
    'commonGround.rephraseAll',
    guarded('Rephrasing', async () => {
      const document = vscode.window.activeTextEditor?.document;
      const open = document === undefined ? undefined : drafts.current(document);
      if (document === undefined || open === undefined) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Open a Markdown, plain-text or e-mail document first.'),
        );
        return;
      }
      const edits = safeRounds(open, choices);
      if (edits.length > 0 && !(await apply(document, edits))) {
        void vscode.window.showWarningMessage(vscode.l10n.t('This document cannot be written to.'));
        return;
      }
      const left = drafts.current(document)?.findings.length ?? 0;
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} rephrased, {1} left for you to decide.', edits.length, left),
      );
    }),
  );
}

/** Edits of the text as it stands, as few and as small as they can be. */
function safeRounds({ document, draft, analyzer, active, findings }: OpenDraft, choices: Choices): TextEdit[] {
  if (!active) return [];
  const rounds: TextEdit[][] = [];
  const ignored = choices.ignored(document.uri);
  let now = draft;
  let found = findings;
  for (let edits = safeEdits(found); edits.length > 0 && rounds.length < MOST_ROUNDS; edits = safeEdits(found)) {
    rounds.push(edits);
    now = analyzer.update(now, applyEdits(now.text, edits), edits);
    found = notIgnored(analyzer.findings(now), now, ignored);
  }
  return composeEdits(draft.text, rounds);
}

async function apply(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits)
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  return vscode.workspace.applyEdit(edit);
}
