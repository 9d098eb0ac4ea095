import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  applyCodeAction,
  assertLeftAlone,
  closeAll,
  codeActions,
  codeOf,
  diagnosticsOf,
  dontFlagHere,
  openFile,
  openText,
  pause,
  rangeOf,
  untilRead,
  waitFor,
  waitForDiagnostics,
  workspaceUri,
  writeFile,
} from './helpers.js';

const mail = 'Dear Tom,\n\nWe demand a reply. This delay is your fault.\n\nKind regards,\nAnn\n';

const wording = (uri: vscode.Uri) => diagnosticsOf(uri).filter((one) => codeOf(one).includes('/'));

const has = (id: string) => (found: readonly vscode.Diagnostic[]) => found.some((one) => codeOf(one) === id);

const hasNot = (id: string) => (found: readonly vscode.Diagnostic[]) => !has(id)(found);

const demand = 'demand/we-demand';

async function fix(document: vscode.TextDocument, words: string, title: RegExp): Promise<void> {
  const actions = await codeActions(document, rangeOf(document, words), vscode.CodeActionKind.QuickFix.value);
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action, `${title} among ${actions.map((one) => one.title).join('; ')}`);
  await applyCodeAction(action);
}

describe('what a document is taken for', () => {
  afterEach(closeAll);

  it('decides whether it is checked: mail and proposals are, the papers of a program are not', async () => {
    for (const path of ['sent/offer-to-tom.md', 'letter-to-tom.txt', 'anything.eml', 'plain.email']) {
      await writeFile(path, mail);
      const { document } = await openFile(path);
      await waitForDiagnostics(document.uri, has(demand));
    }
    for (const path of ['README.md', 'CHANGELOG.md', 'docs/api/calls.md', 'LICENSE.txt']) {
      await writeFile(path, `# Calls\n\n## Usage\n\n${mail}`);
      const { document } = await openFile(path);
      await assertLeftAlone(document.uri);
    }
  });

  it('is left alone when its front matter says “off”', async () => {
    const { document } = await openText({ content: `---\ncommonGround: off\n---\n\n${mail}`, language: 'markdown' });
    await assertLeftAlone(document.uri);
  });

  it('follows the language of the document', async () => {
    const { document } = await openText({
      content: 'server 10.0.0.1\nport 8080\n\nWe demand a reply.\n',
      language: 'plaintext',
    });
    await assertLeftAlone(document.uri);
    await vscode.languages.setTextDocumentLanguage(document, 'email');
    await waitForDiagnostics(document.uri, has(demand));
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
  });

  it('keeps what the user ignored when the language of an unsaved document changes', async () => {
    const { document } = await openText({ content: mail, language: 'plaintext' });
    await waitForDiagnostics(document.uri, has(demand));
    await dontFlagHere(document, 'demand');
    await waitForDiagnostics(document.uri, hasNot(demand));
    await vscode.languages.setTextDocumentLanguage(document, 'email');
    await waitForDiagnostics(document.uri, (found) => found.some((one) => codeOf(one).startsWith('accusation/')));
    assert.ok(hasNot(demand)(diagnosticsOf(document.uri)));
  });

  it('is a formal notice, with one line that says so and no other', async () => {
    const content =
      '\nWITHOUT PREJUDICE\n\nNotice of default pursuant to clause 9.\n\nWe demand payment within 14 days.\n';
    const { document } = await openText({ content, language: 'email' });
    const found = await waitForDiagnostics(document.uri);
    assert.deepEqual(found.map(codeOf), ['formal-notice']);
    assert.equal(found[0]!.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(found[0]!.range.start.line, 1);
    await untilRead();
    assert.equal(diagnosticsOf(document.uri).length, 1);
  });
});

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A place for files that is on no disk and can be written to: what `file` holds at first. */
function drawerWith(file: vscode.Uri, content: string): vscode.FileSystemProvider {
  let bytes = new TextEncoder().encode(content);
  let time = 0;
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      if (uri.path !== file.path) throw vscode.FileSystemError.FileNotFound(uri);
      return { type: vscode.FileType.File, ctime: 0, mtime: time, size: bytes.length };
    },
    readFile: () => bytes,
    writeFile(_, written) {
      bytes = written as typeof bytes;
      time++;
    },
    readDirectory: () => [],
    createDirectory() {},
    delete() {},
    rename() {},
  };
}

