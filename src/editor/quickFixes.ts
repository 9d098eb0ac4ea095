import * as vscode from 'vscode';
import type { Draft } from '../document/draft';
import { placeholdersOf, toSnippet } from '../playbook/snippet';
import { applyEdits, safeEdits } from '../wording/edits';
import type { Finding, MeaningChange, Suggestion } from '../wording/rule';
import type { Choices } from './choices';
import { SOURCE } from './diagnostics';
import { type Drafts, ignorableOf, type OpenDraft } from './drafts';
import { selector } from './selector';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('commonGround');

/** Rephrasings first, then what to do with the rule, then why. */
export function registerQuickFixes(drafts: Drafts, choices: Choices): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, context) {
      const open = drafts.current(document);
      if (open?.active !== true) return [];
      if (context.only !== undefined && vscode.CodeActionKind.Source.contains(context.only))
        return context.only.contains(fixAllKind) || fixAllKind.contains(context.only) ? fixAll(open) : [];
      if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
      const start = document.offsetAt(range.start);
      const end = document.offsetAt(range.end);
      const here = open.findings.filter((finding) => finding.start <= end && finding.end >= start);
      return here.flatMap((finding) => actionsFor(finding, open, context));
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(selector, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
    }),
    vscode.commands.registerCommand('commonGround.ignoreHere', (uri: vscode.Uri, finding: Finding) =>
      ignoreHere(uri, finding, drafts, choices),
    ),
    vscode.commands.registerCommand('commonGround.turnRuleOff', turnRuleOff),
    vscode.commands.registerCommand('commonGround.insertFrame', insertFrame),
  );
}

function actionsFor(finding: Finding, open: OpenDraft, context: vscode.CodeActionContext): vscode.CodeAction[] {
  const { document, draft } = open;
  const diagnostics = context.diagnostics.filter(
    ({ source, code }) => source === SOURCE && typeof code === 'object' && code.value === finding.ruleId,
  );
  const action = (title: string, more: Partial<vscode.CodeAction>): vscode.CodeAction =>
    Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), { diagnostics }, more);
  const command = (name: string, title: string, ...values: unknown[]) => ({
    command: { command: `commonGround.${name}`, title, arguments: values },
  });
  const ignore = vscode.l10n.t('Ignore here');
  const off = vscode.l10n.t('Turn this rule off');
  return [
    ...finding.suggestions.map((suggestion, index) =>
      action(titleOf(suggestion, finding), {
        edit: replacing(document, finding.start, finding.end, suggestion.text),
        isPreferred: index === 0,
      }),
    ),
    ...(finding.frame === undefined
      ? []
      : [
          action(
            vscode.l10n.t('Fill in: {0}', blanks(finding.frame)),
            command('insertFrame', finding.frame, document.uri, finding),
          ),
        ]),
    ...sameRule(finding, open, action),
    action(ignore, ignoreAction(finding, draft, document, ignore)),
    action(
      vscode.l10n.t('Turn off rule {0} in this workspace', finding.ruleId),
      command('turnRuleOff', off, finding.ruleId, 'workspace'),
    ),
    action(
      vscode.l10n.t('Turn off rule {0} for me', finding.ruleId),
      command('turnRuleOff', off, finding.ruleId, 'user'),
    ),
    action(vscode.l10n.t('Explain {0}', finding.ruleId), command('showRule', vscode.l10n.t('Explain'), finding.ruleId)),
  ];
}

function titleOf(suggestion: Suggestion, finding: Finding): string {
  const text = suggestion.text.replace(/\s+/g, ' ').trim();
  const title = text === '' ? vscode.l10n.t('Take out “{0}”', finding.text.trim()) : vscode.l10n.t('Write “{0}”', text);
  const [change] = suggestion.changes ?? [];
  return change === undefined ? title : vscode.l10n.t('{0} (check: {1})', title, changeName(change));
}

function changeName(change: MeaningChange): string {
  switch (change) {
    case 'number':
      return vscode.l10n.t('a number changes');
    case 'name':
      return vscode.l10n.t('a name changes');
    case 'date':
      return vscode.l10n.t('a date changes');
    case 'negation':
      return vscode.l10n.t('a “not” changes');
    case 'duty':
      return vscode.l10n.t('a duty word changes');
  }
}

