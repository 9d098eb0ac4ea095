import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createAnalyzer } from '../engine/index';
import { choose, decode, print, readInput, sentenceOf, UsageError, visible } from './common';
import type { Options } from './options';

/** Prints what a new version of a proposal gives away, adds or changes. A version is a file, or `REVISION:FILE` of a git repository. */
export async function compare(files: readonly string[], options: Options): Promise<number> {
  const [old, now] = files;
  if (old === undefined || now === undefined || files.length > 2)
    throw new UsageError('Name the old version and the new one.');
  const format = choose('format', options.format, ['text', 'json'], 'text');
  const analyzer = createAnalyzer();
  const changes = analyzer.compare(
    analyzer.read(await readVersion(old), { kind: 'proposal' }),
    analyzer.read(await readVersion(now), { kind: 'proposal' }),
  );
  await print(format === 'json' ? `${JSON.stringify({ changes }, null, 2)}\n` : visible(textOf(changes)));
  return 0;
}

/** @throws Error with a message for the user */
async function readVersion(name: string): Promise<string> {
  const revision = /^(?!-)([^:]+):(.+)$/.exec(name);
  if (revision === null || existsSync(name)) {
    try {
      return (await readInput(name, undefined)).text;
    } catch (error) {
      throw new Error(`${name}: ${sentenceOf(error)}`);
    }
  }
  let bytes: Uint8Array;
  try {
    // No shell: the name is one argument, whatever it holds.
    bytes = execFileSync('git', ['show', name], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: MOST_BYTES });
  } catch {
    throw new Error(`${name}: git has no such version`);
  }
  const text = decode(bytes);
  if (text === undefined) throw new Error(`${name}: is not a text file`);
  return text;
}

const MOST_BYTES = 50_000_000;

type Changes = ReturnType<ReturnType<typeof createAnalyzer>['compare']>;

function textOf(changes: Changes): string {
  if (changes.length === 0) return 'Nothing has changed.\n';
  const whom = { them: 'for them', us: 'for you', unclear: '' } as const;
  const short = (text: string) => (text.length > 100 ? `${text.slice(0, 97).trimEnd()}…` : text);
  return changes
    .map(({ what, old, new: now, for: side }) => {
      const words =
        old === undefined
          ? `added: ${short(now ?? '')}`
          : now === undefined
            ? `gone: ${short(old)}`
            : `${short(old)} → ${short(now)}`;
      return `${what.padEnd(8)}${words}${whom[side] === '' ? '' : `  (${whom[side]})`}\n`;
    })
    .join('');
}
