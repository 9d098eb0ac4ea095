import * as vscode from 'vscode';
import type { Kind } from '../document/draft/draft';
import { readMessages } from '../engine/text';
import type { Choices } from './documentState';
import type { DraftNotes } from './draftNotes';
import type { Drafts, OpenDraft } from './drafts';
import { guarded, onCommand } from './log';
import { tellDone, tellNoDraft } from './told';

/** One glance: what the document was taken for, how much there is to look at. A click opens a menu and changes nothing. */
export function registerStatus(drafts: Drafts, notes: DraftNotes, choices: Choices): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('commonGround.status', vscode.StatusBarAlignment.Right, 90);
  item.name = 'Common Ground';
  item.command = 'commonGround.menu';
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const open = document === undefined ? undefined : drafts.get(document);
    if (open === undefined) {
      item.hide();
      return;
    }
    // A moment later it is told anew.
    if (!open.settled) return;
    const { text, tooltip } = describe(open, notes.get(open.document).length, notes.isForeign(open.document));
    item.text = `$(comment-discussion) ${text}`;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: `Common Ground: ${tooltip}`, role: 'button' };
    item.show();
  };
  const safe = guarded('Showing the status', show);
  safe();
  return vscode.Disposable.from(
    item,
    drafts.onDidUpdate(safe),
    drafts.onDidClose(safe),
    notes.onDidChange(safe),
    vscode.window.onDidChangeActiveTextEditor(safe),
    onCommand('menu', 'Opening the menu', () => openMenu(drafts, notes)),
    onCommand('changeKind', 'Changing the kind', () => changeKind(drafts, choices)),
    onCommand('checkThisDocument', 'Turning checking on or off', () => toggle(drafts, choices)),
  );
}

function openInFront(drafts: Drafts): OpenDraft | undefined {
  const document = vscode.window.activeTextEditor?.document ?? vscode.window.visibleTextEditors[0]?.document;
  const open = document === undefined ? undefined : drafts.current(document);
  if (open === undefined) tellNoDraft();
  return open;
}

interface Entry extends vscode.QuickPickItem {
  readonly command?: string;
  readonly values?: readonly unknown[];
}

async function openMenu(drafts: Drafts, notes: DraftNotes): Promise<void> {
  const open = openInFront(drafts);
  if (open === undefined) return;
  const remarks = notes.current(open).length;
  const checked = open.active;
  const picked = await vscode.window.showQuickPick<Entry>(
    [
      // What would lead nowhere is not offered.
      ...(checked && open.marked.length > 0
        ? [{ label: `$(arrow-down) ${vscode.l10n.t('Next finding')}`, command: 'commonGround.nextFinding' }]
        : []),
      ...(checked && open.marked.length + remarks > 0
        ? [{ label: `$(checklist) ${vscode.l10n.t('Review the draft')}`, command: 'commonGround.reviewDraft' }]
        : []),
      {
        label: `$(edit) ${vscode.l10n.t('Taken for: {0}', kindName(open))}`,
        description: vscode.l10n.t('change'),
        command: 'commonGround.changeKind',
      },
      ...(isAnswering(open)
        ? [
            { label: `$(reply) ${vscode.l10n.t('Write the reply')}`, command: 'commonGround.reply' },
            { label: `$(pulse) ${vscode.l10n.t('Diagnose the thread')}`, command: 'commonGround.diagnoseStall' },
          ]
        : []),
      { label: `$(layout-sidebar-left) ${vscode.l10n.t('Show the panel')}`, command: 'commonGround.sidebar.focus' },
      {
        label: checked
          ? `$(circle-slash) ${vscode.l10n.t('Don’t check this document')}`
          : `$(check) ${vscode.l10n.t('Check this document')}`,
        command: 'commonGround.checkThisDocument',
      },
      {
        label: `$(gear) ${vscode.l10n.t('Settings')}`,
        command: 'workbench.action.openSettings',
        values: ['commonGround'],
      },
    ],
    { title: 'Common Ground', placeHolder: describe(open, remarks, notes.isForeign(open.document)).tooltip },
  );
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command, ...(picked.values ?? []));
}

/** Does it hold a message that was sent before? */
function isAnswering({ draft }: OpenDraft): boolean {
  return readMessages(draft).some(({ shape }) => shape !== 'own');
}

async function changeKind(drafts: Drafts, choices: Choices): Promise<void> {
  const open = openInFront(drafts);
  if (open === undefined) return;
  const { uri } = open.document;
  const names: readonly (readonly [Kind, string])[] = [
    ['email', vscode.l10n.t('An e-mail')],
    ['proposal', vscode.l10n.t('A proposal')],
    ['other', vscode.l10n.t('Something else, not checked')],
  ];
  const picked = await vscode.window.showQuickPick(
    names.map(([taken, label]) => ({ label, taken })),
    { title: vscode.l10n.t('What is this document?') },
  );
  if (picked === undefined) return;
  const before = choices.choice(uri);
  await choices.choose(uri, { kind: picked.taken, checked: picked.taken !== 'other' });
  tellDone(vscode.l10n.t('Taken for: {0}.', picked.label), () => choices.replace(uri, before));
}

async function toggle(drafts: Drafts, choices: Choices): Promise<void> {
  const open = openInFront(drafts);
  if (open === undefined) return;
  const { uri } = open.document;
  const before = choices.choice(uri);
  const checked = !open.active;
  await choices.choose(uri, { checked });
  tellDone(
    checked ? vscode.l10n.t('This document is checked now.') : vscode.l10n.t('This document is not checked any more.'),
    () => choices.replace(uri, before),
  );
}

function describe(open: OpenDraft, remarks: number, foreign: boolean): { text: string; tooltip: string } {
  const kind = kindName(open);
  if (open.tooLong)
    return { text: vscode.l10n.t('too long'), tooltip: vscode.l10n.t('This document is too long to be checked.') };
  if (!open.active)
    return {
      text: vscode.l10n.t('not checked'),
      tooltip:
        open.draft.kind.kind === 'other'
          ? vscode.l10n.t('Taken for {0}, so it is not checked.', kind)
          : vscode.l10n.t('{0}: checking is switched off here', kind),
    };
  if (open.draft.formalNotice)
    return {
      text: vscode.l10n.t('formal notice'),
      tooltip: vscode.l10n.t('This reads as a formal notice, so its wording is left alone.'),
    };
  const count = open.marked.length + remarks;
  if (foreign && count === 0) return { text: vscode.l10n.t('{0}: not English', kind), tooltip: foreignText() };
  const found =
    count === 0
      ? vscode.l10n.t('nothing to look at')
      : count === 1
        ? vscode.l10n.t('1 thing to look at')
        : vscode.l10n.t('{0} things to look at', count);
  return open.analyzer.isCutShort(open.draft)
    ? { text: `${kind}: ${count} $(warning)`, tooltip: `${kind}: ${found}. ${cutShortText()}` }
    : { text: `${kind}: ${count}`, tooltip: `${kind}: ${found}` };
}

/** Says why nothing is found in it. */
export function foreignText(): string {
  return vscode.l10n.t('This does not look like English, and only English is checked.');
}

/** Says that findings may be missing. */
export function cutShortText(): string {
  return vscode.l10n.t('Some of your team’s rules were not looked for here, since together they would take too long.');
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
