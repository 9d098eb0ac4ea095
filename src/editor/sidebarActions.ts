import * as vscode from 'vscode';
import { findPlace } from '../case/casePlaces';
import { reset, setAnswer, setDocument, setRuledOut, setSelfCheck, undo } from '../case/caseRecord';
import { content, type Values } from '../engine/playbook';
import { openingsFor } from '../sidebar/nextSteps';
import type { FromPage, ToPage } from '../sidebar/protocol';
import type { Strings } from '../sidebar/stringKeys';
import { readTarget } from '../sidebar/talksView';
import type { FrontDocument } from './activeDocument';
import type { CaseSeed, CaseStore } from './cases';
import type { Choices } from './documentState';
import type { DraftNotes } from './draftNotes';
import type { Drafts, OpenDraft } from './drafts';
import { insertText } from './insert';
import { noLimits, type PrivateLimits } from './privateLimits';
import { actOnRow } from './rowActions';
import type { Shown } from './sidebarModel';
import { confirmed } from './told';
import type { People } from './writerIdentity';

export interface ActionContext {
  readonly choices: Choices;
  readonly notes: DraftNotes;
  readonly drafts: Drafts;
  readonly front: FrontDocument;
  readonly cases: CaseStore;
  readonly limits: PrivateLimits;
  readonly strings: Strings;
  readonly people: People;
  post(message: ToPage): void;
  /** The model made anew for what is in front. */
  current(): Promise<Shown>;
  /** What the page shows, which may be a moment old. */
  shown(): Shown | undefined;
  /** Shows what has changed. */
  again(): void;
}

export interface SidebarActions extends ActionContext {
  act(message: FromPage): Promise<void>;
  /** Asks before it empties a case. */
  resetCase(seed: CaseSeed): Promise<void>;
  undoIn(seed: CaseSeed): Promise<void>;
}

