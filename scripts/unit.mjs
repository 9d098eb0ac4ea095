import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { scriptsStayWhereTheyAre, yamlPlugin } from './build-tools.mjs';
import { out, root } from './paths.mjs';

const usage = `npm run unit -- [FILE|FOLDER]... [-g WORDS] [--without-examples] [--reporter NAME] [--bail]

Runs the unit tests in the files and folders named, or all of them.
  -g, --grep WORDS     only tests whose name has these words in it
  --without-examples   all but the examples of the rules, which are most of the tests`;

const { values, positionals } = readWords();
const entries = (positionals.length > 0 ? positionals : [path.join(root, 'test/unit')])
  .flatMap(testsIn)
  .filter((file) => !(values['without-examples'] && file.endsWith('examples.test.ts')));

mkdirSync(out, { recursive: true });
const folder = mkdtempSync(path.join(out, 'unit-'));
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
    plugins: [scriptsStayWhereTheyAre(), yamlPlugin()],
    logLevel: 'warning',
  });
  const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const flags = [
    ...(values.grep ? ['--fgrep', values.grep] : []),
    ...(values.reporter ? ['--reporter', values.reporter] : []),
    ...(values.bail ? ['--bail'] : []),
  ];
  const run = spawnSync(process.execPath, ['--enable-source-maps', mocha, ...flags, folder], {
    stdio: 'inherit',
    cwd: root,
  });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function readWords() {
  try {
    const read = parseArgs({
      allowPositionals: true,
      options: {
        grep: { type: 'string', short: 'g' },
        'without-examples': { type: 'boolean', default: false },
        reporter: { type: 'string' },
        bail: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (!read.values.help) return read;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

function testsIn(name) {
  const file = path.resolve(name);
  if (file.endsWith('.ts')) return [file];
  return readdirSync(file, { recursive: true })
    .filter((inside) => inside.endsWith('.test.ts'))
    .map((inside) => path.join(file, inside));
}
