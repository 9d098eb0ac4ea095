import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  activateExtension,
  assertLeftAlone,
  closeAll,
  codeOf,
  openFile,
  openText,
  rangeOf,
  waitFor,
  waitForDiagnostics,
  withSetting,
  writeFile,
} from './helpers.js';

const mail = 'Dear Tom,\n\nWe demand a reply by Friday.\n\nKind regards,\nAnn\n';
const hasDemand = (found: readonly vscode.Diagnostic[]) => found.some((one) => codeOf(one) === 'demand/we-demand');

describe('where people write', () => {
  before(activateExtension);
  afterEach(closeAll);

  it('copies that cannot be written to are left alone, whoever shows them', async () => {
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem('vscode-local-history'), true);
    for (const scheme of ['gitlens', 'review', 'pr', 'merge-conflict.conflict-diff', 'chat-editing-text-model']) {
      const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: () => mail,
      });
      const uri = vscode.Uri.from({ scheme, path: '/mails/reply.md' });
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
      await assertLeftAlone(uri);
      provider.dispose();
    }
  });

  it('an e-mail wraps, without line numbers, minimap or guessed words', async () => {
    const { document } = await openText({ content: mail, language: 'email' });
    const editor = vscode.workspace.getConfiguration('editor', document);
    assert.equal(editor.get('wordWrap'), 'on');
    assert.equal(editor.get('lineNumbers'), 'off');
    assert.equal(editor.get('minimap.enabled'), false);
    assert.equal(editor.get('wordBasedSuggestions'), 'off');
    const plain = await openText({ content: mail, language: 'plaintext' });
    assert.equal(vscode.workspace.getConfiguration('editor', plain.document).get('wordWrap'), 'on');
  });

  it('a reStructuredText mail is checked by its name, as on the command line', async () => {
    await writeFile('mails/reply.rst', mail);
    const { document } = await openFile('mails/reply.rst');
    assert.equal(document.languageId, 'restructuredtext');
    await waitForDiagnostics(document.uri, hasDemand);
  });

  it('a commit message is checked where the setting asks for it, without the lines that Git leaves out', async () => {
    const content = 'We demand a reply.\n\nIt was your mistake.\n# We demand more.\n';
    const { document } = await openText({ content, language: 'git-commit' });
    await assertLeftAlone(document.uri);
    await withSetting('commonGround.commitMessages', true, async () => {
      const found = await waitForDiagnostics(document.uri, hasDemand);
      assert.equal(found.filter((one) => one.range.start.line === 3).length, 0);
    });
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
  });

  it('a comment is checked while it is written, and nothing of it goes into its text', async () => {
    const { document } = await openText({ content: 'one\ntwo\n', language: 'plaintext' });
    const controller = vscode.comments.createCommentController('places', 'Places');
    controller.commentingRangeProvider = { provideCommentingRanges: () => [new vscode.Range(0, 0, 1, 0)] };
    const thread = controller.createCommentThread(document.uri, new vscode.Range(0, 0, 0, 0), []);
    thread.canReply = true;
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    const box = await waitFor('a box to write in', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'comment'),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.insert(box!.uri, new vscode.Position(0, 0), 'We demand a reply by Friday.');
    await vscode.workspace.applyEdit(edit);
    const [found] = await waitForDiagnostics(box!.uri, hasDemand);
    assert.equal(box!.getText(found!.range), 'demand');
    await withSetting('commonGround.comments', false, async () => {
      await waitForDiagnostics(box!.uri, (left) => left.length === 0);
    });
    await waitForDiagnostics(box!.uri, hasDemand);
    assert.equal(box!.getText(), 'We demand a reply by Friday.');
    controller.dispose();
  });
});

describe('what is said of a document', () => {
  afterEach(closeAll);

  it('is forgotten for one document, with all that was dismissed in it', async () => {
    const { document } = await openText({ content: mail, language: 'email' });
    await waitForDiagnostics(document.uri, hasDemand);
    const start = document.offsetAt(rangeOf(document, 'demand').start);
    const asked = vscode.commands.executeCommand(
      'commonGround.dontFlag',
      document.uri.toString(),
      'demand/we-demand',
      start,
    );
    await waitFor('the finding to go', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await vscode.languages.getDiagnostics(document.uri)).every((one) => codeOf(one) !== 'demand/we-demand');
    });
    await asked;
    assert.equal(document.getText(), mail, 'nothing of it is in the text');
    await vscode.commands.executeCommand('commonGround.clearIgnored');
    await waitForDiagnostics(document.uri, hasDemand);
  });

  it('every command that is offered is there', async () => {
    const { packageJSON } = vscode.extensions.getExtension('common-ground-writing.common-ground')!;
    const known = new Set(await vscode.commands.getCommands(true));
    const { commands } = packageJSON.contributes as { commands: { command: string }[] };
    for (const { command } of commands) assert.ok(known.has(command), command);
  });
});
