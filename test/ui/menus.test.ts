import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { frameWith, until, useEditor } from './harness.js';

const thread = await readFile(path.join(root, 'examples/thread.email'), 'utf8');
const hostile = `To: Martin Osei <martin@oakhurst.example>
Subject: Delivery of the units

Dear Martin,

You never answer my mails. We demand a reply by Friday.

Kind regards,
Ann
`;
const encoded = [
  'From: Ann <ann@x.example>',
  'To: Tom <tom@x.example>',
  'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Dear Tom,=0A=0AWe demand a reply by=',
  ' Friday.=0A=0AAnn=0A',
].join('\n');

const long = `Dear Martin,

${'We went through the plan with the people in the yard and it holds.\n\n'.repeat(30)}We demand a reply by Friday.

Kind regards,
Ann
`;

/** Presses each entry of the menus where a person meets it, and looks at what came of it. */
describe('the menus', function () {
  this.timeout(240_000);
  const editor = useEditor({
    files: {
      'thread.email': thread,
      'hostile.email': hostile,
      'encoded.eml': encoded,
      'long.email': long,
      'fine.email': 'Dear Tom,\n\nThank you. What matters most to you?\n\nAnn\n',
    },
    open: 'hostile.email',
    shared: true,
  });

  const text = async () => (await editor.active())?.text ?? '';
  const selected = async () => (await editor.active())?.selected ?? '';
  const rows = () => editor.page.locator('.quick-input-list .monaco-list-row:visible');
  const title = (words: string | RegExp) =>
    editor.page.locator('.quick-input-titlebar').filter({ hasText: words }).waitFor();
  const toast = (words: RegExp) => editor.page.locator('.notification-toast', { hasText: words }).last().waitFor();

  afterEach(async () => {
    await editor.press('Escape');
    await editor.execute('notifications.clearAll');
    while ((await editor.active()) !== null || (await editor.page.locator('.tab').count()) > 0) {
      if ((await editor.active()) !== null) await editor.execute('workbench.action.revertAndCloseActiveEditor');
      else await editor.execute('workbench.action.closeAllEditors');
    }
  });

  async function open(file: string, words: string): Promise<void> {
    await editor.openFile(file);
    await until('the text of the file', text, (now) => now === words);
  }

  async function status(entry: string): Promise<void> {
    await editor.page
      .locator('.statusbar-item', { hasText: /e-mail/ })
      .first()
      .click();
    await rows().filter({ hasText: entry }).first().click();
  }

  /**
   * Takes an entry of a menu by keyboard. A menu that was asked for before it was known what the document is does not hold it, and is
   * asked for again.
   */
  async function fromMenu(entry: string, ask: () => Promise<void>): Promise<void> {
    const item = editor.page.locator('.monaco-menu .action-menu-item:visible', { hasText: entry }).first();
    await until(
      `“${entry}” in the menu`,
      async () => {
        await ask();
        const isThere = await item.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
        if (!isThere) await editor.press('Escape');
        return isThere;
      },
      Boolean,
    );
    await item.hover();
    await editor.press('Enter');
    await item.waitFor({ state: 'hidden' });
  }

  const ofText = async () => {
    await editor.focusText();
    await editor.press('Shift+F10');
  };

  /** Before the first finding comes the last. */
  async function toDemand(): Promise<void> {
    await editor.focusText();
    await editor.press('Control+Home');
    await editor.execute('commonGround.previousFinding');
    await until('the demand', selected, (words) => words === 'demand');
  }

  const reply = () => until('the reply', text, (now) => now.startsWith('To: Colin Achebe'));
  const page = () =>
    until(
      'the page of the diagnosis',
      () => frameWith(editor.page.frames(), 'nav + h1'),
      (frame) => frame !== undefined,
    );

  it('of the status: finding, review, reply, diagnosis, panel, settings', async () => {
    await open('hostile.email', hostile);
    await editor.squiggles().nth(1).waitFor();
    await status('Next finding');
    await until('words of a finding', selected, (words) => words !== '' && hostile.includes(words));
    await editor.press('Escape');
    await status('Review the draft');
    await title(/1 of \d/);
    await editor.press('Escape');
    await editor.execute('workbench.view.explorer');
    await status('Show the panel');
    const frame = await editor.webview('main:not([aria-busy]) .finding');
    assert.equal(await frame.locator('.draft').isVisible(), true);
    await status('Settings');
    await editor.page
      .locator('.settings-editor .setting-item-category', { hasText: 'Common Ground' })
      .first()
      .waitFor();
    await open('thread.email', thread);
    await status('Write the reply');
    await reply();
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
    await open('thread.email', thread);
    await status('Diagnose the thread');
    assert.match(await (await page())!.locator('h1').innerText(), /^Stuck/);
  });

  it('of the review: few entries, beside the words that they are about, and a word where there is nothing', async () => {
    await open('long.email', long);
    await editor.runCommand('Common Ground: Review Draft');
    await title(/1 of \d/);
    await editor.squiggles().first().waitFor();
    const box = (await editor.page.locator('.quick-input-widget').boundingBox())!;
    const words = (await editor.squiggles().first().boundingBox())!;
    assert.ok(words.y > box.y + box.height, `${words.y} below ${box.y + box.height}`);
    const entries = await rows().allInnerTexts();
    assert.ok(entries.length <= 6, entries.join(' | '));
    await editor.press('Escape');
    await open('fine.email', 'Dear Tom,\n\nThank you. What matters most to you?\n\nAnn\n');
    await editor.runCommand('Common Ground: Review Draft');
    await toast(/nothing to look at/);
  });

  it('in the title of a thread: reply and diagnosis', async () => {
    await open('thread.email', thread);
    const button = (name: string) =>
      editor.page.locator(`.editor-actions .action-label[aria-label^="${name}"]`).first();
    await button('Diagnose Stall').click();
    await page();
    await open('thread.email', thread);
    await button('Reply').click();
    await reply();
  });

  it('of the text: reply, diagnosis, question', async () => {
    for (const [entry, check] of [
      ['Reply', reply],
      ['Diagnose Stall', page],
    ] as const) {
      await open('thread.email', thread);
      await fromMenu(entry, ofText);
      await check();
      await editor.execute('workbench.action.revertAndCloseActiveEditor');
      await editor.execute('workbench.action.closeEditorsInOtherGroups');
    }
    await open('hostile.email', hostile);
    await fromMenu('Insert Diagnostic Question', ofText);
    await title('Insert a question');
    await editor.press('Enter');
    const asked = await until('a question', text, (now) => now.includes('?'));
    assert.match(asked, /^To: Martin[\s\S]*\?[\s\S]*Kind regards,\nAnn\n$/);
  });

  it('of a file: diagnosis, and the readable text of encoded mail', async () => {
    await editor.execute('workbench.view.explorer');
    const file = (name: string) =>
      editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
    await fromMenu('Diagnose Stall', () => file('thread.email').click({ button: 'right' }));
    await page();
    await fromMenu('Show Readable Text', () => file('encoded.eml').click({ button: 'right' }));
    await until('the readable text', text, (now) => /Subject: Grüße[\s\S]*We demand a reply by Friday\./.test(now));
  });

  it('of new files: e-mail, proposal, preparation sheet', async () => {
    for (const [entry, holds] of [
      ['New E-mail', /^To: /],
      ['New Proposal', /^---\ncommonGround: proposal\n/],
      ['New Preparation Sheet', /^---\ncommonGround: off\n---\n\n# /],
    ] as const) {
      await editor.runCommand('Create: New File...');
      await rows().filter({ hasText: entry }).first().click();
      if (entry === 'New E-mail') await rows().filter({ hasText: 'A blank e-mail' }).first().click();
      await until(entry, text, (now) => holds.test(now));
      await editor.execute('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('of the panel: link, export, import, undo, reset, limits', async () => {
    await open('hostile.email', hostile);
    await open('thread.email', thread);
    await editor.execute('commonGround.sidebar.focus');
    const frame = await editor.webview('main:not([aria-busy]) details[data-part="checklist"]');
    const checked = () => frame.locator('[data-statement="ego-corrected"] input:checked').count();
    const answer = async () => {
      for (const part of ['checklist', 'group-relationship', 'case']) {
        const details = frame.locator(`details[data-part="${part}"]`);
        if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
      }
      await frame.locator('[data-statement="ego-corrected"] input[value="yes"]').check({ force: true });
      await until(
        'the answer',
        () => frame.locator('[data-part="case"] .quiet').first().innerText(),
        (now) => /^1 /.test(now),
      );
    };
    const more = (entry: string) =>
      fromMenu(entry, () =>
        editor.page.locator('.part.sidebar .title-actions .action-label.codicon-toolbar-more').first().click(),
      );
    const names = () => frame.locator('[data-part="case"] li .breakable').allInnerTexts();

    await answer();
    await more('Link Another Document');
    await rows().filter({ hasText: 'hostile.email' }).first().click();
    await until('two documents', names, (now) => now.some((name) => name.includes('hostile.email')));
    await frame.getByRole('button', { name: /^Take hostile\.email/ }).click();
    await until('one document', names, (now) => !now.some((name) => name.includes('hostile.email')));

    await more('Export Answers');
    const box = editor.page.locator('.quick-input-widget input.input');
    await until(
      'a place',
      () => box.inputValue(),
      (value) => value.includes('.case.md'),
    );
    await box.fill(path.join(editor.folder, 'kept.case.md'));
    await editor.press('Enter');
    await until('the export', text, (now) =>
      /^---\ncommonGround: off\n---\n\n# [\s\S]*hardened after we corrected/.test(now),
    );
    await editor.execute('workbench.action.closeActiveEditor');

    await open('thread.email', thread);
    await until('the answer to be shown', checked, (count) => count === 1);
    await editor.page
      .locator('.part.sidebar .title-actions .action-label[aria-label^="Undo Last Answer"]')
      .first()
      .click();
    await until('no answer', checked, (count) => count === 0);

    await more('Import Answers');
    await title('Import answers into this case');
    await rows().filter({ hasText: 'kept.case.md' }).first().click();
    await toast(/answers? imported/);
    await until('the answer again', checked, (count) => count === 1);

    await more('Reset Answers');
    await rows().filter({ hasText: 'Reset' }).first().click();
    await until('no answer', checked, (count) => count === 0);

    await more('Set Private Limits');
    await title(/limits|alternative/i);
    await editor.press('Escape');
  });

  it('of the hover: the rewrite, and not to be flagged any more', async () => {
    const hover = () => editor.page.locator('.monaco-hover:visible', { hasText: 'Write instead' }).first();
    await open('hostile.email', hostile);
    await editor.squiggles().nth(1).waitFor();
    await toDemand();
    await hover().getByText('Don’t flag this…', { exact: true }).click();
    await rows().filter({ hasText: 'Here' }).first().click();
    await until(
      'one mark',
      () => editor.squiggles().count(),
      (count) => count === 1,
    );
    await editor.page.locator('.notification-toast .monaco-button', { hasText: 'Undo' }).last().click();
    await until(
      'both marks',
      () => editor.squiggles().count(),
      (count) => count === 2,
    );
    await toDemand();
    await hover()
      .getByText(/We ask for a reply/)
      .first()
      .click();
    await until('the rewrite', text, (now) => now === hostile.replace('demand', 'ask for'));
  });

  it('of the palette: what is dismissed comes back, what a document is, moves', async () => {
    await open('hostile.email', hostile);
    await editor.squiggles().nth(1).waitFor();
    await toDemand();
    await editor.page.locator('.monaco-hover:visible').getByText('Don’t flag this…', { exact: true }).click();
    await rows().filter({ hasText: 'Here' }).first().click();
    await until(
      'one mark',
      () => editor.squiggles().count(),
      (count) => count === 1,
    );
    await editor.runCommand('Common Ground: Show Dismissed Findings Again');
    await until(
      'both marks',
      () => editor.squiggles().count(),
      (count) => count === 2,
    );

    await editor.execute('notifications.clearAll');
    await editor.runCommand('Common Ground: Change What This Document Is Taken For');
    await rows().filter({ hasText: 'Something else' }).first().click();
    await until(
      'no mark',
      () => editor.squiggles().count(),
      (count) => count === 0,
    );
    await editor.page.locator('.notification-toast .monaco-button', { hasText: 'Undo' }).last().click();
    await until(
      'both marks',
      () => editor.squiggles().count(),
      (count) => count === 2,
    );

    await editor.runCommand('Common Ground: Check This Document');
    await until(
      'no mark',
      () => editor.squiggles().count(),
      (count) => count === 0,
    );
    await editor.runCommand('Common Ground: Check This Document');
    await until(
      'both marks',
      () => editor.squiggles().count(),
      (count) => count === 2,
    );

    await editor.runCommand('Common Ground: Insert Move');
    await title('Insert a move');
    await editor.press('Enter');
    await rows().first().click();
    await until('an opening', text, (now) => now.length > hostile.length + 20);
    await editor.execute('workbench.action.files.revert');
  });
});
