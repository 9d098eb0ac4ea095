import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  answering,
  applyCodeAction,
  assertFindings,
  assertLeftAlone,
  assertTextEdits,
  closeAll,
  codeActions,
  codeOf,
  diagnosticsOf,
  hoverText,
  openText,
  rangeOf,
  untilRead,
  waitFor,
  waitForDiagnostics,
  withSetting,
  writeFile,
} from './helpers.js';

const mail = 'Dear Tom,\n\nWe demand a reply. This delay is your fault.\n\nKind regards,\nAnn\n';

async function open(content: string, language = 'email'): Promise<vscode.TextDocument> {
  const { document } = await openText({ content, language });
  return document;
}

const wordingOnly = (found: readonly vscode.Diagnostic[]) => found.filter((one) => codeOf(one).includes('/'));

async function findings(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return wordingOnly(await waitForDiagnostics(document.uri, (found) => wordingOnly(found).length > 0));
}

describe('findings in the editor', () => {
  afterEach(closeAll);

  it('mark the exact words, with source, severity, and a code that opens the page of the rule', async () => {
    const document = await open(mail);
    const [first] = await findings(document);
    assert.equal(document.getText(first!.range), 'demand');
    assert.equal(first!.source, 'Common Ground');
    assert.equal(first!.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(codeOf(first!), 'demand/we-demand');
    const { target } = first!.code as { target: vscode.Uri };
    assert.equal(target.scheme, 'command');
  });

  it('follow edits', async () => {
    const document = await open(mail);
    await findings(document);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, 'demand'), 'would like');
    await vscode.workspace.applyEdit(edit);
    await waitForDiagnostics(document.uri, (found) => !found.some((one) => codeOf(one) === 'demand/we-demand'));
    assert.ok(diagnosticsOf(document.uri).some((one) => codeOf(one).startsWith('accusation/')));
  });

  it('leave quoted history, signatures and code alone', async () => {
    const document = await open(
      'Dear Tom,\n\nThank you for the plan. We demand a date.\n\nKind regards,\nAnn\n\nOn Mon, 3 Feb 2025 at 10:00, Tom <tom@x.example> wrote:\n> We demand a reply. It was your mistake.\n',
    );
    await findings(document);
    assertFindings(document, ['demand/we-demand: demand']);
  });

  it('do not appear in a document that is no mail and no proposal', async () => {
    const document = await open('# Parser\n\n## Usage\n\nYou must call init. We demand an answer.\n', 'markdown');
    await assertLeftAlone(document.uri);
  });

  it('appear in every document when the setting says so', async () => {
    await withSetting('commonGround.documents', 'all', async () => {
      const document = await open('# Parser\n\n## Usage\n\nWe demand an answer.\n', 'markdown');
      assert.equal((await findings(document)).length, 1);
    });
  });

  it('appear where the front matter marks a proposal, and nowhere else under “marked”', async () => {
    await withSetting('commonGround.documents', 'marked', async () => {
      const marked = await open('---\ncommonGround: proposal\n---\n\nWe demand an answer.\n', 'markdown');
      await findings(marked);
      const other = await open(mail);
      await assertLeftAlone(other.uri);
    });
  });

  it('can be turned on and off for one document', async () => {
    const document = await open('# Parser\n\nWe demand an answer.\n', 'markdown');
    await assertLeftAlone(document.uri);
    await vscode.commands.executeCommand('commonGround.checkThisDocument');
    await findings(document);
    await vscode.commands.executeCommand('commonGround.checkThisDocument');
    await waitForDiagnostics(document.uri, (found) => found.length === 0);
  });

  it('take the severity that the user gives a rule, and go when it is off', async () => {
    const document = await open(mail);
    await findings(document);
    await withSetting('commonGround.rules', { 'demand/we-demand': 'hint' }, async () => {
      await waitForDiagnostics(document.uri, (found) => !found.some((one) => codeOf(one) === 'demand/we-demand'));
      await withSetting('commonGround.hints', true, async () => {
        await waitForDiagnostics(document.uri, (found) =>
          found.some((one) => codeOf(one) === 'demand/we-demand' && one.severity === vscode.DiagnosticSeverity.Hint),
        );
      });
    });
    await withSetting('commonGround.rules', { 'demand/we-demand': 'off' }, async () => {
      await waitForDiagnostics(document.uri, (found) => !found.some((one) => codeOf(one) === 'demand/we-demand'));
    });
  });

  it('keep working when a setting is wrong', async () => {
    await withSetting('commonGround.rules', { 'demand/we-demand': 'loud' }, async () => {
      const document = await open(mail);
      await findings(document);
    });
  });

  it('go with their family', async () => {
    const document = await open(mail);
    await findings(document);
    await withSetting('commonGround.families', { demand: false }, async () => {
      await waitForDiagnostics(document.uri, (found) => !found.some((one) => codeOf(one).startsWith('demand/')));
      assert.ok(diagnosticsOf(document.uri).some((one) => codeOf(one).startsWith('accusation/')));
    });
  });

  it('are silent in a formal notice', async () => {
    const document = await open(
      'Dear Mr Ames,\n\nWITHOUT PREJUDICE\n\nNotice of default pursuant to clause 9 of the lease.\n\nWe demand payment within 14 days.\n\nYours faithfully,\nAnn Lee\n',
      'plaintext',
    );
    await waitForDiagnostics(document.uri, (found) => found.some((one) => codeOf(one) === 'formal-notice'));
    await untilRead();
    assert.deepEqual(wordingOnly(diagnosticsOf(document.uri)), []);
  });

  it('wait for the sentence that is being typed', async () => {
    const document = await open('Dear Tom,\n\n\n\nAnn\n');
    const editor = vscode.window.activeTextEditor!;
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    const type = (text: string) => vscode.commands.executeCommand('type', { text });
    await withSetting('commonGround.focusPause', 60, async () => {
      for (const letter of 'We demand a repl') await type(letter);
      await untilRead();
      assert.deepEqual(wordingOnly(diagnosticsOf(document.uri)), [], 'nothing while typing');
    });
    await withSetting('commonGround.focusPause', 1, async () => {
      await type('y');
      const found = await findings(document);
      assert.equal(codeOf(found[0]!), 'demand/we-demand');
    });
  });
});

