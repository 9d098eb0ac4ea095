import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createAnalyzer } from '../../src/engine/index';
import { installPeers, type Peer } from './peers';
import { generator, prose } from './prose';

// What reading costs, beside tools that people know, in one run. Prints a table and writes out/bench.json. Times move from machine
// to machine; the ratios hardly do.

const quick = process.argv.includes('--quick');
const results: Record<string, unknown> = { node: process.version, date: new Date().toISOString().slice(0, 10) };

const texts = {
  mail: prose(300, 3),
  '1,000': prose(1_000, 4),
  '10,000': prose(10_000, 5),
  '100,000': prose(100_000, 6),
};

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

async function time(action: () => unknown, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await action();
    times.push(performance.now() - from);
  }
  return median(times);
}

const show = (value: number | undefined) =>
  value === undefined ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(0);

function row(name: string, values: readonly (number | undefined)[]): void {
  console.log(name.padEnd(24) + values.map((value) => show(value).padStart(12)).join(''));
}

const analyzer = createAnalyzer();
const ours: Peer = {
  name: 'Common Ground',
  check: (text) => analyzer.findings(analyzer.read(text, { kind: 'email' })).length,
};

console.log(`First reading, milliseconds, medians, warm (Node ${process.version})\n`);
console.log(' '.repeat(24) + [...Object.keys(texts), '10,000 + key'].map((name) => name.padStart(12)).join(''));
const peers = quick ? [] : await installPeers();
for (const peer of [ours, ...peers]) {
  await peer.check(texts.mail);
  await peer.check(texts['10,000']);
  const values: (number | undefined)[] = [];
  for (const [name, text] of Object.entries(texts))
    values.push(
      peer.slow === true && name === '100,000'
        ? await time(() => peer.check(text), 1)
        : await time(() => peer.check(text), name === '100,000' ? 3 : 9),
    );
  const paragraph = texts['10,000'].split('\n\n')[40]!;
  if (peer === ours) {
    const keys = typeInto(texts['10,000']);
    results.key = { median: median(keys), p99: percentile(keys, 0.99) };
    values.push(median(keys));
  } else values.push(await time(() => peer.check(paragraph), 15));
  results[peer.name] = values;
  row(peer.name, values);
}
console.log('\nPeers have no way to re-read a part: their last column is one paragraph alone.');
const key = results.key as { median: number; p99: number };
console.log(`After one key in 10,000 words: median ${show(key.median)} ms, 99th percentile ${show(key.p99)} ms`);

growth();
memory();
stretch();
worstInputs();
await commandLine();
sizes();

mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `${JSON.stringify(results, null, 2)}\n`);

/** Times of single keys typed at many places. */
function typeInto(text: string): number[] {
  const random = generator(9);
  let current = text;
  let draft = analyzer.read(current, { kind: 'email' });
  analyzer.findings(draft);
  const times: number[] = [];
  for (let count = 0; count < 600; count++) {
    const at = 20 + Math.floor(random() * (current.length - 40));
    const letter = 'etaoin '[count % 7]!;
    current = current.slice(0, at) + letter + current.slice(at);
    const from = performance.now();
    draft = analyzer.update(draft, current, [{ start: at, end: at, text: letter }]);
    analyzer.findings(draft);
    times.push(performance.now() - from);
  }
  return times.slice(100);
}

function growth(): void {
  const perWord = [10_000, 100_000, 1_000_000].map((words) => {
    const text = prose(words, words);
    const from = performance.now();
    analyzer.findings(analyzer.read(text, { kind: 'email' }));
    return ((performance.now() - from) / words) * 1000;
  });
  results['microseconds per word'] = perWord;
  console.log(
    `Growth, microseconds a word at 10,000 / 100,000 / 1,000,000 words: ${perWord.map((value) => value.toFixed(2)).join(' / ')}`,
  );
}

