import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { parse } from 'yaml';

const source = fileURLToPath(new URL('../src/language/prepareContent.ts', import.meta.url));
const out = fileURLToPath(new URL('../out', import.meta.url));
let preparing;

/** `prepareContent` of the sources, so that what the build does and what runs later is one piece of code. */
function loadPrepareContent() {
  preparing ??= bundlePrepareContent();
  return preparing;
}

async function bundlePrepareContent() {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(out, 'prepare-'));
  try {
    const outfile = path.join(folder, 'prepareContent.mjs');
    await esbuild.build({
      entryPoints: [source],
      bundle: true,
      outfile,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    return (await import(pathToFileURL(outfile).href)).prepareContent;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets TypeScript import a `.yaml` file as the value it holds, parsed and prepared when the bundle is built. */
export function yamlPlugin() {
  return {
    name: 'yaml',
    setup(build) {
      build.onLoad({ filter: /\.ya?ml$/ }, async ({ path: file }) => {
        const prepareContent = await loadPrepareContent();
        const text = await readFile(file, 'utf8');
        try {
          const contents = JSON.stringify(prepareContent(parse(text)));
          return { contents, loader: 'json', watchFiles: [file] };
        } catch (error) {
          return { errors: [{ text: `${file}: ${error.message}` }] };
        }
      });
    },
  };
}
