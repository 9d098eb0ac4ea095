import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { yamlPlugin } from './build-tools.mjs';
import { root } from './paths.mjs';

// Bundles the named unit tests (all of them when none is named) and runs mocha over the result.
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const entries = named.length > 0 ? named.map((file) => path.resolve(file)) : findTests(path.join(root, 'test/unit'));

mkdirSync(path.join(root, 'out'), { recursive: true });
const folder = mkdtempSync(path.join(root, 'out/unit-'));
try {
  await esbuild.build({
    entryPoints: entries,
    outdir: folder,
    outbase: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    outExtension: { '.js': '.mjs' },
    plugins: [yamlPlugin()],
    logLevel: 'warning',
  });
  const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const run = spawnSync(
    process.execPath,
    ['--enable-source-maps', mocha, '--recursive', '--extension', 'mjs', ...flags, folder],
    { stdio: 'inherit', cwd: root },
  );
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function findTests(directory) {
  return readdirSync(directory, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(directory, name));
}
