import * as vscode from 'vscode';
import { builtIn, currentRuleId, type Examples, families, fillMessage, overviewPage, rulePage } from '../engine/rules';

import type { Drafts } from './drafts';
import { familyName } from './familyNames';
import { logError, onCommand } from './log';
import { ruleScheme } from './selector';

const OVERVIEW = 'families';

/** The page of each rule as a document that needs no network. */
export function registerRulePages(drafts: Drafts, extension: vscode.Uri): vscode.Disposable {
  let examples: Promise<Record<string, Examples>> | undefined;
  const rules = () => drafts.analyzerFor(vscode.window.activeTextEditor?.document).analyzer.rules;
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(ruleScheme, {
      async provideTextDocumentContent(uri) {
        const id = uri.path.replace(/^\//, '').replace(/\.md$/, '');
        if (id === OVERVIEW) return overviewPage(builtIn().families, (rule) => `/${rule}.md`);
        const rule = rules().find((one) => one.id === id) ?? rules().find((one) => one.id === currentRuleId(id));
        if (rule === undefined) return vscode.l10n.t('There is no rule “{0}”.', id);
        examples ??= readExamples(extension);
        return rulePage(rule, rule.examples ?? (await examples)[rule.id]);
      },
    }),
    onCommand('showRule', 'Showing a rule', async (id?: unknown) => {
      const chosen = typeof id === 'string' ? id : await pickRule();
      if (chosen === undefined) return;
      const uri = vscode.Uri.from({ scheme: ruleScheme, path: `/${chosen}.md` });
      // Beside the draft, which stays in sight.
      try {
        await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
      } catch {
        await vscode.window.showTextDocument(uri, { preview: true, viewColumn: vscode.ViewColumn.Beside });
      }
    }),
  );

  async function pickRule(): Promise<string | undefined> {
    const known = rules();
    const overview = { label: vscode.l10n.t('The families and the research'), id: OVERVIEW };
    const items = families.flatMap((family) => {
      const own = known.filter((rule) => rule.family === family);
      if (own.length === 0) return [];
      return [
        { label: familyName(family), kind: vscode.QuickPickItemKind.Separator },
        ...own.map(({ id, title, message }) => ({
          label: title,
          detail: fillMessage(message, '…'),
          id,
        })),
      ];
    });
    const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly id?: string }>(
      [overview, ...items],
      {
        placeHolder: vscode.l10n.t('Choose a rule to read about'),
        matchOnDetail: true,
      },
    );
    return picked?.id;
  }
}

/** A page without examples is better than no page. */
async function readExamples(extension: vscode.Uri): Promise<Record<string, Examples>> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/examples.json'));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, Examples>;
  } catch (error) {
    logError('Reading the examples of rules', error);
    return {};
  }
}
