import * as vscode from 'vscode';
import type { FromPage } from '../sidebar/protocol';
import type { Finding } from '../wording/rule';
import type { FrontDocument } from './activeDocument';
import { wordsOf } from './diagnostics';
import { type DraftNotes, offersFor } from './draftNotes';
import type { Drafts, OpenDraft } from './drafts';
import { keyedFindings } from './review';
import { applyRewrite, rangeOf, rewritesOf } from './rewrites';

type RowMessage = Extract<FromPage, { type: 'go' | 'rewrite' | 'dontFlag' | 'add' | 'leave' }>;

export interface RowContext {
  readonly drafts: Drafts;
  readonly notes: DraftNotes;
  readonly front: FrontDocument;
}

/** Does what was pressed on a row of the draft's panel, in the draft as it stands now; a row that is gone does nothing. */
export async function actOnRow(message: RowMessage, { drafts, notes, front }: RowContext): Promise<void> {
  const open = front.document === undefined ? undefined : drafts.current(front.document);
  if (open === undefined) return;
  const { document } = open;
  const address = document.uri.toString();
  if (message.type === 'add' || message.type === 'leave') {
    const note = notes.current(open).find(({ id }) => id === message.remark);
    if (note === undefined) return;
    if (message.type === 'leave') await vscode.commands.executeCommand('commonGround.dismissCheck', address, note.id);
    else {
      const offer = offersFor(note, open)[message.index];
      if (offer !== undefined)
        await vscode.commands.executeCommand('commonGround.insertForCheck', address, note.id, offer.text);
    }
    return;
  }
  const finding = findingOf(message.row, open);
  if (message.type === 'go') {
    const place = finding === undefined ? notes.current(open).find(({ id }) => id === message.row) : wordsOf(finding);
    if (place !== undefined) await reveal(document, place, front);
    return;
  }
  if (finding === undefined) return;
  if (message.type === 'dontFlag') {
    await vscode.commands.executeCommand('commonGround.dontFlag', address, finding.ruleId, finding.start);
    return;
  }
  const rewrite = rewritesOf(finding, open.draft)[message.index];
  if (rewrite === undefined) return;
  await applyRewrite(document, rewrite, open.draft.text.slice(rewrite.start, rewrite.end));
}

function findingOf(row: string, { findings }: OpenDraft): Finding | undefined {
  return keyedFindings(findings).find(({ key }) => key === row)?.finding;
}

/** Puts the cursor on the words; what is inserted later never replaces them. */
async function reveal(
  document: vscode.TextDocument,
  place: { readonly start: number; readonly end: number },
  front: FrontDocument,
): Promise<void> {
  const editor = await front.reveal(document, { focus: true });
  const range = rangeOf(document, place);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
