import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  answering,
  assertLeftAlone,
  closeAll,
  codeOf,
  openFile,
  openText,
  rangeOf,
  waitFor,
  waitForDiagnostics,
  withSetting,
  workspaceUri,
  writeFile,
} from './helpers.js';

const SCHEME = 'common-ground-diagnosis';

const thread = [
  'Me: Ada Lind <ada@lind.example>',
  '',
  'From: Ada Lind <ada@lind.example>',
  'To: Bo Marsh <bo@marsh.example>',
  'Date: Mon, 20 Oct 2025 09:05',
  'Subject: Roof repair',
  '',
  'Hi Bo, just checking in again. Is there any news?',
  '',
  'Ada',
  '',
  'From: Bo Marsh <bo@marsh.example>',
  'To: Ada Lind <ada@lind.example>',
  'Date: Thu, 2 Oct 2025 17:48',
  'Subject: Re: Roof repair',
  '',
  'Ada, it looks good to me. It isn’t mine alone to sign: anything over three thousand goes to the board, and the chair has',
  'the last word on the building budget. I will pass your note on when I see her.',
  '',
  'Bo',
  '',
  'From: Ada Lind <ada@lind.example>',
  'To: Bo Marsh <bo@marsh.example>',
  'Date: Wed, 1 Oct 2025 11:20',
  'Subject: Roof repair',
  '',
  'Hi Bo, here is our quote for the roof. Can you tell me by the end of the week whether you go ahead?',
  '',
  'Ada',
  '',
].join('\n');

/** A report begins with the state of the talks, in a word or two. */
const heading = /^# [A-Z][a-z ]+\.\n/;

const reports = () => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === SCHEME);

const tabsOf = (label: RegExp) =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter((tab) => label.test(tab.label));

/** The report on a document, opened as text, once it holds what it should. */
async function reportOn(name: string, holds: (text: string) => boolean = () => true): Promise<vscode.TextDocument> {
  const uri = await waitFor(
    `a report on ${name}`,
    () => reports().find(({ uri }) => uri.path.endsWith(`${name}.md`))?.uri,
  );
  const document = await vscode.workspace.openTextDocument(uri!);
  await waitFor('its words', () => document.getText(), holds);
  return document;
}

const diagnose = () => vscode.commands.executeCommand('commonGround.diagnoseStall');

/** Runs a command and takes what comes first in each list that it shows. */
const run = (command: string) => answering(vscode.commands.executeCommand(command));

