import * as vscode from 'vscode';
import { fill, findCause, playbook, putKnown, toSnippet, type Values } from '../engine/playbook';
import { placeForText } from '../engine/text';
import type { CauseId } from '../playbook/ids';
import type { Move, Question, Register } from '../playbook/types';
import type { Drafts } from './drafts';
import { onCommand } from './log';
import { insertAt } from './places';
import { editorOf } from './rewrites';
import { tellNoDraft, tellReadOnly } from './told';
import type { People } from './writerIdentity';

const registers: readonly Register[] = ['plain', 'warm', 'formal'];

/** Questions and moves at the cursor, those for the causes found in the document first. */
export function registerInsert(drafts: Drafts, people: People): vscode.Disposable {
  const causesHere = (editor: vscode.TextEditor): CauseId[] => {
    const open = drafts.get(editor.document);
    if (open === undefined) return [];
    const thread = people.thread(open);
    // One message is nobody's stall.
    if (thread.messages.length < 2) return [];
    return open.analyzer
      .diagnose(thread)
      .causes.slice(0, 3)
      .map(({ id }) => id);
  };
  return vscode.Disposable.from(
    onCommand('insertQuestion', 'Inserting a question', async () => {
      const editor = needEditor();
      if (editor === undefined) return;
      const { settings } = drafts.analyzerFor(editor.document);
      const text = await pickQuestion(causesHere(editor), settings.wording);
      if (text !== undefined) await insertText(editor.document, text, drafts);
    }),
    onCommand('insertMove', 'Inserting a move', async () => {
      const editor = needEditor();
      if (editor === undefined) return;
      const kind = drafts.get(editor.document)?.draft.kind.kind === 'proposal' ? 'proposal' : 'email';
      const text = await pickMove(causesHere(editor), kind);
      if (text !== undefined) await insertText(editor.document, text, drafts);
    }),
  );
}

/**
 * Puts a text with placeholders into the user's own words as a snippet with tab stops: at the cursor where that stands in them,
 * else at their end. Where the document holds none, it opens a reply with it.
 */
export async function insertText(
  document: vscode.TextDocument,
  text: string,
  drafts: Drafts,
  values: Values = {},
): Promise<void> {
  const editor = await editorOf(document);
  const open = drafts.get(document);
  const cursor = document.offsetAt(editor.selection.active);
  const place = open === undefined ? cursor : placeForText(open.draft, cursor);
  if (place === undefined) {
    await vscode.commands.executeCommand('commonGround.reply', { text });
    return;
  }
  const known = putKnown(text, values);
  if (!(await insertAt(editor, place, new vscode.SnippetString(toSnippet(known))))) tellReadOnly();
}

function needEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) tellNoDraft();
  return editor;
}

interface Choice extends vscode.QuickPickItem {
  readonly text?: string;
  readonly move?: Move;
}

interface MoveChoice extends Choice {
  readonly move: Move;
}

function pickQuestion(found: readonly CauseId[], first: Register): Promise<string | undefined> {
  return pickWithRegisters(vscode.l10n.t('Insert a question'), first, (register) => [
    ...found.flatMap((cause) => group(titleOf(cause), questionsOf(cause), (one) => questionChoice(one, register))),
    ...group(vscode.l10n.t('All questions'), playbook.questions, (one) => questionChoice(one, register)),
  ]);
}

function questionsOf(cause: CauseId): Question[] {
  return findCause(cause).questions.flatMap((id) => playbook.questions.filter((one) => one.id === id));
}

function questionChoice(question: Question, register: Register): Choice {
  const text = question[register];
  return { label: fill(text), text };
}

async function pickMove(found: readonly CauseId[], kind: 'email' | 'proposal'): Promise<string | undefined> {
  const moveChoice = (move: Move): MoveChoice => ({ label: move.title, detail: move.what, move });
  const movesOf = (cause: CauseId) =>
    findCause(cause).moves.flatMap((id) => playbook.moves.filter((one) => one.id === id));
  const choices = [
    ...found.flatMap((cause) => group(titleOf(cause), movesOf(cause), moveChoice)),
    ...group(vscode.l10n.t('All moves'), playbook.moves, moveChoice),
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Insert a move'),
    matchOnDetail: true,
  });
  const move = picked?.move;
  if (move === undefined) return undefined;
  const opening = await vscode.window.showQuickPick<Choice>(
    move.openings[kind].map((text) => ({ label: fill(text), text })),
    { title: move.title, placeHolder: vscode.l10n.t('When: {0} Not when: {1}', move.when, move.whenNot) },
  );
  return opening?.text;
}

function titleOf(cause: CauseId): string {
  return vscode.l10n.t('Fits: {0}', findCause(cause).title);
}

function group<Item, Made extends Choice>(
  label: string,
  items: readonly Item[],
  toChoice: (item: Item) => Made,
): (Made | Choice)[] {
  if (items.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items.map(toChoice)];
}

/** A quick pick whose buttons switch between the plain, warm and formal wording of what it offers. */
function pickWithRegisters(
  title: string,
  first: Register,
  choices: (register: Register) => Choice[],
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<Choice>();
  let register = first;
  const names: Record<Register, string> = {
    plain: vscode.l10n.t('plain'),
    warm: vscode.l10n.t('warm'),
    formal: vscode.l10n.t('formal'),
  };
  const show = () => {
    pick.title = vscode.l10n.t('{0} ({1} wording)', title, names[register]);
    pick.items = choices(register);
  };
  pick.placeholder = vscode.l10n.t('Type to search; the buttons change the wording');
  const icons: Record<Register, string> = { plain: 'dash', warm: 'heart', formal: 'briefcase' };
  pick.buttons = registers.map((name) => ({
    iconPath: new vscode.ThemeIcon(icons[name]),
    tooltip: vscode.l10n.t('{0} wording', names[name]),
  }));
  show();
  return new Promise((resolve) => {
    pick.onDidTriggerButton((button) => {
      register = registers[pick.buttons.indexOf(button)] ?? register;
      show();
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.text);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