/** The best rephrasing of every finding of the same rule, when there is more than one to fix. */
function sameRule(
  finding: Finding,
  { document, findings }: OpenDraft,
  action: (title: string, more: Partial<vscode.CodeAction>) => vscode.CodeAction,
): vscode.CodeAction[] {
  const same = findings.filter(({ ruleId, suggestions }) => ruleId === finding.ruleId && suggestions.length > 0);
  if (same.length < 2) return [];
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, suggestions } of same)
    edit.replace(document.uri, rangeOf(document, start, end), suggestions[0]!.text);
  return [action(vscode.l10n.t('Rephrase all {0} of {1}', same.length, finding.ruleId), { edit })];
}

function fixAll({ document, findings }: OpenDraft): vscode.CodeAction[] {
  const edits = safeEdits(findings);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Apply all safe rephrasings'), fixAllKind);
  action.edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) action.edit.replace(document.uri, rangeOf(document, start, end), text);
  return [action];
}

/** In Markdown a comment says so to everyone who edits the file; elsewhere the mark stays out of the text. */
function ignoreAction(
  finding: Finding,
  draft: Draft,
  document: vscode.TextDocument,
  title: string,
): Partial<vscode.CodeAction> {
  if (draft.format !== 'markdown' || !canTakeComment(finding, draft))
    return { command: { command: 'commonGround.ignoreHere', title, arguments: [document.uri, finding] } };
  const line = document.positionAt(finding.start).line;
  const edit = new vscode.WorkspaceEdit();
  const indent = /^\s*/.exec(document.lineAt(line).text)![0];
  edit.insert(
    document.uri,
    new vscode.Position(line, 0),
    `${indent}<!-- common-ground-disable-next-line ${finding.ruleId} -->\n`,
  );
  return { edit };
}

// A comment line inside a table, a list or a hard-wrapped paragraph would break it apart.
function canTakeComment(finding: Finding, { blocks, text }: Draft): boolean {
  const block = blocks.find(({ start, end }) => start <= finding.start && finding.start < end);
  if (block?.type !== 'paragraph' && block?.type !== 'heading') return false;
  return text.lastIndexOf('\n', finding.start) < block.start;
}

async function ignoreHere(uri: vscode.Uri, finding: Finding, drafts: Drafts, choices: Choices): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  const open = document === undefined ? undefined : drafts.get(document);
  if (open !== undefined) await choices.ignore(uri, ignorableOf(finding, open.draft));
}

async function turnRuleOff(ruleId: string, where: 'workspace' | 'user'): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('commonGround');
  const inspected = configuration.inspect<Record<string, string>>('rules');
  const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const inWorkspace = where === 'workspace' && hasWorkspace;
  const before = (inWorkspace ? inspected?.workspaceValue : inspected?.globalValue) ?? {};
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update('rules', { ...before, [ruleId]: 'off' }, target);
}

async function insertFrame(frame: string, uri: vscode.Uri, finding: Pick<Finding, 'start' | 'end'>): Promise<void> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const names = Object.fromEntries(placeholdersOf(frame).map((name) => [name, name.replaceAll('-', ' ')]));
  const range = rangeOf(editor.document, finding.start, finding.end);
  // The frame is a sentence of its own; the writer decides what of the old one stays.
  const line = editor.document.lineAt(range.end.line);
  const at = new vscode.Position(range.end.line, line.text.length);
  await editor.insertSnippet(new vscode.SnippetString(`${line.text === '' ? '' : '\n'}${toSnippet(frame, names)}`), at);
}

function blanks(frame: string): string {
  return frame.replace(/\{[a-z][a-z-]*\}/g, '___');
}

function replacing(document: vscode.TextDocument, start: number, end: number, text: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, start, end), text);
  return edit;
}

function rangeOf(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Applies every safe rephrasing of the document in one step that can be undone, and says what is left. */
export async function rephraseAll(drafts: Drafts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const open = editor === undefined ? undefined : drafts.current(editor.document);
  if (editor === undefined || open === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown, plain-text or e-mail document first.'));
    return;
  }
  const { document, analyzer, draft } = open;
  const before = document.getText();
  const fixed = applyRounds(before, open);
  if (fixed !== before) {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, 0, before.length), fixed);
    await vscode.workspace.applyEdit(edit);
  }
  const left = analyzer.findings(
    analyzer.read(fixed, { path: document.uri.path, languageId: document.languageId }),
  ).length;
  const done = Math.max(0, analyzer.findings(draft).length - left);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} rephrased, {1} left for you to decide.', done, open.active ? left : 0),
  );
}

function applyRounds(text: string, open: OpenDraft): string {
  if (!open.active) return text;
  const first = applyEdits(text, safeEdits(open.findings));
  return open.analyzer.fix(first, { path: open.document.uri.path, languageId: open.document.languageId });
}
