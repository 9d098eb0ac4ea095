import * as vscode from 'vscode';

/** The page before any data: it loads its script and styles from one folder and may do nothing else. */
export function sidebarHtml(
  webview: vscode.Webview,
  media: vscode.Uri,
  words: { readonly page: string; readonly loading: string },
): string {
  const nonce = createNonce();
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(media, file)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  const language = vscode.l10n.uri === undefined ? 'en' : vscode.env.language;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('main.css')}">
<title>${escapeHtml(words.page)}</title>
</head>
<body>
<main id="page" aria-busy="true"><p class="nothing">${escapeHtml(words.loading)}</p></main>
<script nonce="${nonce}" src="${address('main.js')}"></script>
</body>
</html>`;
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
