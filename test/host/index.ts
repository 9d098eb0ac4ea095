import 'mocha/mocha.js';
import * as vscode from 'vscode';
import { say } from './helpers.js';

interface Failure {
  readonly title: string;
  readonly stack: string;
}

/** What the runner outside reads: `milliseconds` for the whole run, titles with those of their suites before them. */
interface Result {
  passed: number;
  readonly failures: Failure[];
  readonly pending: string[];
  milliseconds: number;
}

/** Runs every bundled suite in this extension host; the result is left in the workspace as `.result.json`. */
export async function run(): Promise<void> {
  const result: Result = { passed: 0, failures: [], pending: [], milliseconds: 0 };
  // Not the ready-made global `mocha`, which wants a page with an address.
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: recorder(result),
    timeout: 60_000,
    ...(__RUN__.grep && { grep: __RUN__.grep }),
  });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  const started = Date.now();
  try {
    await import('suites');
    await new Promise<void>((resolve) => {
      mocha.run(() => resolve());
    });
  } catch (error) {
    result.failures.push({ title: 'the suites load', stack: stackOf(error) });
  }
  result.milliseconds = Date.now() - started;
  await vscode.workspace.fs.writeFile(resultUri(), new TextEncoder().encode(JSON.stringify(result)));
  if (result.failures.length > 0) throw new Error(`${result.failures.length} failing`);
}

function recorder(result: Result): Mocha.ReporterConstructor {
  return function Recorder(runner: Mocha.Runner) {
    runner.on('suite', (suite) => {
      if (suite.title) say(`${indent(suite)}${suite.title}`);
    });
    runner.on('pass', (test) => {
      result.passed++;
      say(`${indent(test.parent)}  ✔ ${test.title} (${test.duration ?? 0}ms)`);
    });
    runner.on('fail', (test, error) => {
      result.failures.push({ title: test.fullTitle(), stack: stackOf(error) });
      say(`${indent(test.parent)}  ✖ ${test.title}`);
    });
    runner.on('pending', (test) => {
      result.pending.push(test.fullTitle());
    });
  } as unknown as Mocha.ReporterConstructor;
}

function indent(suite: Mocha.Suite | undefined): string {
  let depth = 0;
  for (let at = suite; at?.parent; at = at.parent) depth++;
  return '  '.repeat(depth);
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? '';
  return stack.includes(error.message) ? stack : `${error.message}\n${stack}`;
}

function resultUri(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need the workspace folder that the runner opens.');
  return vscode.Uri.joinPath(folder.uri, '.result.json');
}
