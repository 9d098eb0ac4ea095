import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activateExtension,
  closeAll,
  codeOf,
  diagnosticsOf,
  isWebHost,
  openFile,
  waitForDiagnostics,
  workspaceUri,
  writeFile,
} from './helpers';

const mail = (words: string) => `Dear Tom,\n\n${words}\n\nThis delay is your fault.\n\nRegards,\nAnn\n`;
const rule = (name: string, words: string) =>
  `family: heat\nrules:\n  ${name}:\n    message: "The team says “{text}” another way."\n    match: ["${words}"]\n`;

describe('the configuration of folders', () => {
  before(activateExtension);
  afterEach(async () => {
    await closeAll();
    for (const folder of ['team', '.common-ground'])
      await vscode.workspace.fs.delete(await folderUri(folder), { recursive: true, useTrash: false });
  });

  async function folderUri(folder: string): Promise<vscode.Uri> {
    await writeFile(`${folder}/.keep`, '');
    return workspaceUri(folder);
  }

  async function codesOf(path: string, control: string): Promise<string[]> {
    const { document } = await openFile(path);
    await waitForDiagnostics(document.uri, (found) => found.some((one) => codeOf(one).startsWith(control)));
    return diagnosticsOf(document.uri).map(codeOf);
  }

  it('holds for what lies below it, the nearest first, and follows the file', async () => {
    await writeFile('.common-ground/config.yaml', 'rules:\n  demand/we-demand: off\n');
    await writeFile('.common-ground/words.yml', rule('outer-word', 'widget thing'));
    await writeFile('team/.common-ground/config.yaml', 'rules:\n  demand/we-demand: information\n');
    await writeFile('team/.common-ground/own.yaml', rule('inner-word', 'gizmo thing'));
    const words = 'We demand a widget thing and a gizmo thing.';
    await writeFile('team/outside.email', mail(words));
    await writeFile('outside.email', mail(words));
    const inner = await codesOf('team/outside.email', 'heat/inner-word');
    assert.ok(inner.includes('heat/outer-word') && inner.includes('demand/we-demand'), inner.join());
    const { document } = await openFile('outside.email');
    await waitForDiagnostics(document.uri, (found) => {
      const codes = found.map(codeOf);
      return codes.includes('heat/outer-word') && !codes.includes('demand/we-demand');
    });
    assert.ok(!diagnosticsOf(document.uri).some((one) => codeOf(one) === 'heat/inner-word'));
    await writeFile('.common-ground/config.yaml', 'rules:\n  demand/we-demand: warning\n');
    await waitForDiagnostics(document.uri, (found) => found.some((one) => codeOf(one) === 'demand/we-demand'));
    await vscode.workspace.fs.delete(workspaceUri('outside.email'));
  });

  it('says in the file what is wrong with it', async () => {
    const uri = await writeFile('.common-ground/config.yaml', 'stanse: keep-alive\nrules:\n  demand/we-demnd: off\n');
    const found = await waitForDiagnostics(uri, (problems) => problems.length === 2);
    assert.match(found[0]!.message, /nearest is “stance”/);
    assert.match(found[1]!.message, /nearest is “demand\/we-demand”/);
  });

  it('takes ignored documents out', async () => {
    await writeFile('team/.common-ground/config.yaml', 'ignore: ["old/"]\n');
    await writeFile('team/new.email', mail('Hello.'));
    await writeFile('team/old/then.email', mail('Hello.'));
    const { document } = await openFile('team/old/then.email');
    await codesOf('team/new.email', 'accusation/');
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
  });

  // The command line needs a process of its own, which a web host cannot start.
  if (!isWebHost())
    it('gives what the command line gives', async () => {
      const { extensionPath } = await activateExtension();
      await writeFile(
        'team/.common-ground/config.yaml',
        'families:\n  accusation: false\nrules:\n  demand/we-demand: hint\n',
      );
      await writeFile('team/.common-ground/own.yaml', rule('inner-word', 'gizmo thing'));
      const names = ['team/a.email', 'team/deep/b.email'];
      await writeFile(names[0]!, mail('We demand a gizmo thing.'));
      await writeFile(names[1]!, mail('Take it or leave it. This is ridiculous.'));
      const { spawnSync } = require('node:child_process') as typeof import('node:child_process');
      const run = spawnSync(
        // The test's own `process` stands in for that of a page.
        'node',
        [`${extensionPath}/dist/cli.cjs`, 'check', '--format', 'json', '--min-severity', 'information', ...names],
        { cwd: workspaceUri().fsPath, encoding: 'utf8' },
      );
      const expected: { path: string; findings: { ruleId: string; range: unknown }[] }[] = JSON.parse(run.stdout);
      assert.ok(expected.flatMap(({ findings }) => findings).length >= 2, run.stdout + run.stderr);
      for (const { path, findings } of expected) {
        const { document } = await openFile(path);
        await waitForDiagnostics(document.uri, (found) => {
          const loud = found.filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
          const said = loud.map((one) => ({ ruleId: codeOf(one), range: JSON.parse(JSON.stringify(one.range)) }));
          const meant = findings.map(({ ruleId, range }) => {
            const { start, end } = range as { start: object; end: object };
            return { ruleId, range: [start, end] };
          });
          return JSON.stringify(said) === JSON.stringify(meant);
        });
      }
    });
});
