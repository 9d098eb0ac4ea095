import * as vscode from 'vscode';
import type { Span } from '../document/draft/draft';
import { splitSentences } from '../engine/text';
import type { OpenDraft } from './drafts';
import { guarded } from './log';
import { focusPause } from './settings';

export interface Focus extends vscode.Disposable {
  /** Offsets of the sentences that the user is in the middle of: one for each cursor that types. */
  sentencesBeingTyped(open: OpenDraft): readonly Span[];
}

/** Where each cursor stands after the last key. */
interface Typing {
  readonly document: vscode.TextDocument;
  readonly offsets: readonly number[];
}

/**
 * Follows where the user is typing.
 *
 * @param onLeave called when what was being typed may be shown: the cursor left it or the user paused
 */
export function createFocus(onLeave: (document: vscode.TextDocument) => void): Focus {
  let typing: Typing | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function leave(): void {
    if (pause !== undefined) clearTimeout(pause);
    pause = undefined;
    const left = typing?.document;
    typing = undefined;
    if (left !== undefined) onLeave(left);
  }

  function edited({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || vscode.window.activeTextEditor?.document !== document) return;
    const setting = focusPause();
    // An undo, an applied fix or a paste is not typing.
    if (setting === undefined || reason !== undefined || !contentChanges.every(isKey)) {
      leave();
      return;
    }
    typing = { document, offsets: offsetsAfter(contentChanges) };
    if (pause !== undefined) clearTimeout(pause);
    pause = setting.seconds > 0 ? setTimeout(guarded('Leaving a sentence', leave), setting.seconds * 1000) : undefined;
  }

  /** A letter, two where a bracket closes itself, or a word that was begun and is completed. */
  function isKey({ text, rangeOffset, rangeLength }: vscode.TextDocumentContentChangeEvent): boolean {
    if (text.length <= 2) return !/[\r\n]/.test(text);
    const begun = typing?.offsets.some((offset) => offset > rangeOffset && offset <= rangeOffset + rangeLength);
    return begun === true && !/\s/.test(text);
  }

  function moved({ textEditor: { document }, selections }: vscode.TextEditorSelectionChangeEvent): void {
    if (typing === undefined || document !== typing.document) return;
    const { offsets } = typing;
    // A cursor follows each key; it has left when it is somewhere else.
    const stayed = selections.every(({ active }) => {
      const now = document.offsetAt(active);
      return offsets.some((offset) => Math.abs(offset - now) <= 1);
    });
    if (!stayed) leave();
  }

  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(guarded('Following typing', edited)),
    vscode.window.onDidChangeTextEditorSelection(guarded('Following the cursor', moved)),
    vscode.window.onDidChangeActiveTextEditor(guarded('Following the editor', leave)),
    vscode.workspace.onDidChangeConfiguration(
      guarded('Following settings', (event) => {
        if (event.affectsConfiguration('commonGround.focusMode')) leave();
      }),
    ),
  );

  return {
    sentencesBeingTyped({ document, draft }) {
      if (typing?.document !== document) return [];
      return typing.offsets.flatMap((offset) => sentenceAt(draft, offset) ?? []);
    },
    dispose() {
      if (pause !== undefined) clearTimeout(pause);
      subscriptions.dispose();
    },
  };
}

/** Where the inserted texts of changes end once all of them are made. */
function offsetsAfter(changes: readonly vscode.TextDocumentContentChangeEvent[]): number[] {
  let shift = 0;
  return changes
    .toSorted((one, other) => one.rangeOffset - other.rangeOffset)
    .map(({ rangeOffset, rangeLength, text }) => {
      const end = rangeOffset + shift + text.length;
      shift += text.length - rangeLength;
      return end;
    });
}

/** The sentence around an offset, unless it is finished: its full stop is behind the cursor. */
function sentenceAt({ blocks, text }: OpenDraft['draft'], offset: number): Span | undefined {
  const block = blocks.findLast(({ start }) => start <= offset);
  // The blank that was just typed after a word belongs to no block yet.
  if (block === undefined || !/^[ \t]*$/.test(text.slice(block.end, offset))) return undefined;
  const within = Math.min(offset - block.start, block.text.length);
  const sentence = splitSentences(block.text, block.masks).find(({ start, end }) => start <= within && within <= end);
  if (sentence === undefined) return undefined;
  const finished = /[.!?]["'”’)]*$/.test(block.text.slice(sentence.start, sentence.end));
  if (finished && within >= sentence.end) return undefined;
  return { start: block.start + sentence.start, end: block.start + sentence.end };
}
