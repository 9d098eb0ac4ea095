import * as vscode from 'vscode';
import { threadKey } from '../case/caseIdentity';
import { readCase } from '../case/caseReading';
import { findOwnLimits, type LimitLeak, type OwnLimits } from '../engine/text';
import type { CaseStore } from './cases';
import { rulePageLink, SOURCE } from './diagnostics';
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

/** Warns where a draft gives one of the writer's private limits away. What the limit is goes nowhere: the warning names its kind. */
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
