import * as vscode from 'vscode';

/** A page of the extension in the language of the editor. `head` and `body` are HTML; `title` is text. */
export function webviewPage({
  policy,
  title,
  head,
  body,
}: {
  /** What the page may load and run. */
  readonly policy: string;
  readonly title: string;
  readonly head: string;
  readonly body: string;
}): string {
  const language = vscode.l10n.uri === undefined ? 'en' : vscode.env.language;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
