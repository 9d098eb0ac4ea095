import * as vscode from 'vscode';
import { fill, findCause, findQuestion, toSnippet } from '../engine/playbook';
import type { Drafts } from './drafts';
import { selector } from './selector';
import type { People } from './writerIdentity';

const CAUSES = 3;
const EACH = 3;

/** While typing `ask`, questions for the causes found in this document, before the snippets that are always there. */
export function registerCompletions(drafts: Drafts, people: People): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(selector, {
    provideCompletionItems(document, position) {
      const typed = /(?:^|\s)(ask[a-z-]*)$/i.exec(document.lineAt(position).text.slice(0, position.character))?.[1];
      const open = typed === undefined ? undefined : drafts.get(document);
      if (typed === undefined || open === undefined) return undefined;
      const { causes } = open.analyzer.diagnose(people.thread(open));
      const range = new vscode.Range(position.translate(0, -typed.length), position);
      const seen = new Set<string>();
      return causes.slice(0, CAUSES).flatMap((found, order) => {
        const cause = findCause(found.id);
        return cause.questions.slice(0, EACH).flatMap((id, index) => {
          if (seen.has(id)) return [];
          seen.add(id);
          const text = findQuestion(id)[open.settings.wording];
          const item = new vscode.CompletionItem(
            { label: id, description: vscode.l10n.t('fits: {0}', cause.title) },
            vscode.CompletionItemKind.Snippet,
          );
          item.insertText = new vscode.SnippetString(toSnippet(text));
          item.documentation = fill(text);
          item.range = range;
          item.sortText = `!${order}${index}`;
          item.preselect = order === 0 && index === 0;
          return [item];
        });
      });
    },
  });
}
