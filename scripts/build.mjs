import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import esbuild from 'esbuild';
import { asWritten, ruleExamples, yamlPlugin } from './build-tools.mjs';
import { out, root, slashes } from './paths.mjs';
import { writeNotices } from './third-party.mjs';

// A call of the command line lasts hardly longer than Node.js takes to read its code. What a plain mail does not need is in files of its own,
// which are read when they are asked for.
const packagesOfCli = {
  'compromise/two': { file: 'compromise', exports: ['{ default }'] },
  'postal-mime': { file: 'postal-mime', exports: ['*', '{ default }'] },
  htmlparser2: { file: 'htmlparser2', exports: ['*'] },
  '@lezer/markdown': { file: 'lezer-markdown', exports: ['*'] },
  yaml: { file: 'yaml', exports: ['*'] },
};

// The web extension host adds `.js` to any other ending, so the browser bundle has to carry it.
const targets = [
  {
    name: 'extension',
    entry: 'src/extension.ts',
    outfile: 'dist/extension.cjs',
    options: { platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'], plugins: [sharedBundle()] },
  },
  {
    name: 'extension.browser',
    entry: 'src/extension.browser.ts',
    outfile: 'dist/extension.browser.js',
    options: { platform: 'browser', format: 'cjs', target: 'es2022', external: ['vscode'] },
    place: 'given',
  },
  {
    name: 'cli',
    entry: 'src/cli.ts',
    outfile: 'dist/cli.cjs',
    options: { platform: 'node', format: 'cjs', target: 'node20', plugins: [packagesBeside()] },
    place: 'beside',
  },
  ...Object.entries(packagesOfCli).map(([name, { file, exports }]) => ({
    name: `cli-${file}`,
    contents: exports.map((what) => `export ${what} from '${name}';`).join('\n'),
    outfile: `dist/packages/${file}.cjs`,
    options: { platform: 'node', format: 'cjs', target: 'node20' },
  })),
  {
    name: 'library',
    entry: 'src/library.ts',
    outfile: 'dist/index.mjs',
    options: { platform: 'neutral', mainFields: ['module', 'main'], format: 'esm', target: 'es2022' },
    place: 'inside',
  },
  {
    name: 'page',
    entry: 'media/main.ts',
    outfile: 'media/dist/main.js',
    options: { platform: 'browser', format: 'iife', target: 'es2022', loader: { '.svg': 'text' } },
    place: 'inside',
  },
  {
    name: 'page styles',
    entry: 'media/main.css',
    outfile: 'media/dist/main.css',
    options: { target: 'chrome132', loader: { '.ttf': 'file', '.svg': 'dataurl' }, assetNames: '[name]' },
  },
];

/**
 * Builds every bundle whose entry exists. A production build is minified, without maps, and wants them all.
 * @param {{ production?: boolean, watch?: boolean, quiet?: boolean }} options
 */
export async function build({ production = false, watch = false, quiet = false } = {}) {
  const present = targets.filter(({ entry }) => entry === undefined || existsSync(path.join(root, entry)));
  const missing = targets.filter((target) => !present.includes(target)).map(({ entry }) => entry);
  if (missing.length > 0 && production) throw new Error(`A production build needs ${missing.join(', ')}.`);
  if (missing.length > 0 && !quiet) console.log(`Not there, left out: ${missing.join(', ')}`);
  if (production)
    for (const folder of ['dist', 'media/dist', 'out/meta'])
      await rm(path.join(root, folder), { recursive: true, force: true });
  await mkdir(path.join(out, 'meta'), { recursive: true });
  await mkdir(path.join(root, 'dist'), { recursive: true });
  // Editors that validate YAML find the first two here, readers of the output the third.
  for (const schema of ['wording/rules', 'engine/configuration', 'cli/output'])
    await copyFile(
      path.join(root, `src/${schema}.schema.json`),
      path.join(root, `dist/${path.basename(schema)}.schema.json`),
    );
  const examples = await ruleExamples(path.join(root, 'src/wording/rules'));
  await writeFile(path.join(root, 'dist/examples.json'), JSON.stringify(examples));
  await Promise.all(present.map((target) => buildOne(target, { production, watch, quiet })));
  await writeIndex(path.join(root, 'dist/content'));
  if (!production) return;
  writeNotices();
  await writeTypes();
}

/** The types of the library, made from its sources. */
async function writeTypes() {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', path.join(root, 'scripts/library.tsconfig.json')]);
}

async function buildOne({ name, entry, contents, outfile, options, place = 'inside' }, { production, watch, quiet }) {
  const settings = {
    ...(entry === undefined ? { stdin: { contents, resolveDir: root } } : { entryPoints: [path.join(root, entry)] }),
    outfile: path.join(root, outfile),
    absWorkingDir: root,
    bundle: true,
    minify: production,
    sourcemap: !production,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    charset: 'ascii',
    supported: asWritten,
    // The schema checker makes an address of it while it loads, which fails in the worker of the web host.
    define: { 'self.location': 'undefined' },
    ...(outfile.endsWith('cli.cjs') ? { banner: { js: shebangFor(path.join(root, entry)) } } : {}),
    ...options,
    plugins: [yamlPlugin({ examples: false, place }), ...(options.plugins ?? [])],
  };
  if (watch) {
    const context = await esbuild.context({ ...settings, logLevel: 'info' });
    await context.watch();
    return;
  }
  const { metafile } = await esbuild.build(settings);
  await writeFile(path.join(out, 'meta', `${name.replace(' ', '-')}.json`), JSON.stringify(metafile));
  if (!quiet) console.log(`${outfile.padEnd(28)} ${(metafile.outputs[outfile].bytes / 1024).toFixed(1)} KB`);
}

/** The names of all content files, for a host that cannot look into folders. */
async function writeIndex(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.jsonl'));
  await writeFile(path.join(folder, 'index.json'), JSON.stringify(names.map(slashes).sort()));
}

/** The web host can load one file only, so the Node.js host loads what both share from that file. */
function sharedBundle() {
  return {
    name: 'shared',
    setup(build) {
      build.onResolve({ filter: /^\.\/extension\.browser$/ }, ({ path: name }) => ({
        path: `${name}.js`,
        external: true,
      }));
    },
  };
}

function packagesBeside() {
  return {
    name: 'packages beside',
    setup(build) {
      build.onResolve({ filter: /^[@a-z]/ }, ({ path: name }) =>
        Object.hasOwn(packagesOfCli, name)
          ? { path: `./packages/${packagesOfCli[name].file}.cjs`, external: true }
          : undefined,
      );
    },
  };
}

function shebangFor(entry) {
  return readFileSync(entry, 'utf8').startsWith('#!') ? '' : '#!/usr/bin/env node';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2);
  await build({ production: flags.includes('--production'), watch: flags.includes('--watch') });
}
