import * as vscode from 'vscode';
import { readMessages } from '../engine/text';
import type { FrontDocument } from './activeDocument';
import type { CaseStore } from './cases';
import type { Drafts } from './drafts';
import { guarded } from './log';
import { isWriting } from './selector';

/** Quiet time before the menus follow, in milliseconds. */
const PAUSE = 200;
/** Longer documents are not read for a menu, in UTF-16 code units. */
const LONGEST = 300_000;

/** Tells the editor which commands can work: is a draft in front, does it hold somebody else's message, is anything answered. */
export function followContext({
  drafts,
  cases,
  front,
}: {
  readonly drafts: Drafts;
  readonly cases: CaseStore;
  readonly front: FrontDocument;
}): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const told = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (told.get(key) === value) return;
    told.set(key, value);
    void vscode.commands.executeCommand('setContext', `commonGround.${key}`, value);
  };
  const look = guarded('Following the document in front', () => {
    const { document } = front;
    const open = document === undefined || !isWriting(document) ? undefined : drafts.get(document);
    set('hasDraft', open !== undefined);
    set('hasCase', open !== undefined && cases.find(open.document.uri, undefined) !== undefined);
    const isShort = open !== undefined && open.draft.text.length <= LONGEST;
    set('answers', isShort && readMessages(open.draft).some(({ shape }) => shape !== 'own'));
  });
  const later = () => {
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  };
  look();
  return vscode.Disposable.from(front.onDidChange(later), drafts.onDidUpdate(later), cases.onDidChange(later), {
    dispose: () => clearTimeout(timer),
  });
}
