import * as vscode from 'vscode';
import type { DraftNote } from '../engine/index';
import { fill, findDraftCheck, findMove, findQuestion, toSnippet } from '../engine/playbook';
import { isForeign, shortened } from '../engine/text';
import type { Insert, Register } from '../playbook/types';
import { SOURCE } from './diagnostics';
import type { Choices } from './documentState';
import type { Drafts, OpenDraft } from './drafts';
import { guarded, onCommand } from './log';
import { insertAt } from './places';
import { editorOf, openDocument } from './rewrites';
import { tellDone, tellReadOnly } from './told';
import type { People } from './writerIdentity';

/** Milliseconds without a key before the draft is looked at as a whole; longer where looking takes long. */
const PAUSE = 600;
const LONGEST_PAUSE = 10_000;
/** How many times longer the pause is than the look before it was. */
const PATIENCE = 20;

/** What drafts as a whole lack or do too much of, without what the user dismissed. */
export interface DraftNotes extends vscode.Disposable {
  /** As last worked out for the text as it stands; empty until then. */
  get(document: vscode.TextDocument): readonly DraftNote[];
  /** The same, worked out at once. */
  current(open: OpenDraft): readonly DraftNote[];
  /** Was it in another language than English when it was last looked at? */
  isForeign(document: vscode.TextDocument): boolean;
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

interface Known {
  /** Of the document when it was looked at: after an edit the notes are in other places. */
  readonly version: number;
  readonly notes: readonly DraftNote[];
  readonly foreign: boolean;
  /** What looking cost, in milliseconds. */
  readonly cost: number;
}

export function createDraftNotes(drafts: Drafts, people: People, choices: Choices): DraftNotes {
  const collection = vscode.languages.createDiagnosticCollection('common-ground-checks');
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const known = new Map<string, Known>();

  function current(open: OpenDraft): readonly DraftNote[] {
    const { document } = open;
    const key = document.uri.toString();
    const isChecked = open.active && open.settings.draftChecks && !open.draft.formalNotice;
    const before = known.get(key);
    const from = performance.now();
    const dismissed = choices.choice(document.uri).dismissed ?? [];
    const thread = isChecked ? people.thread(open) : undefined;
    const notes =
      thread === undefined ? [] : open.analyzer.checks(open.draft, thread).filter(({ id }) => !dismissed.includes(id));
    const foreign = isForeign(thread);
    known.set(key, { version: document.version, notes, foreign, cost: performance.now() - from });
    if (open.settings.draftChecksInProblems)
      collection.set(
        document.uri,
        notes.map((note) => toDiagnostic(note, document)),
      );
    else collection.delete(document.uri);
    const told = (one: Known | undefined) => JSON.stringify([one?.notes ?? [], one?.foreign === true]);
    if (told(before) !== told(known.get(key))) changed.fire(document);
    return notes;
  }

  function schedule({ document }: OpenDraft): void {
    const key = document.uri.toString();
    const timer = timers.get(key);
    if (timer !== undefined) clearTimeout(timer);
    const look = guarded('Looking at a draft', () => {
      timers.delete(key);
      const open = drafts.get(document);
      if (open !== undefined) current(open);
    });
    const pause = Math.min(LONGEST_PAUSE, Math.max(PAUSE, PATIENCE * (known.get(key)?.cost ?? 0)));
    timers.set(key, setTimeout(look, known.has(key) ? pause : 0));
  }

  function close({ uri }: vscode.TextDocument): void {
    const timer = timers.get(uri.toString());
    if (timer !== undefined) clearTimeout(timer);
    timers.delete(uri.toString());
    known.delete(uri.toString());
    collection.delete(uri);
  }

  const subscriptions = vscode.Disposable.from(
    collection,
    changed,
    drafts.onDidUpdate(guarded('Looking at a draft', schedule)),
    drafts.onDidClose(close),
    onCommand('insertForCheck', 'Inserting', (address: string, id: string, text: string) =>
      insertForCheck(drafts, address, id, text),
    ),
    onCommand('dismissCheck', 'Dismissing a remark', (address: string, id: DraftNote['id']) =>
      dismissCheck(address, id, choices),
    ),
  );
  return {
    get: (document) => known.get(document.uri.toString())?.notes ?? [],
    current,
    isForeign: (document) => known.get(document.uri.toString())?.foreign === true,
    onDidChange: changed.event,
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

async function dismissCheck(address: string, id: DraftNote['id'], choices: Choices): Promise<void> {
  const document = openDocument(address);
  if (document === undefined) return;
  const before = choices.choice(document.uri).dismissed ?? [];
  await choices.choose(document.uri, { dismissed: [...before, id] });
  tellDone(vscode.l10n.t('Left as it is in this document: {0}.', findDraftCheck(id).title), () =>
    choices.choose(document.uri, { dismissed: before }),
  );
}

function toDiagnostic(note: DraftNote, document: vscode.TextDocument): vscode.Diagnostic {
  const from = document.positionAt(note.start);
  const to = document.positionAt(note.end);
  // A remark about the whole is a mark on one line, not a wall of dots.
  const range = new vscode.Range(from, to.line > from.line ? document.lineAt(from.line).range.end : to);
  const diagnostic = new vscode.Diagnostic(range, note.message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = SOURCE;
  diagnostic.code = note.id;
  return diagnostic;
}

/** A sentence that could be put in for a remark. */
export interface Offer {
  readonly label: string;
  readonly text: string;
}

export function offersFor({ id }: DraftNote, { draft, settings }: OpenDraft): Offer[] {
  const kind = draft.kind.kind === 'proposal' ? 'proposal' : 'email';
  return findDraftCheck(id)
    .insert.slice(0, 3)
    .map((insert) => {
      const text = textOf(insert, settings.wording, kind);
      return { label: shortened(fill(text), 110), text };
    });
}

function textOf(insert: Insert, wording: Register, kind: 'email' | 'proposal'): string {
  if ('question' in insert) return findQuestion(insert.question)[wording];
  if ('move' in insert) return findMove(insert.move).openings[kind][0]!;
  return insert.frame;
}

const atTheTop = new Set(['no-acknowledgement', 'unanswered-question', 'counter-without-listening', 'no-shared-goal']);

const atTheEnd = new Set(['no-open-question', 'no-next-step', 'no-positive-close']);

/** Puts the sentence where such a sentence belongs: before the body, after it, or after what the remark is about. */
async function insertForCheck(drafts: Drafts, address: string, id: string, text: string): Promise<void> {
  const document = openDocument(address);
  if (document === undefined) return;
  const editor = await editorOf(document);
  const open = drafts.current(document);
  const body = (open?.draft.blocks ?? []).filter(({ type }) => type === 'paragraph' || type === 'list-item');
  const snippet = toSnippet(text.trim());
  const first = body[0];
  if (atTheTop.has(id) && first !== undefined) {
    const before = new vscode.SnippetString(`${snippet.replace(/\$0$/, '')}\n\n$0`);
    const at = document.positionAt(first.start);
    editor.selection = new vscode.Selection(at, at);
    if (!(await editor.insertSnippet(before, at))) tellReadOnly();
    return;
  }
  const end = open?.analyzer.checks(open.draft).find((note) => note.id === id)?.end ?? 0;
  const about = atTheEnd.has(id) ? undefined : body.findLast((block) => block.start <= end);
  const after = (about ?? body.at(-1))?.end ?? document.getText().length;
  if (!(await insertAt(editor, after, new vscode.SnippetString(snippet)))) tellReadOnly();
}
