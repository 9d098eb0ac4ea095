import * as vscode from 'vscode';
import type { Draft } from '../document/draft/draft';
import type { Finding } from '../wording/rule';
import type { Choices } from './documentState';
import type { Drafts } from './drafts';
import { familyName } from './familyNames';
import { ignorableOf } from './ignored';
import { onCommand } from './log';
import { openDocument } from './rewrites';
import { isComment } from './selector';
import { tellDone } from './told';

interface Choice extends vscode.QuickPickItem {
  /** Does it, and returns what takes it back. */
  act(): Promise<() => unknown>;
  readonly done: string;
}

/** Asks where something is not to be flagged any more, does so, and says it with a way back. */
export function registerDontFlag(drafts: Drafts, choices: Choices): vscode.Disposable {
  async function ask(address: string, ruleId: string, start: number): Promise<boolean> {
    const document = openDocument(address);
    const open = document === undefined ? undefined : drafts.current(document);
    const finding = open?.findings.find((one) => one.ruleId === ruleId && one.start === start);
    if (document === undefined || open === undefined || finding === undefined) return false;
    const picked = await vscode.window.showQuickPick(placesFor(finding, document, open.draft, choices), {
      title: vscode.l10n.t('Don’t flag “{0}”', finding.text.replace(/\s+/g, ' ').trim().slice(0, 60)),
      placeHolder: vscode.l10n.t('Where?'),
    });
    if (picked === undefined) return false;
    const undo = await picked.act();
    tellDone(picked.done, undo);
    return true;
  }

  return vscode.Disposable.from(
    onCommand('dontFlag', 'Not flagging', ask),
    onCommand('clearIgnored', 'Flagging again', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined) return;
      await choices.clearIgnored(document.uri);
      tellDone(vscode.l10n.t('Everything dismissed in this document is shown again.'));
    }),
  );
}

function placesFor(finding: Finding, document: vscode.TextDocument, draft: Draft, choices: Choices): Choice[] {
  const { uri } = document;
  const { ruleId } = finding;
  const kind = familyName(finding.family);
  const hasFolder = vscode.workspace.workspaceFolders !== undefined;
  return [
    {
      label: vscode.l10n.t('Here'),
      description: vscode.l10n.t('this place only'),
      done: vscode.l10n.t('Not flagged here any more.'),
      act: () => dismissHere(finding, document, draft, choices),
    },
    {
      label: vscode.l10n.t('In this document'),
      description: vscode.l10n.t('this kind: {0}', kind),
      done: vscode.l10n.t('This kind is not flagged in this document any more.'),
      async act() {
        const before = choices.choice(uri).dismissedRules ?? [];
        await choices.choose(uri, { dismissedRules: [...before, ruleId] });
        return () => choices.choose(uri, { dismissedRules: before });
      },
    },
    ...(hasFolder
      ? [
          {
            label: vscode.l10n.t('In this workspace'),
            description: vscode.l10n.t('this kind: {0}', kind),
            done: vscode.l10n.t('This kind is not flagged in this workspace any more.'),
            act: () => turnOff(ruleId, vscode.ConfigurationTarget.Workspace),
          },
        ]
      : []),
    {
      label: vscode.l10n.t('Everywhere'),
      description: vscode.l10n.t('this kind: {0}', kind),
      done: vscode.l10n.t('This kind is not flagged any more.'),
      act: () => turnOff(ruleId, vscode.ConfigurationTarget.Global),
    },
  ];
}

/** In Markdown a comment says so to everyone who edits the file; elsewhere nothing of it is in the text. */
async function dismissHere(
  finding: Finding,
  document: vscode.TextDocument,
  draft: Draft,
  choices: Choices,
): Promise<() => unknown> {
  if (draft.format === 'markdown' && !isComment(document) && canTakeComment(finding, draft)) {
    const line = document.positionAt(finding.start).line;
    const indent = /^\s*/.exec(document.lineAt(line).text)![0];
    const comment = `${indent}<!-- common-ground-disable-next-line ${finding.ruleId} -->\n`;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line, 0), comment);
    if (await vscode.workspace.applyEdit(edit)) return () => takeOut(document, comment);
  }
  const ignored = ignorableOf(finding, draft);
  await choices.ignore(document.uri, ignored);
  return () => choices.unignore(document.uri, ignored);
}

async function takeOut(document: vscode.TextDocument, comment: string): Promise<void> {
  const at = document.getText().indexOf(comment);
  if (at < 0) return;
  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + comment.length)));
  await vscode.workspace.applyEdit(edit);
}

// A comment line inside a table, a list or a hard-wrapped paragraph would break it apart.
function canTakeComment(finding: Finding, { blocks, text }: Draft): boolean {
  const block = blocks.find(({ start, end }) => start <= finding.start && finding.start < end);
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return false;
  return text.lastIndexOf('\n', finding.start) < block.start;
}

async function turnOff(ruleId: string, target: vscode.ConfigurationTarget): Promise<() => unknown> {
  const valueNow = () => {
    const inspected = vscode.workspace.getConfiguration('commonGround').inspect<Record<string, string>>('rules');
    return target === vscode.ConfigurationTarget.Workspace ? inspected?.workspaceValue : inspected?.globalValue;
  };
  const write = (value: Record<string, string> | undefined) =>
    vscode.workspace.getConfiguration('commonGround').update('rules', value, target);
  const before = valueNow();
  await write({ ...before, [ruleId]: 'off' });
  return () => write(before);
}
