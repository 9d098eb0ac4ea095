import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests } from './build-tools.mjs';
import { out, root } from './paths.mjs';

// Runs the browser tests: node scripts/ui-tests.mjs [--host node|web] [--vscode lowest|newest] [--screenshots] [--grep WORDS] [FILE]...
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: 'string', default: 'node' },
    vscode: { type: 'string', default: 'lowest' },
    screenshots: { type: 'boolean', default: false },
    grep: { type: 'string' },
  },
});
const suites = path.join(root, 'test/ui');
const all = (await readdir(suites, { recursive: true })).filter((name) => name.endsWith('.test.ts')).sort();
const entries =
  positionals.length > 0 ? positionals.map((file) => path.resolve(file)) : all.map((name) => path.join(suites, name));
const folder = path.join(out, 'ui', `suites-${values.vscode}-${values.host}`);
await rm(folder, { recursive: true, force: true });
await bundleTests(entries, folder, suites);
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const flags = [
  '--extension',
  'mjs',
  '--recursive',
  '--timeout',
  '90000',
  ...(values.grep ? ['--grep', values.grep] : []),
];
const environment = {
  UI_HOST: values.host,
  UI_VSCODE: values.vscode,
  ...(values.screenshots ? { UI_SCREENSHOTS: '1' } : {}),
};
const run = spawnSync(process.execPath, ['--enable-source-maps', mocha, ...flags, folder], {
  stdio: 'inherit',
  cwd: root,
  env: { ...process.env, ...environment },
});
process.exitCode = run.status ?? 1;
