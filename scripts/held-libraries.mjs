import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { heldImport } from './held-content.mjs';
import { root, slashes } from './paths.mjs';

// Modules of libraries that are nothing but data: word lists, and the names of HTML characters.
const dataModules =
  /[\\/]node_modules[\\/](?:compromise[\\/]src[\\/].*[\\/]model[\\/]|postal-mime[\\/].*html-entities).*\.js$/;

/** Smaller ones are not worth a place of their own. */
const SMALLEST = 1500;

/**
 * Keeps the data in the code of libraries behind the code of the bundle, as other content is.
 * @param {import('esbuild').PluginBuild} build
 * @param {{ hold(name: string, lines: readonly string[]): string }} holder
 */
export function holdLibraries(build, holder) {
  build.onLoad({ filter: dataModules }, async ({ path: file }) => {
    if ((await readFile(file)).length < SMALLEST) return undefined;
    // A copy of its own: what other modules of the library make of the data stays with theirs.
    const exported = Object.entries(await import(`${pathToFileURL(file).href}?held`));
    // What JSON cannot say, such as a function or an expression, stays code.
    if (!exported.every(([, value]) => isDeepStrictEqual(asJson(value), value))) return undefined;
    const values = holder.hold(
      slashes(path.relative(root, file)),
      exported.map(([, value]) => JSON.stringify(value)),
    );
    const exports = exported.map(([name], at) =>
      name === 'default'
        ? `export default JSON.parse(lines[${at}]);`
        : `export const ${name} = JSON.parse(lines[${at}]);`,
    );
    return { contents: [heldImport, `const lines = ${values};`, ...exports].join('\n'), loader: 'js' };
  });
}

function asJson(value) {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}
