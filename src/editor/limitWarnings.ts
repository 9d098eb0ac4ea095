import * as vscode from 'vscode';
import { findOwnLimits, type LimitLeak, type OwnLimits } from '../wording/ownLimits';
import { rulePageLink, SOURCE } from './diagnostics';
import type { Drafts, OpenDraft } from './drafts';
import { guarded } from './log';

/** Milliseconds without a key before a draft is held against the private limits. */
const PAUSE = 400;

/** Where private limits come from; changes when the user sets them. */
export interface LimitSource {
  limitsOf(document: vscode.TextDocument): Promise<OwnLimits | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

/** Warns where a draft gives one of the writer's private limits away. What the limit is goes nowhere: the warning names its kind. */
export function registerLimitWarnings(drafts: Drafts, source: LimitSource): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground-limits');
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  async function look(document: vscode.TextDocument): Promise<void> {
    const limits = await source.limitsOf(document);
    const open = drafts.get(document);
    if (open?.active !== true || limits === undefined) {
      collection.delete(document.uri);
      return;
    }
    const { draft } = open;
    const leaks = findOwnLimits(draft, limits);
    // The text may have moved on while the storage answered.
    if (drafts.get(document)?.draft !== draft) return;
    collection.set(
      document.uri,
      leaks.map((leak) => toDiagnostic(leak, document)),
    );
  }

  function schedule({ document }: Pick<OpenDraft, 'document'>): void {
    const timer = timers.get(document);
    if (timer !== undefined) clearTimeout(timer);
    timers.set(
      document,
      setTimeout(
        guarded('Holding a draft against the limits', () => {
          timers.delete(document);
          return look(document);
        }),
        PAUSE,
      ),
    );
  }

  return vscode.Disposable.from(
    collection,
    drafts.onDidUpdate(guarded('Holding a draft against the limits', schedule)),
    drafts.onDidClose((document) => {
      const timer = timers.get(document);
      if (timer !== undefined) clearTimeout(timer);
      timers.delete(document);
      collection.delete(document.uri);
    }),
    source.onDidChange(() => {
      for (const document of vscode.workspace.textDocuments)
        if (drafts.get(document) !== undefined) schedule({ document });
    }),
    {
      dispose() {
        for (const timer of timers.values()) clearTimeout(timer);
      },
    },
  );
}

const RULE = 'limit-leak/own-limit';

function toDiagnostic({ gives, start, end }: LimitLeak, document: vscode.TextDocument): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const diagnostic = new vscode.Diagnostic(range, messageOf(gives), vscode.DiagnosticSeverity.Warning);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: RULE, target: rulePageLink('families') };
  return diagnostic;
}

function messageOf(gives: LimitLeak['gives']): string {
  switch (gives) {
    case 'limit':
      return vscode.l10n.t('This may give your private limit away.');
    case 'deadline':
      return vscode.l10n.t('This may give your private deadline away.');
    case 'alternative':
      return vscode.l10n.t('This may give away what you would do without a deal.');
  }
}