describe('the diagnosis', () => {
  afterEach(closeAll);

  it('of a file is shown beside it, with quotes that lead to their lines', async () => {
    await writeFile('talks/roof (1).email', thread);
    await openFile('talks/roof (1).email');
    await diagnose();
    await waitFor(
      'the page',
      () => tabsOf(/Diagnosis of roof/).length,
      (count) => count === 1,
    );
    const report = await reportOn('roof (1).email', (text) => /last word/.test(text));
    const text = report.getText();
    assert.match(text, heading);
    assert.match(text, /\[line \d+\]\(\/talks\/roof%20%281%29\.email#L\d+\)/);
    assert.match(text, /last word/);
    assert.match(text, /<svg /);
    assert.equal(text.match(/<svg /g)?.length, 2);
  });

  it('has links in its text that select the line, and commands in one click', async () => {
    const source = (await openText({ content: thread, language: 'email' })).document;
    await diagnose();
    const report = await reportOn(source.uri.path);
    const links =
      (await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', report.uri)) ?? [];
    const own = links.filter(({ target }) => target?.path === 'commonGround.revealLine');
    assert.ok(own.length > 1, `${links.length} links`);
    const about = own.find(({ range }) => report.getText(range).startsWith('[line 17]'))!;
    const [address, line] = JSON.parse(decodeURIComponent(about.target!.query)) as [string, number];
    await vscode.commands.executeCommand('commonGround.revealLine', address, line);
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document, source);
    assert.match(source.getText(editor.selection), /last word|sign/);
    const lenses =
      (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', report.uri)) ?? [];
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['commonGround.insertDiagnosis', 'commonGround.exportDiagnosis', 'commonGround.copyDiagnosis'],
    );
    const [insert, save, copy] = lenses.map(({ command }) => command!);
    await vscode.commands.executeCommand(copy!.command, ...copy!.arguments!);
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, heading);
    assert.match(copied, /line \d+/);
    assert.doesNotMatch(copied, /<svg|\]\(/);
    const target = workspaceUri('diagnosis.md');
    await vscode.commands.executeCommand(save!.command, ...save!.arguments!, target);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(target)), copied);
    await vscode.commands.executeCommand(insert!.command, ...insert!.arguments!);
    assert.ok(source.getText().includes(copied));
  });

  it('reads only what is selected, and keeps the line numbers', async () => {
    const editor = await openText({ content: thread, language: 'email' });
    const from = editor.document.positionAt(thread.indexOf('From: Bo'));
    editor.selection = new vscode.Selection(from, editor.document.positionAt(thread.length));
    await diagnose();
    // The report of a document that had the same name before is there until then.
    const report = await reportOn(
      editor.document.uri.path,
      (text) => /last word/.test(text) && !/checking in/.test(text),
    );
    assert.match(report.getText(), /They, \[line 17\]/);
    assert.match(report.getText(), /whether you go ahead\?” \(\[line 27\]/);
  });

  it('says so when there is nothing to read, or not in English', async () => {
    const empty = await openText({ content: '', language: 'email' });
    await diagnose();
    const first = await reportOn(empty.document.uri.path, (text) => /no message here/.test(text));
    assert.match(first.getText(), /no message here to read/);
    assert.doesNotMatch(first.getText(), /stuck/);
    await closeAll();
    const content =
      'Von: Max\n\nSehr geehrte Frau Lind,\n\nwir haben Ihr Angebot erhalten und werden es in der nächsten Woche gemeinsam mit der Leitung besprechen. Bitte haben Sie noch etwas Geduld.\n\nMit freundlichen Grüßen\nMax\n';
    const german = await openText({ content, language: 'email' });
    await diagnose();
    const second = await reportOn(german.document.uri.path, (text) => /English/.test(text));
    assert.match(second.getText(), /don’t seem to be in English/);
  });

  it('is not checked for wording itself', async () => {
    const source = (await openText({ content: thread, language: 'email' })).document;
    await diagnose();
    const report = await reportOn(source.uri.path);
    await assertLeftAlone(report.uri);
  });

  it('shows the newer reading when it is run again', async () => {
    const source = (await openText({ content: thread, language: 'email' })).document;
    await diagnose();
    await reportOn(source.uri.path, (text) => /last word/.test(text));
    await vscode.window.showTextDocument(source, vscode.ViewColumn.One);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(source.uri, new vscode.Range(0, 0, source.lineCount, 0), 'Me: Ada Lind\n');
    await vscode.workspace.applyEdit(edit);
    await diagnose();
    await reportOn(source.uri.path, (text) => /no message here to read/.test(text));
  });
});

describe('questions and moves', () => {
  afterEach(closeAll);

  it('are picked from a list and land at the cursor with stops for what is missing', async () => {
    const { document } = await openText({ content: '', language: 'email' });
    await run('commonGround.insertQuestion');
    await waitFor(
      'a question',
      () => document.getText(),
      (text) => /\?/.test(text),
    );
  });

  it('take two steps for a move: which one, and how to open it', async () => {
    const { document } = await openText({ content: '', language: 'email' });
    await run('commonGround.insertMove');
    await waitFor(
      'an opening',
      () => document.getText(),
      (text) => text.length > 20,
    );
  });

  it('never go over words that are selected, nor into quoted ones', async () => {
    const quoted = 'On 2 May 2025, Bo Marsh <bo@marsh.example> wrote:\n> We could start in June.\n';
    const { document } = await openText({ content: `Dear Bo,\n\nThank you.\n\nAda\n\n${quoted}`, language: 'email' });
    const range = rangeOf(document, 'We could start in June.');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(range.start, range.end);
    await run('commonGround.insertQuestion');
    await waitFor(
      'a question',
      () => document.getText(),
      (text) => /\?/.test(text),
    );
    assert.ok(document.getText().endsWith(quoted));
    assert.match(document.getText(), /^Dear Bo,\n\nThank you\.[\s\S]*\?[\s\S]*Ada\n/);
  });

  it('come with “ask-” and “move-” by their sentences, with stops, in every language that is checked', async () => {
    for (const language of ['email', 'plaintext', 'markdown']) {
      for (const typed of ['ask-', 'move-']) {
        const { document } = await openText({ content: `Dear Bo,\n\n${typed}`, language });
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          document.positionAt(document.getText().length),
          '-',
        );
        const own = list.items.filter(({ filterText }) => filterText?.startsWith(typed));
        assert.ok(own.length >= 15, `${language} ${typed} ${own.length}`);
        for (const { label, insertText } of own) {
          assert.doesNotMatch(typeof label === 'string' ? label : label.label, /^(ask|move)-|[{}]/);
          assert.ok(insertText instanceof vscode.SnippetString);
        }
      }
    }
  });
});

