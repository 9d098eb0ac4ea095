import * as vscode from 'vscode';
import type { Span } from '../document/draft';
import { splitSentences } from '../document/sentences';
import type { OpenDraft } from './drafts';
import { guarded } from './log';
import { focusPause } from './settings';

export interface Focus extends vscode.Disposable {
  /** Offsets of the sentence that the user is in the middle of, when there is one. */
  sentenceBeingTyped(open: OpenDraft): Span | undefined;
}

/**
 * Follows where the user is typing.
 *
 * @param onLeave called when the sentence that was being typed may be shown: the cursor left it or the user paused
 */
export function createFocus(onLeave: (document: vscode.TextDocument) => void): Focus {
  let typing: { document: vscode.TextDocument; offset: number } | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function leave(): void {
    if (pause !== undefined) clearTimeout(pause);
    pause = undefined;
    const left = typing?.document;
    typing = undefined;
    if (left !== undefined) onLeave(left);
  }

  function edited({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const change = contentChanges[0];
    const editor = vscode.window.activeTextEditor;
    const setting = focusPause();
    if (change === undefined || editor?.document !== document || setting === undefined) return;
    // An applied fix, a paste of a paragraph or an undo is not typing.
    if (reason !== undefined || contentChanges.length > 1 || change.text.length > 2 || change.text.includes('\n')) {
      leave();
      return;
    }
    typing = { document, offset: change.rangeOffset + change.text.length };
    if (pause !== undefined) clearTimeout(pause);
    pause = setting.seconds > 0 ? setTimeout(guarded('Leaving a sentence', leave), setting.seconds * 1000) : undefined;
  }

  function moved({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    if (typing === undefined || textEditor.document !== typing.document) return;
    const offset = typing.document.offsetAt(selections[0]!.active);
    // The cursor follows each key; it has left when it is somewhere else.
    if (Math.abs(offset - typing.offset) > 1) leave();
  }

  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(guarded('Following typing', edited)),
    vscode.window.onDidChangeTextEditorSelection(guarded('Following the cursor', moved)),
    vscode.window.onDidChangeActiveTextEditor(guarded('Following the editor', leave)),
  );

  return {
    sentenceBeingTyped({ document, draft }) {
      if (typing?.document !== document) return undefined;
      const { offset } = typing;
      const block = draft.blocks.find(({ start, end }) => start <= offset && offset <= end + 1);
      if (block === undefined) return undefined;
      const within = offset - block.start;
      const sentence = splitSentences(block.text, block.masks).find(
        ({ start, end }) => start <= within && within <= end,
      );
      if (sentence === undefined) return undefined;
      // A sentence is finished when its full stop is behind the cursor.
      if (within >= sentence.end && /[.!?]["'”’)]*$/.test(block.text.slice(sentence.start, sentence.end)))
        return undefined;
      return { start: block.start + sentence.start, end: block.start + sentence.end };
    },
    dispose() {
      if (pause !== undefined) clearTimeout(pause);
      subscriptions.dispose();
    },
  };
}
