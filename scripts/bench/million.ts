import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSource, textOf } from './texts';

// A mailbox that is too large to hold, through the stream: npm run bench:stream -- [--messages 1000000] [--words 150] [--jobs 1] [--data FOLDER].
// Prints messages a second and core, and how much memory the program held in each tenth of the way. It needs a build (npm run build).

const { values: options } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    words: { type: 'string', default: '150' },
    jobs: { type: 'string', default: '1' },
    data: { type: 'string' },
  },
});
const messages = Number(options.messages);
const words = Number(options.words);
const source = readSource(options.data);
// Some thousand different messages come in turns: making a million would take longer than reading them.
const texts = Array.from({ length: Math.min(messages, 4_000) }, (_, at) =>
  JSON.stringify(textOf(source, words, at + 1)),
);

const sayCost =
  'data:text/javascript,process.on("exit",()=>{const{userCPUTime,systemCPUTime,maxRSS}=process.resourceUsage();process.stderr.write("\\n@cost "+(userCPUTime+systemCPUTime)/1e6+" "+maxRSS/1024)})';
const command = ['dist/cli.cjs', 'check', '--jsonl-input', '--fail-on', 'never', '--jobs', options.jobs];
const child = spawn(process.execPath, ['--import', sayCost, ...command]);
let [answered, errors] = [0, ''];
const held: number[] = [];
child.stdout.on('data', (chunk: Buffer) => {
  const before = Math.floor((10 * answered) / messages);
  for (const byte of chunk) if (byte === 10) answered++;
  if (Math.floor((10 * answered) / messages) > before) held.push(memoryOf(child.pid));
});
child.stderr.on('data', (chunk: Buffer) => {
  errors = (errors + chunk.toString()).slice(-2_000);
});
const started = performance.now();
for (let id = 0; id < messages; id++) {
  const row = `{"id":${id},"text":${texts[id % texts.length]}}\n`;
  if (!child.stdin.write(row)) await new Promise<void>((resolve) => child.stdin.once('drain', resolve));
}
child.stdin.end();
const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
const [, cpu, peak] = /@cost ([\d.]+) ([\d.]+)$/.exec(errors) ?? [];
if (status !== 0 || answered !== messages || cpu === undefined)
  throw new Error(`${answered} answers, status ${status}: ${errors}`);
const seconds = (performance.now() - started) / 1000;
console.log(`${messages} messages of ${words} words (${source.name}), ${options.jobs} jobs: all answered in order`);
console.log(
  `${(messages / Number(cpu)).toFixed(0)} a second and core, ${Number(cpu).toFixed(0)} s of processor time, ${seconds.toFixed(0)} s`,
);
console.log(
  `memory: ${Number(peak).toFixed(0)} MB at most; by tenths of the way ${held.map((size) => size.toFixed(0)).join(' ')} MB`,
);

/** What a process holds, in MB; nothing is known of it where there is no /proc. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
