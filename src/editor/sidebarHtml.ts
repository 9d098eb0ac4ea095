import * as vscode from 'vscode';
import { escapeHtml, webviewPage } from './webviewPage';

/** The page before any data: it loads its script and styles from one folder and may do nothing else. */
export function sidebarHtml(
  webview: vscode.Webview,
  media: vscode.Uri,
  words: { readonly page: string; readonly loading: string },
): string {
  const nonce = createNonce();
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, file)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return webviewPage({
    policy,
    title: words.page,
    head: `<link rel="stylesheet" href="${address('main.css')}">`,
    body: `<main id="page" aria-busy="true"><p class="nothing">${escapeHtml(words.loading)}</p></main>
<script nonce="${nonce}" src="${address('main.js')}"></script>`,
  });
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}
