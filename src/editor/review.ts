import * as vscode from 'vscode';
import type { DraftNote } from '../engine/index';
import { findDraftCheck } from '../engine/playbook';
import { previewOf, sentenceAround, shortened } from '../engine/text';
import type { Finding } from '../wording/rule';
import { wordsOf } from './diagnostics';
import { type DraftNotes, offersFor } from './draftNotes';
import type { Drafts, OpenDraft } from './drafts';
import { familyName } from './familyNames';
import { onCommand } from './log';
import { applyRewrite, editorOf, openDocument, rangeOf, rewritesOf } from './rewrites';
import { tellDone, tellNoDraft } from './told';

/** What the review stands at, for the panel to light its row. */
export interface Review extends vscode.Disposable {
  readonly at: string | undefined;
  readonly onDidMove: vscode.Event<void>;
}

type Step = { readonly finding: Finding; readonly key: string } | { readonly note: DraftNote; readonly key: string };

interface Tally {
  readonly before: string;
  readonly passed: Set<string>;
  changed: number;
  left: number;
}

interface Choice extends vscode.QuickPickItem {
  /** Does it; `stop` ends the review, and `fill` leaves it until blanks in the text are filled in. */
  act(): Promise<'changed' | 'left' | 'stop' | 'again' | 'fill'>;
}

/** Steps through what there is to look at in a draft, one thing at a time, by keyboard alone. */
export function createReview(drafts: Drafts, notes: DraftNotes): Review {
  const moved = new vscode.EventEmitter<void>();
  let at: string | undefined;
  const light = (key: string | undefined) => {
    at = key;
    moved.fire();
  };

  /** Of a document by its address, of the one in front, or of the walkthrough's example. */
  async function review(address?: unknown): Promise<void> {
    const isExample = address === 'example';
    // Behind the page of the walkthrough another document may be the active one.
    if (isExample) await vscode.commands.executeCommand('commonGround.openExampleDraft');
    const document =
      typeof address === 'string' && !isExample ? openDocument(address) : vscode.window.activeTextEditor?.document;
    const first = document === undefined ? undefined : drafts.current(document);
    if (document === undefined || first === undefined) return tellNoDraft();
    if (!first.active) return tellDone(vscode.l10n.t('The wording of this document is not checked.'));
    const tally: Tally = { before: document.getText(), passed: new Set(), changed: 0, left: 0 };
    try {
      for (;;) {
        const open = drafts.current(document);
        const steps = open === undefined ? [] : stepsOf(open, notes).filter(({ key }) => !tally.passed.has(key));
        const [step] = steps;
        if (open === undefined || step === undefined) {
          if (tally.changed + tally.left === 0)
            return tellDone(vscode.l10n.t('There is nothing to look at in this draft.'));
          break;
        }
        light(step.key);
        const done = tally.changed + tally.left;
        const result = await ask(step, open, vscode.l10n.t('{0} of {1}', done + 1, done + steps.length));
        if (result === 'stop') break;
        if (result === 'fill') return offerToGoOn(document);
        if (result === 'again') continue;
        if (result === 'changed') tally.changed++;
        else tally.left++;
        // A finding that was rewritten is gone, and the next with the same words takes its name.
        if (result === 'left' || 'note' in step) tally.passed.add(step.key);
      }
    } finally {
      light(undefined);
    }
    finish(document, tally);
  }

  const subscriptions = vscode.Disposable.from(
    moved,
    onCommand('reviewDraft', 'Reviewing the draft', review),
    onCommand('nextFinding', 'Going to the next finding', () => go(drafts, 1)),
    onCommand('previousFinding', 'Going to the finding before', () => go(drafts, -1)),
  );
  return {
    get at() {
      return at;
    },
    onDidMove: moved.event,
    dispose: () => subscriptions.dispose(),
  };
}

/** Names a finding while the draft changes around it. */
export function keyOfFinding({ ruleId, text }: Finding, order: number): string {
  return `${ruleId} ${order} ${text.replace(/\s+/g, ' ').slice(0, 80)}`;
}

/** Findings that are marked, in the order of the text, each with its key; the same words twice are told apart. */
export function keyedFindings(findings: readonly Finding[]): { finding: Finding; key: string }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const plain = keyOfFinding(finding, 0);
    const order = seen.get(plain) ?? 0;
    seen.set(plain, order + 1);
    return { finding, key: keyOfFinding(finding, order) };
  });
}

function stepsOf(open: OpenDraft, notes: DraftNotes): Step[] {
  return [...keyedFindings(open.marked), ...notes.current(open).map((note) => ({ note, key: note.id }))];
}

async function ask(step: Step, open: OpenDraft, count: string) {
  const { document } = open;
  const editor = await editorOf(document);
  const range = rangeOf(document, 'finding' in step ? wordsOf(step.finding) : step.note);
  if ('finding' in step) editor.selection = new vscode.Selection(range.start, range.end);
  // The box lies over the first lines.
  editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
  const title = 'finding' in step ? familyName(step.finding.family) : findDraftCheck(step.note.id).title;
  const picked = await vscode.window.showQuickPick(
    'finding' in step ? findingChoices(step.finding, open) : noteChoices(step.note, open),
    {
      title: 'finding' in step ? `${count} · ${title} · “${linesAround(step.finding, open)}”` : `${count} · ${title}`,
      placeHolder: 'finding' in step ? step.finding.message : step.note.message,
      matchOnDetail: true,
    },
  );
  // To close the box is to stop. It has few entries, since it lies over the text.
  return picked === undefined ? 'stop' : picked.act();
}

