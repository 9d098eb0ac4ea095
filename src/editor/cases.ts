import * as vscode from 'vscode';
import { caseOf, moveDocuments, newCaseId } from '../case/caseIdentity';
import { type CaseRecord, newCase, setDocument } from '../case/caseRecord';
import { type CaseFolder, createCaseStorage } from '../case/caseStorage';
import { logError } from './log';

/** What the user said about each negotiation, on disk beside the extension and the same in every window. */
export interface CaseStore {
  /** The case of a document as it is known now, or nothing when nothing was said of it yet. */
  find(document: vscode.Uri, thread: string | undefined): CaseRecord | undefined;
  /** What the case of this document is, or would be when something is said of it. */
  seedOf(document: vscode.Uri, thread: string | undefined): CaseSeed;
  byId(id: string): CaseRecord | undefined;
  /** Changes a case, or begins it. Resolves when it is on disk. */
  change(seed: CaseSeed, edit: (record: CaseRecord, at: number) => CaseRecord): Promise<void>;
  /** Follows files and folders to where they are now. */
  move(moves: readonly { readonly from: vscode.Uri; readonly to: vscode.Uri }[]): Promise<void>;
  /** Deletes everything that was kept, here and, as soon as they hear of it, in other windows. */
  forgetAll(): Promise<void>;
  /** Where a file that could not be read in full was put, since this window was opened. */
  readonly setAside: vscode.Uri | undefined;
  readonly onDidChange: vscode.Event<void>;
  /** Resolves when what is on disk has been read. */
  readonly ready: Promise<void>;
}

/** A case that may not have been written down yet. */
export interface CaseSeed {
  readonly id: string;
  readonly document: vscode.Uri;
  readonly thread: string | undefined;
}

const FILE = 'cases.json';
/** Milliseconds in which a file that another window replaces is there again. */
const REPLACING = 200;

/** Opens the cases kept in a folder. Nothing is lost when two windows write at once: each merges, none overwrites. */
export function openCases(folder: vscode.Uri, now: () => number = Date.now): CaseStore & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  // Two windows never write to the same passing file.
  const storage = createCaseStorage(folderOf(folder, now), Math.random().toString(36).slice(2), now);
  let queue: Promise<void> = Promise.resolve();

  /** One after the other; a failure is told, and what it was about stays in memory for the next time. */
  function inTurn(work: () => Promise<void>, failed: (error: unknown) => void): Promise<void> {
    queue = queue.then(work).catch(failed);
    return queue;
  }

  const quietly = (error: unknown) => logError('Reading the cases', error);

  function tellNotKept(error: unknown): void {
    logError('Keeping an answer', error);
    const again = vscode.l10n.t('Try Again');
    void vscode.window
      .showErrorMessage(
        vscode.l10n.t('Your answer could not be written to disk. It is kept while this window is open.'),
        again,
      )
      .then((chosen) => {
        if (chosen === again) void inTurn(storage.save, tellNotKept);
      });
  }

  /** Another window has forgotten everything; one that only writes is done in a moment. */
  async function isGoneForGood(): Promise<boolean> {
    if (!(await storage.isGone())) return false;
    await new Promise((resolve) => setTimeout(resolve, REPLACING));
    return storage.isGone();
  }

  const reread = () =>
    void inTurn(async () => {
      if (await isGoneForGood()) {
        storage.leave();
        changed.fire();
        return;
      }
      const isNew = await storage.load();
      // What was answered here and is not on disk, because another window wrote over it, is written again.
      if (Object.keys(storage.cases).length > 0) await storage.save();
      if (isNew) changed.fire();
    }, quietly);

  function move(moves: readonly { readonly from: vscode.Uri; readonly to: vscode.Uri }[]): Promise<void> {
    return inTurn(async () => {
      await storage.load();
      storage.edit((cases) =>
        moves.reduce((moved, { from, to }) => moveDocuments(moved, from.toString(), to.toString(), now()), cases),
      );
      await storage.save();
      changed.fire();
    }, tellNotKept);
  }

  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, FILE));
  const subscriptions = vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidDelete(reread),
    watcher.onDidChange(reread),
    watcher.onDidCreate(reread),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) reread();
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      void move(files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })));
    }),
  );

  const ready = inTurn(async () => {
    await vscode.workspace.fs.createDirectory(folder);
    const isNew = await storage.load();
    if ((await storage.takeOver()) || isNew) changed.fire();
  }, quietly);

  return {
    find: (document, thread) => caseOf(storage.cases, document.toString(), thread),
    seedOf(document, thread) {
      const known = caseOf(storage.cases, document.toString(), thread);
      return { id: known?.id ?? newCaseId(storage.cases, document.toString()), document, thread };
    },
    byId: (id) => storage.cases[id],
    change({ id, document, thread }, edit) {
      const address = document.toString();
      const at = now();
      storage.edit((cases) => {
        let record = cases[id] ?? newCase(id, address, thread, at);
        if (record.documents[address] === undefined) record = setDocument(record, address, 'same-thread', at);
        return { ...cases, [id]: edit(record, at) };
      });
      changed.fire();
      return inTurn(storage.save, tellNotKept);
    },
    move,
    forgetAll() {
      const done = queue.then(storage.forget);
      queue = done.catch(() => undefined);
      return done.then(() => changed.fire());
    },
    get setAside() {
      return storage.setAside === undefined ? undefined : vscode.Uri.joinPath(folder, storage.setAside);
    },
    onDidChange: changed.event,
    ready,
    dispose: () => subscriptions.dispose(),
  };
}

function folderOf(folder: vscode.Uri, now: () => number): CaseFolder {
  const { fs } = vscode.workspace;
  const uri = (name: string) => vscode.Uri.joinPath(folder, name);
  return {
    async read(name) {
      try {
        return new TextDecoder().decode(await fs.readFile(uri(name)));
      } catch (error) {
        if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
        throw error;
      }
    },
    async write(name, text) {
      await fs.createDirectory(folder);
      await fs.writeFile(uri(name), new TextEncoder().encode(text));
    },
    rename: async (from, to) => fs.rename(uri(from), uri(to), { overwrite: true }),
    remove: async (name) => fs.delete(uri(name)),
    list: async () => (await fs.readDirectory(folder)).map(([name]) => name),
    ageOf: async (name) => now() - (await fs.stat(uri(name))).mtime,
  };
}
