import * as vscode from 'vscode';
import { readTeamRules } from '../engine/rules';
import { SOURCE } from './diagnostics';
import type { Drafts } from './drafts';
import { guarded } from './log';
import { positionsIn } from './positions';

const FOLDER = '.common-ground';
const FILES = `${FOLDER}/*.yaml`;

/** Reads a team's own rules; a broken file is reported in that file and the rest goes on. */
export function registerTeamRules(drafts: Drafts): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground-rules');
  // A folder that comes or goes with all that is in it may be told of as one.
  const watchers = [FILES, FOLDER].map((what) => vscode.workspace.createFileSystemWatcher(`**/${what}`));
  let loading = Promise.resolve(false);
  const reload = guarded('Reading team rules', () => {
    loading = loading.catch(() => true).then((hadRules) => load(drafts, collection, hadRules));
    return loading;
  });
  reload();
  return vscode.Disposable.from(
    collection,
    ...watchers.flatMap((watcher) => [
      watcher,
      watcher.onDidChange(reload),
      watcher.onDidCreate(reload),
      watcher.onDidDelete(reload),
    ]),
    vscode.workspace.onDidChangeWorkspaceFolders(reload),
  );
}

/** Reads all files of rules; whether there are any. */
async function load(drafts: Drafts, collection: vscode.DiagnosticCollection, hadRules: boolean): Promise<boolean> {
  const files = await filesOfRules();
  collection.clear();
  if (files.length === 0) {
    if (hadRules) drafts.useTeamRules({ rules: [], off: [] });
    return false;
  }
  const rules = [];
  const off: string[] = [];
  for (const uri of files) {
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const read = readTeamRules(text);
      rules.push(...read.rules);
      off.push(...read.off);
      const positionAt = positionsIn(text);
      collection.set(
        uri,
        read.problems.map(({ start, end, message }) => {
          const range = new vscode.Range(positionAt(start), positionAt(end));
          const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
          diagnostic.source = SOURCE;
          return diagnostic;
        }),
      );
    } catch (error) {
      const message = vscode.l10n.t(
        'This file could not be read: {0}',
        error instanceof Error ? error.message : String(error),
      );
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(0, 0, 0, 1),
        message,
        vscode.DiagnosticSeverity.Warning,
      );
      diagnostic.source = SOURCE;
      collection.set(uri, [diagnostic]);
    }
  }
  drafts.useTeamRules({ rules, off });
  return true;
}

const MOST_FILES = 50;

/** The files of rules in each folder of the workspace, in a fixed order. Read directly: a search may not be ready yet. */
async function filesOfRules(): Promise<vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const own = vscode.Uri.joinPath(folder.uri, FOLDER);
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(own);
    } catch {
      // Most folders have no rules of their own.
      continue;
    }
    const names = entries
      .filter(([name, type]) => name.endsWith('.yaml') && (type & vscode.FileType.File) !== 0)
      .map(([name]) => name);
    for (const name of names.sort()) files.push(vscode.Uri.joinPath(own, name));
  }
  return files.slice(0, MOST_FILES);
}
