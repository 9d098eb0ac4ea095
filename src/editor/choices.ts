import * as vscode from 'vscode';

/** What the user said of one document. */
export interface DocumentChoice {
  readonly checked?: boolean;
}

/** A finding that the user has waved through, told by its words and what stands around them, wherever it moves. */
export interface IgnoredFinding {
  readonly ruleId: string;
  readonly text: string;
  readonly before: string;
}

export interface Choices {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  choice(uri: vscode.Uri): DocumentChoice;
  choose(uri: vscode.Uri, choice: DocumentChoice): Promise<void>;
  ignored(uri: vscode.Uri): readonly IgnoredFinding[];
  ignore(uri: vscode.Uri, finding: IgnoredFinding): Promise<void>;
  clearIgnored(uri: vscode.Uri): Promise<void>;
}

const CHOICES = 'choices';
const IGNORED = 'ignored';
const MOST = 500;

/** Keeps what the user decided for documents, outside of their text, in the state of the workspace. */
export function createChoices(state: vscode.Memento): Choices & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const all = <Value>(key: string): Record<string, Value> => {
    const value = state.get<unknown>(key);
    return typeof value === 'object' && value !== null ? (value as Record<string, Value>) : {};
  };
  const store = async <Value>(key: string, uri: vscode.Uri, value: Value | undefined): Promise<void> => {
    const { [uri.toString()]: _, ...others } = all<Value>(key);
    const kept = Object.entries(others).slice(-MOST);
    await state.update(key, Object.fromEntries(value === undefined ? kept : [...kept, [uri.toString(), value]]));
    changed.fire(uri);
  };
  const ignored = (uri: vscode.Uri): readonly IgnoredFinding[] => {
    const value = all<unknown>(IGNORED)[uri.toString()];
    return Array.isArray(value) ? value.filter(isIgnored) : [];
  };
  const moved = vscode.workspace.onDidRenameFiles(async ({ files }) => {
    for (const { oldUri, newUri } of files) {
      for (const key of [CHOICES, IGNORED]) {
        const value = all<unknown>(key)[oldUri.toString()];
        if (value === undefined) continue;
        await store(key, oldUri, undefined);
        await store(key, newUri, value);
      }
    }
  });
  // The next untitled document gets the same name and is another document.
  const closed = vscode.workspace.onDidCloseTextDocument(async ({ uri, isUntitled }) => {
    if (!isUntitled) return;
    for (const key of [CHOICES, IGNORED]) if (all(key)[uri.toString()] !== undefined) await store(key, uri, undefined);
  });
  return {
    onDidChange: changed.event,
    choice: (uri) => all<DocumentChoice>(CHOICES)[uri.toString()] ?? {},
    choose: (uri, choice) => store(CHOICES, uri, choice),
    ignored,
    ignore: (uri, finding) => store(IGNORED, uri, [...ignored(uri), finding].slice(-MOST)),
    clearIgnored: (uri) => store(IGNORED, uri, undefined),
    dispose() {
      changed.dispose();
      moved.dispose();
      closed.dispose();
    },
  };
}

function isIgnored(value: unknown): value is IgnoredFinding {
  const finding = value as Partial<IgnoredFinding> | null;
  return typeof finding?.ruleId === 'string' && typeof finding.text === 'string' && typeof finding.before === 'string';
}
