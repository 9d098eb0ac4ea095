import * as vscode from 'vscode';
import { fill, playbook, toSnippet } from '../engine/playbook';
import { shortened } from '../engine/text';
import type { Register } from '../playbook/types';
import { openingsFor } from '../sidebar/nextSteps';
import type { Drafts } from './drafts';
import { selector } from './selector';

/** Letters of a sentence that the list shows. */
const MOST_SHOWN = 70;

/** While typing `ask-` or `move-`, the questions and the openings of moves by their sentences. */
export function registerCompletions(drafts: Drafts): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    selector,
    {
      provideCompletionItems(document, position) {
        const before = document.lineAt(position).text.slice(0, position.character);
        const typed = /(?:^|[\s>(])((?:ask|move)(?:-[a-z-]*)?)$/i.exec(before)?.[1];
        if (typed === undefined) return undefined;
        const range = new vscode.Range(position.translate(0, -typed.length), position);
        const open = drafts.get(document);
        const wanted = typed.toLowerCase().startsWith('ask')
          ? questions(open?.settings.wording ?? 'plain')
          : openings(open?.draft.kind.kind ?? 'email');
        return wanted.map(({ id, text, detail }, order) => {
          const sentence = fill(text).replace(/\s+/g, ' ').trim();
          const item = new vscode.CompletionItem(
            { label: shortened(sentence, MOST_SHOWN), description: detail },
            vscode.CompletionItemKind.Snippet,
          );
          item.insertText = new vscode.SnippetString(toSnippet(text.trimEnd()));
          item.filterText = `${id} ${sentence}`;
          item.sortText = String(order).padStart(4, '0');
          item.documentation = fill(text);
          item.range = range;
          return item;
        });
      },
    },
    '-',
  );
}

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
}

function questions(wording: Register): Entry[] {
  const detail = vscode.l10n.t('question');
  return playbook.questions.map((question) => ({ id: question.id, text: question[wording], detail }));
}

function openings(kind: 'email' | 'proposal' | 'other'): Entry[] {
  return playbook.moves.flatMap(({ id, title, openings }) =>
    openingsFor(openings, kind, fill).map((text) => ({ id: `move-${id}`, text, detail: title })),
  );
}
