import * as vscode from 'vscode';
import { threadKey } from '../case/caseIdentity';
import { readCase } from '../case/caseReading';
import { findOwnLimits, type LimitLeak, type OwnLimits } from '../engine/text';
import type { CaseStore } from './cases';
import { SOURCE } from './diagnostics';
import type { Drafts, OpenDraft } from './drafts';
import { guarded } from './log';
import type { PrivateLimits } from './privateLimits';
import type { People } from './writerIdentity';

/** Milliseconds without a key before a draft is held against the private limits. */
const PAUSE = 400;

/** Where private limits come from; changes when the user sets them. */
export interface LimitSource {
  limitsOf(open: OpenDraft): Promise<OwnLimits | undefined>;
  readonly onDidChange: vscode.Event<void>;
}

/** Warns where a draft gives one of the writer's private limits away. The warning does not say that it is one. */
export function registerLimitWarnings(drafts: Drafts, source: LimitSource): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('common-ground-limits');
  const timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  async function look(document: vscode.TextDocument): Promise<void> {
    const open = drafts.get(document);
    const limits = open?.active === true ? await source.limitsOf(open) : undefined;
    if (open === undefined || limits === undefined) {
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

/** The limits of the case that a draft belongs to, by its address or by the subject and people of its thread. */
export function limitSource(
  cases: Pick<CaseStore, 'find' | 'seedOf' | 'ready'>,
  limits: PrivateLimits,
  people: People,
): LimitSource {
  return {
    onDidChange: limits.onDidChange,
    async limitsOf(open) {
      if (!limits.any()) return undefined;
      await cases.ready;
      const { uri } = open.document;
      const own = cases.find(uri, undefined)?.id;
      if (own !== undefined) return limits.get(own);
      const { subject, people: others } = readCase([{ draft: open.draft, thread: people.thread(open) }]);
      return limits.get(cases.seedOf(uri, threadKey(subject, others)).id);
    },
  };
}

/** Other extensions can read what is said here, so it does not say what the figure is; the panel says so. */
function toDiagnostic({ start, end }: LimitLeak, document: vscode.TextDocument): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const message = vscode.l10n.t('Look at this once more before you send it.');
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = SOURCE;
  return diagnostic;
}
