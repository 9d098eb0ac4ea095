import * as vscode from 'vscode';
import { readCases, writeCases } from '../case/caseFile';
import { caseOf, moveDocuments, newCaseId } from '../case/caseIdentity';
import { type CaseRecord, type Cases, mergeCases, newCase, setDocument } from '../case/caseRecord';
import { guarded, logError, logWarning } from './log';

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
/** A half-written file that is older than this belongs to no window that is still writing, in milliseconds. */
const ABANDONED = 60_000;

/** Opens the cases kept in a folder. Nothing is lost when two windows write at once: each merges, none overwrites. */
export function openCases(folder: vscode.Uri, now: () => number = Date.now): CaseStore & vscode.Disposable {
  const file = vscode.Uri.joinPath(folder, FILE);
  const changed = new vscode.EventEmitter<void>();
  // Two windows never write to the same passing file.
  const mark = Math.random().toString(36).slice(2);
  let cases: Cases = {};
  let onDisk = '';
  let setAside: vscode.Uri | undefined;
  let queue: Promise<void> = Promise.resolve();

  /** Takes in what is on disk; what is known here stays, unless it is older. */
  async function read(): Promise<void> {
    const source = await textOf(file);
    if (source === undefined || source === onDisk) return;
    const { cases: found, lost } = readCases(source);
    if (lost > 0) {
      setAside = vscode.Uri.joinPath(folder, `cases.set-aside-${now()}.json`);
      logWarning(`${lost} parts of the stored cases could not be read; the file was set aside.`);
      await vscode.workspace.fs.writeFile(setAside, new TextEncoder().encode(source));
    }
    const before = writeCases(cases);
    cases = mergeCases(cases, found);
    onDisk = source;
    const after = writeCases(cases);
    if (lost > 0 || sorted(after) !== sorted(writeCases(found))) await write();
    if (after !== before || lost > 0) changed.fire();
  }

  /** What a window had written, and was ended before it stood in its place. */
  async function takeOverUnfinished(): Promise<void> {
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    for (const name of names.filter((one) => one.startsWith(`${FILE}.`) && one.endsWith('.tmp'))) {
      const unfinished = vscode.Uri.joinPath(folder, name);
      const { cases: found, lost } = readCases((await textOf(unfinished)) ?? '');
      if (lost === 0) {
        cases = mergeCases(cases, found);
        await write();
        changed.fire();
        await vscode.workspace.fs.delete(unfinished);
      } else if ((await ageOf(unfinished)) > ABANDONED) await vscode.workspace.fs.delete(unfinished);
    }
  }

  async function ageOf(uri: vscode.Uri): Promise<number> {
    return now() - (await vscode.workspace.fs.stat(uri)).mtime;
  }

  async function write(): Promise<void> {
    const source = writeCases(cases);
    if (source === onDisk) return;
    const temporary = vscode.Uri.joinPath(folder, `${FILE}.${mark}.tmp`);
    await vscode.workspace.fs.createDirectory(folder);
    await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(source));
    await vscode.workspace.fs.rename(temporary, file, { overwrite: true });
    onDisk = source;
  }

  /** One after the other; a failure is logged, and what it was about stays in memory for the next time. */
  function inTurn(what: string, work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error: unknown) => {
      logError(what, error);
    });
    return queue;
  }

  function move(moves: readonly { readonly from: vscode.Uri; readonly to: vscode.Uri }[]): Promise<void> {
    return inTurn('Following a moved file', async () => {
      await read();
      for (const { from, to } of moves) cases = moveDocuments(cases, from.toString(), to.toString(), now());
      await write();
      changed.fire();
    });
  }

  function forgetInMemory(): void {
    if (Object.keys(cases).length === 0) return;
    cases = {};
    onDisk = '';
    changed.fire();
  }

  const reread = guarded('Reading the cases', () => inTurn('Reading the cases', read));
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, FILE));
  const subscriptions = vscode.Disposable.from(
    changed,
    watcher,
    // Another window has forgotten everything.
    watcher.onDidDelete(guarded('Forgetting the cases', forgetInMemory)),
    watcher.onDidChange(reread),
    watcher.onDidCreate(reread),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) reread();
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      void move(files.map(({ oldUri, newUri }) => ({ from: oldUri, to: newUri })));
    }),
  );

  const ready = inTurn('Reading the cases', async () => {
    await vscode.workspace.fs.createDirectory(folder);
    await read();
    await takeOverUnfinished();
  });

  return {
    find: (document, thread) => caseOf(cases, document.toString(), thread),
    seedOf(document, thread) {
      const known = caseOf(cases, document.toString(), thread);
      return { id: known?.id ?? newCaseId(cases, document.toString()), document, thread };
    },
    byId: (id) => cases[id],
    change({ id, document, thread }, edit) {
      const address = document.toString();
      const at = now();
      let record = cases[id] ?? newCase(id, address, thread, at);
      if (record.documents[address] === undefined) record = setDocument(record, address, 'same-thread', at);
      cases = { ...cases, [id]: edit(record, at) };
      changed.fire();
      return inTurn('Keeping an answer', async () => {
        await read();
        await write();
      });
    },
    move,
    forgetAll: () =>
      inTurn('Forgetting the cases', async () => {
        cases = {};
        onDisk = '';
        setAside = undefined;
        for (const [name] of await vscode.workspace.fs.readDirectory(folder))
          if (name.startsWith('cases.')) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
        changed.fire();
      }),
    get setAside() {
      return setAside;
    },
    onDidChange: changed.event,
    ready,
    dispose: () => subscriptions.dispose(),
  };
}

async function textOf(file: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}

/** Key order aside. */
function sorted(source: string): string {
  return JSON.stringify(JSON.parse(source), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
