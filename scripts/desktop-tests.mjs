import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from './build.mjs';
import { copyWorkspace } from './fixtures.mjs';
import { cache, out, root } from './paths.mjs';
import { bundleSuites, groups, report } from './suites.mjs';

// Runs the same suites in VS Code for the desktop, which is downloaded: node scripts/desktop-tests.mjs [VERSION]
const version = process.argv[2] ?? '1.100.0';
const work = path.join(out, 'desktop');
await rm(work, { recursive: true, force: true });
await build({ quiet: true });
let failed = 0;
for (const { name, suites } of await groups()) {
  const workspace = await copyWorkspace(name, path.join(work, 'workspaces', name));
  const tests = await bundleSuites({ suites, folder: path.join(work, 'tests', name), workspace, grep: '' });
  const trust = name === 'restricted' ? [] : ['--disable-workspace-trust'];
  await runTests({
    version,
    cachePath: cache,
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    launchArgs: [workspace, '--disable-extensions', '--user-data-dir', path.join(work, 'profile'), ...trust],
  }).catch((error) => console.log(String(error)));
  const result = await readFile(path.join(workspace, '.result.json'), 'utf8').catch(() => undefined);
  failed += result ? (await report(JSON.parse(result), tests)).failed : 1;
  if (!result) console.log(`FAILED: no result from the workspace ${name}`);
}
process.exitCode = failed > 0 ? 1 : 0;
