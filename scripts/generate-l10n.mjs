import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Every text that the editor shows through `vscode.l10n`, for translators. */
export async function generateL10n() {
  const folder = path.join(root, 'src');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  const sources = await Promise.all(
    names.map(async (name) => ({ extension: '.ts', contents: await readFile(path.join(folder, name), 'utf8') })),
  );
  const texts = await getL10nJson(sources);
  const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { 'l10n/bundle.l10n.json': `${JSON.stringify(sorted, null, 2)}\n` };
}
