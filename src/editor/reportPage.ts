import * as vscode from 'vscode';
import { commandLink } from './commandLinks';
import { guarded } from './log';
import { escapeHtml, webviewPage } from './webviewPage';

/** A report as a page to read, with quotes that lead to their lines and what can be done with it. */
export interface ReportPages extends vscode.Disposable {
  /** Shows it beside the thread, or brings its page to the front; false where Markdown cannot be rendered. */
  show(uri: vscode.Uri, source: vscode.Uri, markdown: string): Promise<boolean>;
  /** The report says this now; its page follows if there is one. */
  renew(uri: vscode.Uri, source: vscode.Uri, markdown: string): void;
}

const commands = [
  'commonGround.revealLine',
  'commonGround.insertDiagnosis',
  'commonGround.exportDiagnosis',
  'commonGround.copyDiagnosis',
];

export function createReportPages(): ReportPages {
  const pages = new Map<string, vscode.WebviewPanel>();

  function fill({ webview }: vscode.WebviewPanel, uri: vscode.Uri, source: vscode.Uri, rendered: string): void {
    webview.html = reportHtml(webview, uri, withLinks(rendered, source));
  }

  return {
    async show(uri, source, markdown) {
      const key = uri.toString();
      const known = pages.get(key);
      known?.reveal(undefined, true);
      const rendered = await render(markdown);
      if (rendered === undefined) return false;
      if (known !== undefined) {
        fill(known, uri, source, rendered);
        return true;
      }
      const panel = vscode.window.createWebviewPanel(
        'commonGround.report',
        uri.path.replace(/^\/|\.md$/g, ''),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: false, enableFindWidget: true, enableCommandUris: commands, localResourceRoots: [] },
      );
      pages.set(key, panel);
      panel.onDidDispose(() => pages.delete(key));
      fill(panel, uri, source, rendered);
      return true;
    },
    renew: guarded('Renewing a report', async (uri: vscode.Uri, source: vscode.Uri, markdown: string) => {
      const panel = pages.get(uri.toString());
      const rendered = panel === undefined ? undefined : await render(markdown);
      if (panel !== undefined && rendered !== undefined) fill(panel, uri, source, rendered);
    }),
    dispose() {
      for (const panel of pages.values()) panel.dispose();
    },
  };
}

/** By the editor's own Markdown support, which a user may have turned off. */
async function render(markdown: string): Promise<string | undefined> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  } catch {
    return undefined;
  }
}

/** Links to lines lead to the thread, whether it is a file or not. */
function withLinks(html: string, source: vscode.Uri): string {
  return html.replace(/ href="[^"#]*#L(\d+)"/g, (_, line: string) => {
    return ` href="${commandLink('revealLine', [source.toString(), Number(line) - 1])}"`;
  });
}

/** Nothing runs in it and nothing is loaded. */
function reportHtml(webview: vscode.Webview, uri: vscode.Uri, content: string): string {
  const action = (title: string, command: string) =>
    `<a href="${commandLink(command, [uri.toString()])}">${escapeHtml(title)}</a>`;
  const actions = [
    action(vscode.l10n.t('Insert at the end of the thread'), 'insertDiagnosis'),
    action(vscode.l10n.t('Export…'), 'exportDiagnosis'),
    action(vscode.l10n.t('Copy'), 'copyDiagnosis'),
  ];
  return webviewPage({
    policy: `default-src 'none'; style-src ${webview.cspSource} 'unsafe-inline'`,
    title: vscode.l10n.t('Diagnosis'),
    head: STYLE,
    body: `<main><nav>${actions.join('')}</nav>\n${content}\n</main>`,
  });
}

const STYLE = `<style>
body { padding: 0 1.5rem 2rem; line-height: 1.55; font-size: calc(var(--vscode-font-size) * 1.08); overflow-wrap: anywhere; }
main { max-width: 42rem; margin: 0 auto; }
h1 { margin: 1.2rem 0 0.6rem; font-size: 1.6em; line-height: 1.25; }
h2 { margin: 1.6rem 0 0.4rem; font-size: 1.15em; }
li { margin: 0.3rem 0; }
blockquote { margin: 0.5rem 0; padding: 0.1rem 0.9rem; border-inline-start: 3px solid var(--vscode-textBlockQuote-border); }
svg { display: block; max-width: 100%; margin: 0.8rem 0; }
summary { min-height: 24px; cursor: pointer; }
nav { display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding-top: 0.8rem; }
nav a { min-height: 24px; }
a { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder); outline-offset: 1px; }
</style>`;
