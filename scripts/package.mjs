import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from './build.mjs';
import { root } from './paths.mjs';
import { zipEntries } from './unzip.mjs';

// Builds for production and packs what .vscodeignore lets through; refuses a package that is too big or holds what nobody runs.
const limit = 2560 * 1024;

const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
const packagePath = path.join(root, `${name}-${version}.vsix`);
await build({ production: true });
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
});

const { size } = await stat(packagePath);
const entries = await zipEntries(packagePath);
const unwanted = entries
  .map((entry) => entry.name)
  .filter((file) => /\.(ts|mjs|map)$|(^|\/)(src|test|scripts|node_modules)\//.test(file));
const largest = [...entries].sort((a, b) => b.size - a.size).slice(0, 5);
for (const { name: file, size: bytes } of largest) console.log(`${(bytes / 1024).toFixed(0).padStart(6)} KB  ${file}`);
console.log(`${path.basename(packagePath)}: ${entries.length} files, ${(size / 1024).toFixed(0)} KB`);
if (unwanted.length > 0) fail(`these do not belong into the package: ${unwanted.join(', ')}`);
if (size > limit) fail(`the package is larger than ${limit / 1024} KB`);

function fail(reason) {
  console.error(reason);
  process.exitCode = 1;
}
