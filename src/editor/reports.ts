import * as vscode from 'vscode';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { diagnosisReport } from '../engine/index';
import { guarded } from './log';
import { positionsIn } from './positions';
import { diagnosisScheme } from './selector';

/** A diagnosis and the text that it was made of. */
export interface Report {
  readonly source: vscode.Uri;
  /** What was looked at; the same as `whole`, or blank where nothing was selected. */
  readonly text: string;
  readonly whole: string;
  readonly diagnosis: Diagnosis;
  /** The same with the answers as they are now. */
  renewed(): Diagnosis;
}

export interface Reports extends vscode.Disposable {
  /** Keeps a report and returns the address of its page, which is the same for the same source. */
  keep(report: Report): vscode.Uri;
  get(uri: vscode.Uri): Report | undefined;
  last(): vscode.Uri | undefined;
  /** What the page of a report says, as Markdown. */
  textOf(uri: vscode.Uri): string;
  /** A page says something else now. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** The answers have changed: every report says what they make of it now. */
  follow(): void;
  /** The text of a document is this now; a report of another text says that it is of an older one. */
  compare(source: vscode.Uri, text: string): void;
}

const MOST_KEPT = 30;

/** Holds diagnoses and shows them as read-only Markdown whose quotes lead to their lines. */
export function createReports(): Reports {
  const reports = new Map<string, Report>();
  const outdated = new Set<string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let last: vscode.Uri | undefined;

  const get = (uri: vscode.Uri) => reports.get(uri.toString());
  const textOf = (uri: vscode.Uri) => {
    const report = get(uri);
    if (report === undefined) return vscode.l10n.t('Run “Diagnose Stall” again to see this diagnosis.');
    return pageOf(report, outdated.has(uri.toString()));
  };

  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(diagnosisScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent(uri) {
        return textOf(uri);
      },
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: diagnosisScheme },
      {
        provideDocumentLinks(document) {
          const report = get(document.uri);
          return report === undefined ? [] : linksIn(document, report.source);
        },
      },
    ),
    vscode.commands.registerCommand('commonGround.revealLine', guarded('Showing a line', revealLine)),
  );

  return {
    get,
    last: () => last,
    textOf,
    onDidChange: changed.event,
    follow() {
      for (const [key, report] of reports) {
        reports.set(key, { ...report, diagnosis: report.renewed() });
        changed.fire(vscode.Uri.parse(key));
      }
    },
    compare(source, text) {
      for (const [key, report] of reports) {
        if (report.source.toString() !== source.toString() || outdated.has(key) === (report.whole !== text)) continue;
        if (report.whole === text) outdated.delete(key);
        else outdated.add(key);
        changed.fire(vscode.Uri.parse(key));
      }
    },
    keep(report) {
      const name = report.source.path.split('/').pop() ?? '';
      const uri = vscode.Uri.from({
        scheme: diagnosisScheme,
        path: `/${vscode.l10n.t('Diagnosis of {0}', name)}.md`,
        query: report.source.toString(),
      });
      const key = uri.toString();
      reports.delete(key);
      outdated.delete(key);
      reports.set(key, report);
      for (const oldest of reports.keys()) {
        if (reports.size <= MOST_KEPT) break;
        reports.delete(oldest);
      }
      last = uri;
      changed.fire(uri);
      return uri;
    },
    dispose: () => subscriptions.dispose(),
  };
}

function pageOf(report: Report, isOutdated: boolean): string {
  const { source, text, diagnosis } = report;
  const path = pathInWorkspace(source);
  const positionAt = positionsIn(text);
  const link = ({ start }: { readonly start: number }) => `${path ?? ''}#L${positionAt(start).line + 1}`;
  const page = diagnosisReport(diagnosis, text, { charts: true, link });
  if (!isOutdated) return page;
  const note = vscode.l10n.t('The text has changed since this was written. Run “Diagnose Stall” to renew it.');
  return `> ${note}\n\n${page}`;
}

/** The path of a file from the root of the first folder, which is where links that begin with a slash start. */
function pathInWorkspace(source: vscode.Uri): string | undefined {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  const own = vscode.workspace.getWorkspaceFolder(source);
  if (first === undefined || own === undefined || own.uri.toString() !== first.uri.toString()) return undefined;
  const path = source.path.slice(first.uri.path.replace(/\/$/, '').length);
  return path.split('/').map(encodePart).join('/');
}

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[()'*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}

/** In the text of the page, each place is a link that selects its line, whatever the document is. */
function linksIn(document: vscode.TextDocument, source: vscode.Uri): vscode.DocumentLink[] {
  return [...document.getText().matchAll(/\[[^[\]\n]*\]\([^)\s#]*#L(\d+)\)/g)].map(({ 0: whole, 1: line, index }) => {
    const range = new vscode.Range(document.positionAt(index), document.positionAt(index + whole.length));
    const values = encodeURIComponent(JSON.stringify([source.toString(), Number(line) - 1]));
    const link = new vscode.DocumentLink(range, vscode.Uri.parse(`command:commonGround.revealLine?${values}`));
    link.tooltip = vscode.l10n.t('Select the line in the thread');
    return link;
  });
}

async function revealLine(source: unknown, line: unknown): Promise<void> {
  if (typeof source !== 'string' || typeof line !== 'number') return;
  const uri = vscode.Uri.parse(source);
  const known = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === source);
  const document = known?.document ?? (await vscode.workspace.openTextDocument(uri));
  const { range } = document.lineAt(Math.min(Math.max(0, line), document.lineCount - 1));
  const editor = await vscode.window.showTextDocument(document, {
    selection: range,
    viewColumn: known?.viewColumn ?? vscode.ViewColumn.One,
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
