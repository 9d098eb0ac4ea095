import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import vm from 'node:vm';
import esbuild from 'esbuild';

const run = promisify(execFile);
const root = path.resolve('.');

// What a stranger writes who has read the README and nothing else.
const stranger = `
import { check, diagnose, fix, read, reply, createAnalyzer, type Finding, type ReplyCheck } from 'common-ground';

const text = 'Dear Tom,\\n\\nWe demand a refund by Friday.\\n\\nRegards,\\nAnn\\n';
const findings: readonly Finding[] = check(text, { kind: 'email' }).findings;
const [first] = findings;
if (first === undefined || text.slice(first.start, first.end) !== first.text) throw new Error('no finding');
if (read(text).kind.kind !== 'email') throw new Error('not read as mail');
if (!fix(text).includes('ask for')) throw new Error('not fixed');
if (createAnalyzer().rules.length < 50) throw new Error('no rules');
const said: string = diagnose('Me: Would you take 400?\\n\\nThem: Let me sleep on it.\\n').stalled;
const held: ReplyCheck = reply('Me: Would you take 400?\\n\\nThem: Could you pay in March?\\n', 'Yes, we can pay in March.');
if (held.theirQuestions.length !== 1) throw new Error('their question is not seen');
console.log(first.ruleId, said);
`;

describe('the npm package', function () {
  this.timeout(300_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-npm-'));
  const inside = (...names: string[]) => path.join(folder, 'node_modules/common-ground', ...names);

  before(async () => {
    const npm = (...words: string[]) => run('npm', words, { cwd: folder, shell: process.platform === 'win32' });
    writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}');
    await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    await npm('install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('installs into an empty folder without anything else', () => {
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['common-ground'],
    );
  });

  it('runs as a command', async () => {
    writeFileSync(path.join(folder, 'a.email'), 'Dear Tom,\n\nWe demand a refund.\n\nAnn\n');
    const bin = path.join(folder, 'node_modules/.bin/common-ground');
    const { stdout } = await run(process.execPath, [bin, 'check', 'a.email', '--fail-on', 'never'], { cwd: folder });
    assert.match(stdout, /demand\/we-demand/);
  });

  it('serves a stranger in TypeScript, with its types', async () => {
    writeFileSync(path.join(folder, 'stranger.ts'), stranger);
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const flags = ['--strict', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
    await run(process.execPath, [compiler, ...flags, 'stranger.ts'], { cwd: folder }).catch((error) =>
      assert.fail(error.stdout),
    );
    const { stdout } = await run(process.execPath, ['stranger.js'], { cwd: folder });
    assert.match(stdout, /^demand\/we-demand (yes|no|unclear)\n$/);
  });

  it('runs where there is nothing of Node.js', async () => {
    const { outputFiles } = await esbuild.build({
      stdin: {
        contents: `import { check } from 'common-ground'; globalThis.answer = check(globalThis.text);`,
        resolveDir: folder,
      },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      logLevel: 'silent',
    });
    const page = vm.createContext({ text: 'Dear Tom,\n\nWe demand a refund.\n\nAnn\n', TextDecoder, TextEncoder, URL });
    vm.runInContext(outputFiles[0]!.text, page, { timeout: 60_000 });
    assert.equal(page.answer.findings[0].ruleId, 'demand/we-demand');
  });

  it('holds what its manifest names', () => {
    const { bin, exports } = JSON.parse(readFileSync(inside('package.json'), 'utf8'));
    const paths = [bin['common-ground'], exports['.'].types, exports['.'].default, exports['./output.schema.json']];
    for (const file of [...paths, 'LICENSE', 'README.md']) assert.ok(readFileSync(inside(file)).length > 0, file);
  });
});
