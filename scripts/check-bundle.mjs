import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { root } from './paths.mjs';

// What a bundle may ask for by name. Nothing here reaches a network, starts a program or runs text as code.
const localModules = [
  'assert',
  'buffer',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'module',
  'os',
  'path',
  'process',
  'readline',
];
const quietModules = [...localModules, 'stream', 'string_decoder', 'tty', 'url', 'util'];

// What the command line reads only when it needs it.
const packages = ['compromise', 'postal-mime', 'htmlparser2', 'lezer-markdown', 'yaml'];
const nameBeside = (name) => `./packages/${name}.cjs`;

const bundles = {
  'dist/extension.cjs': ['fs', 'path', './extension.browser.js'],
  'dist/extension.browser.js': ['vscode'],
  // The finder of files asks whether there is a picomatch beside it, and goes on without.
  // It starts git where a version is named by its revision, and no other program.
  'dist/cli.cjs': [...quietModules, 'picomatch', 'worker_threads', 'child_process', ...packages.map(nameBeside)],
  ...Object.fromEntries(packages.map((name) => [`dist/${nameBeside(name).slice(2)}`, quietModules])),
  'dist/index.mjs': [],
  'media/dist/main.js': [],
};

const networkGlobals = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
];
const codeGlobals = ['eval', 'importScripts', 'Worker', 'SharedWorker'];
const owners = ['globalThis', 'window', 'self', 'global'];
const forbiddenMembers = ['fetch', 'sendBeacon', 'createTelemetryLogger', 'XMLHttpRequest', 'WebSocket', 'EventSource'];

/**
 * What in a bundle could reach a network or run text as code. Names are looked for in the code, not in its strings: esbuild puts a
 * mark in place of each reference to a global, and of nothing else.
 * @param {string} code JavaScript
 * @param {readonly string[]} allowed modules that it may ask for
 * @returns {Promise<string[]>} one line for each fault
 */
export async function bundleFaults(code, allowed) {
  const faults = new Set();
  for (const name of await modulesOf(code)) {
    const bare = name.replace(/^node:/, '');
    if (!allowed.includes(bare)) faults.add(`asks for the module ${name}`);
  }
  const marked = await markGlobals(code);
  for (const [, name] of marked.matchAll(/\$found_(\w+)/g)) {
    if (name === 'Function' || name === 'require') continue;
    faults.add(`uses ${name}`);
  }
  if (/(new\s+\$found_Function\b|\$found_Function\s*\()/.test(marked)) faults.add('makes a function from text');
  if (/\$found_require\s*\((?!\s*["'])/.test(marked)) faults.add('asks for a module whose name it works out');
  const bare = withoutText(marked);
  for (const name of forbiddenMembers) {
    if (new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\s*[:,}]`).test(bare)) faults.add(`uses .${name}`);
  }
  if (/\.constructor\.constructor\b/.test(bare)) faults.add('makes a function from text');
  for (const fault of programFaults(code)) faults.add(fault);
  return [...faults].sort();
}

/** Whether a name that stands for child_process is declared, set, or asked to start git. */
function isGit(before, after) {
  if (/^\s*=\s*(?:[\w$]+\()?require\(/.test(after)) return true;
  if (/\bvar\s+(?:[\w$]+\s*,\s*)*$/.test(before.slice(-2000)) && /^\s*[,;]/.test(after)) return true;
  return /^\.execFileSync\)?\(\s*["']git["']/.test(after);
}

/** Ways to start a program other than `execFileSync('git', …)`, which uses no shell. */
function programFaults(code) {
  const asked = code.match(/["'](?:node:)?child_process["']/g)?.length ?? 0;
  const names = [...code.matchAll(/([\w$]+)\s*=\s*(?:[\w$]+\()?require\(["'](?:node:)?child_process["']\)/g)].map(
    ([, name]) => name,
  );
  if (asked !== names.length) return ['asks for child_process in a way that cannot be followed'];
  return names.flatMap((name) => {
    const uses = [...code.matchAll(new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g'))];
    return uses
      .filter(({ index }) => !isGit(code.slice(0, index), code.slice(index + name.length)))
      .map(() => 'starts a program other than git');
  });
}

async function modulesOf(code) {
  const names = new Set();
  await esbuild.build({
    stdin: { contents: code, loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    logLevel: 'silent',
    plugins: [
      {
        name: 'names',
        setup(build) {
          build.onResolve({ filter: /.*/ }, ({ path: name }) => {
            names.add(name);
            return { path: name, external: true };
          });
        },
      },
    ],
  });
  return names;
}

async function markGlobals(code) {
  const define = { Function: '$found_Function', require: '$found_require' };
  for (const name of [...networkGlobals, ...codeGlobals]) {
    define[name] = `$found_${name}`;
    for (const owner of owners) define[`${owner}.${name}`] = `$found_${name}`;
  }
  const { code: marked } = await esbuild.transform(code, { define, logLevel: 'silent', charset: 'utf8' });
  return marked;
}

/** The code with the insides of its strings taken out (not of templates, which can hold code). */
function withoutText(code) {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}

/** What in a style sheet is fetched from elsewhere. */
export function styleFaults(css) {
  return [...css.matchAll(/(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')\s]+)/g)].map(
    ([, from]) => `fetches ${from}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let count = 0;
  for (const [file, allowed] of Object.entries(bundles)) {
    const faults = await bundleFaults(readFileSync(path.join(root, file), 'utf8'), allowed);
    for (const fault of faults) console.log(`${file} ${fault}`);
    count += faults.length;
  }
  const styles = styleFaults(readFileSync(path.join(root, 'media/dist/main.css'), 'utf8'));
  for (const fault of styles) console.log(`media/dist/main.css ${fault}`);
  count += styles.length;
  console.log(count > 0 ? `${count} breaches of privacy` : 'no bundle can reach a network or run text as code');
  process.exitCode = count > 0 ? 1 : 0;
}
