import * as vscode from 'vscode';
import { threadKey } from '../case/caseIdentity';
import { diagnoseCase, readCase } from '../case/caseReading';
import { diagnosisReport } from '../engine/index';
import { looksMimeEncoded, readMessages } from '../engine/text';
import type { CaseStore } from './cases';
import type { Drafts, OpenDraft } from './drafts';
import { guarded, onCommand } from './log';
import { createReportPages } from './reportPage';
import { createReports, type Report } from './reports';
import { diagnosisScheme } from './selector';
import { tellDone, tellReadOnly, undoIn } from './told';
import type { People } from './writerIdentity';

/** The diagnosis of the thread in the editor, as a page beside it that can be inserted, exported and copied. */
export function registerDiagnose(drafts: Drafts, people: People, cases: CaseStore): vscode.Disposable {
  const reports = createReports();
  const pages = createReportPages();

  async function diagnoseActive(): Promise<vscode.Uri | undefined> {
    const editor = vscode.window.activeTextEditor;
    const open = editor === undefined ? undefined : drafts.get(editor.document);
    if (editor === undefined || open === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the thread, the proposal with its comments, or select the text to look at first.'),
      );
      return undefined;
    }
    if (open.tooLong) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This document is too long to be read as a whole. Select the part to look at.'),
      );
      if (editor.selection.isEmpty) return undefined;
    }
    const looked = open.tooLong ? within(open, editor.selection) : chosenPart(open, editor.selection);
    const thread = await people.askedThread(looked);
    if (thread === undefined) return undefined;
    await cases.ready;
    const reading = readCase([{ draft: looked.draft, thread }]);
    const key = threadKey(reading.subject, reading.people);
    const renewed = () => diagnoseCase(reading, cases.find(open.document.uri, key), Date.now());
    return reports.keep({
      source: open.document.uri,
      text: looked.draft.text,
      whole: open.draft.text,
      diagnosis: renewed(),
      renewed,
    });
  }

  async function show(uri: vscode.Uri, report: Report): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    if (await pages.show(uri, report.source, reports.textOf(uri))) return;
    const viewColumn = vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
  }

  /** Without pictures and links into the editor: fit to be pasted anywhere. */
  function plainReport(uri: vscode.Uri): string {
    const report = reports.get(uri);
    return report === undefined ? '' : diagnosisReport(report.diagnosis, report.text);
  }

  async function exportReport(uri: vscode.Uri, to?: vscode.Uri): Promise<void> {
    const text = plainReport(uri);
    if (text === '') return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target =
      to ??
      (await vscode.window.showSaveDialog({
        filters: { Markdown: ['md'] },
        title: vscode.l10n.t('Export the diagnosis'),
        ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, uri.path.replace(/^\//, '')) }),
      }));
    if (target === undefined) return;
    await writeWhole(target, text);
    await vscode.window.showTextDocument(target);
  }

  async function insertReport(uri: vscode.Uri): Promise<void> {
    const report = reports.get(uri);
    if (report === undefined) return;
    const known = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === report.source.toString(),
    );
    const editor = await vscode.window.showTextDocument(
      known?.document ?? (await vscode.workspace.openTextDocument(report.source)),
      { viewColumn: known?.viewColumn ?? vscode.ViewColumn.One },
    );
    // Below all that anybody wrote.
    const { document } = editor;
    const end = document.lineAt(document.lineCount - 1).range.end;
    const done = await editor.edit((edit) => edit.insert(end, `\n\n${plainReport(uri)}\n`));
    if (!done) return tellReadOnly();
    editor.revealRange(new vscode.Range(end, end), vscode.TextEditorRevealType.AtTop);
    tellDone(vscode.l10n.t('The diagnosis is at the end of {0}.', document.uri.path.split('/').pop() ?? ''), () =>
      undoIn(document),
    );
  }

  /** The report that a command is about: the one it names, or else the last. */
  const named = (uri: unknown): vscode.Uri | undefined =>
    uri instanceof vscode.Uri ? uri : typeof uri === 'string' ? vscode.Uri.parse(uri) : reports.last();

  return vscode.Disposable.from(
    reports,
    pages,
    reports.onDidChange((uri) => {
      const report = reports.get(uri);
      if (report !== undefined) pages.renew(uri, report.source, reports.textOf(uri));
    }),
    cases.onDidChange(guarded('Renewing a report', reports.follow)),
    drafts.onDidUpdate(({ document, draft }) => reports.compare(document.uri, draft.text)),
    vscode.languages.registerCodeLensProvider(
      { scheme: diagnosisScheme },
      {
        provideCodeLenses({ uri }) {
          const top = new vscode.Range(0, 0, 0, 0);
          const lens = (title: string, command: string) =>
            new vscode.CodeLens(top, { title, command, arguments: [uri] });
          return [
            lens(vscode.l10n.t('Insert at the end of the thread'), 'commonGround.insertDiagnosis'),
            lens(vscode.l10n.t('Export…'), 'commonGround.exportDiagnosis'),
            lens(vscode.l10n.t('Copy'), 'commonGround.copyDiagnosis'),
          ];
        },
      },
    ),
    onCommand('diagnoseStall', 'Diagnosing', async (file?: unknown) => {
      if (file === 'example') await vscode.commands.executeCommand('commonGround.openExample');
      if (file instanceof vscode.Uri) await bringToFront(file);
      const uri = await diagnoseActive();
      const report = uri && reports.get(uri);
      if (uri !== undefined && report !== undefined) await show(uri, report);
    }),
    onCommand('exportDiagnosis', 'Exporting', async (uri?: unknown, to?: unknown) => {
      const report = named(uri) ?? (await diagnoseActive());
      if (report !== undefined) await exportReport(report, to instanceof vscode.Uri ? to : undefined);
    }),
    onCommand('copyDiagnosis', 'Copying', async (uri?: unknown) => {
      const report = named(uri);
      if (report === undefined) return;
      await vscode.env.clipboard.writeText(plainReport(report));
      tellDone(vscode.l10n.t('The diagnosis is copied.'));
    }),
    onCommand('insertDiagnosis', 'Inserting', async (uri?: unknown) => {
      const report = named(uri);
      if (report !== undefined) await insertReport(report);
    }),
  );
}

