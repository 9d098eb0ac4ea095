import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median } from './measure';
import { peerFolder } from './peers';
import { type Source, textOf } from './texts';

// The processor time of a program of Node.js, its start included, written as its last words. It is asked for with `--require`: after `--import`
// Node.js looks through the whole program for the names that it exports, which no user's call does.
const sayCpu = 'out/bench-cpu.cjs';
const sayCpuSource =
  'process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write("\\n@cpu "+(user+system)/1000)})';
const ROUNDS = 9;
const MAILS = 1_000;

interface Run {
  readonly cpu: number;
  readonly first: number;
  readonly wall: number;
}

/** The command line from its start to its end, beside Node.js alone and write-good. Processor milliseconds, medians. */
export async function commandLine(source: Source): Promise<Record<string, number>> {
  // As it is shipped: a build for development is larger.
  execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'ignore' });
  mkdirSync('out', { recursive: true });
  write(sayCpu, sayCpuSource);
  const mail = write('out/bench-mail.email', `Dear Tom,\n\n${textOf(source, 300, 3)}\n\nWe demand an answer.\n`);
  const long = write('out/bench-long.email', textOf(source, 100_000, 6));
  const writeGood = path.join(peerFolder, 'node_modules/write-good/bin/write-good.js');
  const calls: Record<string, string[]> = {
    'Node.js alone': ['-e', '0'],
    'check a mail': ['dist/cli.cjs', 'check', mail],
    'check 100,000 words': ['dist/cli.cjs', 'check', long],
    ...(existsSync(writeGood)
      ? { 'write-good, a mail': [writeGood, mail], 'write-good, 100,000 words': [writeGood, long] }
      : {}),
  };
  const runs = new Map(Object.keys(calls).map((name) => [name, [] as Run[]]));
  // In turns, so that what else the machine does falls on all alike.
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, words] of Object.entries(calls)) runs.get(name)!.push(await run(words));
  const figures: Record<string, number> = {};
  console.log('\nCommand line, processor milliseconds, start included');
  const alone = median(runs.get('Node.js alone')!.map(({ cpu }) => cpu));
  for (const [name, all] of runs) {
    figures[name] = median(all.map(({ cpu }) => cpu));
    console.log(
      `${name.padEnd(28)}${figures[name].toFixed(0).padStart(8)}${`${(figures[name] / alone).toFixed(2)} × Node.js`.padStart(18)}`,
    );
  }
  figures['first finding, wall'] = median(runs.get('check a mail')!.map(({ first }) => first));
  console.log(`First finding on a mail after ${figures['first finding, wall'].toFixed(0)} ms`);
  figures['mails a second and core'] = await stream(source);
  return figures;
}

/** Mails a second of processor time through `--jsonl-input`. */
async function stream(source: Source): Promise<number> {
  const rows = Array.from({ length: MAILS }, (_, id) => JSON.stringify({ id, text: textOf(source, 150, id + 1) }));
  const { cpu } = await run(['dist/cli.cjs', 'check', '--jsonl-input', '--fail-on', 'never'], `${rows.join('\n')}\n`);
  const rate = MAILS / (cpu / 1000);
  console.log(`JSONL: ${rate.toFixed(0)} mails of 150 words a second and core, start included`);
  return rate;
}

function run(words: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, ['--require', path.resolve(sayCpu), ...words], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let [first, errors] = [0, ''];
    child.stdout.on('data', () => {
      first ||= performance.now() - from;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('close', () => {
      const cpu = Number(/@cpu ([\d.]+)$/.exec(errors)?.[1]);
      if (Number.isNaN(cpu)) reject(new Error(`${words.join(' ')}: ${errors}`));
      else resolve({ cpu, first, wall: performance.now() - from });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function write(file: string, text: string): string {
  writeFileSync(file, text);
  return file;
}
