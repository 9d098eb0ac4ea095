import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { copyForWeb, copyWorkspace } from './fixtures.mjs';
import { out, root } from './paths.mjs';
import { startServer } from './server.mjs';
import { bundleSuites, groups, report } from './suites.mjs';
import { unzip } from './unzip.mjs';
import { getVSCode } from './vscode.mjs';

// Without a word from the tests for so long, nothing more will come.
const patience = 3 * 60_000;

// node scripts/host-tests.mjs [--host node|web] [--vscode lowest|newest] [--vsix FILE] [--edits COUNT] [--grep WORDS] [FILE]...
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: 'string', default: 'node' },
    vscode: { type: 'string', default: 'lowest' },
    grep: { type: 'string', default: '' },
    vsix: { type: 'string' },
    edits: { type: 'string' },
  },
});
const { host, vscode: which, grep, vsix, edits } = values;
const { failed } = await runHostTests({
  host,
  which,
  grep,
  suites: positionals,
  ...(vsix && { vsix: path.resolve(vsix) }),
  ...(edits && { edits: Number(edits) }),
});
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Runs the suites of test/host inside a real VS Code, each group in a fresh copy of its workspace. In the workspace `restricted`
 * nothing is trusted.
 * @param {{ host: 'node' | 'web', which: 'lowest' | 'newest', vsix?: string, grep?: string, edits?: number, suites?: readonly string[] }} options
 *   `vsix` is a package to install and test instead of this project's folder; `suites` are paths, all when there are none; `edits` is how
 *   many edits are made at random
 * @returns {Promise<{ passed: number, failed: number }>}
 */
async function runHostTests({ host, which, vsix, grep = '', edits, suites: named = [] }) {
  const vscode = await getVSCode(which);
  const work = path.join(out, 'host', [which, host, vsix && 'installed'].filter(Boolean).join('-'));
  await rm(work, { recursive: true, force: true });
  const { extension, extensions } = await prepare({ host, vsix, work });
  const browser = await launchBrowser();
  const total = { passed: 0, failed: 0 };
  try {
    for (const { name, suites } of await groups(named)) {
      const workspace = await copyWorkspace(name, path.join(work, 'workspaces', name));
      // VS Code runs tests in the host of the extension that their folder lies in.
      const folder = path.join(extension === root ? work : extension, 'tests', name);
      const tests = await bundleSuites({ suites, folder, workspace, grep, edits });
      console.log(`\nVS Code ${vscode.version}, ${host === 'web' ? 'web worker' : 'Node.js'} host, workspace ${name}`);
      const restricted = name === 'restricted';
      const server = await startServer(vscode, {
        profile: path.join(work, `profile-${name}`),
        trust: restricted,
        settings: restricted ? { 'security.workspace.trust.startupPrompt': 'never' } : {},
        ...(extensions && { extensions }),
      });
      try {
        const address = server.address({ folder: workspace, extension, tests, web: host === 'web' });
        const result = await runInPage({ browser, address, tests, workspace });
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

/** The extension under development that holds the tests, and the folder of installed extensions if there is one. */
async function prepare({ host, vsix, work }) {
  if (vsix) {
    const extensions = path.join(work, 'extensions');
    await unzip(vsix, path.join(extensions, 'common-ground-writing.common-ground'), 'extension/');
    const shell = path.join(work, 'shell');
    await mkdir(shell, { recursive: true });
    const manifest = {
      name: 'tests',
      publisher: 'common-ground-writing',
      version: '0.0.0',
      engines: { vscode: '^1.100.0' },
    };
    await writeFile(path.join(shell, 'package.json'), JSON.stringify({ ...manifest, main: './tests/main/index.js' }));
    return { extension: shell, extensions };
  }
  return { extension: host === 'web' ? await copyForWeb(root, path.join(work, 'extension')) : root };
}

async function runInPage({ browser, address, tests, workspace }) {
  const resultFile = path.join(workspace, '.result.json');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const said = [];
  let give;
  const ended = new Promise((resolve) => {
    give = resolve;
  });
  page.on('console', (message) => {
    const text = message.text();
    const line = /@@test (.*?)@@/s.exec(text)?.[1];
    if (line === undefined) said.push(text);
    else {
      timer.refresh();
      console.log(line);
    }
  });
  page.on('pageerror', (error) => said.push(String(error.stack ?? error)));
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.exposeFunction('codeAutomationExit', (code) => give(`VS Code ended with ${code} and no result`));
  const timer = setTimeout(() => give(`no word for ${patience / 60_000} minutes`), patience);
  const look = setInterval(() => existsSync(resultFile) && give(''), 200);
  try {
    await page.goto(address);
    const problem = await ended;
    const result = await readResult(resultFile);
    if (result) return await report(result, tests);
    const logFile = path.join(workspace, 'page.log');
    await writeFile(logFile, said.join('\n'));
    console.log(`FAILED: ${problem}. All that the page said is in ${logFile}; its last words:\n${lastWords(said)}`);
    await page.screenshot({ path: path.join(workspace, 'failure.png') }).catch(() => {});
    return { passed: 0, failed: 1 };
  } finally {
    clearTimeout(timer);
    clearInterval(look);
    await context.close();
  }
}

/** The last few things said that are not VS Code's own regrets about what this build leaves out. */
function lastWords(said) {
  const words = said.filter(
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
