import * as vscode from 'vscode';

/** The languages of documents that people negotiate in. */
export const languages = [
  'markdown',
  'plaintext',
  'email',
  'mdx',
  'asciidoc',
  'restructuredtext',
  'org',
  'git-commit',
  'scminput',
] as const;

export const selector: vscode.DocumentSelector = languages.map((language) => ({ language }));

/** Pages that the product itself shows. */
export const ruleScheme = 'common-ground-rule';
export const diagnosisScheme = 'common-ground-diagnosis';

/** Where a comment on a pull request or an issue is written, and the box above the changes to commit. */
const COMMENT = 'comment';
const COMMIT_BOX = 'vscode-scm';

/** Text that somebody is writing. Copies that cannot be written to, whoever shows them, are nobody's draft. */
export function isWriting(document: vscode.TextDocument): boolean {
  if (!(languages as readonly string[]).includes(document.languageId)) return false;
  const { scheme } = document.uri;
  if (isComment(document)) return vscode.workspace.getConfiguration('commonGround').get('comments') !== false;
  if (isCommit(document)) return vscode.workspace.getConfiguration('commonGround').get('commitMessages') === true;
  if (scheme === 'untitled' || scheme === 'vscode-notebook-cell') return true;
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** A comment that is being written; nothing that is not meant for its readers goes into its text. */
export function isComment({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === COMMENT;
}

export function isCommit({ uri, languageId }: vscode.TextDocument): boolean {
  return uri.scheme === COMMIT_BOX || languageId === 'git-commit' || languageId === 'scminput';
}
