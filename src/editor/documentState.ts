import * as vscode from 'vscode';
import type { Kind } from '../document/draft/draft';
import { guarded } from './log';

/** What the user said of one document. */
export interface DocumentChoice {
  /** Checked or not, whatever it was taken for. */
  readonly checked?: boolean;
  /** What the user said that the document is. */
  readonly kind?: Kind;
  /** Remarks on the draft as a whole that the user dismissed, by their ids. */
  readonly dismissed?: readonly string[];
  /** Kinds of finding that are not shown in this document, by rule. */
  readonly dismissedRules?: readonly string[];
  /** Name or address of the writer who is the user. */
  readonly me?: string;
}

/** A finding that the user has dismissed, told by its words and what stands around them, wherever it moves. */
export interface IgnoredFinding {
  readonly ruleId: string;
  readonly text: string;
  readonly before: string;
}

export interface Choices {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  choice(uri: vscode.Uri): DocumentChoice;
  /** Adds to what was said of the document before. */
  choose(uri: vscode.Uri, choice: DocumentChoice): Promise<void>;
  /** Puts back what was said before. */
  replace(uri: vscode.Uri, choice: DocumentChoice): Promise<void>;
  ignored(uri: vscode.Uri): readonly IgnoredFinding[];
  ignore(uri: vscode.Uri, finding: IgnoredFinding): Promise<void>;
  /** Takes back that a finding was dismissed. */
  unignore(uri: vscode.Uri, finding: IgnoredFinding): Promise<void>;
  /** Forgets which findings and remarks were dismissed. */
  clearIgnored(uri: vscode.Uri): Promise<void>;
  /** Forgets all that was said of every document, in other workspaces when they are opened next. */
  clearAll(): Promise<void>;
}

const CHOICES = 'choices';
const IGNORED = 'ignored';
/** When everything was forgotten last, anywhere and in this workspace. */
const FORGOTTEN = 'forgottenAt';
const MOST = 500;

/**
 * Keeps what the user decided for documents, outside of their text, in the state of the workspace.
 *
 * @param everywhere the state that all workspaces share
 */
export function createChoices(
  state: vscode.Memento,
  everywhere: vscode.Memento,
  now: () => number = Date.now,
): Choices & vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const all = (key: string): Record<string, unknown> => {
    const value = state.get<unknown>(key);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  };
  const store = async (key: string, uri: vscode.Uri, value: unknown): Promise<void> => {
    const { [uri.toString()]: _, ...others } = all(key);
    const kept = Object.entries(others).slice(-MOST);
    await state.update(key, Object.fromEntries(value === undefined ? kept : [...kept, [uri.toString(), value]]));
    changed.fire(uri);
  };
  const choice = (uri: vscode.Uri): DocumentChoice => readChoice(all(CHOICES)[uri.toString()]);
  const ignored = (uri: vscode.Uri): readonly IgnoredFinding[] => {
    const value = all(IGNORED)[uri.toString()];
    return Array.isArray(value) ? value.filter(isIgnored) : [];
  };

  /** A document, or all those in a folder, has another address now. */
  async function move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    for (const key of [CHOICES, IGNORED]) {
      for (const [address, value] of Object.entries(all(key))) {
        const uri = vscode.Uri.parse(address);
        const inside =
          uri.path.startsWith(`${from.path}/`) && uri.with({ path: from.path }).toString() === from.toString();
        if (address !== from.toString() && !inside) continue;
        await store(key, uri, undefined);
        await store(key, to.with({ path: to.path + uri.path.slice(from.path.length) }), value);
      }
    }
  }

  /** The next untitled document gets the same name and is another document; this one may have been saved under a name. */
  async function closed(document: vscode.TextDocument): Promise<void> {
    // A change of language closes a document and opens it again.
    if (!document.isUntitled || !document.isClosed) return;
    const address = document.uri.toString();
    if (all(CHOICES)[address] === undefined && all(IGNORED)[address] === undefined) return;
    const text = document.getText();
    const saved = vscode.workspace.textDocuments.find(
      (one) => !(one.isUntitled || one.isDirty) && text !== '' && one.getText() === text,
    );
    if (saved !== undefined) return move(document.uri, saved.uri);
    for (const key of [CHOICES, IGNORED])
      if (all(key)[address] !== undefined) await store(key, document.uri, undefined);
  }

  const forgotten = everywhere.get<number>(FORGOTTEN);
  if (forgotten !== state.get<number>(FORGOTTEN)) void guarded('Forgetting', forget)(forgotten);

  async function forget(at: number | undefined): Promise<void> {
    await Promise.all([...[CHOICES, IGNORED].map((key) => state.update(key, undefined)), state.update(FORGOTTEN, at)]);
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    vscode.workspace.onDidRenameFiles(
      guarded('Following a rename', async ({ files }: vscode.FileRenameEvent) => {
        for (const { oldUri, newUri } of files) await move(oldUri, newUri);
      }),
    ),
    vscode.workspace.onDidCloseTextDocument(guarded('Forgetting a document', closed)),
  );
  return {
    onDidChange: changed.event,
    choice,
    choose: (uri, said) => store(CHOICES, uri, { ...choice(uri), ...said }),
    replace: (uri, said) => store(CHOICES, uri, said),
    ignored,
    ignore: (uri, finding) => store(IGNORED, uri, [...ignored(uri), finding].slice(-MOST)),
    unignore(uri, { ruleId, text, before }) {
      const left = ignored(uri).filter((one) => one.ruleId !== ruleId || one.text !== text || one.before !== before);
      return store(IGNORED, uri, left.length === 0 ? undefined : left);
    },
    async clearIgnored(uri) {
      const { dismissed: _, dismissedRules: __, ...others } = choice(uri);
      await store(CHOICES, uri, others);
      await store(IGNORED, uri, undefined);
    },
    async clearAll() {
      const uris = new Set([...Object.keys(all(CHOICES)), ...Object.keys(all(IGNORED))]);
      const at = now();
      await everywhere.update(FORGOTTEN, at);
      await forget(at);
      for (const uri of uris) changed.fire(vscode.Uri.parse(uri));
    },
    dispose: () => subscriptions.dispose(),
  };
}

function readChoice(value: unknown): DocumentChoice {
  if (typeof value !== 'object' || value === null) return {};
  const { checked, kind, dismissed, dismissedRules, me } = value as Readonly<Record<string, unknown>>;
  const words = (list: unknown): list is unknown[] => Array.isArray(list) && list.length > 0;
  return {
    ...(typeof checked === 'boolean' ? { checked } : {}),
    ...(kind === 'email' || kind === 'proposal' || kind === 'other' ? { kind } : {}),
    ...(words(dismissed) ? { dismissed: dismissed.filter((id) => typeof id === 'string') } : {}),
    ...(words(dismissedRules) ? { dismissedRules: dismissedRules.filter((id) => typeof id === 'string') } : {}),
    ...(typeof me === 'string' ? { me } : {}),
  };
}

function isIgnored(value: unknown): value is IgnoredFinding {
  const finding = value as Partial<IgnoredFinding> | null;
  return typeof finding?.ruleId === 'string' && typeof finding.text === 'string' && typeof finding.before === 'string';
}
