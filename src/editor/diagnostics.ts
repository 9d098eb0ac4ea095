import * as vscode from 'vscode';
import type { Span } from '../document/draft/draft';
import type { Finding, Severity } from '../wording/rule';
import type { Drafts, OpenDraft } from './drafts';
import { familyName } from './familyNames';
import { createFocus } from './focus';
import { guarded } from './log';

export const SOURCE = 'Common Ground';

/** Underlines the findings of open drafts, without those in a sentence that is being typed. */
export function registerDiagnostics(drafts: Drafts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground');
  const show = (open: OpenDraft) => {
    const { document, draft, marked, active, settled } = open;
    if (!settled) return;
    if (!active) {
      collection.delete(document.uri);
      return;
    }
    if (draft.formalNotice) {
      collection.set(document.uri, [formalNotice(document)]);
      return;
    }
    const typed = focus.sentencesBeingTyped(open);
    const shown = marked.filter(({ start, end }) =>
      typed.every((sentence) => end < sentence.start || start > sentence.end),
    );
    collection.set(
      document.uri,
      shown.map((finding) => toDiagnostic(finding, (offset) => document.positionAt(offset))),
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

/** @param positionAt turns an offset of the finding's text into a position */
export function toDiagnostic(finding: Finding, positionAt: (offset: number) => vscode.Position): vscode.Diagnostic {
  const { start, end } = wordsOf(finding);
  const range = new vscode.Range(positionAt(start), positionAt(end));
  const diagnostic = new vscode.Diagnostic(range, finding.message, severities[finding.severity]);
  diagnostic.source = SOURCE;
  // What kind it is, in a word; the link knows the rule.
  diagnostic.code = { value: familyName(finding.family), target: rulePageLink(finding.ruleId) };
  return diagnostic;
}

/** Where the words of a finding stand, without blanks before and after them. */
export function wordsOf({ start, end, text }: Finding): Span {
  if (text.trim() === '') return { start, end };
  return { start: start + text.length - text.trimStart().length, end: end - (text.length - text.trimEnd().length) };
}

/** One line instead of findings, so that silence is not taken for praise. */
function formalNotice(document: vscode.TextDocument): vscode.Diagnostic {
  const text = document.getText();
  const line = document.lineAt(document.positionAt(text.length - text.trimStart().length).line);
  const diagnostic = new vscode.Diagnostic(
    line.range,
    vscode.l10n.t('This reads as a formal notice, so its wording is left alone.'),
    vscode.DiagnosticSeverity.Information,
  );
  diagnostic.source = SOURCE;
  diagnostic.code = 'formal-notice';
  return diagnostic;
}

/** Opens the page of the rule inside the editor. */
export function rulePageLink(ruleId: string): vscode.Uri {
  return vscode.Uri.parse(`command:commonGround.showRule?${encodeURIComponent(JSON.stringify([ruleId]))}`);
}
