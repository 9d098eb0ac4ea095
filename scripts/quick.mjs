import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './paths.mjs';

// The checks to run after every change: types, lint, layers and the unit tests that do not take long, side by side.
const tool = (file, ...words) => [path.join(root, 'node_modules', file), ...words];
const checks = {
  types: tool('typescript/bin/tsc', '-p', 'tsconfig.json', '--pretty', 'false'),
  'types of the page': tool('typescript/bin/tsc', '-p', 'media/tsconfig.json', '--pretty', 'false'),
  lint: tool('@biomejs/biome/bin/biome', 'check', '.'),
  layers: [path.join(root, 'scripts/check-dependencies.mjs')],
  unit: [path.join(root, 'scripts/unit.mjs'), '--quick', '--reporter', 'dot'],
};

const started = Date.now();
const failed = [];
await Promise.all(Object.entries(checks).map(([name, words]) => run(name, words)));
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(failed.length > 0 ? `\nFAILED after ${seconds} s: ${failed.join(', ')}` : `\nAll well after ${seconds} s.`);
process.exitCode = failed.length > 0 ? 1 : 0;

function run(name, words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('close', (code) => {
      const passing = /^\s*\d+ passing.*$/m.exec(output)?.[0].trim();
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}${passing ? `, ${passing}` : ''}`);
      if (code !== 0) {
        failed.push(name);
        console.log(output.trim());
      }
      resolve();
    });
  });
}
