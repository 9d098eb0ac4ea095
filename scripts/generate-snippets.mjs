import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadModule } from './load-module.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The snippet files of whole documents, by path from the project's root, with the content that the playbook gives them. */
export async function generateSnippets() {
  const [{ playbook }, { toSnippet }] = await Promise.all([
    loadModule(path.join(root, 'src/playbook/read.ts')),
    loadModule(path.join(root, 'src/playbook/snippet.ts')),
  ]);
  const snippet = (prefix, description, text) => ({ prefix, description, body: toSnippet(text.trimEnd()).split('\n') });
  return {
    'snippets/templates.code-snippets': toJson(
      playbook.templates.map(({ id, title, description, body }) => [
        `${kindOf(id)}: ${title}`,
        snippet(id, description, body),
      ]),
    ),
  };
}

function kindOf(id) {
  return id.startsWith('mail-') ? 'E-mail' : 'Proposal';
}

function toJson(entries) {
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
