import type * as vscode from 'vscode';
import { openCases } from './cases';
import { registerCheckWorkspace } from './checkWorkspace';
import { registerCompletions } from './completions';
import { registerDiagnose } from './diagnoseStall';
import { registerDiagnostics } from './diagnostics';
import { createChoices } from './documentState';
import { registerDontFlag } from './dontFlag';
import { createDraftNotes } from './draftNotes';
import { createDrafts } from './drafts';
import { createFolderConfigurations } from './folderConfigurations';
import { registerHover } from './hover';
import { registerInsert } from './insert';
import { openLog } from './log';
import { registerNewDocuments } from './newDocuments';
import { registerQuickFixes } from './quickFixes';
import { registerReadableMail } from './readableMail';
import { registerRephraseAll } from './rephraseAll';
import { registerReply } from './reply';
import { createReview } from './review';
import { registerRulePages } from './rulePages';
import { registerSidebar } from './sidebar';
import { registerStatus } from './status';
import { createPeople } from './writerIdentity';

/** What both extension hosts do; reads as the list of features. */
export function activateShared(context: vscode.ExtensionContext): void {
  const choices = createChoices(context.workspaceState, context.globalState);
  const folders = createFolderConfigurations();
  const drafts = createDrafts(choices, folders);
  const people = createPeople(choices);
  const cases = openCases(context.globalStorageUri);
  const notes = createDraftNotes(drafts, people, choices);
  const review = createReview(drafts, notes);
  context.subscriptions.push(
    openLog(),
    choices,
    drafts,
    registerDiagnostics(drafts),
    cases,
    notes,
    review,
    registerQuickFixes(drafts),
    registerDontFlag(drafts, choices),
    registerRephraseAll(drafts),
    registerHover(drafts),
    registerStatus(drafts, notes, choices),
    registerRulePages(drafts, context.extensionUri),
    registerCheckWorkspace(drafts),
    registerReadableMail(),
    folders,
    registerDiagnose(drafts, people, cases),
    registerInsert(drafts, people),
    registerCompletions(drafts),
    registerNewDocuments(drafts, people, context.extensionUri),
    registerReply(drafts, people, cases),
    registerSidebar(context, { drafts, people, cases, notes, review, choices }),
  );
}
