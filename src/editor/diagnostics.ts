import * as vscode from 'vscode';
import type { Finding, Severity } from '../wording/rule';
import type { Drafts, OpenDraft } from './drafts';
import { createFocus } from './focus';
import { guarded } from './log';

export const SOURCE = 'Common Ground';

/** Shows the findings of open drafts, but for those in the sentence that is being typed. */
export function registerDiagnostics(drafts: Drafts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground');
  const show = (open: OpenDraft) => {
    const { document, findings, active } = open;
    if (!active) {
      collection.delete(document.uri);
      return;
    }
    const typed = focus.sentenceBeingTyped(open);
    const shown =
      typed === undefined ? findings : findings.filter(({ start, end }) => end < typed.start || start > typed.end);
    collection.set(
      document.uri,
      shown.map((finding) => toDiagnostic(finding, document)),
    );
  };
  const focus = createFocus((document) => {
    const open = drafts.get(document);
    if (open !== undefined) show(open);
  });
  return vscode.Disposable.from(
    collection,
    focus,
    drafts.onDidUpdate(guarded('Showing findings', show)),
    drafts.onDidClose((document) => collection.delete(document.uri)),
  );
}

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

export function toDiagnostic(finding: Finding, document: vscode.TextDocument): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
  const diagnostic = new vscode.Diagnostic(range, finding.message, severities[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.ruleId, target: rulePageLink(finding.ruleId) };
  return diagnostic;
}

/** Opens the page of the rule inside the editor. */
export function rulePageLink(ruleId: string): vscode.Uri {
  return vscode.Uri.parse(`command:commonGround.showRule?${encodeURIComponent(JSON.stringify([ruleId]))}`);
}
