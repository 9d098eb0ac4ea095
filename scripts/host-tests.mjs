import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { launchBrowser } from './browser.mjs';
import { yamlPlugin } from './build-tools.mjs';
import { copyForWeb, copyWorkspace, workspaceFolder } from './fixtures.mjs';
import { out, root, slashes } from './paths.mjs';
import { startServer } from './server.mjs';
import { getVSCode } from './vscode.mjs';

const suitesFolder = path.join(root, 'test/host');
const patience = 5 * 60_000;

/**
 * Runs the suites of test/host inside a real VS Code. Those directly in the folder run in the workspace `main`, those in a folder
 * of their own in the workspace of the same name; each workspace is a fresh copy. In `restricted` nothing is trusted.
 * @param {{ host: 'node' | 'web', which: 'lowest' | 'newest', extension?: string, grep?: string, only?: string }} options
 *   `extension` is the folder of the extension, this project where it is not given; `only` names one workspace
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runHostTests({ host, which, extension = root, grep = '', only }) {
  const vscode = await getVSCode(which);
  const work = path.join(out, 'host', `${which}-${host}`);
  await rm(work, { recursive: true, force: true });
  const tested = host === 'web' ? await copyForWeb(extension, path.join(work, 'extension')) : extension;
  const browser = await launchBrowser();
  const total = { passed: 0, failed: 0 };
  try {
    for (const { name, suites } of await groups(only)) {
      const workspace = await copyWorkspace(name, path.join(work, 'workspaces', name));
      // VS Code runs tests in the host of the extension that their folder lies in.
      const tests = await bundleSuites({
        suites,
        folder: path.join(tested === root ? work : tested, 'tests', name),
        workspace,
        grep,
      });
      console.log(`\nVS Code ${vscode.version}, ${host === 'web' ? 'web worker' : 'Node.js'} host, workspace ${name}`);
      const server = await startServer(vscode, {
        profile: path.join(work, `profile-${name}`),
        trust: name === 'restricted',
        settings: name === 'restricted' ? { 'security.workspace.trust.startupPrompt': 'never' } : {},
      });
      try {
        const page = { folder: workspace, extension: tested, tests, web: host === 'web' };
        const result = await runInPage(browser, server.address(page), path.join(workspace, '.result.json'));
        total.passed += result.passed;
        total.failed += result.failed;
      } finally {
        await server.stop();
      }
    }
  } finally {
    await browser.close();
  }
  return total;
}

/**
 * Compiles suites into one CommonJS file that exports `run()`, for either host.
 * @returns {Promise<string>} its path without `.js`
 */
export async function bundleSuites({ suites, folder, workspace, grep }) {
  await mkdir(folder, { recursive: true });
  await esbuild.build({
    entryPoints: [path.join(suitesFolder, 'index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    define: {
      'process.env.NODE_DEBUG': '""',
      global: 'globalThis',
      __RUN__: JSON.stringify({ grep, workspace: slashes(workspace) }),
    },
    alias: {
      'node:assert/strict': path.join(suitesFolder, 'assert.cjs'),
      util: path.join(root, 'node_modules/util/util.js'),
    },
    inject: [path.join(suitesFolder, 'process-shim.mjs')],
    plugins: [yamlPlugin(), suitesPlugin(suites)],
    logLevel: 'warning',
  });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: 'commonjs' }));
  return path.join(folder, 'index');
}

function suitesPlugin(suites) {
  return {
    name: 'suites',
    setup(build) {
      // Mocha's browser build would take the bundle's own `module.exports`; without them in sight it sets a global.
      build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
        contents: `var module, exports, define;\n${await readFile(file, 'utf8')}`,
      }));
      build.onResolve({ filter: /^suites$/ }, () => ({ path: 'suites', namespace: 'suites' }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
        contents: suites.map((file) => `import ${JSON.stringify(slashes(file))};`).join('\n'),
        resolveDir: suitesFolder,
      }));
    },
  };
}

/** Which suites run in which workspace. */
export async function groups(only) {
  const files = (await readdir(suitesFolder, { recursive: true })).filter((name) => name.endsWith('.test.ts')).sort();
  const byName = new Map();
  for (const file of files) {
    const [first, ...rest] = file.split(path.sep);
    const name = rest.length > 0 && existsSync(workspaceFolder(first)) ? first : 'main';
    byName.set(name, [...(byName.get(name) ?? []), path.join(suitesFolder, file)]);
  }
  return [...byName].map(([name, suites]) => ({ name, suites })).filter(({ name }) => !only || name === only);
}

async function runInPage(browser, address, resultFile) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const heard = [];
  let give;
  const ended = new Promise((resolve) => {
    give = resolve;
  });
  page.on('console', (message) => {
    const text = message.text();
    const line = /@@test (.*?)@@/s.exec(text)?.[1];
    if (line !== undefined) console.log(line);
    else heard.push(text);
  });
  page.on('pageerror', (error) => heard.push(String(error.stack ?? error)));
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', (code) => give(`VS Code ended with ${code} and no result`));
  const timer = setTimeout(() => give(`no result after ${patience / 60_000} minutes`), patience);
  const look = setInterval(() => existsSync(resultFile) && give(''), 200);
  try {
    await page.goto(address);
    const problem = await ended;
    const result = await readResult(resultFile);
    if (result) return report(result);
    const logFile = resultFile.replace(/\.result\.json$/, 'page.log');
    await writeFile(logFile, heard.join('\n'));
    console.log(`FAILED: ${problem}. All that the page said is in ${logFile}; its last words:\n${lastWords(heard)}`);
    await page.screenshot({ path: resultFile.replace(/\.result\.json$/, 'failure.png') }).catch(() => {});
    return { passed: 0, failed: 1 };
  } finally {
    clearTimeout(timer);
    clearInterval(look);
    await context.close();
  }
}

/** The last few things said that are not VS Code's own regrets about what this build leaves out. */
function lastWords(heard) {
  const words = heard.filter(
    (text) => !/spdlog|watchdog|open-vsx|Failed to load resource|serviceWorker|color: #33f/.test(text),
  );
  return words
    .slice(-6)
    .map((text) => text.slice(0, 1500))
    .join('\n');
}

/** The result, once it is written in full. */
async function readResult(file) {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      return JSON.parse(await readFile(file, 'utf8'));
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return undefined;
}

/** Says what failed and why, in mocha's words. */
export function report({ passed, failures, pending, milliseconds }) {
  const lines = ['', `  ${passed} passing (${(milliseconds / 1000).toFixed(1)}s)`];
  if (pending.length > 0) lines.push(`  ${pending.length} pending: ${pending.join('; ')}`);
  if (failures.length > 0) lines.push(`  ${failures.length} failing`);
  failures.forEach(({ title, stack }, index) => {
    lines.push('', `  ${index + 1}) ${title}`, stack.replace(/^/gm, '     '));
  });
  console.log(lines.join('\n'));
  // A test that is left out counts as failed, and a run without tests too.
  const failed = failures.length + pending.length;
  return { passed, failed: passed + failed === 0 ? 1 : failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: 'node' },
      vscode: { type: 'string', default: 'lowest' },
      grep: { type: 'string' },
      only: { type: 'string' },
      extension: { type: 'string' },
    },
  });
  const { host, vscode: which, ...rest } = values;
  const { failed } = await runHostTests({ host, which, ...rest });
  process.exitCode = failed > 0 ? 1 : 0;
}
