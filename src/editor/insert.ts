import * as vscode from 'vscode';
import { fill, findCause, playbook, toSnippet, type Values } from '../engine/playbook';
import type { CauseId } from '../playbook/ids';
import type { Move, Question, Register } from '../playbook/types';
import type { Drafts } from './drafts';
import { guarded } from './log';
import type { People } from './writerIdentity';

const registers: readonly Register[] = ['plain', 'warm', 'formal'];

/** Questions and moves at the cursor, those for the causes found in the document first. */
export function registerInsert(drafts: Drafts, people: People): vscode.Disposable {
  const causesHere = (editor: vscode.TextEditor): CauseId[] => {
    const open = drafts.get(editor.document);
    if (open === undefined) return [];
    return open.analyzer
      .diagnose(people.thread(open))
      .causes.slice(0, 3)
      .map(({ id }) => id);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'commonGround.insertQuestion',
      guarded('Inserting a question', async () => {
        const editor = needEditor();
        if (editor === undefined) return;
        const { settings } = drafts.analyzerFor(editor.document);
        const text = await pickQuestion(causesHere(editor), settings.wording);
        if (text !== undefined) await insertText(editor, text);
      }),
    ),
    vscode.commands.registerCommand(
      'commonGround.insertMove',
      guarded('Inserting a move', async () => {
        const editor = needEditor();
        if (editor === undefined) return;
        const kind = drafts.get(editor.document)?.draft.kind.kind === 'proposal' ? 'proposal' : 'email';
        const text = await pickMove(causesHere(editor), kind);
        if (text !== undefined) await insertText(editor, text);
      }),
    ),
  );
}

/** Puts a text with placeholders at the cursor of an editor as a snippet with tab stops. */
export async function insertText(editor: vscode.TextEditor, text: string, values: Values = {}): Promise<void> {
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  const done = await shown.insertSnippet(new vscode.SnippetString(toSnippet(text, values)));
  if (!done) void vscode.window.showWarningMessage(vscode.l10n.t('This document cannot be written to.'));
}

function needEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined)
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor where the text should go first.'));
  return editor;
}

interface Choice extends vscode.QuickPickItem {
  readonly text?: string;
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
  return { label: fill(text), description: question.id, text };
}

async function pickMove(found: readonly CauseId[], kind: 'email' | 'proposal'): Promise<string | undefined> {
  const moveChoice = (move: Move): Choice => ({ label: move.title, description: move.id, detail: move.what });
  const movesOf = (cause: CauseId) =>
    findCause(cause).moves.flatMap((id) => playbook.moves.filter((one) => one.id === id));
  const choices = [
    ...found.flatMap((cause) => group(titleOf(cause), movesOf(cause), moveChoice)),
    ...group(vscode.l10n.t('All moves'), playbook.moves, moveChoice),
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Insert a move'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const move = playbook.moves.find(({ id }) => id === picked?.description);
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

function group<Item>(label: string, items: readonly Item[], toChoice: (item: Item) => Choice): Choice[] {
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
  pick.matchOnDescription = true;
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
