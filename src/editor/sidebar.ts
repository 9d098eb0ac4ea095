import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../sidebar/protocol';
import { readFromPage } from '../sidebar/protocol';
import { followFrontDocument } from './activeDocument';
import { registerCaseFiles } from './caseFiles';
import type { CaseStore } from './cases';
import { followContext } from './contextKeys';
import type { Choices } from './documentState';
import type { DraftNotes } from './draftNotes';
import type { Drafts } from './drafts';
import { followSavedDrafts } from './followSavedDrafts';
import { registerForget } from './forget';
import { limitSource, registerLimitWarnings } from './limitWarnings';
import { guarded, logError, logWarning } from './log';
import { openPrivateLimits, registerPrivateLimits } from './privateLimits';
import type { Review } from './review';
import { createSidebarActions } from './sidebarActions';
import { sidebarHtml } from './sidebarHtml';
import { createModelSource, type Shown } from './sidebarModel';
import { sidebarStrings } from './sidebarStrings';
import type { People } from './writerIdentity';

const VIEW = 'commonGround.sidebar';
/** Quiet time after an edit before the page follows, in milliseconds; longer where reading the document takes long. */
const PAUSE = 150;
const LONGEST_PAUSE = 3000;
/** Time for what is shown first to get to the page before the thread is read, in milliseconds. */
const SETTLING = 30;

/** What the sidebar shows and acts on. */
export interface Services {
  readonly drafts: Drafts;
  readonly people: People;
  readonly cases: CaseStore;
  readonly notes: DraftNotes;
  readonly review: Review;
  readonly choices: Choices;
}

/** The view that shows the draft, the causes of a stall, the checklist and what to do next, in step with the editor. */
export function registerSidebar(
  context: vscode.ExtensionContext,
  { drafts, people, cases, notes, review, choices }: Services,
): vscode.Disposable {
  const strings = sidebarStrings();
  const limits = openPrivateLimits(context.secrets, context.globalState);
  const ownLimits = limitSource(cases, limits, people);
  const front = followFrontDocument();
  const source = createModelSource({
    drafts,
    people,
    cases,
    limits,
    strings,
    notes,
    review,
    limitsOf: ownLimits.limitsOf,
  });
  const media = vscode.Uri.joinPath(context.extensionUri, 'media', 'dist');
  let view: vscode.WebviewView | undefined;
  let ready = false;
  let shown: Shown | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let dueToEdit = false;
  let cost = 0;
  let generation = 0;

  const post = (message: ToPage) => void view?.webview.postMessage(message);

  /** What the page shows, or would show, of the document in front as it stands now. */
  async function current(): Promise<Shown> {
    const mine = ++generation;
    const from = performance.now();
    const made = await source.make(front.document);
    cost = performance.now() - from;
    if (mine === generation) shown = made;
    return made;
  }

  async function refresh(): Promise<void> {
    if (view === undefined || !ready || !view.visible) return;
    const mine = generation + 1;
    try {
      const { model } = await current();
      if (mine === generation) post({ type: 'model', model });
    } catch (error) {
      logError('Reading what the sidebar shows', error);
      post({ type: 'model', model: source.unreadable() });
    }
  }

  /** What is there at once, then the rest. */
  function start(): void {
    ready = true;
    const model =
      shown !== undefined && shown.open?.document === front.document ? shown.model : source.quick(front.document);
    post({ type: 'start', strings: { ...strings }, language: vscode.env.language, model });
    schedule(SETTLING);
  }

  const safely = guarded('Showing the sidebar', refresh);

  /** Of several reasons to look again the soonest counts; only an edit puts off what an edit before it asked for. */
  function schedule(delay: number, edit = false): void {
    const at = performance.now() + delay;
    if (timer !== undefined && due <= at && !(edit && dueToEdit)) return;
    if (timer !== undefined) clearTimeout(timer);
    due = at;
    dueToEdit = edit;
    timer = setTimeout(() => {
      timer = undefined;
      safely();
    }, delay);
  }

  const actions = createSidebarActions({
    drafts,
    choices,
    notes,
    front,
    cases,
    limits,
    strings,
    post,
    current,
    shown: () => shown,
    people,
    again: () => schedule(0),
  });

  function receive(value: unknown): void {
    const read = readFromPage(value);
    if ('fault' in read) {
      logWarning(`The sidebar sent something that is not understood, and it was refused: ${read.fault}.`);
      return;
    }
    const { message } = read;
    if (message.type === 'ready') guarded('Showing the sidebar', start)();
    else act(message);
  }

  const act = guarded('Following the sidebar', (message: FromPage) => actions.act(message));

  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView(resolved) {
      view = resolved;
      ready = false;
      const { webview } = resolved;
      webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [media] };
      resolved.onDidDispose(() => {
        if (view === resolved) view = undefined;
        ready = false;
      });
      // A hidden page is gone and says that it is ready when it comes back, which may be before this is heard.
      resolved.onDidChangeVisibility(() => {
        if (resolved.visible) schedule(0);
      });
      webview.onDidReceiveMessage(receive);
      webview.html = sidebarHtml(webview, media, strings);
    },
  };

  return vscode.Disposable.from(
    front,
    vscode.window.registerWebviewViewProvider(VIEW, provider),
    front.onDidChange(() => schedule(0)),
    cases.onDidChange(() => schedule(0)),
    notes.onDidChange((document) => {
      if (document === front.document) schedule(0);
    }),
    review.onDidMove(() => schedule(0)),
    registerForget({ cases, limits, choices }),
    followContext({ drafts, cases, front }),
    drafts.onDidUpdate(({ document }) => {
      if (
        document === front.document ||
        shown?.text?.documents.some(({ uri }) => uri.toString() === document.uri.toString())
      )
        schedule(Math.min(LONGEST_PAUSE, Math.max(PAUSE, cost * 4)), true);
    }),
    followSavedDrafts(cases),
    registerCaseFiles(actions),
    limits,
    registerPrivateLimits(actions, limits, cases),
    registerLimitWarnings(drafts, ownLimits),
    {
      dispose() {
        if (timer !== undefined) clearTimeout(timer);
      },
    },
  );
}
