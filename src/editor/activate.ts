import * as vscode from 'vscode';
import { registerCheckWorkspace } from './checkWorkspace';
import { registerCompletions } from './completions';
import { registerDiagnose } from './diagnoseStall';
import { registerDiagnostics } from './diagnostics';
import { createChoices } from './documentState';
import { registerDraftChecks } from './draftCheckHints';
import { createDrafts } from './drafts';
import { createFolderConfigurations } from './folderConfigurations';
import { registerHover } from './hover';
import { registerInsert } from './insert';
import { guarded, openLog } from './log';
import { registerNewDocuments } from './newDocuments';
import { registerQuickFixes } from './quickFixes';
import { registerReadableMail } from './readableMail';
import { registerRephraseAll } from './rephraseAll';
import { registerRulePages } from './rulePages';
import { registerSidebar } from './sidebar';
import { registerStatus } from './status';
import { createPeople } from './writerIdentity';

/** What both extension hosts do; reads as the list of features. */
export function activateShared(context: vscode.ExtensionContext): void {
  const choices = createChoices(context.workspaceState);
  const folders = createFolderConfigurations();
  const drafts = createDrafts(choices, folders);
  const people = createPeople(choices);
  context.subscriptions.push(
    openLog(),
    choices,
    drafts,
    registerDiagnostics(drafts),
    registerQuickFixes(drafts, choices),
    registerRephraseAll(drafts, choices),
    registerHover(drafts),
    registerStatus(drafts, choices),
    registerRulePages(drafts, context.extensionUri),
    registerCheckWorkspace(drafts),
    registerReadableMail(),
    folders,
    registerDraftChecks(drafts, people, choices),
    registerDiagnose(drafts, people),
    registerInsert(drafts, people),
    registerCompletions(drafts, people),
    registerNewDocuments(),
    registerSidebar(context, drafts, people),
    vscode.commands.registerCommand(
      'commonGround.clearIgnored',
      guarded('Clearing', async () => {
        const document = vscode.window.activeTextEditor?.document;
        if (document !== undefined) await choices.clearIgnored(document.uri);
      }),
    ),
  );
}