function memory(): void {
  const text = prose(100_000, 77);
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  const before = process.memoryUsage().heapUsed;
  const draft = analyzer.read(text, { kind: 'email' });
  analyzer.findings(draft);
  collect?.();
  const held = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  results['megabytes held'] = held;
  console.log(`Memory held for 100,000 words beyond the text: ${held.toFixed(1)} MB (${draft.blocks.length} blocks)`);
}

function stretch(): void {
  const draft = analyzer.read(prose(100_000, 78), { kind: 'email' });
  let longest = 0;
  const steps = analyzer.findingsInSteps(draft);
  for (;;) {
    const from = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - from);
    if (step.done === true) break;
  }
  results['longest step'] = longest;
  console.log(`Longest step of searching 100,000 words without giving way: ${show(longest)} ms`);
}

function worstInputs(): void {
  const size = 1_000_000;
  const fill = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const inputs: Record<string, string> = {
    'one line of words': fill('we demand an answer '),
    'one word': fill('a'),
    'trigger lines': fill('You never listen.\n'),
    'quote marks': fill('>'),
    brackets: fill('['),
    stars: fill('*a '),
    'not not not': fill('not you never '),
    emoji: fill('😀'),
    'lone surrogates': fill('\ud83d'),
    'On On On': fill('On '),
    quotes: fill('"we demand" '),
  };
  let worst = { name: '', milliseconds: 0 };
  for (const [name, text] of Object.entries(inputs)) {
    for (const identity of [{ kind: 'email' as const }, { path: 'a.md', kind: 'proposal' as const }]) {
      const from = performance.now();
      analyzer.findings(analyzer.read(text, identity));
      const milliseconds = performance.now() - from;
      if (milliseconds > worst.milliseconds) worst = { name, milliseconds };
    }
  }
  results['worst input'] = worst;
  console.log(`Worst 1 MB input tried: ${worst.name}, ${worst.milliseconds.toFixed(0)} ms`);
}

async function commandLine(): Promise<void> {
  // As it is shipped: a build for development is larger.
  execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'ignore' });
  const file = path.join('out', 'bench-mail.email');
  mkdirSync('out', { recursive: true });
  writeFileSync(file, `${texts.mail}\nWe demand an answer.\n`);
  const node = process.execPath;
  const timed = (words: readonly string[]) =>
    new Promise<{ first: number; end: number }>((resolve) => {
      const from = performance.now();
      const run = spawn(node, words, { stdio: ['ignore', 'pipe', 'ignore'] });
      let first = 0;
      run.stdout.once('data', () => {
        first = performance.now() - from;
      });
      run.on('close', () => resolve({ first, end: performance.now() - from }));
    });
  const calls = {
    node: ['-e', '0'],
    version: ['dist/cli.cjs', '--version'],
    check: ['dist/cli.cjs', 'check', file],
  };
  const measured: Record<keyof typeof calls, { first: number; end: number }[]> = { node: [], version: [], check: [] };
  // In turns, so that what else the machine does falls on all alike.
  for (let round = 0; round < 15; round++)
    for (const name of ['node', 'version', 'check'] as const) measured[name].push(await timed(calls[name]));
  const end = (name: keyof typeof calls) => median(measured[name].map((one) => one.end));
  const first = median(measured.check.map((one) => one.first));
  results['command line'] = { node: end('node'), version: end('version'), first, check: end('check') };
  console.log(
    `Command line: Node.js alone ${end('node').toFixed(0)} ms, start ${end('version').toFixed(0)} ms, first finding on a mail ${first.toFixed(0)} ms, end ${end('check').toFixed(0)} ms`,
  );
}

function sizes(): void {
  const files = ['dist/extension.cjs', 'dist/extension.browser.js', 'dist/cli.cjs', 'media/dist/main.js'].filter(
    existsSync,
  );
  for (const file of files) console.log(`${file}: ${(statSync(file).size / 1024).toFixed(0)} KB`);
  const packages = execFileSync('ls', ['.'], { encoding: 'utf8' })
    .split('\n')
    .filter((name) => name.endsWith('.vsix'));
  for (const file of packages) console.log(`${file}: ${(statSync(file).size / 1024).toFixed(0)} KB`);
}
