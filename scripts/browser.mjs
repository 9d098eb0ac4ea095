import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const fromEnvironment = ['CHROME_PATH', 'CHROMIUM_PATH'];

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ].map((file) => path.join(folder, file));
  }),
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
};

/**
 * A headless Chromium for tests, installed first if there is none.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  return chromium.launch({ executablePath: await getBrowser(), args: launchArguments, chromiumSandbox: false });
}

/**
 * The path of a Chromium or a relative of it: one that is installed, else Playwright's own download, else the system's package.
 * @throws {Error} that says what was tried and what a person can do
 */
export async function getBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium, Chrome or Edge found; fetching one. (Set CHROME_PATH to use a browser of your own.)');
  const attempts = [downloadWithPlaywright, installWithApt];
  for (const attempt of attempts) {
    await attempt();
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium, and it could be neither downloaded nor installed.\n' +
      'Install Chromium, Chrome or Edge, or set CHROME_PATH to the program, and run this again.',
  );
}

function findBrowser() {
  for (const name of fromEnvironment) {
    const file = process.env[name];
    if (!file) continue;
    if (existsSync(file)) return file;
    throw new Error(`${name} is set to ${file}, and there is no such file.`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const onPath =
    process.platform === 'win32' ? [] : commands.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const downloaded = chromium.executablePath();
  return [...onPath, ...(usualPlaces[process.platform] ?? []), downloaded].find((file) => file && existsSync(file));
}

async function downloadWithPlaywright() {
  const command = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  );
  console.log("Trying Playwright's Chromium (about 170 MB) ...");
  const code = await run(process.execPath, [command, 'install', 'chromium'], 5 * 60_000);
  if (code !== 0) console.log("Playwright's Chromium could not be downloaded.");
}

async function installWithApt() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return;
  const root = process.getuid?.() === 0;
  const sudo = !root && spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!root && !sudo) {
    console.log("The system's package manager needs an administrator: sudo apt-get install chromium");
    return;
  }
  console.log("Trying the system's package manager (chromium, about 110 MB) ...");
  const apt = (...words) => run(...(sudo ? ['sudo', ['-n', 'apt-get', ...words]] : ['apt-get', words]), 10 * 60_000);
  await apt('update', '-q');
  const code = await apt('install', '-y', '-q', 'chromium');
  if (code !== 0) console.log(`apt-get could not install chromium (exit ${code}).`);
}

/** Its exit code; what it says goes to the terminal, so that a person sees how far it is. */
function run(command, words, timeout) {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const child = spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env, timeout });
    child.on('error', () => resolve(-1));
    child.on('close', (code) => resolve(code ?? -1));
  });
}
