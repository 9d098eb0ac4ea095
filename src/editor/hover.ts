import * as vscode from 'vscode';
import { inMarkdown, shortened } from '../engine/text';
import type { Finding } from '../wording/rule';
import { commandLink } from './commandLinks';
import { rulePageLink, wordsOf } from './diagnostics';
import type { Drafts, OpenDraft } from './drafts';
import { type Rewrite, rangeOf, rewritesOf } from './rewrites';
import { selector } from './selector';

/** Rewrites in a hover: with the message above and what follows it is six lines. */
const MOST = 2;

/** Over a finding, below its message: what to write instead, why, and what else can be done. */
export function registerHover(drafts: Drafts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, cancelled) {
      const open = await drafts.settled(document, cancelled);
      if (open?.active !== true) return undefined;
      const offset = document.offsetAt(position);
      const found = open.marked.find((one) => {
        const { start, end } = wordsOf(one);
        return start <= offset && offset <= end;
      });
      if (found === undefined) return undefined;
      return new vscode.Hover(helpWith(found, open), rangeOf(document, wordsOf(found)));
    },
  });
}

function helpWith(finding: Finding, { document, draft }: OpenDraft): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = {
    enabledCommands: ['commonGround.showRule', 'commonGround.applyRewrite', 'commonGround.dontFlag'],
  };
  const rewrites = rewritesOf(finding, draft).slice(0, MOST);
  if (rewrites.length > 0) {
    const lines = rewrites.map(
      (rewrite) => `[${inMarkdown(rewrite.label)}](${applyLink(document, rewrite, draft.text)})`,
    );
    text.appendMarkdown(`${inMarkdown(vscode.l10n.t('Write instead:'))} ${lines.join('  \n')}\n\n`);
  }
  text.appendMarkdown(`${inMarkdown(vscode.l10n.t('Why: {0}', firstSentence(finding.why)))}\n\n`);
  const explain = `[${inMarkdown(vscode.l10n.t('Explain'))}](${rulePageLink(finding.ruleId).toString()})`;
  const dismiss = `[${inMarkdown(vscode.l10n.t('Don’t flag this…'))}](${commandLink('dontFlag', [
    document.uri.toString(),
    finding.ruleId,
    finding.start,
  ])})`;
  text.appendMarkdown(`${explain} · ${dismiss}`);
  return text;
}

function applyLink(document: vscode.TextDocument, { start, end, text, frame }: Rewrite, source: string): string {
  return commandLink('applyRewrite', [document.uri.toString(), { start, end, text, frame }, source.slice(start, end)]);
}

function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const end = /[.!?](?= [“"A-Z0-9])/.exec(line);
  return shortened(end === null ? line : line.slice(0, end.index + 1), 160);
}
