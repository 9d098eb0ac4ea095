import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { hostile, useProgram } from '../cli/program';

const root = path.resolve('.');

describe('hooks and checks', () => {
  const { folder, program, file } = useProgram();
  let env: NodeJS.ProcessEnv;

  before(() => {
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    const script = (name: string, text: string) => {
      writeFileSync(path.join(bin, name), text);
      chmodSync(path.join(bin, name), 0o755);
    };
    script('common-ground', `#!/bin/sh\nexec "${process.execPath}" "${program()}" "$@"\n`);
    // Stands for the registry: what the action runs is the command line that was built here.
    script('npm', '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n');
    const who = { GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'ann@x.example', GIT_CONFIG_GLOBAL: '/dev/null' };
    env = {
      ...process.env,
      ...who,
      GIT_COMMITTER_NAME: 'Ann',
      GIT_COMMITTER_EMAIL: 'ann@x.example',
      PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    };
  });

  function run(command: string, words: readonly string[], cwd = folder) {
    const { status, stdout, stderr } = spawnSync(command, words, { cwd, env, encoding: 'utf8' });
    return { status, out: stdout + stderr };
  }

  it('stops a commit with a hostile message and lets a plain one through', () => {
    const repository = path.join(folder, 'repository');
    mkdirSync(repository);
    run('git', ['init', '-q'], repository);
    mkdirSync(path.join(repository, '.git/hooks'), { recursive: true });
    copyFileSync(path.join(root, 'hooks/commit-msg'), path.join(repository, '.git/hooks/commit-msg'));
    chmodSync(path.join(repository, '.git/hooks/commit-msg'), 0o755);
    const commit = (message: string) => run('git', ['commit', '-q', '--allow-empty', '-m', message], repository);
    const stopped = commit('Undo your mistake\n\nWe demand that you never touch this again.');
    assert.equal(stopped.status, 1, stopped.out);
    assert.match(stopped.out, /COMMIT_EDITMSG|warning/);
    assert.equal(commit('Print the total before the tax').status, 0);
  });

  it('stops a letter, whatever its patch says', () => {
    const letter = (words: string) =>
      file(
        '0001.patch',
        `From: Ann <ann@x.example>\nSubject: [PATCH] Total\n\n${words}\n---\n+We demand more. You failed to pay.\n`,
      );
    const hook = path.join(root, 'hooks/sendemail-validate');
    assert.equal(run('sh', [hook, letter('We demand that you take this.')]).status, 1);
    assert.equal(run('sh', [hook, letter('The total comes before the tax now.')]).status, 0);
  });

  it('prints annotations in a workflow', () => {
    const { inputs, runs } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8'));
    file('mail/a.email', hostile);
    const [step] = runs.steps;
    const values: Record<string, string> = { files: 'mail', 'fail-on': inputs['fail-on'].default, version: '1' };
    for (const [name, value] of Object.entries(step.env as Record<string, string>))
      env[name] = value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => values[input]!);
    const { status, out } = run('bash', ['-e', '-c', step.run]);
    assert.equal(status, 1);
    assert.match(out, /^::warning file=mail\/a\.email,line=3,col=4,.*demand\/we-demand/m);
  });

  it('is named to pre-commit as a command that is there', () => {
    const [hook] = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    const [command, ...words] = (hook.entry as string).split(' ');
    assert.equal(run(command!, [...words, file('b.email', hostile)]).status, 1);
  });

  it('gives the same whether one process reads a stream or several read its blocks', () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      JSON.stringify({ id: at, text: at % 3 ? 'Thanks.' : 'We demand more.' }),
    );
    const check = (lines: readonly string[]) =>
      spawnSync('common-ground', ['check', '--jsonl-input', '--fail-on', 'never'], {
        env,
        encoding: 'utf8',
        input: `${lines.join('\n')}\n`,
      });
    const whole = check(rows);
    assert.equal(whole.status, 0);
    const blocks = [rows.slice(0, 17), rows.slice(17, 40), rows.slice(40)].map((lines) => check(lines).stdout);
    assert.equal(blocks.join(''), whole.stdout);
  });
});
