import * as vscode from 'vscode';
import { membersOf } from '../case/caseIdentity';
import { type CaseReading, readCase, readCaseInSteps } from '../case/caseReading';
import type { CaseRecord } from '../case/caseRecord';
import type { Draft } from '../document/draft/draft';
import type { Thread } from '../thread/thread';
import type { Drafts, OpenDraft } from './drafts';
import { logWarning } from './log';
import { runInSteps } from './timeSlicing';
import type { People } from './writerIdentity';

/** A document of a case as it was read. */
export interface CaseDocument {
  readonly uri: vscode.Uri;
  readonly draft: Draft;
  readonly thread: Thread;
}

export interface CaseText {
  readonly documents: readonly CaseDocument[];
  readonly reading: CaseReading;
}

const MOST_DOCUMENTS = 10;
const MOST_LENGTH = 2_000_000;

/** Reads the documents of a case as one thread, and keeps the last reading while none of them has changed. */
export function createCaseReader(drafts: Drafts, people: People) {
  let last: CaseText | undefined;
  const files = new Map<string, CaseDocument & { readonly stamp: string }>();

  /** The document in front with the others of its case, which may have to be fetched from disk. */
  async function read(front: OpenDraft, record: CaseRecord | undefined): Promise<CaseText> {
    const documents = [openDocument(front)];
    let length = front.draft.text.length;
    for (const { address } of record === undefined ? [] : membersOf(record)) {
      if (address === front.document.uri.toString() || documents.length === MOST_DOCUMENTS) continue;
      const other = await otherDocument(vscode.Uri.parse(address));
      length += other?.draft.text.length ?? 0;
      if (other !== undefined && length <= MOST_LENGTH) documents.push(other);
    }
    const same =
      last?.documents.length === documents.length &&
      last.documents.every(({ draft, thread }, index) => {
        const now = documents[index]!;
        return draft === now.draft && thread === now.thread;
      });
    if (last !== undefined && same) return last;
    const reading = await runInSteps(readCaseInSteps(documents), () => true);
    const text = { documents, reading: reading ?? readCase(documents) };
    last = text;
    await runInSteps(text.reading.prepare(), () => true);
    return text;
  }

  function openDocument(open: OpenDraft): CaseDocument {
    return { uri: open.document.uri, draft: open.draft, thread: people.thread(open) };
  }

  async function otherDocument(uri: vscode.Uri): Promise<CaseDocument | undefined> {
    const address = uri.toString();
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === address);
    const open = document && drafts.get(document);
    if (open !== undefined) return openDocument(open);
    try {
      const { mtime, size } = await vscode.workspace.fs.stat(uri);
      const stamp = `${mtime}-${size}`;
      const before = files.get(address);
      if (before?.stamp === stamp) return before;
      if (size > MOST_LENGTH) return undefined;
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const { analyzer, settings } = drafts.analyzerFor(uri);
      const draft = analyzer.read(text, { path: uri.path });
      const read = { uri, draft, thread: analyzer.thread(draft, { mine: settings.me }), stamp };
      files.set(address, read);
      return read;
    } catch {
      logWarning('A document of the case could not be read and is left out.');
      return undefined;
    }
  }

  return { read };
}
