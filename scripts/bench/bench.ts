import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAnalyzer } from '../../src/engine/index';
import { commandLine } from './command-line';
import { median, percentile, row, show, time } from './measure';
import { installPeers, type Peer } from './peers';
import { generator, readSource, textOf } from './texts';

// What reading costs, beside tools that people know, in one run: npm run bench -- [--data FOLDER] [--quick]. It reads the text below the folder, or
// the corpus. Prints a table and writes out/bench.json. Times move from machine to machine; the ratios hardly do.

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, quick: { type: 'boolean', default: false } },
});
const source = readSource(options.data);
const prose = (words: number, seed: number) => textOf(source, words, seed);
const results: Record<string, unknown> = {
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
  source: source.name,
};

const texts = {
  mail: prose(300, 3),
  '1,000': prose(1_000, 4),
  '10,000': prose(10_000, 5),
  '100,000': prose(100_000, 6),
};

const analyzer = createAnalyzer();
const ours: Peer = {
  name: 'Common Ground',
  check: (text) => analyzer.findings(analyzer.read(text, { kind: 'email' })).length,
};

console.log(
  `${source.paragraphs.length} paragraphs of ${source.name}. Milliseconds, medians, warm (Node ${process.version})\n`,
);
console.log(
  ' '.repeat(24) + ['mail, cold', ...Object.keys(texts), '10,000 + key'].map((name) => name.padStart(12)).join(''),
);
const peers = options.quick ? [] : await installPeers();
for (const peer of [ours, ...peers]) {
  const cold = await time(() => peer.check(texts.mail), 1);
  await peer.check(texts['10,000']);
  const values: (number | undefined)[] = [cold];
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
whole();
results['command line'] = await commandLine(source);
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
    // An editor hands over one string; V8 joins the parts of this one when a letter of it is asked for.
    current.charCodeAt(at);
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

/** Checks and diagnosis of a long document; callers run them when typing pauses. */
function whole(): void {
  const draft = analyzer.read(prose(100_000, 79), { kind: 'email' });
  const from = performance.now();
  const thread = analyzer.thread(draft);
  const read = performance.now();
  analyzer.checks(draft, thread);
  const checked = performance.now();
  analyzer.diagnose(thread);
  const end = performance.now();
  results['whole of 100,000 words'] = { thread: read - from, checks: checked - read, diagnosis: end - checked };
  console.log(
    `100,000 words as a whole: thread ${show(read - from)} ms, checks ${show(checked - read)} ms, diagnosis ${show(end - checked)} ms`,
  );
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

function sizes(): void {
  const bundles = [
    'dist/extension.cjs',
    'dist/extension.browser.js',
    'dist/cli.cjs',
    'dist/index.mjs',
    'media/dist/main.js',
  ];
  const packages = readdirSync('.').filter((name) => name.endsWith('.vsix'));
  console.log('');
  for (const file of [...bundles, ...packages].filter((name) => existsSync(name)))
    console.log(`${file}: ${(statSync(file).size / 1024).toFixed(0)} KB`);
}
