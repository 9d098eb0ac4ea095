import * as vscode from 'vscode';
import { overviewPage } from '../present/familyOverview';
import { rulePage } from '../present/rulePage';
import { builtIn, currentRuleId } from '../wording/builtIn';
import { fillMessage } from '../wording/message';
import { type Examples, families } from '../wording/rule';

import type { Drafts } from './drafts';
import { guarded, logError } from './log';
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
    vscode.commands.registerCommand(
      'commonGround.showRule',
      guarded('Showing a rule', async (id?: unknown) => {
        const chosen = typeof id === 'string' ? id : await pickRule();
        if (chosen === undefined) return;
        const uri = vscode.Uri.from({ scheme: ruleScheme, path: `/${chosen}.md` });
        try {
          await vscode.commands.executeCommand('markdown.showPreview', uri);
        } catch {
          await vscode.window.showTextDocument(uri, { preview: true });
        }
      }),
    ),
  );

  async function pickRule(): Promise<string | undefined> {
    const known = rules();
    const overview = { label: vscode.l10n.t('The families and the research'), description: OVERVIEW };
    const items = families.flatMap((family) => {
      const own = known.filter((rule) => rule.family === family);
      if (own.length === 0) return [];
      return [
        { label: family, kind: vscode.QuickPickItemKind.Separator },
        ...own.map(({ id, title, message }) => ({
          label: title,
          description: id,
          detail: fillMessage(message, '…'),
        })),
      ];
    });
    const picked = await vscode.window.showQuickPick<vscode.QuickPickItem>([overview, ...items], {
      placeHolder: vscode.l10n.t('A rule to read about'),
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return picked?.description;
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