/** Does what the user asked for on the page. What a message says of a case or a document that is not there does nothing. */
export function createSidebarActions(context: ActionContext): SidebarActions {
  const { front, cases, limits, strings, post } = context;
  const announce = (text: string) => post({ type: 'say', text: text.slice(0, 500) });
  const seeds = new Map<string, CaseSeed>();

  /** The case that the page named: the one shown, or one that was shown before or is on disk. */
  function seedOf(id: string): CaseSeed | undefined {
    const seed = context.shown()?.seed;
    if (seed !== undefined) seeds.set(seed.id, seed);
    return seeds.get(id);
  }

  async function act(message: FromPage): Promise<void> {
    const seed = 'case' in message ? seedOf(message.case) : undefined;
    if ('case' in message && seed === undefined) return;
    switch (message.type) {
      case 'answer':
        return cases.change(seed!, (record, at) => setAnswer(record, message.statement, message.answer, at));
      case 'ruleOut':
        return cases.change(seed!, (record, at) => setRuledOut(record, message.cause, message.out, at));
      case 'selfCheck':
        return cases.change(seed!, (record, at) => setSelfCheck(record, message.question, message.done, at));
      case 'undo':
        return undoIn(seed!);
      case 'reset':
        return resetCase(seed!);
      case 'unlink': {
        const address = message.document;
        return cases.change(seed!, (record, at) => setDocument(record, address, 'apart', at));
      }
      case 'showLimits':
        return post({ type: 'limits', case: message.case, limits: (await limits.get(message.case)) ?? noLimits });
      case 'saveLimits':
        await limits.set(message.case, message.limits);
        await cases.change(seed!, (record) => record);
        announce(vscode.l10n.t('The private limits are saved.'));
        return context.again();
      case 'show':
        return show(message.target);
      case 'go':
      case 'rewrite':
      case 'dontFlag':
      case 'add':
      case 'leave':
        return actOnRow(message, context);
      case 'beMe':
        return beMe(message.person);
      case 'closer':
        return answerCloser(seed!, message.cause);
      case 'reply':
        return reply(message);
      case 'insert':
      case 'copy':
        return use(message);
      case 'run':
        if (message.command === 'changeMe') return changeMe();
        // The focus is on the page; the command is about the document in front.
        if (front.document !== undefined && needsEditor.has(message.command))
          await front.reveal(front.document, { focus: true });
        await vscode.commands.executeCommand(commands[message.command]);
        return;
      case 'failed':
        throw new Error(`On the page: ${message.what}${message.line === undefined ? '' : `, line ${message.line}`}`);
      case 'ready':
        return;
    }
  }

  /** Each answer to the question that tells two causes apart stands for a statement of the checklist. */
  async function answerCloser(seed: CaseSeed, cause: string): Promise<void> {
    const answers = context.shown()?.diagnosis?.discriminatingAnswers ?? [];
    const statement = answers.find((one) => one.cause === cause)?.statement;
    if (statement !== undefined) await cases.change(seed, (record, at) => setAnswer(record, statement, 'yes', at));
  }

  async function beMe(person: string): Promise<void> {
    const open = context.shown()?.open;
    if (open === undefined) return;
    await context.choices.choose(open.document.uri, { me: person });
    context.again();
  }

  async function changeMe(): Promise<void> {
    const { open } = await context.current();
    if (open !== undefined && (await context.people.askAgain(open)) !== undefined) context.again();
  }

  async function reply({ move, opening }: Extract<FromPage, { type: 'reply' }>): Promise<void> {
    const { document } = front;
    if (document === undefined) return;
    await vscode.commands.executeCommand('commonGround.reply', {
      document: document.uri.toString(),
      ...(move === undefined ? {} : { move, opening: opening ?? 0 }),
    });
  }

  async function undoIn(seed: CaseSeed): Promise<void> {
    await cases.change(seed, undo);
    announce(strings.saidUndone);
  }

  async function resetCase(seed: CaseSeed): Promise<void> {
    const isSure = await confirmed(
      vscode.l10n.t('Reset all answers of this case?'),
      vscode.l10n.t('The checklist, what you ruled out and the self-check are cleared.'),
      vscode.l10n.t('Reset'),
    );
    if (!isSure) return;
    await cases.change(seed, reset);
    announce(strings.saidReset);
  }

  /** Selects a stretch of the case; the focus stays where it is. */
  async function show(target: string): Promise<void> {
    const stretch = readTarget(target);
    const text = context.shown()?.text;
    const place = stretch && text && findPlace(text.documents, stretch.start, stretch.end);
    if (place === undefined) return;
    const document = await vscode.workspace.openTextDocument(place.document.uri);
    const words = place.document.draft.text.slice(place.start, place.end);
    const start = nearest(document.getText(), words, place.start);
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
    const editor = await front.reveal(document, { focus: false });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    announce(vscode.l10n.t('Line {0} is selected.', range.start.line + 1));
  }

  async function use({ type, what, id, opening }: Extract<FromPage, { type: 'insert' | 'copy' }>): Promise<void> {
    const open = context.shown()?.open;
    const text = textOf(what, id, opening, open);
    if (text === undefined) return;
    if (type === 'copy') {
      await vscode.env.clipboard.writeText(content.fill(text, valuesShown()));
      announce(vscode.l10n.t('Copied.'));
      return;
    }
    const document = open?.document ?? front.document;
    if (document === undefined || document.isClosed) {
      announce(vscode.l10n.t('Open the draft that this should go into first.'));
      return;
    }
    await front.reveal(document, { focus: true });
    await insertText(document, text, context.drafts, valuesShown());
  }

  return {
    ...context,
    act,
    undoIn,
    resetCase,
  };

  function textOf(what: 'move' | 'question', id: string, opening: number, open: OpenDraft | undefined) {
    const { moves, questions } = content.playbook;
    if (what === 'question') return questions.find((one) => one.id === id)?.[open?.settings.wording ?? 'plain'];
    const move = moves.find((one) => one.id === id);
    const fill = (one: string) => content.fill(one, valuesShown());
    return move && openingsFor(move.openings, open?.draft.kind.kind ?? 'email', fill)[opening];
  }

  function valuesShown(): Values {
    return context.shown()?.values ?? {};
  }
}

const commands: Readonly<Record<Extract<FromPage, { type: 'run' }>['command'], string>> = {
  link: 'commonGround.linkDocument',
  exportCase: 'commonGround.exportCase',
  importCase: 'commonGround.importCase',
  preparationSheet: 'commonGround.newPreparationSheet',
  changeMe: 'commonGround.sayWhoIAm',
  changeKind: 'commonGround.changeKind',
  review: 'commonGround.reviewDraft',
  newEmail: 'commonGround.newEmail',
  newProposal: 'commonGround.newProposal',
  pasteThread: 'commonGround.pasteThread',
  openExample: 'commonGround.openExample',
  report: 'commonGround.diagnoseStall',
  setLimits: 'commonGround.setPrivateLimits',
  checkDocument: 'commonGround.checkThisDocument',
  showSetAside: 'commonGround.showSetAsideCases',
};

const needsEditor: ReadonlySet<string> = new Set(['review', 'changeKind', 'checkDocument', 'report']);

/** Where the words stand now: at the place they were read from, or nearest to it after edits. */
function nearest(text: string, words: string, start: number): number {
  if (text.startsWith(words, start)) return start;
  const after = text.indexOf(words, start);
  const before = text.lastIndexOf(words, start);
  if (after < 0 && before < 0) return Math.min(start, text.length);
  if (after < 0) return before;
  return before < 0 || after - start < start - before ? after : before;
}
