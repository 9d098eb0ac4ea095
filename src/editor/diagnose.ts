import * as vscode from 'vscode';
import { diagnosisReport } from '../analysis';
import type { Diagnosis } from '../stall/diagnosis';
import type { Drafts, OpenDraft } from './drafts';
import { guarded } from './log';
import type { People } from './people';

const SCHEME = 'common-ground-diagnosis';

interface Report {
  readonly source: vscode.Uri;
  readonly text: string;
  readonly diagnosis: Diagnosis;
}

/** The diagnosis of the thread in the editor, as a page beside it that can be inserted, exported and copied. */
export function registerDiagnose(drafts: Drafts, people: People): vscode.Disposable {
  const reports = new Map<string, Report>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let last: vscode.Uri | undefined;

  async function diagnoseActive(): Promise<vscode.Uri | undefined> {
    const editor = vscode.window.activeTextEditor;
    const open = editor === undefined ? undefined : drafts.current(editor.document);
    if (editor === undefined || open === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the thread, the proposal with its comments, or select the text to look at first.'),
      );
      return undefined;
    }
    const looked = editor.selection.isEmpty ? open : within(open, editor.selection);
    const thread = await people.askedThread(looked);
    if (thread === undefined) return undefined;
    const name = open.document.uri.path.split('/').pop() ?? 'thread';
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Diagnosis of {0}', name)}.md` });
    reports.set(uri.toString(), {
      source: open.document.uri,
      text: looked.draft.text,
      diagnosis: open.analyzer.diagnose(thread),
    });
    changed.fire(uri);
    last = uri;
    return uri;
  }

  async function show(uri: vscode.Uri): Promise<void> {
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    } catch {
      await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    }
    const copy = vscode.l10n.t('Copy');
    const save = vscode.l10n.t('Export…');
    const insert = vscode.l10n.t('Insert');
    const chosen = await vscode.window.showInformationMessage(
      headline(reports.get(uri.toString())),
      insert,
      save,
      copy,
    );
    if (chosen === copy) await vscode.env.clipboard.writeText(plainReport(uri));
    else if (chosen === save) await exportReport(uri);
    else if (chosen === insert) await insertReport(uri);
  }

  /** Without pictures and links into the editor: fit to be pasted anywhere. */
  function plainReport(uri: vscode.Uri): string {
    const report = reports.get(uri.toString());
    return report === undefined ? '' : diagnosisReport(report.diagnosis, report.text);
  }

  async function exportReport(uri: vscode.Uri): Promise<void> {
    const report = reports.get(uri.toString());
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
      filters: { Markdown: ['md'] },
      title: vscode.l10n.t('Export the diagnosis'),
      ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, uri.path.replace(/^\//, '')) }),
    });
    if (target === undefined || report === undefined) return;
    await writeWhole(target, plainReport(uri));
    await vscode.window.showTextDocument(target);
  }

  async function insertReport(uri: vscode.Uri): Promise<void> {
    const report = reports.get(uri.toString());
    if (report === undefined) return;
    const editor = await vscode.window.showTextDocument(report.source, { viewColumn: vscode.ViewColumn.One });
    await editor.edit((edit) => edit.insert(editor.selection.active, `\n${plainReport(uri)}\n`));
  }

  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent(uri) {
        const report = reports.get(uri.toString());
        if (report === undefined) return vscode.l10n.t('Run “Diagnose Stall” again to see this diagnosis.');
        return diagnosisReport(report.diagnosis, report.text, { pictures: true, link: linkInto(report.source) });
      },
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: (document) => linksTo(document, reports.get(document.uri.toString())?.source) },
    ),
    vscode.languages.registerCodeLensProvider(
      { scheme: SCHEME },
      {
        provideCodeLenses(document) {
          const top = new vscode.Range(0, 0, 0, 0);
          const lens = (title: string, command: string) =>
            new vscode.CodeLens(top, { title, command, arguments: [document.uri] });
          return [
            lens(vscode.l10n.t('Insert into the thread'), 'commonGround.insertDiagnosis'),
            lens(vscode.l10n.t('Export…'), 'commonGround.exportDiagnosis'),
            lens(vscode.l10n.t('Copy'), 'commonGround.copyDiagnosis'),
          ];
        },
      },
    ),
    vscode.commands.registerCommand(
      'commonGround.diagnoseStall',
      guarded('Diagnosing', async () => {
        const uri = await diagnoseActive();
        if (uri !== undefined) await show(uri);
      }),
    ),
    vscode.commands.registerCommand(
      'commonGround.exportDiagnosis',
      guarded('Exporting', async (uri?: unknown) => {
        const target = uri instanceof vscode.Uri ? uri : (last ?? (await diagnoseActive()));
        if (target !== undefined) await exportReport(target);
      }),
    ),
    vscode.commands.registerCommand(
      'commonGround.copyDiagnosis',
      guarded('Copying', (uri: vscode.Uri) => vscode.env.clipboard.writeText(plainReport(uri))),
    ),
    vscode.commands.registerCommand('commonGround.insertDiagnosis', guarded('Inserting', insertReport)),
    vscode.commands.registerCommand('commonGround.revealRange', guarded('Showing a line', revealRange)),
  );
}

function headline(report: Report | undefined): string {
  switch (report?.diagnosis.stalled) {
    case 'yes':
      return vscode.l10n.t('The diagnosis is beside your thread.');
    case 'no':
      return vscode.l10n.t('These talks don’t look stuck. What was seen is beside your thread.');
    default:
      return vscode.l10n.t('There is little to go on. What was seen is beside your thread.');
  }
}

/** Only the selected text, with everything else gone but in its place, so that offsets stay those of the document. */
function within(open: OpenDraft, selection: vscode.Selection): OpenDraft {
  const { document, analyzer } = open;
  const text = document.getText();
  const start = document.offsetAt(selection.start);
  const end = document.offsetAt(selection.end);
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ');
  const only = blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
  return { ...open, draft: analyzer.read(only, { path: document.uri.path, languageId: document.languageId }) };
}

/** A link that the Markdown page follows to the line; the fragment carries the exact range for the text of the page. */
function linkInto(source: vscode.Uri): (quote: { readonly start: number }) => string {
  const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === source.toString());
  return ({ start }) => {
    const line = document === undefined ? 1 : document.positionAt(start).line + 1;
    return `${source.toString(true).replace(/[()\s]/g, encodeURIComponent)}#L${line}`;
  };
}

function linksTo(document: vscode.TextDocument, source: vscode.Uri | undefined): vscode.DocumentLink[] {
  if (source === undefined) return [];
  const text = document.getText();
  return [...text.matchAll(/\]\(([^)\s]+#L(\d+))\)/g)].map((match) => {
    const start = match.index + 2;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + match[1]!.length));
    const values = encodeURIComponent(JSON.stringify([source.toString(), Number(match[2]) - 1]));
    const link = new vscode.DocumentLink(range, vscode.Uri.parse(`command:commonGround.revealRange?${values}`));
    link.tooltip = vscode.l10n.t('Select the line in the thread');
    return link;
  });
}

async function revealRange(source: unknown, line: unknown): Promise<void> {
  if (typeof source !== 'string' || typeof line !== 'number') return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source));
  const { range } = document.lineAt(Math.min(Math.max(0, line), document.lineCount - 1));
  const editor = await vscode.window.showTextDocument(document, {
    selection: range,
    viewColumn: vscode.ViewColumn.One,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Writes beside the target and renames, so that no half-written file is left. */
export async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  const beside = target.with({ path: `${target.path}.${Date.now().toString(36)}.part` });
  await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(beside, target, { overwrite: true });
}