describe('documents that are no files', () => {
  afterEach(closeAll);

  it('are checked when they are virtual', async () => {
    const uri = vscode.Uri.parse('drawer:/letters/tom.email');
    const provider = vscode.workspace.registerFileSystemProvider('drawer', drawerWith(uri, mail));
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.languages.setTextDocumentLanguage(document, 'email');
      await vscode.window.showTextDocument(document);
      await waitForDiagnostics(uri, has(demand));
      const actions = await codeActions(document, rangeOf(document, 'demand'));
      await applyCodeAction(actions[0]!);
      await document.save();
      assert.equal(text(await vscode.workspace.fs.readFile(uri)), mail.replace('demand', 'ask for'));
    } finally {
      provider.dispose();
    }
  });

  it('are not checked when the product itself shows them', async () => {
    const uri = vscode.Uri.from({ scheme: 'common-ground-rule', path: '/demand/we-demand.md' });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'markdown');
    await assertLeftAlone(uri);
  });

  it('encoded mail opens as readable text', async () => {
    const words = 'Dear Tom,=0A=0AWe demand a reply by=\n Friday.=0A=0AAnn=0A';
    await writeFile(
      'encoded.eml',
      `From: Ann <ann@x.example>\nTo: Tom <tom@x.example>\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${words}`,
    );
    await openFile('encoded.eml');
    await vscode.commands.executeCommand('commonGround.showReadableMail');
    const document = await waitFor(
      'the readable text',
      () => vscode.window.activeTextEditor?.document,
      (one) => one?.isUntitled === true,
    );
    assert.match(document!.getText(), /Subject: Grüße[\s\S]*We demand a reply by Friday\./);
    await waitForDiagnostics(document!.uri, has(demand));
  });
});

describe('a very long document', () => {
  afterEach(closeAll);

  it('is not checked, and comes back when it is short again', async () => {
    await writeFile('long.email', mail);
    const { document } = await openFile('long.email');
    await waitForDiagnostics(document.uri, has(demand));
    const end = new vscode.Position(document.lineCount, 0);
    const grow = new vscode.WorkspaceEdit();
    grow.insert(document.uri, end, `${'word '.repeat(20)}\n`.repeat(52_000));
    await vscode.workspace.applyEdit(grow);
    await waitForDiagnostics(document.uri, (found) => found.length === 0, 20_000);
    const shrink = new vscode.WorkspaceEdit();
    shrink.delete(document.uri, new vscode.Range(9, 0, document.lineCount, 0));
    await vscode.workspace.applyEdit(shrink);
    await waitForDiagnostics(document.uri, has(demand), 20_000);
  });
});

describe('edits', () => {
  afterEach(closeAll);

  const crlf = mail.replaceAll('\n', '\r\n');

  it('land in the right place with Windows line ends', async () => {
    await writeFile('windows.email', crlf);
    const { document } = await openFile('windows.email');
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    const [first] = await waitForDiagnostics(document.uri, has(demand));
    assert.equal(document.getText(first!.range), 'demand');
    await fix(document, 'demand', /^We ask for a reply/);
    assert.equal(document.getText(), crlf.replace('demand', 'ask for'));
    await waitForDiagnostics(document.uri, hasNot(demand));
    const accusation = wording(document.uri).find((one) => codeOf(one).startsWith('accusation/'));
    assert.match(document.getText(accusation!.range), /your fault/);
  });

  it('and an ignore comment keeps Windows line ends', async () => {
    await writeFile('windows-offer.md', '# Offer\r\n\r\nWe demand a reply.\r\n');
    const { document } = await openFile('windows-offer.md');
    await waitForDiagnostics(document.uri, has(demand));
    await dontFlagHere(document, 'demand');
    await waitForDiagnostics(document.uri, hasNot(demand));
    assert.match(document.getText(), /-->\r\nWe demand/);
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
  });

  it('bring the finding back when a fix is undone', async () => {
    const { document } = await openText({ content: mail, language: 'email' });
    await waitForDiagnostics(document.uri, has(demand));
    await fix(document, 'demand', /^We ask for a reply/);
    await waitForDiagnostics(document.uri, hasNot(demand));
    await vscode.commands.executeCommand('undo');
    await waitForDiagnostics(document.uri, has(demand));
    assert.equal(document.getText(), mail);
  });

  it('of “rephrase all” touch only the words they change, and go back with one undo', async () => {
    const content = mail.replace('This delay', 'We demand a date. This delay');
    const { document } = await openText({ content, language: 'email' });
    await waitForDiagnostics(document.uri, has(demand));
    const changed: vscode.TextDocumentContentChangeEvent[] = [];
    const listener = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) changed.push(...event.contentChanges);
    });
    try {
      await vscode.commands.executeCommand('commonGround.rephraseAll');
      await waitFor(
        'the text',
        () => document.getText(),
        (text) => !text.includes('demand'),
      );
    } finally {
      listener.dispose();
    }
    for (const { rangeLength } of changed) assert.ok(rangeLength <= 'demand'.length, `${rangeLength} replaced`);
    await vscode.commands.executeCommand('undo');
    await waitFor(
      'the text before',
      () => document.getText(),
      (text) => text === content,
    );
  });

  it('of “rephrase all” leave alone what the user ignored', async () => {
    const content = mail.replace('This delay is your fault.', 'Frankly, we like it.');
    const { document } = await openText({ content, language: 'email' });
    await waitForDiagnostics(document.uri, has(demand));
    await dontFlagHere(document, 'demand');
    await waitForDiagnostics(document.uri, hasNot(demand));
    await vscode.commands.executeCommand('commonGround.rephraseAll');
    await waitFor('the other place to be rewritten', () => !document.getText().includes('Frankly'));
    assert.match(document.getText(), /We demand a reply/);
  });
});

