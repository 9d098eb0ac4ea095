import * as vscode from 'vscode';
import type { Draft } from '../document/draft/draft';
import { placeholdersOf, toSnippet } from '../engine/playbook';
import { safeEdits, splitSentences } from '../engine/text';
import type { Finding, MeaningChange, Suggestion } from '../wording/rule';
import { SOURCE } from './diagnostics';
import type { Choices } from './documentState';
import type { Drafts, OpenDraft } from './drafts';
import { ignorableOf } from './ignored';
import { guarded, logError } from './log';
import { selector } from './selector';

export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('commonGround');

const MOST_REPHRASINGS = 3;

/** Rephrasings first, then what to do with the rule, then why. */
export function registerQuickFixes(drafts: Drafts, choices: Choices): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, cancelled) {
      const open = await drafts.settled(document, cancelled);
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
    vscode.commands.registerCommand(
      'commonGround.ignoreHere',
      guarded('Ignoring', (uri: vscode.Uri, finding: Finding) => ignoreHere(uri, finding, drafts, choices)),
    ),
    vscode.commands.registerCommand('commonGround.turnRuleOff', guarded('Turning a rule off', turnRuleOff)),
    vscode.commands.registerCommand(
      'commonGround.insertFrame',
      guarded('Inserting', (frame: string, uri: vscode.Uri, finding: Finding) =>
        insertFrame(frame, uri, finding, drafts),
      ),
    ),
  );
}

function actionsFor(finding: Finding, open: OpenDraft, context: vscode.CodeActionContext): vscode.CodeAction[] {
  const { document, draft } = open;
  const place = rangeOf(document, finding.start, finding.end);
  const diagnostics = context.diagnostics.filter(
    ({ source, code, range }) =>
      source === SOURCE && typeof code === 'object' && code.value === finding.ruleId && range.isEqual(place),
  );
  const action = (title: string, more: Partial<vscode.CodeAction>): vscode.CodeAction =>
    Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), { diagnostics }, more);
  const command = (name: string, title: string, ...values: unknown[]) => ({
    command: { command: `commonGround.${name}`, title, arguments: values },
  });
  const ignore = vscode.l10n.t('Ignore here');
  const off = vscode.l10n.t('Turn this rule off');
  return [
    ...finding.suggestions.slice(0, MOST_REPHRASINGS).map((suggestion, index) =>
      action(titleOf(suggestion, finding), {
        edit: replacing(document, finding.start, finding.end, suggestion.text),
        isPreferred: index === 0 && (suggestion.changes ?? []).length === 0,
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
  const edit = new vscode.WorkspaceEdit();
  let count = 0;
  let last = 0;
  for (const { ruleId, start, end, suggestions } of findings) {
    const [best] = suggestions;
    if (ruleId !== finding.ruleId || best === undefined || start < last) continue;
    edit.replace(document.uri, rangeOf(document, start, end), best.text);
    last = end;
    count++;
  }
  return count < 2 ? [] : [action(vscode.l10n.t('Rephrase all {0} of {1}', count, finding.ruleId), { edit })];
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
  const inWorkspace = where === 'workspace' && vscode.workspace.workspaceFolders !== undefined;
  const before = (inWorkspace ? inspected?.workspaceValue : inspected?.globalValue) ?? {};
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  try {
    await configuration.update('rules', { ...before, [ruleId]: 'off' }, target);
  } catch (error) {
    logError('Turning a rule off', error);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The settings could not be written, so rule {0} stays on.', ruleId),
    );
  }
}

/** The frame is a sentence of its own, after the one it is about; the writer decides what of the old one stays. */
async function insertFrame(frame: string, uri: vscode.Uri, finding: Finding, drafts: Drafts): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  const names = Object.fromEntries(placeholdersOf(frame).map((name) => [name, name.replaceAll('-', ' ')]));
  const at = document.positionAt(endOfSentence(finding, drafts.get(document)?.draft));
  const between = at.character > 0 ? ' ' : '';
  await editor.insertSnippet(new vscode.SnippetString(`${between}${toSnippet(frame, names)}`), at);
}

function endOfSentence({ start, end }: Finding, draft: Draft | undefined): number {
  const block = draft?.blocks.find((one) => one.start <= start && start < one.end);
  if (block === undefined) return end;
  const sentence = splitSentences(block.text, block.masks).find((one) => block.start + one.end >= end);
  return sentence === undefined ? block.end : block.start + sentence.end;
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