/** A file chosen in the explorer, or the document whose button was pressed. Encoded mail is shown as readable text. */
async function bringToFront(file: vscode.Uri): Promise<void> {
  if (vscode.window.activeTextEditor?.document.uri.toString() !== file.toString())
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), { preview: false });
  const { document } = vscode.window.activeTextEditor!;
  if (looksMimeEncoded(document.getText())) await vscode.commands.executeCommand('commonGround.showReadableMail');
}

/** What is selected where that is a stretch of the talks; a line that was shown or double-clicked is not what is asked about. */
function chosenPart(open: OpenDraft, selection: vscode.Selection): OpenDraft {
  if (selection.isSingleLine) return open;
  const part = within(open, selection);
  return readMessages(part.draft).length > 1 ? part : open;
}

/** Only the selected text, with everything else gone but in its place, so that offsets stay those of the document. */
function within(open: OpenDraft, selection: vscode.Selection): OpenDraft {
  const { document, analyzer } = open;
  const text = document.getText();
  const start = document.offsetAt(selection.start);
  const end = document.offsetAt(selection.end);
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ');
  // Who the writer is stands above what they selected.
  const me = /^\s*Me:[ \t]+[^\r\n]+/.exec(text)?.[0] ?? '';
  const kept = Math.min(me.length, start);
  const only = text.slice(0, kept) + blank(text.slice(kept, start)) + text.slice(start, end) + blank(text.slice(end));
  return { ...open, draft: analyzer.read(only, { path: document.uri.path, languageId: document.languageId }) };
}

/** Writes beside the target and renames, so that no half-written file is left. */
async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  const beside = target.with({ path: `${target.path}.${Date.now().toString(36)}.part` });
  await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(beside, target, { overwrite: true });
}
