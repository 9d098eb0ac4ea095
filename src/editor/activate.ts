import * as vscode from 'vscode';
import { registerCheckWorkspace } from './checkWorkspace';
import { createChoices } from './choices';
import { registerDiagnostics } from './diagnostics';
import { createDrafts } from './drafts';
import { registerHover } from './hover';
import { guarded, openLog } from './log';
import { createPeople } from './people';
import { registerQuickFixes, rephraseAll } from './quickFixes';
import { registerReadableMail } from './readableMail';
import { registerRulePages } from './rulePages';
import { registerSidebar } from './sidebar';
import { registerStatus } from './status';
import { registerTeamRules } from './teamRules';

/** What both extension hosts do; reads as the list of features. */
export function activateShared(context: vscode.ExtensionContext): void {
  const choices = createChoices(context.workspaceState);
  const drafts = createDrafts(choices);
  context.subscriptions.push(
    openLog(),
    choices,
    drafts,
    registerDiagnostics(drafts),
    registerQuickFixes(drafts, choices),
    registerHover(drafts),
    registerStatus(drafts, choices),
    registerRulePages(drafts),
    registerCheckWorkspace(drafts),
    registerReadableMail(),
    registerTeamRules(drafts),
    registerSidebar(context, drafts, createPeople(context.workspaceState)),
    vscode.commands.registerCommand(
      'commonGround.rephraseAll',
      guarded('Rephrasing', () => rephraseAll(drafts)),
    ),
    vscode.commands.registerCommand(
      'commonGround.clearIgnored',
      guarded('Clearing', async () => {
        const document = vscode.window.activeTextEditor?.document;
        if (document !== undefined) await choices.clearIgnored(document.uri);
      }),
    ),
  );
}
