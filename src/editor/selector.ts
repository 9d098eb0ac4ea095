import type * as vscode from 'vscode';

/** The languages of documents that people negotiate in. */
export const languages = ['markdown', 'plaintext', 'email'] as const;

export const selector: vscode.DocumentSelector = languages.map((language) => ({ language }));

export function isWriting(document: vscode.TextDocument): boolean {
  return (languages as readonly string[]).includes(document.languageId) && document.uri.scheme !== 'output';
}
