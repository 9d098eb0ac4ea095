import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule } from './load-module.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The snippet files, by path from the project's root, with the content that the playbook gives them. */
export async function generateSnippets() {
  const [{ playbook }, { toSnippet }] = await Promise.all([
    loadModule(path.join(root, 'src/playbook/read.ts')),
    loadModule(path.join(root, 'src/playbook/snippet.ts')),
  ]);
  const snippet = (prefix, description, text) => ({ prefix, description, body: toSnippet(text.trimEnd()).split('\n') });
  return {
    'snippets/questions.code-snippets': toJson(
      playbook.questions.flatMap((question) => fromQuestion(question, snippet)),
    ),
    'snippets/moves.code-snippets': toJson(playbook.moves.flatMap((move) => fromMove(move, snippet))),
    'snippets/templates.code-snippets': toJson(
      playbook.templates.map(({ id, title, description, body }) => [
        `${kindOf(id)}: ${title}`,
        snippet(id, description, body),
      ]),
    ),
  };
}

function fromQuestion({ id, plain, warm, formal }, snippet) {
  return [
    [`Question: ${id}`, snippet(id, 'Question, plain', plain)],
    [`Question: ${id}, warm`, snippet(`${id}-warm`, 'Question, warm', warm)],
    [`Question: ${id}, formal`, snippet(`${id}-formal`, 'Question, formal', formal)],
  ];
}

function fromMove({ id, title, openings }, snippet) {
  const entries = (texts, kind, prefix) =>
    texts.map((text, index) => {
      const which = `${kind}, ${index + 1} of ${texts.length}`;
      return [`Move: ${id}, ${which}`, snippet(prefix, `${title} (${which})`, text)];
    });
  return [
    ...entries(openings.email, 'e-mail', `move-${id}`),
    ...entries(openings.proposal, 'proposal', `move-${id}-proposal`),
  ];
}

function kindOf(id) {
  return id.startsWith('mail-') ? 'E-mail' : 'Proposal';
}

function toJson(entries) {
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
