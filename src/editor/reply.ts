import * as vscode from 'vscode';
import { threadKey } from '../case/caseIdentity';
import { readCase } from '../case/caseReading';
import { answersOf, type CaseRecord, flagged, setDocument } from '../case/caseRecord';
import { type Letterhead, letterheadOf } from '../case/letterhead';
import type { Diagnosis } from '../diagnosis/diagnosis';
import { content, putKnown, toSnippet, type Values } from '../engine/playbook';
import { openingsFor } from '../sidebar/nextSteps';
import { causesLeft } from '../sidebar/talksView';
import type { CaseStore } from './cases';
import type { Drafts } from './drafts';
import { onCommand } from './log';
import { openDocument } from './rewrites';
import { tellNoDraft } from './told';
import type { People } from './writerIdentity';

/** What a reply begins with: the opening of a move, or a text; where none is named, the next move of talks that are stuck. */
export interface ReplyWith {
  readonly move?: string | undefined;
  readonly opening?: number;
  readonly text?: string;
  /** Address of the document to reply to; the one in front where there is none. */
  readonly document?: string;
}

/** Opens a mail beside the thread that answers it, and keeps it with the case of the thread. The walkthrough asks for the example by name. */
export function registerReply(drafts: Drafts, people: People, cases: CaseStore): vscode.Disposable {
  return onCommand('reply', 'Starting a reply', async (given?: unknown) => {
    if (given === 'example') await vscode.commands.executeCommand('commonGround.openExample');
    const wanted = readWanted(given);
    const source =
      (wanted.document === undefined ? undefined : openDocument(wanted.document)) ??
      vscode.window.activeTextEditor?.document ??
      vscode.window.visibleTextEditors[0]?.document;
    const open = source === undefined ? undefined : drafts.current(source);
    if (source === undefined || open === undefined) return tellNoDraft();
    const thread = await people.askedThread(open);
    if (thread === undefined) return;
    await cases.ready;
    const reading = readCase([{ draft: open.draft, thread }]);
    const key = threadKey(reading.subject, reading.people);
    const record = cases.find(source.uri, key);
    // As the panel fills them in.
    const diagnosis = reading.diagnose(answersOf(record), Date.now());
    const values = reading.valuesFor(diagnosis);
    const head = letterheadOf(open.draft, thread);
    const next = diagnosis.state === 'stalled' ? nextMoveOf(diagnosis, record) : undefined;
    const opening = wanted.text ?? openingOf({ move: next, ...wanted }, values);
    const document = await vscode.workspace.openTextDocument({ language: 'email', content: '' });
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: false,
    });
    await editor.insertSnippet(new vscode.SnippetString(letter(head, opening, values)));
    const seed = cases.seedOf(source.uri, key);
    await cases.change(seed, (record, at) => setDocument(record, document.uri.toString(), 'linked', at));
  });
}

/** The move that *Write the reply* in the panel brings: the first one of the first cause that the user did not rule out. */
function nextMoveOf(diagnosis: Diagnosis, record: CaseRecord | undefined): string | undefined {
  const [cause] = causesLeft(diagnosis, new Set(record === undefined ? [] : flagged(record.ruledOut)));
  return content.playbook.causes.find(({ id }) => id === cause?.id)?.moves[0];
}

function openingOf({ move: id, opening = 0 }: ReplyWith, values: Values): string | undefined {
  const move = content.playbook.moves.find((one) => one.id === id);
  return move && openingsFor(move.openings, 'email', (text) => content.fill(text, values))[opening];
}

/** The mail as a snippet: what the thread says stands there, what it does not say is a tab stop. */
function letter(head: Letterhead, opening: string | undefined, values: Values): string {
  const { name, me, topic } = head;
  const written = putKnown(opening?.trim() ?? '{text}', values);
  const known = { name, me, topic, item: topic };
  const text = [
    `To: ${head.to ?? '{address}'}`,
    `Subject: ${head.subject ?? '{topic}'}`,
    '',
    `${head.greeting} {name},`,
    '',
    written,
    '',
    'Kind regards,',
    '{me}',
    '',
  ].join('\n');
  const snippet = toSnippet(putKnown(text, known), { address: '[address]', text: '[what you want to say]' }).replace(
    /\$0$/,
    '',
  );
  // After the last stop the writer goes on below the opening, not below their name.
  return snippet.replace('\n\nKind regards,', '$0\n\nKind regards,');
}

function readWanted(given: unknown): ReplyWith {
  if (given instanceof vscode.Uri) return { document: given.toString() };
  if (typeof given !== 'object' || given === null) return {};
  const { move, opening, text, document } = given as Readonly<Record<string, unknown>>;
  return {
    ...(typeof move === 'string' ? { move } : {}),
    ...(typeof opening === 'number' ? { opening } : {}),
    ...(typeof text === 'string' ? { text } : {}),
    ...(typeof document === 'string' ? { document } : {}),
  };
}
