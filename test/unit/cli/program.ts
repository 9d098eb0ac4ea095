import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export const hostile = 'Dear Tom,\n\nWe demand a refund by Friday.\n\nRegards,\nAnn\n';

let built: Promise<string> | undefined;

/** The command line, built once for all suites as it is shipped, with a folder of the suite's own. */
export function useProgram() {
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-'));
  let program = '';
  before(async () => {
    built ??= build();
    program = await built;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    program: () => program,
    /** Writes a file of the suite's folder and returns its path. */
    file(name: string, content: string | Uint8Array): string {
      const full = path.join(folder, name);
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
      return full;
    },
    run(words: readonly string[], input?: string | Uint8Array, start = program, cwd = folder): Promise<Run> {
      return new Promise((resolve) => {
        const child = spawn(process.execPath, [start, ...words], { cwd });
        let [out, err] = ['', ''];
        child.stdout.on('data', (chunk) => {
          out += chunk;
        });
        child.stderr.on('data', (chunk) => {
          err += chunk;
        });
        child.on('close', (status) => resolve({ out, err, status }));
        child.stdin.on('error', () => undefined);
        child.stdin.end(input ?? '');
      });
    },
  };
}

async function build(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-cli-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'cli.cjs');
  const esbuild = await import('esbuild');
  const tools = pathToFileURL(path.resolve('scripts/build-tools.mjs')).href;
  const { yamlPlugin } = (await import(tools)) as {
    yamlPlugin(options: { examples: boolean; place: 'beside' }): import('esbuild').Plugin;
  };
  await esbuild.build({
    entryPoints: ['src/cli.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    charset: 'ascii',
    plugins: [yamlPlugin({ examples: false, place: 'beside' })],
    logLevel: 'warning',
  });
  return outfile;
}
