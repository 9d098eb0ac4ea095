import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateArchitecture } from './generate-architecture.mjs';
import { generateFigures } from './generate-figures.mjs';
import { generateL10n } from './generate-l10n.mjs';
import { generateLibraryPage } from './generate-library.mjs';
import { generateOverview, generateRulePages } from './generate-rule-pages.mjs';
import { generateSnippets } from './generate-snippets.mjs';

// Writes every file that follows from other files. With --check it writes nothing and fails when one is out of step.
// A generator returns {path from the root: content}; `folder` is set where it owns all that lies in one folder, so that
// a file it no longer makes is removed.
const generators = [
  { generate: generateSnippets, folder: 'snippets' },
  { generate: generateRulePages, folder: 'docs/rules' },
  { generate: generateOverview },
  { generate: generateFigures },
  // The translations lie beside it, written by hand.
  { generate: generateL10n },
  { generate: generateArchitecture },
  { generate: generateLibraryPage },
];

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const stale = [];

for (const { generate, folder } of generators) {
  const files = await generate();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    if ((await readFile(file, 'utf8').catch(() => undefined)) === content) continue;
    stale.push(name);
    if (check) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  for (const name of folder ? await filesIn(folder) : []) {
    if (Object.hasOwn(files, name)) continue;
    stale.push(name);
    if (!check) await rm(path.join(root, name));
  }
}

if (check && stale.length > 0) {
  console.error(`Out of step, run "node scripts/generate.mjs":\n${stale.map((name) => `  ${name}`).join('\n')}`);
  process.exitCode = 1;
} else if (stale.length > 0) {
  console.log(stale.map((name) => `wrote ${name}`).join('\n'));
}

async function filesIn(folder) {
  const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}
