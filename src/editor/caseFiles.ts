import * as vscode from 'vscode';
import { caseToJson, caseToMarkdown, exchangeOf, MOST_IMPORTED, readExchange, takeOver } from '../case/caseExchange';
import { setDocument } from '../case/caseRecord';
import { content } from '../engine/playbook';
import type { CaseSeed } from './cases';
import { onCommand } from './log';
import { isWriting } from './selector';
import type { SidebarActions } from './sidebarActions';
import type { Shown } from './sidebarModel';

/** Commands that act on the case of the document in front: link, export, import, undo, reset. */
export function registerCaseFiles(actions: SidebarActions): vscode.Disposable {
  const { cases } = actions;

  async function shownCase(): Promise<(Shown & { seed: CaseSeed }) | undefined> {
    const shown = await actions.current();
    if (shown.seed !== undefined) return { ...shown, seed: shown.seed };
    void vscode.window.showInformationMessage(vscode.l10n.t('Open the draft or thread of the case first.'));
    return undefined;
  }

  async function exportCase(to: unknown): Promise<void> {
    const shown = await shownCase();
    if (shown === undefined) return;
    const target = to instanceof vscode.Uri ? to : await askWhereTo(shown.model.case?.title ?? 'case');
    if (target === undefined) return;
    const exchange = exchangeOf(shown.model.case?.title ?? '', cases.byId(shown.seed.id));
    const text = target.path.endsWith('.json') ? caseToJson(exchange) : caseToMarkdown(exchange, content.playbook);
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
    if (!(to instanceof vscode.Uri)) await vscode.window.showTextDocument(target, { preview: true });
  }

  async function importCase(from: unknown): Promise<void> {
    const shown = await shownCase();
    if (shown === undefined) return;
    const chosen =
      from instanceof vscode.Uri
        ? from
        : (
            await vscode.window.showOpenDialog({
              title: vscode.l10n.t('Import answers into this case'),
              filters: { [vscode.l10n.t('Case')]: ['md', 'json'] },
            })
          )?.[0];
    if (chosen === undefined) return;
    const { size } = await vscode.workspace.fs.stat(chosen);
    const source =
      size > 4 * MOST_IMPORTED ? undefined : new TextDecoder().decode(await vscode.workspace.fs.readFile(chosen));
    const imported = source === undefined ? undefined : readExchange(source, content.playbook);
    if (imported === undefined) {
      void vscode.window.showWarningMessage(vscode.l10n.t('This is not an exported case, so nothing was imported.'));
      return;
    }
    await cases.change(shown.seed, (record, at) => takeOver(record, imported, at));
    const count = Object.keys(imported.answers).length;
    void vscode.window.showInformationMessage(
      imported.unknown === 0
        ? vscode.l10n.t('{0} answers imported.', count)
        : vscode.l10n.t('{0} answers imported; {1} entries were not understood and left out.', count, imported.unknown),
    );
  }

  async function link(other: unknown): Promise<void> {
    const shown = await shownCase();
    if (shown === undefined) return;
    const uri = other instanceof vscode.Uri ? other : await askWhich(shown.seed.document);
    if (uri === undefined || uri.toString() === shown.seed.document.toString()) return;
    await cases.change(shown.seed, (record, at) => setDocument(record, uri.toString(), 'linked', at));
  }

  const onCase = (id: string, what: string, work: (seed: CaseSeed) => Promise<void>) =>
    onCommand(id, what, async () => {
      const shown = await shownCase();
      if (shown !== undefined) await work(shown.seed);
    });

  return vscode.Disposable.from(
    onCommand('exportCase', 'Exporting a case', exportCase),
    onCommand('importCase', 'Importing a case', importCase),
    onCommand('linkDocument', 'Linking a document', link),
    onCase('undoAnswer', 'Undoing', actions.undoIn),
    onCase('resetCase', 'Resetting', actions.resetCase),
    onCommand('sayWhoIAm', 'Asking who the user is', async () => {
      const { open } = await actions.current();
      if (open === undefined || (await actions.people.askedThread(open)) === undefined) return;
      actions.again();
    }),
    onCommand('showSetAsideCases', 'Showing the file set aside', async () => {
      if (cases.setAside !== undefined) await vscode.window.showTextDocument(cases.setAside);
    }),
  );
}

function askWhereTo(title: string): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = title.replace(/[^\p{L}\p{N} _-]+/gu, '').trim() || 'case';
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the answers of this case'),
    filters: { Markdown: ['md'], JSON: ['json'] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${name}.case.md`) }),
  });
}

async function askWhich(front: vscode.Uri): Promise<vscode.Uri | undefined> {
  const open = vscode.workspace.textDocuments.filter(
    (document) => isWriting(document) && document.uri.toString() !== front.toString(),
  );
  const browse = { label: vscode.l10n.t('Choose a file…'), uri: undefined };
  const items = open.map(({ uri }) => ({ label: uri.path.split('/').pop() ?? '', description: uri.path, uri }));
  const picked =
    items.length === 0
      ? browse
      : await vscode.window.showQuickPick([...items, browse], {
          title: vscode.l10n.t('Which document belongs to the same negotiation?'),
        });
  if (picked === undefined) return undefined;
  return picked.uri ?? (await vscode.window.showOpenDialog({ canSelectMany: false }))?.[0];
}
