import * as vscode from 'vscode';
import { shortReference } from '../wording/references';
import type { Finding, Grade } from '../wording/rule';
import { rulePageLink } from './diagnostics';
import type { Drafts } from './drafts';
import { selector } from './selector';

/** Over a finding: why a reader may resist, what the evidence is worth, what to try, where it comes from. */
export function registerHover(drafts: Drafts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, cancelled) {
      const open = await drafts.settled(document, cancelled);
      if (open?.active !== true) return undefined;
      const offset = document.offsetAt(position);
      const found = open.findings.find(({ start, end }) => start <= offset && offset <= end);
      if (found === undefined) return undefined;
      const range = new vscode.Range(document.positionAt(found.start), document.positionAt(found.end));
      const sources = (open.analyzer.rules.find(({ id }) => id === found.ruleId)?.sources ?? []).map(shortReference);
      return new vscode.Hover(teach(found, sources), range);
    },
  });
}

function teach(finding: Finding, sources: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: ['commonGround.showRule'] };
  text.appendMarkdown(`**${vscode.l10n.t('Why')}**  \n`);
  text.appendMarkdown(plain(finding.why));
  text.appendMarkdown(`\n\n**${vscode.l10n.t('Evidence')}**  \n`);
  text.appendMarkdown(plain(gradeText(finding.grade)));
  if (sources.length > 0) text.appendMarkdown(plain(` ${vscode.l10n.t('Source: {0}.', sources.join('; '))}`));
  const tries = finding.suggestions
    .map((suggestion) => suggestion.text.replace(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
  if (tries.length > 0 || finding.frame !== undefined) {
    text.appendMarkdown(`\n\n**${vscode.l10n.t('Try')}**\n`);
    for (const one of tries) text.appendMarkdown(`\n- ${plain(one)}`);
    if (finding.frame !== undefined)
      text.appendMarkdown(`\n- ${plain(finding.frame.replace(/\{[a-z][a-z-]*\}/g, '___'))}`);
  }
  text.appendMarkdown(`\n\n[${vscode.l10n.t('More about this rule')}](${rulePageLink(finding.ruleId).toString()})`);
  return text;
}

/** Words as they are, in Markdown. The editor's own way glues them together, so that they don't wrap. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>|#+\-!~&$]/g, '\\$&').replace(/\s+/g, ' ');
}

/** What an evidence grade means, in words. */
export function gradeText(grade: Grade): string {
  switch (grade) {
    case 'A':
      return vscode.l10n.t('A: an experiment or field data.');
    case 'B':
      return vscode.l10n.t('B: observed behaviour.');
    case 'C':
      return vscode.l10n.t('C: advice from practice.');
    case 'X':
      return vscode.l10n.t('X: studies disagree.');
  }
}
