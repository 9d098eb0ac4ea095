import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

/** Where a fixture workspace is kept, whether or not it exists. */
export function workspaceFolder(name) {
  return path.join(root, 'test/host/workspaces', name);
}

/** A fresh copy of a fixture workspace, so that tests may write into it. */
export async function copyWorkspace(name, to) {
  await mkdir(to, { recursive: true });
  if (existsSync(workspaceFolder(name))) await cp(workspaceFolder(name), to, { recursive: true });
  return to;
}

/** The extension as the web host sees it: what gets packed, without the entry for Node.js. */
export async function copyForWeb(extension, to) {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const packed = await listFiles({ cwd: extension, packageManager: PackageManager.None });
  for (const file of packed) await cp(path.join(extension, file), path.join(to, file), { recursive: true });
  const manifest = JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8'));
  delete manifest.main;
  await writeFile(path.join(to, 'package.json'), JSON.stringify(manifest));
  return to;
}
