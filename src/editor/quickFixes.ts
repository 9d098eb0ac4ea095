import * as vscode from 'vscode';
import type { Span } from '../document/draft/draft';
import { safeEdits } from '../engine/text';
import type { Finding } from '../wording/rule';
import { rulePageLink, SOURCE, wordsOf } from './diagnostics';
import type { Drafts, OpenDraft } from './drafts';
import { onCommand } from './log';
import { applyRewrite, noteRewritten, openDocument, type Rewrite, rangeOf, rewritesOf } from './rewrites';
import { selector } from './selector';
import { tellDone, tellReadOnly, undoIn } from './told';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('commonGround');

/** Entries of one menu: rewrites, all of this kind, why, and not to flag it. */
const MOST = 6;

/** Rewrites first, as they will stand; then the same for all of this kind, why, and a way to be left alone. */
export function registerQuickFixes(drafts: Drafts): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, cancelled) {
      const open = await drafts.settled(document, cancelled);
      if (open?.active !== true) return [];
      if (context.only !== undefined && vscode.CodeActionKind.Source.contains(context.only))
        return context.only.contains(fixAllKind) || fixAllKind.contains(context.only) ? fixAll(open) : [];
      if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
      const finding = nearest(open.marked, document.offsetAt(range.start), document.offsetAt(range.end));
      return finding === undefined ? [] : actionsFor(finding, open, context).slice(0, MOST);
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(selector, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
    }),
    onCommand('applyRewrite', 'Rewriting', async (address: string, rewrite: Rewrite, words: string) => {
      const document = openDocument(address);
      if (document !== undefined) await applyRewrite(document, rewrite, words);
    }),
    onCommand('rewritten', 'Noting a rewrite', noteRewritten),
    onCommand('fixKind', 'Rewriting all of a kind', (address: string, ruleId: string) =>
      fixKind(address, ruleId, drafts),
    ),
  );
}

/** The finding under the cursor; where two touch it, the one that it is in. */
function nearest(findings: readonly Finding[], start: number, end: number): Finding | undefined {
  const touching = findings.filter((finding) => {
    const words = wordsOf(finding);
    return words.start <= end && words.end >= start;
  });
  return touching.find((finding) => wordsOf(finding).end > start) ?? touching[0];
}

function actionsFor(finding: Finding, open: OpenDraft, context: vscode.CodeActionContext): vscode.CodeAction[] {
  const { document, draft } = open;
  const place = rangeOf(document, wordsOf(finding));
  const page = rulePageLink(finding.ruleId).toString();
  const diagnostics = context.diagnostics.filter(
    ({ source, code, range }) =>
      source === SOURCE && typeof code === 'object' && code.target.toString() === page && range.isEqual(place),
  );
  const action = (title: string, more: Partial<vscode.CodeAction>): vscode.CodeAction =>
    Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), { diagnostics }, more);
  const command = (name: string, title: string, ...values: unknown[]) => ({
    command: { command: `commonGround.${name}`, title, arguments: values },
  });
  const address = document.uri.toString();
  const alike = editsOfKind(finding.ruleId, open).length;
  const explain = vscode.l10n.t('Explain');
  const dontFlag = vscode.l10n.t('Don’t flag this…');
  const all = vscode.l10n.t('Rewrite all of this kind ({0})', alike);
  return [
    ...rewritesOf(finding, draft).map((rewrite, index) =>
      action(rewrite.label, {
        isPreferred: index === 0 && rewrite.sameMeaning && !rewrite.frame,
        ...(rewrite.frame
          ? command('applyRewrite', rewrite.label, address, rewrite, draft.text.slice(rewrite.start, rewrite.end))
          : { edit: replacing(document, [rewrite]), ...command('rewritten', rewrite.label) }),
      }),
    ),
    ...(alike < 2 ? [] : [action(all, command('fixKind', all, address, finding.ruleId))]),
    action(explain, command('showRule', explain, finding.ruleId)),
    action(dontFlag, command('dontFlag', dontFlag, address, finding.ruleId, finding.start)),
  ];
}

/** The best rewrite without blanks of every finding of a rule. */
function editsOfKind(ruleId: string, { marked, draft }: OpenDraft): Rewrite[] {
  const edits: Rewrite[] = [];
  for (const finding of marked) {
    if (finding.ruleId !== ruleId) continue;
    const best = rewritesOf(finding, draft).find(({ frame, sameMeaning }) => !frame && sameMeaning);
    if (best !== undefined && best.start >= (edits.at(-1)?.end ?? 0)) edits.push(best);
  }
  return edits;
}

async function fixKind(address: string, ruleId: string, drafts: Drafts): Promise<void> {
  const document = openDocument(address);
  const open = document === undefined ? undefined : drafts.current(document);
  if (document === undefined || open === undefined) return;
  const edits = editsOfKind(ruleId, open);
  if (edits.length === 0) return;
  if (!(await vscode.workspace.applyEdit(replacing(document, edits)))) return tellReadOnly();
  tellDone(vscode.l10n.t('{0} places rewritten.', edits.length), () => undoIn(document));
}

function fixAll({ document, findings }: OpenDraft): vscode.CodeAction[] {
  const edits = safeEdits(findings);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Apply all safe rewrites'), fixAllKind);
  action.edit = replacing(document, edits);
  return [action];
}

function replacing(
  document: vscode.TextDocument,
  edits: readonly (Span & { readonly text: string })[],
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const one of edits) edit.replace(document.uri, rangeOf(document, one), one.text);
  return edit;
}
