import { spawn } from 'node:child_process';
import { availableParallelism, constants, getPriority, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { getBrowser } from './browser.mjs';
import { root } from './paths.mjs';
import { lanes } from './stages.mjs';
import { getVSCode, NotForThisMachine } from './vscode.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const wanted = options.only?.split(',');
const isWanted = ({ id }) => !wanted || wanted.some((start) => id === start || id.startsWith(`${start}-`));
const [editors, checks] = [lanes.editors.filter(isWanted), lanes.checks.filter(isWanted)];
const chosen = [...editors, ...checks];

if (options.help || chosen.length === 0) {
  const ids = Object.values(lanes).flatMap((lane) => lane.map(({ id }) => id));
  console.log(`npm test -- [--only STAGE,...] [--verbose]\n\nStages: ${ids.join(', ')}`);
  process.exit(options.help ? 0 : 2);
}

const started = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const trouble = [];
const unready = await fetchWhatIsNeeded(chosen);
const runs = new Map();
await Promise.all([runLane(editors, 1), runLane(checks, coresForChecks(), constants.priority.PRIORITY_BELOW_NORMAL)]);
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

/** One is left to the editors, if there are any. */
function coresForChecks() {
  return Math.max(1, availableParallelism() - (editors.length > 0 ? 1 : 0));
}

/** Runs stages in their order, so many at once. */
async function runLane(stages, atOnce, priority = 0) {
  const left = [...stages];
  const work = async () => {
    for (let stage = left.shift(); stage !== undefined; stage = left.shift()) {
      await runs.get(stage.after);
      const run = runStage(stage, priority);
      runs.set(stage.id, run);
      await run;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function runStage({ id, needs, command }, priority) {
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
  const { code, output } = await run(command, priority);
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

function run([command, ...words], priority) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (child.pid !== undefined && priority > getPriority()) setPriority(child.pid, priority);
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