describe('the sentence that is being typed', () => {
  afterEach(closeAll);

  const type = (text: string) => vscode.commands.executeCommand('type', { text });

  async function emptyMail(): Promise<vscode.TextEditor> {
    const editor = await openText({ content: 'Dear Tom,\n\n\n\n\n\nAnn\n', language: 'email' });
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    return editor;
  }

  async function typeSlowly(text: string, each: () => void): Promise<void> {
    for (const letter of text) {
      await type(letter);
      await pause(40);
      each();
    }
  }

  it('stays unmarked at every key, blanks included, and is marked at its full stop', async () => {
    const { document } = await emptyMail();
    await typeSlowly('We demand a re', () => assert.deepEqual(wording(document.uri), []));
    await type('ply.');
    await waitForDiagnostics(document.uri, has(demand), 1500);
  });

  it('is marked when the cursor leaves it', async () => {
    const editor = await emptyMail();
    await typeSlowly('We demand it', () => {});
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await waitForDiagnostics(editor.document.uri, has(demand), 1500);
  });

  it('is marked at once when it was pasted', async () => {
    const { document } = await emptyMail();
    await vscode.env.clipboard.writeText('We demand a reply to our letter');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await waitForDiagnostics(document.uri, has(demand), 1500);
  });

  it('may be several, one for each cursor', async () => {
    const editor = await emptyMail();
    editor.selections = [new vscode.Selection(2, 0, 2, 0), new vscode.Selection(4, 0, 4, 0)];
    await typeSlowly('We demand it', () => assert.deepEqual(wording(editor.document.uri), []));
    editor.selections = [new vscode.Selection(0, 0, 0, 0)];
    const found = await waitForDiagnostics(
      editor.document.uri,
      (all) => all.filter((one) => codeOf(one) === demand).length === 2,
      1500,
    );
    assert.ok(found.length >= 2);
  });
});

describe('what the user decided for a document', () => {
  afterEach(closeAll);

  it('goes with it when it is renamed, and when its folder is', async () => {
    await writeFile('old/note.email', mail);
    const { document } = await openFile('old/note.email');
    await waitForDiagnostics(document.uri, has(demand));
    await dontFlagHere(document, 'demand');
    await waitForDiagnostics(document.uri, hasNot(demand));
    for (const [from, to, file] of [
      ['old/note.email', 'old/note-2.email', 'old/note-2.email'],
      ['old', 'new', 'new/note-2.email'],
    ] as const) {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(workspaceUri(from), workspaceUri(to), { overwrite: true });
      assert.ok(await vscode.workspace.applyEdit(edit));
      const moved = (await openFile(file)).document;
      await waitForDiagnostics(moved.uri, (all) => all.some((one) => codeOf(one).startsWith('accusation/')));
      await waitForDiagnostics(moved.uri, hasNot(demand));
    }
  });
});