/** The list may cover the text, so it begins with the words themselves. */
function linesAround(finding: Finding, { draft }: OpenDraft): string {
  return shortened(previewOf(draft, wordsOf(finding), finding.text.trim()), 60);
}

function findingChoices(finding: Finding, open: OpenDraft): Choice[] {
  const { document, draft } = open;
  return [
    ...rewritesOf(finding, draft).map(
      (rewrite): Choice => ({
        label: rewrite.label,
        async act() {
          const done = await applyRewrite(document, rewrite, draft.text.slice(rewrite.start, rewrite.end));
          // What is to be filled in needs the keyboard in the text.
          return !done ? 'left' : rewrite.frame ? 'fill' : 'changed';
        },
      }),
    ),
    {
      label: vscode.l10n.t('Edit…'),
      description: vscode.l10n.t('in your own words'),
      act: () => editSentence(finding, open),
    },
    { label: vscode.l10n.t('Skip'), act: async () => 'left' },
    {
      label: vscode.l10n.t('Don’t flag this…'),
      async act() {
        await vscode.commands.executeCommand(
          'commonGround.dontFlag',
          document.uri.toString(),
          finding.ruleId,
          finding.start,
        );
        return 'left';
      },
    },
  ];
}

async function editSentence(finding: Finding, { document, draft }: OpenDraft): Promise<'changed' | 'again'> {
  const place = sentenceAround(draft, finding);
  const words = draft.text.slice(place.start, place.end);
  const value = words.replace(/\s+/g, ' ');
  const found = finding.text.trim().replace(/\s+/g, ' ');
  const at = value.indexOf(found);
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('The sentence in your own words'),
    value,
    valueSelection: at < 0 ? [value.length, value.length] : [at, at + found.length],
  });
  if (text === undefined || text.trim() === '') return 'again';
  const done = await applyRewrite(document, { ...place, text, frame: false }, words);
  return done ? 'changed' : 'again';
}

function noteChoices(note: DraftNote, open: OpenDraft): Choice[] {
  const address = open.document.uri.toString();
  return [
    ...offersFor(note, open).map(
      ({ label, text }): Choice => ({
        label: vscode.l10n.t('Add: {0}', label),
        async act() {
          await vscode.commands.executeCommand('commonGround.insertForCheck', address, note.id, text);
          return text.includes('{') ? 'fill' : 'changed';
        },
      }),
    ),
    { label: vscode.l10n.t('Skip'), act: async () => 'left' },
    {
      label: vscode.l10n.t('Leave as it is in this document'),
      async act() {
        await vscode.commands.executeCommand('commonGround.dismissCheck', address, note.id);
        return 'left';
      },
    },
  ];
}

/** Blanks are filled in with the keyboard in the text; then the review goes on with what is left. */
function offerToGoOn({ uri }: vscode.TextDocument): void {
  const label = vscode.l10n.t('Go on');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('Fill in what is in brackets; Tab leads to the next.'), label)
    .then((chosen) => {
      if (chosen === label) void vscode.commands.executeCommand('commonGround.reviewDraft', uri.toString());
    });
}

function finish(document: vscode.TextDocument, { before, changed, left }: Tally): void {
  if (changed + left === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('The review is over. Nothing was changed.'), 4000);
    return;
  }
  const message = vscode.l10n.t('The review is over: {0} changed, {1} left as they are.', changed, left);
  const after = document.getText();
  if (changed === 0 || after === before) {
    tellDone(message);
    return;
  }
  const label = vscode.l10n.t('Undo all');
  void vscode.window.showInformationMessage(message, label).then(async (chosen) => {
    if (chosen !== label) return;
    if (document.getText() === after) await putBack(document, before);
    else
      tellDone(
        vscode.l10n.t(
          'You have written more since, so the text was left as it is. Undo takes back one step at a time.',
        ),
      );
  });
}

/** Puts a former text back by changing only what differs. */
async function putBack(document: vscode.TextDocument, before: string): Promise<void> {
  const now = document.getText();
  let start = 0;
  while (start < now.length && start < before.length && now[start] === before[start]) start++;
  let end = 0;
  const most = Math.min(now.length, before.length) - start;
  while (end < most && now[now.length - 1 - end] === before[before.length - 1 - end]) end++;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    rangeOf(document, { start, end: now.length - end }),
    before.slice(start, before.length - end),
  );
  await vscode.workspace.applyEdit(edit);
}

/** Puts the cursor on the next finding, or the one before, and shows what there is to say of it. */
async function go(drafts: Drafts, way: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const open = editor === undefined ? undefined : drafts.current(editor.document);
  if (editor === undefined || open === undefined) return tellNoDraft();
  const places = open.marked.map(wordsOf);
  if (places.length === 0) {
    tellDone(vscode.l10n.t('There are no findings in this document.'));
    return;
  }
  const cursor = editor.document.offsetAt(editor.selection.start);
  const beyond =
    way > 0 ? places.findIndex(({ start }) => start > cursor) : places.findLastIndex(({ start }) => start < cursor);
  const place = places.at(beyond >= 0 ? beyond : way > 0 ? 0 : -1)!;
  const range = rangeOf(editor.document, place);
  await editorOf(editor.document);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Finding {0} of {1}', places.indexOf(place) + 1, places.length),
    4000,
  );
  await vscode.commands.executeCommand('editor.action.showHover');
}
