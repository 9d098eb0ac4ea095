import type * as vscode from 'vscode';

/** The languages of documents that people negotiate in. */
export const languages = ['markdown', 'plaintext', 'email'] as const;

export const selector: vscode.DocumentSelector = languages.map((language) => ({ language }));

/** Pages that the product itself shows. */
export const ruleScheme = 'common-ground-rule';
export const diagnosisScheme = 'common-ground-diagnosis';

/** Text that nobody is writing: output, older versions, our own pages. */
const shown: ReadonlySet<string> = new Set(['output', 'debug', 'git', ruleScheme, diagnosisScheme]);

export function isWriting(document: vscode.TextDocument): boolean {
  return (languages as readonly string[]).includes(document.languageId) && !shown.has(document.uri.scheme);
}
