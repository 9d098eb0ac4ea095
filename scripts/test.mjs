import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { getBrowser } from './browser.mjs';
import { root } from './paths.mjs';
import { getVSCode, NotForThisMachine } from './vscode.mjs';

const script = (name, ...words) => [process.execPath, path.join(root, 'scripts', name), ...words];
const tool = (file, ...words) => [process.execPath, path.join(root, 'node_modules', file), ...words];
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// Stages of one row run side by side; a row starts when the one before is done. `needs` names a VS Code. Each VS Code runs alone:
// two at once on two cores take as long together as one after the other, and make what waits for a clock unsteady.
const rows = [
  [
    { id: 'types', command: tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--pretty', 'false') },
    { id: 'types-page', command: tool('typescript/bin/tsc', '-p', 'media/tsconfig.json', '--pretty', 'false') },
    { id: 'lint', command: tool('@biomejs/biome/bin/biome', 'check', '.') },
    { id: 'dependencies', command: script('check-dependencies.mjs') },
    { id: 'generated', command: script('generate.mjs', '--check') },
    { id: 'unit', command: script('unit.mjs', '--quick', '--reporter', 'dot') },
    { id: 'unit-long', command: script('unit.mjs', '--long', '--reporter', 'dot') },
  ],
  [
    { id: 'package', command: script('package.mjs') },
    { id: 'corpus', command: script('run.mjs', 'scripts/corpus.ts', '--check') },
  ],
  [
    { id: 'privacy', command: script('check-bundle.mjs') },
    { id: 'packages', command: script('unit.mjs', 'test/package', '--reporter', 'dot') },
    { id: 'kept', command: script('unit.mjs', 'test/process', '--reporter', 'dot') },
    {
      id: 'installed',
      needs: 'lowest',
      command: hostTests('lowest', 'node', '--vsix', `${name}-${version}.vsix`, ...suites('smoke')),
    },
  ],
  [{ id: 'ui-lowest-node', needs: 'lowest', command: script('ui-tests.mjs', ...uiSuites()) }],
  // Every suite where most people are; elsewhere those that what differs could break.
  [{ id: 'host-lowest-node', needs: 'lowest', command: hostTests('lowest', 'node') }],
  [
    {
      id: 'host-lowest-web',
      needs: 'lowest',
      command: hostTests('lowest', 'web', ...suites('smoke', 'documents', 'wording', 'stall', 'forgetting')),
    },
  ],
  [
    {
      id: 'host-newest-node',
      needs: 'newest',
      command: hostTests('newest', 'node', ...suites('smoke', 'wording', 'restricted/restricted')),
    },
  ],
  [{ id: 'host-newest-web', needs: 'newest', command: hostTests('newest', 'web', ...suites('smoke', 'wording')) }],
];

function hostTests(which, host, ...words) {
  return script('host-tests.mjs', '--vscode', which, '--host', host, ...words);
}

// The suite of the panel is run by `npm run ui` until it holds on a busy machine too.
function uiSuites() {
  return ['forget', 'limits', 'pictures', 'pressed', 'report', 'sidebar', 'status', 'writing'].map((suite) =>
    path.join(root, `test/ui/${suite}.test.ts`),
  );
}

function suites(...names) {
  return names.map((suite) => path.join(root, `test/host/${suite}.test.ts`));
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const wanted = options.only?.split(',');
const chosen = rows
  .map((row) => row.filter(({ id }) => !wanted || wanted.some((start) => id === start || id.startsWith(`${start}-`))))
  .filter((row) => row.length > 0);

if (options.help || chosen.length === 0) {
  console.log(
    `npm test -- [--only STAGE,...] [--verbose]\n\nStages: ${rows
      .flat()
      .map(({ id }) => id)
      .join(', ')}`,
  );
  process.exit(options.help ? 0 : 2);
}

const started = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const trouble = [];
const unready = await fetchWhatIsNeeded(chosen.flat());
for (const row of chosen) await Promise.all(row.map(runStage));
console.log(`\nAll of it took ${seconds(started)}.`);
for (const line of trouble) console.log(line);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Gets each VS Code and a browser before the clock of any test runs; returns why what could not be had could not. */
async function fetchWhatIsNeeded(stages) {
  const problems = new Map();
  for (const which of new Set(stages.map(({ needs }) => needs).filter(Boolean))) {
    await getVSCode(which).catch((error) => problems.set(which, error));
  }
  if (stages.some(({ needs }) => needs)) {
    await getBrowser().catch((error) => {
      for (const which of ['lowest', 'newest']) if (!problems.has(which)) problems.set(which, error);
    });
  }
  return problems;
}

async function runStage({ id, needs, command }) {
  const problem = unready.get(needs);
  if (problem instanceof NotForThisMachine) {
    total.skipped++;
    trouble.push(`SKIPPED ${id}: ${problem.message}`);
    console.log(`\n== ${id}: SKIPPED, ${problem.message}`);
    return;
  }
  if (problem) {
    total.failed++;
    trouble.push(`FAILED ${id}: it could not run (${problem.message})`);
    console.log(`\n== ${id}: FAILED, it could not run: ${problem.message}`);
    return;
  }
  const begun = Date.now();
  const { code, output } = await run(command);
  const counts = count(output, code);
  total.passed += counts.passed;
  total.failed += counts.failed;
  if (counts.failed > 0) trouble.push(`FAILED ${id}:\n${whatFailed(output)}`);
  console.log(`\n== ${id}: ${counts.failed > 0 ? 'FAILED' : 'ok'}, ${seconds(begun)}`);
  console.log(counts.failed > 0 || options.verbose ? output.trim() : closingLines(output));
}

/** Tests by mocha's closing lines; a stage without any is one check. A test left out counts as failed. */
function count(output, code) {
  const sum = (word) =>
    [...output.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce((all, [, n]) => all + Number(n), 0);
  const [passed, failed] = [sum('passing'), sum('failing') + sum('pending')];
  if (/^\s*\d+ passing\b/m.test(output)) return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: Math.max(failed, 1) };
}

/** What is worth reading of a stage in which all went well. */
function closingLines(output) {
  const lines = output.split('\n').filter((line) => line.trim());
  const closing = lines.filter((line) => /^\s*\d+ passing\b|^VS Code \d/.test(line));
  return (closing.length > 0 ? closing : lines.slice(-1)).join('\n');
}

/** Told once more at the end, where a log that is cut short still has it. */
function whatFailed(output) {
  const lines = output.split('\n').filter((line) => line.trim());
  const first = lines.findIndex((line) => /^\s*\d+ (failing|pending)\b/.test(line));
  return (first < 0 ? lines.slice(-15) : lines.slice(first, first + 30)).join('\n');
}

function run([command, ...words]) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', (error) => resolve({ code: -1, output: `${output}\n${error}` }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
