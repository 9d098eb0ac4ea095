import * as vscode from 'vscode';
import { playbook, preparationSheet, toSnippet } from '../engine/playbook';
import type { Template } from '../playbook/types';
import { guarded } from './log';

/** New documents with the structure that a good one has. */
export function registerNewDocuments(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('commonGround.newPreparationSheet', guarded('Starting a sheet', newSheet)),
    vscode.commands.registerCommand(
      'commonGround.newEmail',
      guarded('Starting an e-mail', () => newFrom('email')),
    ),
    vscode.commands.registerCommand(
      'commonGround.newProposal',
      guarded('Starting a proposal', () => newFrom('proposal')),
    ),
  );
}

async function newSheet(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: preparationSheet() });
  await vscode.window.showTextDocument(document);
}

async function newFrom(kind: Template['kind']): Promise<void> {
  const whole = playbook.templates.filter((template) => template.kind === kind && template.whole);
  const template = whole.length === 1 ? whole[0] : await pick(whole);
  if (template === undefined) return;
  const language = kind === 'email' ? 'email' : 'markdown';
  const editor = await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language, content: '' }),
  );
  const head =
    kind === 'email'
      ? `To: {address}\nSubject: ${template.subject ?? '{topic}'}\n\n`
      : '---\ncommonGround: proposal\n---\n\n';
  await editor.insertSnippet(new vscode.SnippetString(toSnippet(head + template.body, { address: '[address]' })));
}

async function pick(templates: readonly Template[]): Promise<Template | undefined> {
  const picked = await vscode.window.showQuickPick(
    templates.map((template) => ({ label: template.title, detail: template.description, template })),
    { placeHolder: vscode.l10n.t('What kind of message?'), matchOnDetail: true },
  );
  return picked?.template;
}
