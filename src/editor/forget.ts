import * as vscode from 'vscode';
import type { CaseStore } from './cases';
import type { Choices } from './documentState';
import { onCommand } from './log';
import type { PrivateLimits } from './privateLimits';
import { confirmed, tellDone } from './told';

export interface Kept {
  readonly cases: Pick<CaseStore, 'forgetAll'>;
  readonly limits: Pick<PrivateLimits, 'forgetAll'>;
  readonly choices: Pick<Choices, 'clearAll'>;
}

/** Deletes all that was kept of the user's negotiations: answers, private limits, and what was said of documents. */
export function registerForget({ cases, limits, choices }: Kept): vscode.Disposable {
  return onCommand('forgetEverything', 'Forgetting', async () => {
    const isSure = await confirmed(
      vscode.l10n.t('Forget everything that Common Ground keeps?'),
      vscode.l10n.t(
        'The answers of all cases, the private limits, what you dismissed and what you said about documents are deleted from this computer. Documents and settings stay. This cannot be undone.',
      ),
      vscode.l10n.t('Forget everything'),
    );
    if (!isSure) return;
    await limits.forgetAll();
    await cases.forgetAll();
    await choices.clearAll();
    tellDone(vscode.l10n.t('Everything is forgotten.'));
  });
}
