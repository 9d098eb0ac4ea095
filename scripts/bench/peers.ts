import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A tool that reads prose; returns how many things it found. */
export interface Peer {
  readonly name: string;
  readonly slow?: boolean;
  check(text: string): number | Promise<number>;
}

/** Where the tools are installed. */
export const peerFolder = path.resolve('.cache/bench-peers');

/** Installs the tools to compare with into a cache of their own; without a registry the list is empty, and that is said. */
export async function installPeers(): Promise<Peer[]> {
  try {
    if (!existsSync(path.join(peerFolder, 'node_modules/harper.js'))) {
      mkdirSync(peerFolder, { recursive: true });
      for (const file of ['package.json', 'package-lock.json'])
        cpSync(path.join('scripts/bench/peers', file), path.join(peerFolder, file));
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peerFolder, stdio: 'ignore' });
    }
    return [await compromise(), writeGood(), await alex(), await harper()];
  } catch (error) {
    console.log(
      `The tools to compare with could not be installed: ${error instanceof Error ? error.message : String(error)}`,
    );
    return [];
  }
}

const load = createRequire(path.join(peerFolder, 'package.json'));
const loadModule = (file: string) => import(pathToFileURL(path.join(peerFolder, 'node_modules', file)).href);

async function compromise(): Promise<Peer> {
  const { default: nlp } = await import('compromise/two');
  return { name: 'compromise/two', slow: true, check: (text) => nlp(text).length };
}

function writeGood(): Peer {
  const check = load('write-good') as (text: string) => unknown[];
  return { name: 'write-good', check: (text) => check(text).length };
}

async function alex(): Promise<Peer> {
  const module = (await loadModule('alex/index.js')) as { text(text: string): { messages: unknown[] } };
  return { name: 'alex', slow: true, check: (text) => module.text(text).messages.length };
}

async function harper(): Promise<Peer> {
  const { LocalLinter } = (await loadModule('harper.js/dist/index.js')) as {
    LocalLinter: new (options: object) => { setup(): Promise<void>; lint(text: string): Promise<unknown[]> };
  };
  const { binaryInlined } = (await loadModule('harper.js/dist/binaryInlined.js')) as { binaryInlined: unknown };
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return { name: 'harper.js', slow: true, check: async (text) => (await linter.lint(text)).length };
}
