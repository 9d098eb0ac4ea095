import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';
import { yamlPlugin } from './build-tools.mjs';
import { workspaceFolder } from './fixtures.mjs';
import { root, slashes } from './paths.mjs';

const suitesFolder = path.join(root, 'test/host');
// A minute or so in the whole test; a long run asks for more.
const fewEdits = 1000;

/**
 * Compiles suites into one CommonJS file that exports `run()`, for either host.
 * @returns {Promise<string>} its path without `.js`
 */
export async function bundleSuites({ suites, folder, workspace, grep, edits = fewEdits }) {
  await mkdir(folder, { recursive: true });
  await esbuild.build({
    entryPoints: [path.join(suitesFolder, 'index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    sourcemap: 'external',
    external: ['vscode', 'node:child_process', 'node:process', 'node:v8', 'node:vm'],
    define: {
      'process.env.NODE_DEBUG': '""',
      global: 'globalThis',
      __RUN__: JSON.stringify({ grep, workspace: slashes(workspace), edits }),
    },
    alias: {
      'node:assert/strict': path.join(suitesFolder, 'assert.cjs'),
      util: path.join(root, 'node_modules/util/util.js'),
    },
    inject: [path.join(suitesFolder, 'process-shim.mjs')],
    plugins: [yamlPlugin({ place: 'inside' }), suitesPlugin(suites)],
    logLevel: 'warning',
  });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: 'commonjs' }));
  return path.join(folder, 'index');
}

function suitesPlugin(suites) {
  return {
    name: 'suites',
    setup(build) {
      // Mocha's browser build would take the bundle's own `module.exports`; without them in sight it sets a global.
      build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
        contents: `var module, exports, define;\n${await readFile(file, 'utf8')}`,
      }));
      build.onResolve({ filter: /^suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
        contents: suites.map((file) => `import ${JSON.stringify(slashes(file))};`).join('\n'),
        resolveDir: suitesFolder,
      }));
    },
  };
}

/**
 * Which suites run in which workspace: those directly in test/host in `main`, those in a folder of their own in the workspace of
 * the same name.
 * @param {readonly string[]} named paths of suites; all when there are none
 * @returns {Promise<{ name: string, suites: string[] }[]>} absolute paths
 */
export async function groups(named = []) {
  const all = (await readdir(suitesFolder, { recursive: true })).filter((name) => name.endsWith('.test.ts')).sort();
  const files = named.length > 0 ? named.map((file) => path.relative(suitesFolder, path.resolve(file))) : all;
  const byName = new Map();
  for (const file of files) {
    const [first, ...rest] = file.split(path.sep);
    const name = rest.length > 0 && existsSync(workspaceFolder(first)) ? first : 'main';
    byName.set(name, [...(byName.get(name) ?? []), path.join(suitesFolder, file)]);
  }
  return [...byName].map(([name, suites]) => ({ name, suites }));
}

/**
 * Says what failed and why, in mocha's words and by the places in the sources.
 * @param {{ passed: number, failures: { title: string, stack: string }[], pending: string[], milliseconds: number }} result
 * @param {string} tests what `bundleSuites` returned
 * @returns {Promise<{ passed: number, failed: number }>} a test that is left out counts as failed, and a run without tests too
 */
export async function report({ passed, failures, pending, milliseconds }, tests) {
  const map = new SourceMap(JSON.parse(await readFile(`${tests}.js.map`, 'utf8')));
  const lines = ['', `  ${passed} passing (${(milliseconds / 1000).toFixed(1)}s)`];
  if (pending.length > 0) lines.push(`  ${pending.length} pending: ${pending.join('; ')}`);
  if (failures.length > 0) lines.push(`  ${failures.length} failing`);
  failures.forEach(({ title, stack }, index) => {
    lines.push('', `  ${index + 1}) ${title}`, bySources(stack, map, path.dirname(tests)).replace(/^/gm, '     '));
  });
  console.log(lines.join('\n'));
  const failed = failures.length + pending.length;
  return { passed, failed: passed + failed === 0 ? 1 : failed };
}

function bySources(stack, map, folder) {
  // The web host wraps a module into a function, which takes two lines, and says so in the name.
  return stack.replace(
    /\S*tests\/[\w-]+\/index\.js(#vscode-extension)?:(\d+):(\d+)/g,
    (place, wrapped, line, column) => {
      const entry = map.findEntry(Number(line) - 1 - (wrapped ? 2 : 0), Number(column) - 1);
      if (!entry.originalSource) return place;
      const file = path.relative(root, path.resolve(folder, entry.originalSource));
      return `(${slashes(file)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    },
  );
}
