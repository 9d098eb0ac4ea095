import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { parse } from 'yaml';

const source = fileURLToPath(new URL('../src/language/prepareContent.ts', import.meta.url));
let preparing;

/** `prepareContent` of the sources, so that what the build does and what runs later is one piece of code. */
function loadPrepareContent() {
  preparing ??= esbuild
    .build({ entryPoints: [source], bundle: true, format: 'esm', platform: 'node', write: false, logLevel: 'warning' })
    .then(
      ({ outputFiles }) => import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`),
    )
    .then((module) => module.prepareContent);
  return preparing;
}

/** Lets TypeScript import a `.yaml` file as the value it holds, parsed and prepared when the bundle is built. */
export function yamlPlugin() {
  return {
    name: 'yaml',
    setup(build) {
      build.onLoad({ filter: /\.ya?ml$/ }, async ({ path }) => {
        const prepareContent = await loadPrepareContent();
        const text = await readFile(path, 'utf8');
        try {
          const contents = JSON.stringify(prepareContent(parse(text)));
          return { contents, loader: 'json', watchFiles: [path] };
        } catch (error) {
          return { errors: [{ text: `${path}: ${error.message}` }] };
        }
      });
    },
  };
}
