import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import { yamlPlugin } from './build-tools.mjs';
import { out } from './paths.mjs';

// Runs a TypeScript program with its arguments: node scripts/run.mjs FILE.ts [ARGUMENT]...
const [file, ...words] = process.argv.slice(2);
if (!file) {
  console.error('node scripts/run.mjs FILE.ts [ARGUMENT]...');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(path.join(out, 'run-'));
try {
  await esbuild.build({
    entryPoints: [file],
    outfile: path.join(folder, 'main.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    plugins: [yamlPlugin()],
    logLevel: 'warning',
  });
  const flags = ['--enable-source-maps', '--expose-gc'];
  const run = spawnSync(process.execPath, [...flags, path.join(folder, 'main.mjs'), ...words], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
