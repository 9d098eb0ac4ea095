import * as vscode from 'vscode';
import type { Limits } from '../sidebar/protocol';
import type { CaseStore } from './cases';
import { guarded, onCommand } from './log';
import type { SidebarActions } from './sidebarActions';

/** The alternative, limit and deadline of a case. They are in the secret storage of the computer and nowhere else. */
export interface PrivateLimits {
  get(caseId: string): Promise<Limits | undefined>;
  /** Empty ones are taken out of the storage. */
  set(caseId: string, limits: Limits): Promise<void>;
  has(caseId: string): boolean;
  /** Takes all of them out of the storage. */
  forgetAll(): Promise<void>;
  /** Does any case have limits? */
  any(): boolean;
  /** Limits were set or taken out, in this window or another. */
  readonly onDidChange: vscode.Event<void>;
}

export const noLimits: Limits = { alternative: '', limit: '', deadline: '' };

const KEY = 'limits:';
const keyOf = (caseId: string) => `${KEY}${caseId}`;
/** Which cases have limits; the ids say nothing about them. */
const INDEX = 'casesWithLimits';

export function openPrivateLimits(
  secrets: vscode.SecretStorage,
  state: vscode.Memento,
): PrivateLimits & vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const index = (): string[] => {
    const value = state.get<unknown>(INDEX);
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  };
  const note = async (caseId: string, isSet: boolean): Promise<void> => {
    const others = index().filter((id) => id !== caseId);
    if (isSet !== index().includes(caseId)) await state.update(INDEX, isSet ? [...others, caseId] : others);
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    // Two windows that write the index at once may each leave out what the other has set.
    secrets.onDidChange(
      guarded('Hearing of private limits', async ({ key }: vscode.SecretStorageChangeEvent) => {
        if (!key.startsWith(KEY)) return;
        await note(key.slice(KEY.length), (await secrets.get(key)) !== undefined);
        changed.fire();
      }),
    ),
  );
  return {
    async get(caseId) {
      const stored = await secrets.get(keyOf(caseId));
      return stored === undefined ? undefined : readLimits(stored);
    },
    async set(caseId, limits) {
      const isEmpty = Object.values(limits).every((value) => value.trim() === '');
      if (isEmpty) await secrets.delete(keyOf(caseId));
      else await secrets.store(keyOf(caseId), JSON.stringify(limits));
      await note(caseId, !isEmpty);
      changed.fire();
    },
    async forgetAll() {
      for (const caseId of index()) await secrets.delete(keyOf(caseId));
      await state.update(INDEX, undefined);
      changed.fire();
    },
    has: (caseId) => index().includes(caseId),
    any: () => index().length > 0,
    onDidChange: changed.event,
    dispose: () => subscriptions.dispose(),
  };
}

function readLimits(stored: string): Limits | undefined {
  try {
    const value = JSON.parse(stored) as Partial<Record<keyof Limits, unknown>>;
    const text = (key: keyof Limits) => (typeof value[key] === 'string' ? value[key] : '');
    return { alternative: text('alternative'), limit: text('limit'), deadline: text('deadline') };
  } catch {
    return undefined;
  }
}

/** The command that asks for the limits of the case in front, one by one, without showing what is typed. */
export function registerPrivateLimits(
  actions: SidebarActions,
  limits: PrivateLimits,
  cases: Pick<CaseStore, 'change'>,
): vscode.Disposable {
  return onCommand('setPrivateLimits', 'Setting private limits', async () => {
    const { seed } = await actions.current();
    if (seed === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the draft or thread that the limits belong to first.'),
      );
      return;
    }
    const known = (await limits.get(seed.id)) ?? noLimits;
    const ask = (title: string, value: string) =>
      vscode.window.showInputBox({
        title,
        value,
        password: true,
        ignoreFocusOut: true,
        prompt: vscode.l10n.t('Kept in the secret storage of this computer. Leave empty for none.'),
      });
    const { strings } = actions;
    const alternative = await ask(strings.limitAlternative, known.alternative);
    const limit = alternative === undefined ? undefined : await ask(strings.limitLimit, known.limit);
    const deadline = limit === undefined ? undefined : await ask(strings.limitDeadline, known.deadline);
    if (alternative === undefined || limit === undefined || deadline === undefined) return;
    await limits.set(seed.id, { alternative, limit, deadline });
    // The case is written down, without its limits, so that another draft in the same talks is known to belong to it.
    await cases.change(seed, (record) => record);
    actions.again();
  });
}
