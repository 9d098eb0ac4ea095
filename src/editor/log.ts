import * as vscode from 'vscode';

let channel: vscode.LogOutputChannel | undefined;

export function openLog(): vscode.Disposable {
  channel = vscode.window.createOutputChannel('Common Ground', { log: true });
  return channel;
}

/** What went wrong goes to the log, so that no mishap of ours reaches the editor. Never pass document text. */
export function logError(what: string, error: unknown): void {
  channel?.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

export function logWarning(what: string): void {
  channel?.warn(what);
}

/** The function, with its errors going to the log instead of the caller; a promise that it gives can be waited for. */
export function guarded<Arguments extends unknown[]>(
  what: string,
  action: (...values: Arguments) => unknown,
): (...values: Arguments) => Promise<void> | void {
  return caught((error) => logError(what, error), action);
}

/** Registers what a user asks for. Where it fails they are told so, with a way to the log. */
export function onCommand<Arguments extends unknown[]>(
  id: string,
  what: string,
  action: (...values: Arguments) => unknown,
): vscode.Disposable {
  const failed = (error: unknown) => {
    logError(what, error);
    void offerLog();
  };
  return vscode.commands.registerCommand(`commonGround.${id}`, caught(failed, action));
}

async function offerLog(): Promise<void> {
  const show = vscode.l10n.t('Show Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('That did not work, and nothing was changed. The log says why.'),
    show,
  );
  if (chosen === show) channel?.show();
}

function caught<Arguments extends unknown[]>(
  failed: (error: unknown) => void,
  action: (...values: Arguments) => unknown,
): (...values: Arguments) => Promise<void> | void {
  return (...values) => {
    try {
      const result = action(...values);
      if (!isThenable(result)) return undefined;
      return Promise.resolve(result).then(() => undefined, failed);
    } catch (error) {
      failed(error);
      return undefined;
    }
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | undefined | null)?.then === 'function';
}
