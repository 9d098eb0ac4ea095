import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostile, useProgram } from './program';

const cutter = path.resolve('test/fixtures/cutNetwork.cjs');

describe('With the network cut', () => {
  const { file, folder, program } = useProgram();
  const run = (words: readonly string[], input = '') => {
    const child = spawnSync(process.execPath, ['--no-deprecation', '--require', cutter, ...words], {
      cwd: folder,
      encoding: 'utf8',
      input,
    });
    return { status: child.status, out: child.stdout, err: child.stderr };
  };

  it('what reaches for it is seen', () => {
    for (const code of [
      "fetch('http://localhost:1/')",
      "require('net').connect(1)",
      "require('https').get('https://a.example')",
      "require('dns').lookup('a.example', () => {})",
      "new (require('net').Socket)().connect(1, '127.0.0.1')",
      "require('dgram').createSocket('udp4').send('x', 1)",
      "new WebSocket('ws://localhost:1')",
    ])
      assert.equal(run([file('reach.cjs', code)]).status, 99, code);
  });

  it('every command does its work', () => {
    const draft = file('a.email', hostile);
    file(
      '.common-ground/team.yaml',
      'family: heat\nrules:\n  a:\n    message: See https://a.example for it.\n    match: ["odd word"]\n',
    );
    const thread = file('talks.txt', 'Me: Could you take 400?\n\nThem: We need 500. Could you pay in March?\n');
    const rows = `{"id":1,"text":${JSON.stringify(hostile)}}\n`;
    const calls: [words: string[], status: number, input?: string][] = [
      ...['text', 'json', 'sarif', 'rdjson'].map((format): [string[], number] => [
        ['check', '--format', format, draft],
        1,
      ]),
      [['check', '--jsonl-input', '--jobs', '2', '--fail-on', 'never'], 0, rows],
      [['fix', draft], 0],
      [['diagnose', thread, '--format', 'md'], 0],
      [['reply', thread, draft], 0],
      [['diff', draft, thread], 0],
      [['score', draft], 0],
      [['rules'], 0],
      [['test', '.common-ground/team.yaml'], 0],
    ];
    for (const [words, status, input] of calls) {
      const done = run([program(), ...words], input);
      assert.equal(done.status, status, `${words.join(' ')}: ${done.err}`);
      assert.ok(done.out.length > 0, words.join(' '));
    }
  });

  it('the library does all that it does', async () => {
    const esbuild = await import('esbuild');
    const { yamlPlugin } = (await import(pathToFileURL(path.resolve('scripts/build-tools.mjs')).href)) as {
      yamlPlugin(options: { place: 'inside' }): import('esbuild').Plugin;
    };
    mkdirSync(path.join(folder, 'library'));
    await esbuild.build({
      stdin: {
        contents: `import * as library from './src/library';
          const text = ${JSON.stringify(`${hostile}\n> ![x](https://a.example/p.png)\n`)};
          const said = [library.read(text), library.check(text), library.fix(text), library.diagnose(text), library.reply(text, text), library.createAnalyzer().rules.length];
          console.log(said.every((one) => one !== undefined) ? library.check(text).findings[0].ruleId : 'nothing');`,
        resolveDir: path.resolve('.'),
        loader: 'ts',
      },
      outfile: path.join(folder, 'library/main.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      plugins: [yamlPlugin({ place: 'inside' })],
      logLevel: 'warning',
    });
    const { status, out, err } = run([path.join(folder, 'library/main.cjs')]);
    assert.equal(status, 0, err);
    assert.equal(out, 'demand/we-demand\n');
  });
});
