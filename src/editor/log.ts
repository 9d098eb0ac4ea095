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
  return (...values) => {
    try {
      const result = action(...values);
      if (!isThenable(result)) return undefined;
      return Promise.resolve(result).then(
        () => undefined,
        (error: unknown) => logError(what, error),
      );
    } catch (error) {
      logError(what, error);
      return undefined;
    }
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | undefined | null)?.then === 'function';
}
