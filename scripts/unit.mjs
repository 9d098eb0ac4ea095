import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleTests } from './build-tools.mjs';
import { out, root, slashes } from './paths.mjs';

const usage = `npm run unit -- [FILE|FOLDER]... [-g WORDS] [--quick | --long] [--reporter NAME] [--bail]

Runs the unit tests in the files and folders named, or all of them.
  -g, --grep WORDS     only tests whose name has these words in it
  --quick              leaves out what takes long: all that reads the examples of all rules, starts programs, or tries hostile text
  --long               only what --quick leaves out`;

// These take most of the time.
const long = /(xamples?|builtIn|hostile|update|teamRules)\.test\.ts$|test\/unit\/(cli|integrations|training)\//;

const { values, positionals } = readWords();
const entries = (positionals.length > 0 ? positionals : [path.join(root, 'test/unit')])
  .flatMap(testsIn)
  .filter((file) => (long.test(slashes(file)) ? !values.quick : !values.long));

mkdirSync(out, { recursive: true });
const folder = mkdtempSync(path.join(out, 'unit-'));
try {
  await bundleTests(entries, folder, root);
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
        quick: { type: 'boolean', default: false },
        long: { type: 'boolean', default: false },
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
