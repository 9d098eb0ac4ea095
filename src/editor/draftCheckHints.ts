import * as vscode from 'vscode';
import type { DraftNote } from '../engine/index';
import { fill, findDraftCheck, findMove, findQuestion, toSnippet } from '../engine/playbook';
import type { Insert, Register } from '../playbook/types';
import { SOURCE } from './diagnostics';
import type { Choices } from './documentState';
import type { Drafts, OpenDraft } from './drafts';
import { guarded } from './log';
import { selector } from './selector';
import type { People } from './writerIdentity';

/** Milliseconds without a key before the draft is looked at as a whole; longer where looking takes long. */
const PAUSE = 900;
const LONGEST_PAUSE = 10_000;
/** How many times longer the pause is than the look before it was. */
const PATIENCE = 20;

interface Shown {
  /** Of the document when it was looked at: after an edit the notes are in other places. */
  readonly version: number;
  readonly notes: readonly DraftNote[];
  /** What looking cost, in milliseconds. */
  readonly cost: number;
}

/** What a draft as a whole lacks, as hints, when typing pauses; each with a sentence to put in. */
export function registerDraftChecks(drafts: Drafts, people: People, choices: Choices): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground-checks');
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const shown = new Map<string, Shown>();
  const waved = (uri: vscode.Uri): readonly string[] => choices.choice(uri).waved ?? [];

  function look(document: vscode.TextDocument): void {
    const open = drafts.get(document);
    const key = document.uri.toString();
    if (open?.active !== true || !open.settings.draftChecks || open.draft.formalNotice) {
      collection.delete(document.uri);
      shown.delete(key);
      return;
    }
    const from = performance.now();
    const past = waved(document.uri);
    const notes = open.analyzer.checks(open.draft, people.thread(open)).filter(({ id }) => !past.includes(id));
    shown.set(key, { version: document.version, notes, cost: performance.now() - from });
    collection.set(
      document.uri,
      notes.map((note) => toDiagnostic(note, document)),
    );
  }

  function schedule({ document }: OpenDraft): void {
    const key = document.uri.toString();
    const timer = timers.get(key);
    if (timer !== undefined) clearTimeout(timer);
    timers.set(
      key,
      setTimeout(
        guarded('Looking at a draft', () => {
          timers.delete(key);
          look(document);
        }),
        Math.min(LONGEST_PAUSE, Math.max(PAUSE, PATIENCE * (shown.get(key)?.cost ?? 0))),
      ),
    );
  }

  function close({ uri }: vscode.TextDocument): void {
    const timer = timers.get(uri.toString());
    if (timer !== undefined) clearTimeout(timer);
    timers.delete(uri.toString());
    shown.delete(uri.toString());
    collection.delete(uri);
  }

  return vscode.Disposable.from(
    collection,
    {
      dispose() {
        for (const timer of timers.values()) clearTimeout(timer);
      },
    },
    drafts.onDidUpdate(guarded('Looking at a draft', schedule)),
    drafts.onDidClose(close),
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions(document, range, { diagnostics, only }) {
          if (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
          const seen = shown.get(document.uri.toString());
          const open = drafts.get(document);
          if (seen === undefined || open === undefined || seen.version !== document.version) return [];
          return seen.notes
            .filter((note) => rangeOf(note, document).intersection(range) !== undefined)
            .flatMap((note) => actionsFor(note, open, diagnostics));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.commands.registerCommand(
      'commonGround.insertForCheck',
      guarded('Inserting', (...values: [vscode.Uri, string, string, number]) => insertForCheck(drafts, ...values)),
    ),
    vscode.commands.registerCommand(
      'commonGround.waveCheck',
      guarded('Waving a remark through', async (uri: vscode.Uri, id: string) => {
        await choices.choose(uri, { waved: [...waved(uri), id] });
        const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
        if (document !== undefined) look(document);
      }),
    ),
  );
}

function rangeOf({ start, end }: DraftNote, document: vscode.TextDocument): vscode.Range {
  const from = document.positionAt(start);
  const to = document.positionAt(end);
  // A remark about the whole is a mark on one line, not a wall of dots.
  return new vscode.Range(from, to.line > from.line ? document.lineAt(from.line).range.end : to);
}

function toDiagnostic(note: DraftNote, document: vscode.TextDocument): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(note, document), note.message, vscode.DiagnosticSeverity.Hint);
  diagnostic.source = SOURCE;
  diagnostic.code = note.id;
  return diagnostic;
}

function actionsFor(
  note: DraftNote,
  { document, draft, settings }: OpenDraft,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const own = diagnostics.filter(({ code }) => code === note.id);
  const check = findDraftCheck(note.id);
  const action = (title: string, command: string, values: unknown[]): vscode.CodeAction => {
    const one = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    one.diagnostics = own;
    one.command = { command: `commonGround.${command}`, title, arguments: values };
    return one;
  };
  return [
    ...check.insert.slice(0, 3).map((insert) => {
      const text = textOf(insert, settings.wording, draft.kind.kind === 'proposal' ? 'proposal' : 'email');
      return action(vscode.l10n.t('Add: {0}', shortened(fill(text))), 'insertForCheck', [
        document.uri,
        text,
        note.id,
        note.end,
      ]);
    }),
    action(vscode.l10n.t('Leave it as it is ({0})', check.title), 'waveCheck', [document.uri, note.id]),
  ];
}

function textOf(insert: Insert, wording: Register, kind: 'email' | 'proposal'): string {
  if ('question' in insert) return findQuestion(insert.question)[wording];
  if ('move' in insert) return findMove(insert.move).openings[kind][0]!;
  return insert.frame;
}

/** Letters of a sentence that a menu shows. */
const MOST_SHOWN = 110;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1).trimEnd()}…` : line;
}

const atTheTop = new Set(['no-acknowledgement', 'unanswered-question', 'counter-without-listening', 'no-shared-goal']);

const atTheEnd = new Set(['no-open-question', 'no-next-step', 'no-positive-close']);

/** Puts the sentence where such a sentence belongs: before the body, after it, or after what the remark is about. */
async function insertForCheck(drafts: Drafts, uri: vscode.Uri, text: string, id: string, end: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const { document } = editor;
  const blocks = drafts.get(document)?.draft.blocks ?? [];
  const body = blocks.filter(({ type }) => type === 'paragraph' || type === 'list-item');
  const snippet = toSnippet(text);
  const first = body[0];
  if (atTheTop.has(id) && first !== undefined) {
    const before = new vscode.SnippetString(`${snippet.replace(/\$0$/, '')}\n\n$0`);
    await editor.insertSnippet(before, document.positionAt(first.start));
    return;
  }
  const about = atTheEnd.has(id) ? undefined : body.findLast((block) => block.start <= end);
  const after = (about ?? body.at(-1))?.end ?? document.getText().length;
  await editor.insertSnippet(new vscode.SnippetString(`\n\n${snippet}`), document.positionAt(after));
}
