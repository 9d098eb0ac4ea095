import * as vscode from 'vscode';
import { type Letterhead, letterheadOf } from '../case/letterhead';
import { playbook, preparationSheet, putKnown, toSnippet } from '../engine/playbook';
import type { Template } from '../playbook/types';
import type { Drafts } from './drafts';
import { onCommand } from './log';
import { editorOf } from './rewrites';
import { tellDone } from './told';
import type { People } from './writerIdentity';

/** New documents with the structure that a good one has. */
export function registerNewDocuments(drafts: Drafts, people: People, extension: vscode.Uri): vscode.Disposable {
  /** Who the mail in front is with and what it is about. */
  const headOfFront = (): Letterhead | undefined => {
    const document = vscode.window.activeTextEditor?.document;
    const open = document === undefined ? undefined : drafts.get(document);
    return open === undefined || open.draft.kind.kind !== 'email'
      ? undefined
      : letterheadOf(open.draft, people.thread(open));
  };
  return vscode.Disposable.from(
    onCommand('pasteThread', 'Pasting a thread', pasteThread),
    onCommand('openExample', 'Opening an example', () => openExample(extension, 'thread.email')),
    onCommand('openExampleDraft', 'Opening an example', () => openExample(extension, 'reply.email')),
    onCommand('newPreparationSheet', 'Starting a sheet', newSheet),
    onCommand('newEmail', 'Starting an e-mail', () => newFrom('email', headOfFront())),
    onCommand('newProposal', 'Starting a proposal', () => newFrom('proposal')),
  );
}

async function newSheet(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: preparationSheet() });
  await vscode.window.showTextDocument(document);
}

async function newFrom(kind: Template['kind'], head?: Letterhead): Promise<void> {
  const whole = playbook.templates.filter((template) => template.kind === kind && template.whole);
  const template = whole.length === 1 ? whole[0] : await pick(whole);
  if (template === undefined) return;
  const language = kind === 'email' ? 'email' : 'markdown';
  const editor = await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language, content: '' }),
  );
  const top =
    kind === 'email'
      ? `To: {address}\nSubject: ${template.subject ?? '{topic}'}\n\n`
      : '---\ncommonGround: proposal\n---\n\n';
  const known: Readonly<Record<string, string | undefined>> = {
    address: head?.to,
    name: head?.name,
    me: head?.me,
    topic: head?.topic,
  };
  const text = putKnown(top + template.body, known);
  await editor.insertSnippet(new vscode.SnippetString(toSnippet(text, { address: '[address]' })));
}

/** A mail with nothing in it but whom it is for and what it is about. */
const BLANK: Text = { body: '' };

type Text = Pick<Template, 'body' | 'subject'>;

async function pick(templates: readonly Template[]): Promise<Text | undefined> {
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly template: Text }>(
    [
      ...templates.map((template) => ({ label: template.title, detail: template.description, template })),
      {
        label: vscode.l10n.t('A blank e-mail'),
        detail: vscode.l10n.t('To, subject, and your own words.'),
        template: BLANK,
      },
    ],
    { placeHolder: vscode.l10n.t('What kind of message?'), matchOnDetail: true },
  );
  return picked?.template;
}

/** Longest thread that is taken from the clipboard, in UTF-16 code units. */
const LONGEST = 2_000_000;

/** A mail document with what was copied. It is there at once; in a browser the clipboard may be asked for first. */
async function pasteThread(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'email', content: '' });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const copied = (await vscode.env.clipboard.readText()).trim();
  if (copied.length > LONGEST) tellDone(vscode.l10n.t('What was copied is too long to be read as a thread.'));
  else if (copied === '')
    tellDone(
      vscode.l10n.t('Nothing has been copied yet. Copy the whole thread in your mail program and paste it here.'),
    );
  else if (document.getText() === '') await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), copied));
}

/** The example as a document of its own, so that trying things out changes no file; one that is still as it was comes to the front. */
async function openExample(extension: vscode.Uri, name: string): Promise<void> {
  const source = vscode.Uri.joinPath(extension, 'examples', name);
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  const known = vscode.workspace.textDocuments.find((one) => one.isUntitled && one.getText() === content);
  if (known !== undefined) await editorOf(known);
  else {
    const document = await vscode.workspace.openTextDocument({ language: 'email', content });
    await vscode.window.showTextDocument(document, { preview: false });
  }
  await vscode.commands.executeCommand('commonGround.sidebar.focus');
}
