import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { heldLines } from '../../../src/language/heldText';
import { expandRoots } from '../../../src/language/inflect';

interface Holder {
  hold(name: string, lines: readonly string[]): string;
  writeTo(file: string): Promise<void>;
}

describe('content behind the code of a bundle', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-held-'));
  const tools = pathToFileURL(path.resolve('scripts/held-content.mjs')).href;
  const createHolder = async () => ((await import(tools)) as { createHolder(): Holder }).createHolder();

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('comes back as it was, whatever characters it holds', async () => {
    const holder = await createHolder();
    const values = [
      'plain',
      'quotes “ ” \' " ` and \\ and $x',
      'ends of comments */ // \n \r \u2028 \u2029 <!-- -->',
      'ünïcödé 🙂 \u0000 \u007f',
      '',
    ];
    const one = holder.hold(
      'a/one.yaml',
      values.map((value) => JSON.stringify(value)),
    );
    const two = holder.hold('a/two.yaml', ['{"only":"line"}']);
    const file = path.join(folder, 'bundle.cjs');
    writeFileSync(file, `exports.read = (heldLines) => [${one}, ${two}];\nexports.dash = /^[–—’]$/;\n`);
    await holder.writeTo(file);
    const bundle = createRequire(import.meta.url)(file) as {
      read(reader: typeof heldLines): [string[], string[]];
      dash: RegExp;
    };
    const [first, second] = bundle.read(heldLines);
    assert.deepEqual(
      first.map((line) => JSON.parse(line) as unknown),
      values,
    );
    assert.deepEqual(second, ['{"only":"line"}']);
    assert.ok(bundle.dash.test('—') && bundle.dash.test('’') && !bundle.dash.test('-'));
    assert.ok(!/[^\n\r -~]/.test(readFileSync(file, 'utf8')), 'the file is ASCII');
  });

  it('refuses a value that is not on one line', async () => {
    const holder = await createHolder();
    assert.throws(() => holder.hold('a/one.yaml', ['{\n}']), /one value a line/);
  });

  it('is that of a library as it was, however many bundles one build makes', async () => {
    const { build } = await import('esbuild');
    const plugins = (await import(pathToFileURL(path.resolve('scripts/build-tools.mjs')).href)) as {
      yamlPlugin(options: { apart: boolean }): import('esbuild').Plugin;
    };
    const bundle = async (name: string) => {
      const outfile = path.join(folder, name);
      await build({
        entryPoints: ['src/language/inflect.ts'],
        outfile,
        bundle: true,
        platform: 'browser',
        format: 'cjs',
        minify: true,
        plugins: [plugins.yamlPlugin({ apart: true })],
        logLevel: 'error',
      });
      return createRequire(import.meta.url)(outfile) as typeof import('../../../src/language/inflect');
    };
    for (const name of ['first.cjs', 'second.cjs'])
      assert.equal((await bundle(name)).expandRoots('{write/verb}'), expandRoots('{write/verb}'));
    assert.ok(expandRoots('{write/verb}').includes('wrote'));
  }).timeout(30_000);
});
