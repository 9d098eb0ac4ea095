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

/** The function, with its errors going to the log instead of the caller. */
export function guarded<Arguments extends unknown[]>(
  what: string,
  action: (...values: Arguments) => unknown,
): (...values: Arguments) => void {
  return (...values) => {
    try {
      const result = action(...values);
      if (result instanceof Promise) result.catch((error: unknown) => logError(what, error));
    } catch (error) {
      logError(what, error);
    }
  };
}
