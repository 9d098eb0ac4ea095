import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { yamlPlugin } from './build-tools.mjs';

const out = fileURLToPath(new URL('../out', import.meta.url));

/** Bundles a TypeScript module of the product, YAML included, and returns its exports. */
export async function loadModule(entry) {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(out, 'load-'));
  try {
    const outfile = path.join(folder, 'module.mjs');
    await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      outfile,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      plugins: [yamlPlugin()],
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
