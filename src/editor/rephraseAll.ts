import * as vscode from 'vscode';
import { applyEdits, composeEdits, safeEdits, type TextEdit } from '../engine/text';
import type { Drafts, OpenDraft } from './drafts';
import { onCommand } from './log';
import { rangeOf } from './rewrites';
import { tellDone, tellNoDraft, tellReadOnly, undoIn } from './told';

/** A rewrite may bring two findings together; they settle in a round or two. */
const MOST_ROUNDS = 10;

/** Applies every safe rewrite in one step that can be undone, and goes on as a review of what is left. */
export function registerRephraseAll(drafts: Drafts): vscode.Disposable {
  return onCommand('rephraseAll', 'Rewriting', async () => {
    const document = vscode.window.activeTextEditor?.document;
    const open = document === undefined ? undefined : drafts.current(document);
    if (document === undefined || open === undefined) return tellNoDraft();
    const edits = safeRounds(open, drafts);
    if (edits.length > 0) {
      if (!(await apply(document, edits))) return tellReadOnly();
      const said =
        edits.length === 1 ? vscode.l10n.t('1 place rewritten.') : vscode.l10n.t('{0} places rewritten.', edits.length);
      tellDone(said, () => undoIn(document));
    }
    void vscode.commands.executeCommand('commonGround.reviewDraft', document.uri.toString());
  });
}

/** Edits of the text as it stands, as few and as small as they can be. */
function safeRounds({ document, draft, analyzer, active, findings }: OpenDraft, drafts: Drafts): TextEdit[] {
  if (!active) return [];
  const rounds: TextEdit[][] = [];
  let now = draft;
  let found = findings;
  for (let edits = safeEdits(found); edits.length > 0 && rounds.length < MOST_ROUNDS; edits = safeEdits(found)) {
    rounds.push(edits);
    now = analyzer.update(now, applyEdits(now.text, edits), edits);
    found = drafts.notIgnored(document.uri, analyzer.findings(now), now);
  }
  return composeEdits(draft.text, rounds);
}

async function apply(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const one of edits) edit.replace(document.uri, rangeOf(document, one), one.text);
  return vscode.workspace.applyEdit(edit);
}
