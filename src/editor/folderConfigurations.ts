import * as vscode from 'vscode';
import type { ConfigurationLayer, JoinedConfiguration } from '../engine/configuration';
import { SOURCE } from './diagnostics';
import { guarded } from './log';
import { positionsIn } from './positions';

const FOLDER = '.common-ground';

/** The `.common-ground` folders that hold for the open documents, read as the command line reads them. */
export interface FolderConfigurations extends vscode.Disposable {
  /** What holds for a document, as far as it has been read; see `ready`. `key` names it. */
  configurationFor(uri: vscode.Uri): JoinedConfiguration & { readonly key: string };
  /** Reads the folders above a document, where that has not been done. */
  ready(uri: vscode.Uri): Promise<void>;
  /** Reads the folders above a document again: a watcher that starts in a folder just made can miss files that were written meanwhile. */
  refresh(uri: vscode.Uri): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

/** A broken file is reported in that file and the rest goes on. */
export function createFolderConfigurations(): FolderConfigurations {
  const changed = new vscode.EventEmitter<void>();
  const collection = vscode.languages.createDiagnosticCollection('common-ground-rules');
  /** By folder; `undefined` where there is nothing. */
  const layers = new Map<string, Promise<void>>();
  const read = new Map<string, ConfigurationLayer>();
  /** What the files of a folder held when they were last read. */
  const held = new Map<string, string>();
  /** Folders that are not being read at the moment. */
  const settled = new Set<string>();
  const joined = new Map<string, JoinedConfiguration & { readonly key: string }>();

  function readOnce(folder: vscode.Uri): Promise<void> {
    const key = folder.toString();
    let reading = layers.get(key);
    if (reading === undefined) {
      settled.delete(key);
      reading = readLayer(folder, collection, layersAbove).then((found) => {
        if (layers.get(key) !== reading) return;
        settled.add(key);
        if (held.get(key) === found?.held) return;
        if (found === undefined) {
          read.delete(key);
          held.delete(key);
        } else {
          read.set(key, found.layer);
          held.set(key, found.held);
        }
        joined.clear();
        changed.fire();
      });
      layers.set(key, reading);
    }
    return reading;
  }

  async function layersAbove(folder: vscode.Uri): Promise<readonly ConfigurationLayer[]> {
    const above = foldersAbove(folder);
    await Promise.all(above.map(readOnce));
    return above.flatMap((one) => read.get(one.toString()) ?? []);
  }

  const readAgain = guarded('Reading team rules', async (uri: vscode.Uri) => {
    const known = [...layers.keys()];
    collection.clear();
    layers.clear();
    await Promise.all(known.map((key) => readOnce(vscode.Uri.parse(key))));
    await Promise.all(foldersAbove(uri).map(readOnce));
  });
  // A folder that comes or goes with all that is in it may be told of as one.
  const watchers = [`${FOLDER}/*.{yaml,yml}`, FOLDER].map((what) =>
    vscode.workspace.createFileSystemWatcher(`**/${what}`),
  );
  const subscriptions = vscode.Disposable.from(
    changed,
    collection,
    ...watchers.flatMap((watcher) => [
      watcher,
      watcher.onDidChange(readAgain),
      watcher.onDidCreate(readAgain),
      watcher.onDidDelete(readAgain),
    ]),
  );
  const ready = async (uri: vscode.Uri) => {
    await Promise.all(foldersAbove(uri).map(readOnce));
  };
  const refresh = async (uri: vscode.Uri) => {
    // What is being read just now is as new as can be.
    for (const folder of foldersAbove(uri)) if (settled.has(folder.toString())) layers.delete(folder.toString());
    await ready(uri);
  };
  for (const folder of vscode.workspace.workspaceFolders ?? [])
    guarded('Reading team rules', ready)(vscode.Uri.joinPath(folder.uri, 'any'));

  return {
    configurationFor(uri) {
      const chain = foldersAbove(uri).flatMap((folder) => read.get(folder.toString()) ?? []);
      const key = chain.map(({ folder }) => folder).join('\n');
      let found = joined.get(key);
      if (found === undefined) {
        found = { ...(chain.length === 0 ? nothing : load.configuration().joinLayers(chain)), key };
        joined.set(key, found);
      }
      return found;
    },
    ready,
    refresh,
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

const nothing: JoinedConfiguration = { configuration: {}, team: { rules: [], off: [] }, layers: [] };

/** The folders that a document lies in, outermost first. */
function foldersAbove(uri: vscode.Uri): vscode.Uri[] {
  if (uri.scheme === 'untitled') {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    return first === undefined ? [] : foldersAbove(vscode.Uri.joinPath(first.uri, 'any'));
  }
  const folders: vscode.Uri[] = [];
  for (let path = uri.path; path.includes('/') && path !== '/'; ) {
    path = path.slice(0, path.lastIndexOf('/'));
    folders.unshift(uri.with({ path: path === '' ? '/' : path, query: '', fragment: '' }));
  }
  return folders;
}

async function readLayer(
  folder: vscode.Uri,
  collection: vscode.DiagnosticCollection,
  layersAbove: (folder: vscode.Uri) => Promise<readonly ConfigurationLayer[]>,
): Promise<{ readonly layer: ConfigurationLayer; readonly held: string } | undefined> {
  const own = vscode.Uri.joinPath(folder, FOLDER);
  let entries: [string, vscode.FileType][];
  try {
    // The editor complains in its log of a folder that is listed and not there.
    await vscode.workspace.fs.stat(own);
    entries = await vscode.workspace.fs.readDirectory(own);
  } catch {
    // Most folders have no configuration of their own.
    return undefined;
  }
  const files = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  const { configurationNames, configurationText, layerFrom } = load.layer();
  const { read, beyond, second } = configurationNames(files);
  const tell = (name: string, message: string) =>
    collection.set(vscode.Uri.joinPath(own, name), [diagnosticOf(new vscode.Range(0, 0, 0, 1), message)]);
  for (const name of beyond)
    tell(name, vscode.l10n.t('This folder holds more than {0} files; this one is not read.', read.length));
  if (second !== undefined) tell(second, vscode.l10n.t('This file is not read, since “config.yaml” stands beside it.'));
  const sources = await Promise.all(
    read.map(async (name) => {
      try {
        return { name, text: configurationText(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(own, name))) };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        tell(name, vscode.l10n.t('This file could not be read: {0}', reason));
        return { name, text: undefined };
      }
    }),
  );
  const above = await layersAbove(folder);
  const { layer, problems } = layerFrom(folder.path === '/' ? '' : folder.path, sources, above);
  for (const { name, text } of sources) {
    if (text === undefined) continue;
    const positionAt = positionsIn(text);
    const found = (problems.get(name) ?? []).map(({ start, end, message }) =>
      diagnosticOf(new vscode.Range(positionAt(start), positionAt(end)), message),
    );
    collection.set(vscode.Uri.joinPath(own, name), found);
  }
  const known = above.flatMap(({ team }) => team.rules.map(({ id }) => id));
  return { layer, held: JSON.stringify([sources, known]) };
}

function diagnosticOf(range: vscode.Range, message: string): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = SOURCE;
  return diagnostic;
}

// Most workspaces have no configuration, and what reads one takes its time to load.
const load = {
  configuration: () => require('../engine/configuration') as typeof import('../engine/configuration'),
  layer: () => require('../engine/folderLayer') as typeof import('../engine/folderLayer'),
};
