import * as vscode from 'vscode';
import type { Choices } from './documentState';
import type { Drafts, OpenDraft } from './drafts';
import { guarded } from './log';

/** One glance: what the document was taken for, how many findings it has; a click turns checking on or off. */
export function registerStatus(drafts: Drafts, choices: Choices): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('commonGround.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Common Ground';
  item.command = 'commonGround.checkThisDocument';
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const open = document === undefined ? undefined : drafts.get(document);
    if (open === undefined) {
      item.hide();
      return;
    }
    // A moment later it is told anew.
    if (!open.settled) return;
    const { text, tooltip } = describe(open);
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: `Common Ground: ${tooltip}` };
    item.show();
  };
  const safe = guarded('Showing the status', show);
  safe();
  return vscode.Disposable.from(
    item,
    drafts.onDidUpdate(safe),
    drafts.onDidClose(safe),
    vscode.window.onDidChangeActiveTextEditor(safe),
    vscode.commands.registerCommand(
      'commonGround.checkThisDocument',
      guarded('Turning checking on or off', () => toggle(drafts, choices)),
    ),
  );
}

async function toggle(drafts: Drafts, choices: Choices): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const open = document === undefined ? undefined : drafts.get(document);
  if (document === undefined || open === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown, plain-text or e-mail document first.'));
    return;
  }
  await choices.choose(document.uri, { checked: !open.active });
}

function describe(open: OpenDraft): { text: string; tooltip: string } {
  const kind = kindName(open);
  if (open.tooLong) {
    const tooltip = vscode.l10n.t('This document is too long to be checked.');
    return { text: `$(comment-discussion) ${vscode.l10n.t('too long')}`, tooltip };
  }
  if (!open.active) {
    const tooltip = vscode.l10n.t('Taken for {0}: not checked. Select to check this document.', kind);
    return { text: `$(comment-discussion) ${vscode.l10n.t('not checked')}`, tooltip };
  }
  if (open.draft.formalNotice) {
    const tooltip = vscode.l10n.t('This reads as a formal notice, so its wording is left alone.');
    return { text: `$(comment-discussion) ${vscode.l10n.t('formal notice')}`, tooltip };
  }
  const count = open.findings.length;
  const found = count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
  return {
    text: `$(comment-discussion) ${kind}: ${count}`,
    tooltip: vscode.l10n.t(
      'Taken for {0} ({1}). {2}. Select to stop checking this document.',
      kind,
      reasonName(open),
      found,
    ),
  };
}

export function kindName({ draft }: OpenDraft): string {
  switch (draft.kind.kind) {
    case 'email':
      return vscode.l10n.t('e-mail');
    case 'proposal':
      return vscode.l10n.t('proposal');
    case 'other':
      return vscode.l10n.t('other text');
  }
}

export function reasonName({ chosen, draft }: OpenDraft): string {
  if (chosen) return vscode.l10n.t('your choice');
  const names: Readonly<Record<string, string>> = {
    language: vscode.l10n.t('the language of the file'),
    'front-matter': vscode.l10n.t('the front matter'),
    'file-name': vscode.l10n.t('the file name'),
    folder: vscode.l10n.t('the folder'),
    headers: vscode.l10n.t('its header lines'),
    salutation: vscode.l10n.t('its salutation and sign-off'),
    headings: vscode.l10n.t('its headings'),
  };
  return names[draft.kind.reason] ?? vscode.l10n.t('its text');
}