describe('quick fixes', () => {
  afterEach(closeAll);

  const titlesAt = async (document: vscode.TextDocument, words: string) =>
    (await codeActions(document, rangeOf(document, words), vscode.CodeActionKind.QuickFix.value)).filter(
      ({ title }) => ['Explain', 'Don’t flag this…'].includes(title) || /ask for|Rewrite all|…/.test(title),
    );

  it('offer at most six entries: rewrites as they will stand, all of the kind, why, and not to flag it', async () => {
    const text = 'Dear Tom,\n\nWe demand a reply.\n\nWe demand a date.\n\nAnn\n';
    const document = await open(text);
    await findings(document);
    const actions = await titlesAt(document, 'demand');
    assert.ok(actions.length <= 6, actions.map(({ title }) => title).join(' | '));
    assert.match(actions[0]!.title, /We ask for a reply/);
    assert.deepEqual(
      actions.slice(-3).map(({ title }) => title),
      ['Rewrite all of this kind (2)', 'Explain', 'Don’t flag this…'],
    );
    for (const { title } of actions) assert.doesNotMatch(title, /[{}/]|Write “|check:/);
  });

  it('put each rewrite in its place', async () => {
    const document = await open(mail);
    await findings(document);
    const [first] = await titlesAt(document, 'demand');
    assert.equal(first!.isPreferred, true);
    assertTextEdits(document, first!, mail.replace('demand', 'ask for'));
  });

  it('put a sentence to fill in over the sentence, with its first blank selected', async () => {
    const text =
      "Dear Tom,\n\nThank you for the plan. You won't find a better price anywhere. We start in May.\n\nKind regards,\nAnn\n";
    const document = await open(text);
    await findings(document);
    const actions = await codeActions(document, rangeOf(document, 'better'), vscode.CodeActionKind.QuickFix.value);
    const fill = actions.find(
      ({ command, title }) => command?.command === 'commonGround.applyRewrite' && /\[.+\]/.test(title),
    );
    assert.ok(fill, actions.map(({ title }) => title).join('; '));
    await applyCodeAction(fill);
    await waitFor(
      'a blank to be selected',
      () => document.getText(vscode.window.activeTextEditor!.selection),
      (selected) => /^\[.+\]$/.test(selected),
    );
    assert.equal(vscode.window.activeTextEditor!.document, document);
    assert.match(
      document.getText(),
      /^Dear Tom,\n\nThank you for the plan\. (?!You)[^\n{}]*\[[^\n]+ We start in May\.\n\nKind regards,\nAnn\n$/,
    );
  });

  it('rewrite every place of a kind at once', async () => {
    const text = 'Dear Tom,\n\nWe demand a reply.\n\nWe demand a date.\n\nAnn\n';
    const document = await open(text);
    await findings(document);
    const all = (await titlesAt(document, 'demand')).find(({ title }) => title.startsWith('Rewrite all'));
    await applyCodeAction(all!);
    assert.equal(document.getText(), text.replaceAll('demand', 'ask for'));
  });

  it('apply only safe rewrites in one go', async () => {
    const document = await open(mail);
    await findings(document);
    const [action] = await codeActions(document, new vscode.Range(0, 0, 8, 0), 'source.fixAll.commonGround');
    assertTextEdits(document, action!, mail.replace('demand', 'ask for'));
  });
});

describe('teaching', () => {
  afterEach(closeAll);

  it('hovers with what to write instead, then why, then a way to more, without ids, braces or grades', async () => {
    const document = await open(mail);
    await findings(document);
    const text = await hoverText(document, rangeOf(document, 'demand').start);
    const seen = text.replace(/\(command:[^)]*\)/g, '');
    assert.match(seen, /^Write instead: \[We ask for[\s\S]*Why: [\s\S]*Explain[\s\S]*Don’t flag this…/);
    assert.doesNotMatch(seen, /demand\/|Evidence|[{}]/);
    assert.ok(seen.trim().split(/\n+/).length <= 5, 'five lines below the message');
  });

  /** Presses a link of the hover over some words. */
  async function press(document: vscode.TextDocument, words: string, command: string): Promise<unknown> {
    const text = await hoverText(document, rangeOf(document, words).start);
    const values = new RegExp(`command:commonGround\\.${command}\\?([^)]*)`).exec(text);
    assert.ok(values, text);
    return vscode.commands.executeCommand(`commonGround.${command}`, ...JSON.parse(decodeURIComponent(values[1]!)));
  }

  it('rewrites from the hover', async () => {
    const document = await open(mail);
    await findings(document);
    await press(document, 'demand', 'applyRewrite');
    assert.equal(document.getText(), mail.replace('demand', 'ask for'));
  });

  it('is asked not to flag from the hover, and explains from it', async () => {
    const document = await open(mail);
    await findings(document);
    await press(document, 'demand', 'showRule');
    await waitFor('the page', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path === '/demand/we-demand.md'),
    );
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await answering(press(document, 'demand', 'dontFlag'));
    await waitForDiagnostics(document.uri, (found) => !found.some((one) => codeOf(one) === 'demand/we-demand'));
    assert.equal(document.getText(), mail);
  });

  it('shows the page of a rule offline', async () => {
    const uri = vscode.Uri.from({ scheme: 'common-ground-rule', path: '/demand/we-demand.md' });
    const page = await vscode.workspace.openTextDocument(uri);
    assert.match(page.getText(), /^# We demand\n[\s\S]*## Why[\s\S]*## Where it stays silent/);
    const overview = await vscode.workspace.openTextDocument(uri.with({ path: '/families.md' }));
    assert.match(overview.getText(), /What the research shows/);
  });

  it('explains beside the draft, which stays where it is', async () => {
    const document = await open(mail);
    await findings(document);
    const actions = await codeActions(document, rangeOf(document, 'demand'), vscode.CodeActionKind.QuickFix.value);
    await applyCodeAction(actions.find(({ title }) => title === 'Explain')!);
    await waitFor('a page beside it', () => vscode.window.tabGroups.all.length === 2);
    assert.ok(vscode.window.visibleTextEditors.some((one) => one.document === document));
  });
});

describe('a team’s own rules', () => {
  const path = '.common-ground/team.yaml';
  const clean = async () => {
    await closeAll();
    await vscode.workspace.fs.delete(await writeFile(path, ''), { useTrash: false });
  };
  afterEach(clean);

  it('add, replace and switch off; what is broken is said in the file and the rest goes on', async () => {
    const uri = await writeFile(
      path,
      [
        'family: demand',
        'rules:',
        '  we-demand: off',
        '  circle-back:',
        '    message: “{text}” is a phrase that our team avoids.',
        '    match: ["circle back"]',
        '    rephrase: ["come back"]',
        '  broken:',
        '    message: This one has a pattern that cannot be read.',
        '    match: ["(a|b"]',
        '',
      ].join('\n'),
    );
    const document = await open('Dear Tom,\n\nWe demand that you circle back.\n\nAnn\n');
    await waitForDiagnostics(document.uri, (found) => found.some((one) => codeOf(one) === 'demand/circle-back'));
    assert.ok(!diagnosticsOf(document.uri).some((one) => codeOf(one) === 'demand/we-demand'));
    const problems = await waitForDiagnostics(uri, (found) => found.length > 0);
    assert.equal(problems.length, 1);
    assert.match(problems[0]!.message, /“\(” without its “\)”/);
  });
});

describe('the workspace', () => {
  afterEach(closeAll);

  it('is checked with results in Problems that follow the rules and the files', async () => {
    const uri = await writeFile('offers/offer.md', '---\ncommonGround: proposal\n---\n\nWe demand more.\n');
    await vscode.commands.executeCommand('commonGround.checkWorkspace');
    const found = await waitForDiagnostics(uri);
    assertCodes(found, ['demand/we-demand']);
    await withSetting('commonGround.rules', { 'demand/we-demand': 'off' }, async () => {
      await waitForDiagnostics(uri, (left) => left.length === 0);
    });
    await waitForDiagnostics(uri);
    await writeFile('offers/offer.md', '---\ncommonGround: proposal\n---\n\nWe ask for more.\n');
    await waitForDiagnostics(uri, (left) => left.length === 0);
  });
});

function assertCodes(found: readonly vscode.Diagnostic[], expected: readonly string[]): void {
  assert.deepEqual(found.map(codeOf), expected);
}

describe('bad input', () => {
  afterEach(closeAll);

  it('a long line, lone surrogates and mixed line ends are read without a fault', async () => {
    const hard = 'This delay is your fault 😀. We demand \ud83d a reply. '.repeat(500);
    const document = await open(`Dear Tom,\r\n\n${hard}\n\nAnn\n`);
    const found = await findings(document);
    assert.ok(found.length >= 500, `${found.length}`);
    for (const { range } of found) assert.match(document.getText(range), /^[a-z ]+$/);
  });

  it('an untitled plain-text mail works like a file', async () => {
    const document = await open(mail, 'plaintext');
    await findings(document);
    assertFindings(document, ['demand/we-demand: demand', 'accusation/your-fault: your fault']);
  });
});
