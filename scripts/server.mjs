import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { slashes } from './paths.mjs';

const guard = fileURLToPath(new URL('server-guard.mjs', import.meta.url));

/** Settings of a profile in which nothing stands between a person and the document. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tree.renderIndentGuides': 'none',
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Starts VS Code's own server on 127.0.0.1, behind a token that only the addresses made here carry. It ends with `stop`, and by
 * itself when this process dies, however it dies.
 * @param {{ node: string, server: string }} vscode from `getVSCode`
 * @param {{ profile: string, port?: number, settings?: Record<string, unknown>, extensions?: string, trust?: boolean }} options
 *   `profile` is a folder for all that VS Code writes, and keeps settings it already has; `port` 0 takes a free one; `extensions` is a folder of installed
 *   extensions; `trust` keeps workspace trust on
 * @returns {Promise<{ port: number, address: (page: Page) => string, remote: (file: string) => string, stop: () => Promise<void>, ended: Promise<unknown> }>}
 */
export async function startServer(vscode, { profile, port = 0, settings = {}, extensions, trust = false }) {
  const user = path.join(profile, 'data/User');
  await mkdir(user, { recursive: true });
  const chosen = { ...quietSettings, ...settings, ...(trust ? { 'security.workspace.trust.enabled': true } : {}) };
  const file = path.join(user, 'settings.json');
  if (!existsSync(file)) await writeFile(file, JSON.stringify(chosen, undefined, 2));
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    vscode.node,
    [
      guard,
      vscode.server,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--accept-server-license-terms', '--enable-smoke-test-driver', '--disable-telemetry'],
      ...(trust ? [] : ['--disable-workspace-trust']),
      ...['--server-data-dir', profile, '--extensions-dir', extensions ?? path.join(profile, 'extensions')],
    ],
    // A process group of its own, so that stopping reaches the extension hosts too. The open standard input is the guard's sign of life.
    { stdio: ['pipe', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  child.stdin.on('error', () => {});
  const log = createWriteStream(path.join(profile, 'server.log'));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const bound = await portOf(child, closed, path.join(profile, 'server.log'));
  const authority = `127.0.0.1:${bound}`;
  const remote = (file) => `vscode-remote://${authority}${encodeURI(rooted(file))}`;
  return {
    port: bound,
    ended: closed,
    remote,
    address: (page) => addressOf(`http://${authority}/`, token, remote, page),
    async stop() {
      child.stdin.end();
      const stuck = setTimeout(() => child.kill('SIGKILL'), 5000);
      await closed;
      clearTimeout(stuck);
      log.end();
    },
  };
}

/** @typedef {{ folder: string, extension?: string, tests?: string, file?: string, web?: boolean }} Page absolute paths; `tests` without `.js` */

function addressOf(origin, token, remote, { folder, extension, tests, file, web = false }) {
  const payload = [];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  if (file) payload.push(['openFile', remote(file)]);
  if (web) payload.push(['extensionDevelopmentKind', 'web']);
  const query = new URLSearchParams({ tkn: token, folder: rooted(folder), payload: JSON.stringify(payload) });
  return `${origin}?${query}`;
}

/** `C:\a b` as `/C:/a b`, other paths as they are. */
function rooted(file) {
  return slashes(file).replace(/^(?!\/)/, '/');
}

function portOf(child, closed, logFile) {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (!port) return;
      child.stdout.off('data', listen);
      resolve(Number(port));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('error', reject);
    closed.then(() => {
      const reason = said.includes('EADDRINUSE') ? 'the port is taken' : `see ${logFile}`;
      reject(new Error(`VS Code's server did not start: ${reason}`));
    });
  });
}