describe('new documents', () => {
  afterEach(closeAll);

  /** The text of the active document once it is of the language and holds what it should. */
  const active = async (language: string, holds: RegExp): Promise<string> => {
    const text = () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.languageId === language && document.isUntitled ? document.getText() : '';
    };
    return waitFor(`a new ${language} document`, text, (one) => holds.test(one));
  };

  it('an e-mail begins with its header and body', async () => {
    await run('commonGround.newEmail');
    await active('email', /^To: .*\nSubject: .+\n\n[\s\S]+/);
  });

  it('a proposal has the parts of a good one, and is marked as one', async () => {
    await run('commonGround.newProposal');
    const text = await active('markdown', /^---\ncommonGround: proposal\n---\n/);
    assert.ok((text.match(/^## /gm) ?? []).length >= 5);
  });

  it('a preparation sheet asks for both sides', async () => {
    await run('commonGround.newPreparationSheet');
    const text = await active('markdown', /^---\ncommonGround: off\n---\n\n# /);
    assert.match(text, /alternative/i);
  });
});

describe('remarks on a draft as a whole', () => {
  afterEach(closeAll);

  const reply = [
    'Dear Bo,',
    '',
    'Please find our offer attached. We would be glad to start in June.',
    '',
    'Kind regards,',
    'Ada',
    '',
    'On 2 May 2025, Bo Marsh <bo@marsh.example> wrote:',
    '> Which insurer covers the scaffolding?',
    '> We could start in June.',
    '',
  ].join('\n');

  const remarks = (found: readonly vscode.Diagnostic[]) => found.filter((one) => !codeOf(one).includes('/'));

  async function remarked(content: string): Promise<{ document: vscode.TextDocument; found: vscode.Diagnostic[] }> {
    const { document } = await openText({ content, language: 'email' });
    const found = await waitForDiagnostics(document.uri, (all) => remarks(all).length > 0);
    return { document, found: remarks(found) };
  }

  it('stay out of the text and of Problems unless a setting asks for them', async () => {
    const { document } = await openText({ content: reply, language: 'email' });
    await assertLeftAlone(document.uri);
    await withSetting('commonGround.draftChecksInProblems', true, async () => {
      await waitForDiagnostics(document.uri, (found) => remarks(found).length > 0);
    });
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
  });

  it('are three at most, and name the question left open', async () => {
    await withSetting('commonGround.draftChecksInProblems', true, async () => {
      const { found } = await remarked(reply);
      assert.ok(found.length <= 3);
      const open = found.find((one) => codeOf(one) === 'unanswered-question');
      assert.match(open?.message ?? '', /Which insurer covers the scaffolding/);
    });
  });

  it('put a sentence in where it belongs, can be dismissed, and come back', async () => {
    await withSetting('commonGround.draftChecksInProblems', true, async () => {
      const { document, found } = await remarked(reply);
      const id = codeOf(found[0]!);
      const address = document.uri.toString();
      await vscode.commands.executeCommand('commonGround.insertForCheck', address, id, 'Thank you for {item}.');
      const after = await waitFor(
        'the sentence',
        () => document.getText(),
        (text) => text.length > reply.length,
      );
      assert.ok(after.startsWith('Dear Bo,\n\n'), after);
      assert.ok(after.indexOf('Kind regards') > 0 && after.endsWith('start in June.\n'));
      await vscode.commands.executeCommand('undo');
      await waitFor(
        'the text before',
        () => document.getText(),
        (text) => text === reply,
      );
      await vscode.commands.executeCommand('commonGround.dismissCheck', address, id);
      await waitForDiagnostics(document.uri, (all) => !all.some((one) => codeOf(one) === id));
      await vscode.commands.executeCommand('commonGround.clearIgnored');
      await waitForDiagnostics(document.uri, (all) => all.some((one) => codeOf(one) === id));
    });
  });

  it('go with their setting', async () => {
    await withSetting('commonGround.draftChecksInProblems', true, async () => {
      const { document } = await remarked(reply);
      await withSetting('commonGround.draftChecks', false, async () => {
        await waitForDiagnostics(document.uri, (all) => remarks(all).length === 0);
      });
    });
  });
});
