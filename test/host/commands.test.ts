import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activateExtension,
  answering,
  assertLeftAlone,
  closeAll,
  openFile,
  openText,
  waitFor,
  waitForDiagnostics,
  workspaceUri,
  writeFile,
} from './helpers.js';

const mail = 'Dear Tom,\n\nWe demand a reply. This delay is your fault.\n\nKind regards,\nAnn\n';

const thread = `Me: Nora Lind <nora@fernbakery.example>

From: Sam Otieno <sam@millhouse.example>
To: Nora Lind <nora@fernbakery.example>
Date: Mon, 20 Oct 2025 15:00
Subject: Oats for next year

Thanks Nora. Could you send us the figures for the last two years?

Sam
`;

const run = (command: string, ...values: unknown[]) =>
  Promise.resolve(vscode.commands.executeCommand(`commonGround.${command}`, ...values));
const frontText = () => vscode.window.activeTextEditor?.document.getText() ?? '';
const selected = () => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? '';
};

describe('commands', () => {
  before(activateExtension);
  afterEach(closeAll);

  it('go to the next finding and the one before, around the ends', async () => {
    const { document } = await openText({ content: mail, language: 'email' });
    await waitForDiagnostics(document.uri, (found) => found.length === 2);
    const seen: string[] = [];
    for (const command of ['nextFinding', 'nextFinding', 'nextFinding', 'previousFinding', 'previousFinding']) {
      await run(command);
      seen.push(selected());
    }
    assert.deepEqual(seen, ['demand', 'your fault', 'demand', 'your fault', 'demand']);
  });

  it('review: the first choice is the first rewrite, and what is left is left', async () => {
    const { document } = await openText({ content: mail, language: 'email' });
    await waitForDiagnostics(document.uri, (found) => found.length === 2);
    const reviewing = run('reviewDraft');
    await waitFor('the first rewrite', async () => {
      if (!document.getText().includes('demand')) return true;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return false;
    });
    let over = false;
    void reviewing.then(() => {
      over = true;
    });
    await waitFor('the review to end', async () => {
      if (!over) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return over;
    });
    assert.match(document.getText(), /^Dear Tom,\n\nWe ask for a reply\. [\s\S]*\n\nKind regards,\nAnn\n$/);
  });

  it('say what a document is', async () => {
    await writeFile('notes/README.md', `# Calls\n\n## Usage\n\n${mail}`);
    const { document } = await openFile('notes/README.md');
    await assertLeftAlone(document.uri);
    await answering(run('changeKind'));
    await waitForDiagnostics(document.uri, (found) => found.length === 2);
    assert.match(document.getText(), /^# Calls/);
  });

  it('the menu begins with what is next, and does it', async () => {
    const { document } = await openText({ content: mail, language: 'email' });
    await waitForDiagnostics(document.uri, (found) => found.length === 2);
    await answering(run('menu'));
    assert.equal(selected(), 'demand');
    assert.equal(document.getText(), mail);
  });

  it('paste a thread into a mail of its own', async () => {
    await vscode.env.clipboard.writeText(`\n${thread}`);
    await run('pasteThread');
    await waitFor('the thread', frontText, (text) => text === thread.trim());
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'email');
    assert.equal(vscode.window.activeTextEditor?.document.isUntitled, true);
  });

  it('open the examples as documents of their own', async () => {
    const { extensionUri } = await activateExtension();
    for (const [command, file] of [
      ['openExample', 'thread.email'],
      ['openExampleDraft', 'reply.email'],
    ] as const) {
      const example = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'examples', file));
      await run(command);
      await waitFor(file, frontText, (text) => text === new TextDecoder().decode(example));
      assert.equal(vscode.window.activeTextEditor?.document.isUntitled, true);
      if (command === 'openExampleDraft') await waitForDiagnostics(vscode.window.activeTextEditor!.document.uri);
    }
  });

  it('open an example once while nothing was changed in it, and anew once something was', async () => {
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).length;
    await run('openExample');
    const first = vscode.window.activeTextEditor!;
    await run('openExampleDraft');
    assert.equal(tabs(), 2);
    await run('openExample');
    assert.equal(vscode.window.activeTextEditor!.document, first.document);
    assert.equal(tabs(), 2);
    await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Hello. '));
    await run('openExample');
    assert.notEqual(vscode.window.activeTextEditor!.document, first.document);
    assert.equal(tabs(), 3);
  });

  it('reply in a mail beside, addressed to whom the thread is with', async () => {
    await writeFile('oats.email', thread);
    const { document } = await openFile('oats.email');
    await run('reply');
    const reply = await waitFor('the reply', frontText, (text) => text.startsWith('To: '));
    assert.match(
      reply,
      /^To: (Sam Otieno <)?sam@millhouse\.example>?\nSubject: Re: Oats for next year\n\n[A-Z][a-z]+ Sam,\n/,
    );
    assert.equal(document.getText(), thread);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  it('begin the reply in talks that are stuck with the next move', async () => {
    await run('openExample');
    await waitFor('the thread', frontText, (text) => text.length > 0);
    await run('reply');
    const reply = await waitFor('the reply', frontText, (text) => text.startsWith('To: '));
    const [, , , , , opening = ''] = reply.split('\n');
    assert.match(opening, /^\p{L}.{30,}[.?]$/u);
    assert.doesNotMatch(opening, /^\[/);
  });

  it('link another document, which then has the answers of the case', async () => {
    const answers = { 'ego-corrected': 'yes', 'distrust-history': 'no' };
    const from = await writeFile(
      'oats.json',
      JSON.stringify({ format: 'common-ground-case', version: 1, answers, ruledOut: [], selfCheck: [] }),
    );
    await writeFile('oats-linked.email', thread);
    await writeFile('barley.email', 'Dear Kim,\n\nHere is our offer for the barley.\n\nNora\n');
    await openFile('oats-linked.email');
    await run('importCase', from);
    await run('linkDocument', workspaceUri('barley.email'));
    const to = workspaceUri('barley.json');
    const exported = await waitFor(
      'the answers of the linked document',
      async () => {
        await openFile('barley.email');
        await run('exportCase', to);
        return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(to)));
      },
      (value) => Object.keys(value.answers).length === 2,
    );
    assert.deepEqual(exported.answers, answers);
  });
});
