import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../../scripts/paths.mjs';
import { frameWith, until, useEditor } from './harness.js';

const thread = await readFile(path.join(root, 'examples/thread.email'), 'utf8');
const hostile = `To: Martin Osei <martin@oakhurst.example>
Subject: Delivery of the units

Dear Martin,

You never answer my mails. We demand a reply by Friday. We demand a date.

Kind regards,
Ann
`;

/** Nothing can stand in the place of its second sentence but one with blanks. */
const blanks = `Dear Martin,

Thank you for the call. You won't find a better price anywhere. We demand a reply by Friday.

Kind regards,
Ann
`;

/** Presses what a person can press in the panel and the menus, and looks at what it did to the text. */
describe('what can be pressed', function () {
  this.timeout(240_000);
  const pressed: string[] = [];
  const editor = useEditor({
    files: { 'hostile.email': hostile, 'blanks.email': blanks, 'thread.email': thread },
    open: 'hostile.email',
    shared: true,
  });

  after(() => console.log(`      pressed: ${pressed.join(' · ')}`));

  const panel = async (): Promise<Frame> => {
    await editor.execute('commonGround.sidebar.focus');
    return editor.webview('main:not([aria-busy])');
  };

  const press = async (frame: Frame, name: string | RegExp, within = 'main') => {
    const target = frame.locator(within).getByRole('button', { name }).first();
    await target.click();
    pressed.push(String(name));
  };

  const text = async () => (await editor.active())?.text ?? '';
  const choose = async (entry: string) => {
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: entry }).first().click();
    pressed.push(entry);
  };
  const restore = async (file = 'hostile.email', words = hostile) => {
    await editor.openFile(file);
    await editor.execute('workbench.action.files.revert');
    await until('the text as it was', text, (now) => now === words);
  };

  it('a row goes to its words, its rewrite stands in the text, a frame waits to be filled in', async () => {
    const frame = await panel();
    await frame.locator('.finding').nth(2).waitFor();
    await frame.locator('.finding .go', { hasText: 'demand' }).first().click();
    pressed.push('row');
    await until(
      'the words to be selected',
      () => editor.active(),
      (one) => one?.selected === 'demand',
    );
    await frame.locator('.finding .rewrite', { hasText: 'ask for a reply' }).first().click();
    pressed.push('rewrite of a row');
    await until('the rewrite', text, (now) => now === hostile.replace('We demand a reply', 'We ask for a reply'));
    await restore();
    await restore('blanks.email', blanks);
    await frame.locator('.finding .rewrite', { hasText: '[' }).first().click();
    pressed.push('frame of a row');
    const filling = await until(
      'a blank to be selected',
      () => editor.active(),
      (one) => /^\[.+\]$/.test(one?.selected ?? ''),
    );
    assert.doesNotMatch(filling!.text, /find a better price/);
    assert.ok(filling!.text.includes('We demand a reply by Friday.'));
    await restore('blanks.email', blanks);
    await restore();
  });

  it('“Don’t flag this…” asks where, says what was done, and can be undone', async () => {
    const frame = await panel();
    const rows = () => frame.locator('.rows').first().locator('.finding').count();
    const before = await until('the rows', rows, (count) => count >= 3);
    for (const place of ['Here', 'In this document', 'In this workspace', 'Everywhere']) {
      const row = frame.locator('.finding', { hasText: 'demand' }).first();
      if ((await row.locator('.unfolder').getAttribute('aria-expanded')) === 'false')
        await row.locator('.unfolder').click();
      await row.getByRole('button', { name: /^Don’t flag/ }).click();
      await choose(place);
      await until(`less to look at (${place})`, rows, (count) => count < before);
      await editor.page.locator('.notification-toast .monaco-button', { hasText: 'Undo' }).last().click();
      pressed.push(`Undo of ${place}`);
      await until(`as before (${place})`, rows, (count) => count === before);
    }
  });

  it('the review is worked through with the keyboard alone, and all of it can be taken back', async () => {
    await restore();
    await editor.runCommand('Common Ground: Review Draft');
    const title = editor.page.locator('.quick-input-titlebar');
    await title.filter({ hasText: /1 of \d/ }).waitFor();
    await editor.type('Skip');
    await editor.press('Enter');
    await title.filter({ hasText: /2 of \d/ }).waitFor();
    await editor.press('Enter');
    await title.filter({ hasText: /3 of \d/ }).waitFor();
    await editor.press('Escape');
    await until('one rewrite', text, (now) => now === hostile.replace('We demand a reply', 'We ask for a reply'));
    await editor.page.locator('.notification-toast .monaco-button', { hasText: 'Undo all' }).last().click();
    await until('the text as it was', text, (now) => now === hostile);
    pressed.push('Review Draft', 'Skip', 'accept', 'Stop', 'Undo all');
  });

  it('the review lets blanks be filled in and goes on; own words begin with the sentence', async () => {
    await restore('blanks.email', blanks);
    await editor.runCommand('Common Ground: Review Draft');
    const title = editor.page.locator('.quick-input-titlebar');
    await title.filter({ hasText: /1 of \d/ }).waitFor();
    await choose('[');
    await until(
      'a blank to be selected',
      () => editor.active(),
      (one) => /^\[.+\]$/.test(one?.selected ?? ''),
    );
    await editor.page.locator('.notification-toast .monaco-button', { hasText: 'Go on' }).last().click();
    await title.filter({ hasText: /“.*demand/ }).waitFor();
    await editor.type('Edit');
    await editor.press('Enter');
    await title.filter({ hasText: 'in your own words' }).waitFor();
    await editor.type('would like');
    await editor.press('Enter');
    await until('the own words', text, (now) => now.includes('We would like a reply by Friday.'));
    await editor.press('Escape');
    pressed.push('Fill in', 'Go on', 'Edit…');
    await restore('blanks.email', blanks);
  });

  it('Rephrase All applies what is safe and goes on as a review', async () => {
    await restore();
    await editor.runCommand('Common Ground: Rephrase All');
    await until('the safe rewrites', text, (now) => !now.includes('demand'));
    await editor.page
      .locator('.quick-input-titlebar')
      .filter({ hasText: /1 of \d/ })
      .waitFor();
    await editor.press('Escape');
    pressed.push('Rephrase All');
    await restore();
  });

  it('the next finding and the one before are one command away', async () => {
    await restore();
    await editor.press('Control+Home');
    const selected = async () => (await editor.active())?.selected ?? '';
    const seen: string[] = [];
    for (const command of ['nextFinding', 'nextFinding', 'previousFinding'] as const) {
      await editor.execute(`commonGround.${command}`);
      seen.push(await until('words', selected, (words) => words !== '' && words !== seen.at(-1)));
      pressed.push(command);
    }
    assert.equal(seen[0], seen[2]);
    await editor.press('Escape');
  });

  it('a reply opens beside, addressed, and ticks off what they asked; the thread stays as it was', async () => {
    await editor.openFile('thread.email');
    const frame = await panel();
    await frame.locator('.talks .state').waitFor();
    await frame.locator('[data-cause] .chip').first().click();
    pressed.push('line of evidence');
    await press(frame, 'Write the reply');
    const reply = await until(
      'the reply',
      () => editor.active(),
      (one) => /^To: /.test(one?.text ?? ''),
    );
    assert.match(
      reply!.text,
      /^To: Colin Achebe <c\.achebe@alderstreet\.example>\nSubject: Re: Catering from November\n\nDear Colin,\n\n/,
    );
    await frame.locator('.reply h3', { hasText: 'They asked' }).waitFor();
    await editor.screenshot('panel-reply');
    await editor.focusText();
    await editor.type(' We can give you 10 % off from 14 October.');
    await frame.locator('.reply', { hasText: '14 October' }).waitFor();
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
    await editor.openFile('thread.email');
    assert.equal(await text(), thread);
  });

  it('a new mail from a thread is addressed to the other side', async () => {
    await editor.openFile('thread.email');
    await editor.runCommand('Common Ground: New E-mail');
    await editor.page
      .locator('.quick-input-list .monaco-list-row:visible', { hasText: 'Revive a silent thread' })
      .first()
      .click();
    await until('the mail', text, (now) => /^To: Colin Achebe <c\.achebe@alderstreet\.example>\nSubject: /.test(now));
    pressed.push('New E-mail from a thread');
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
  });

  it('what is inserted from a thread goes into a reply, never over a line that was shown', async () => {
    await editor.openFile('thread.email');
    const frame = await panel();
    await frame.locator('[data-cause] .chip').first().click();
    await frame.locator('details[data-part="next"] > summary').click();
    await press(frame, /^Insert question 1/);
    const reply = await until(
      'the reply',
      () => editor.active(),
      (one) => /^To: /.test(one?.text ?? ''),
    );
    assert.match(reply!.text, /\?/);
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
    await editor.openFile('thread.email');
    assert.equal(await text(), thread);
  });

  it('the four buttons of the empty panel begin something', async () => {
    await editor.execute('workbench.action.closeAllEditors');
    const frame = await panel();
    await frame.locator('.begin .action').nth(3).waitFor();
    await press(frame, 'Open an example');
    await until('the example', text, (now) => now === thread);
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
    await frame.locator('.begin .action').first().waitFor();
    await press(frame, 'New proposal');
    await until('the proposal', text, (now) => now.includes('commonGround: proposal'));
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
    await frame.locator('.begin .action').first().waitFor();
    await press(frame, 'New e-mail');
    await choose('A blank e-mail');
    await until('the mail', text, (now) => /^To: \[address\]\nSubject: [^\n]+\n\n$/.test(now));
    await editor.execute('workbench.action.revertAndCloseActiveEditor');
    await frame.locator('.begin .action').first().waitFor();
    await press(frame, /^Paste a thread/);
    await until(
      'a mail document',
      () => editor.active(),
      (one) => one?.language === 'email',
    );
  });
});

describe('the walkthrough', function () {
  this.timeout(240_000);
  const editor = useEditor({ files: { 'hostile.email': hostile }, open: 'hostile.email' });
  const text = async () => (await editor.active())?.text ?? '';

  it('does by each button what it says, and ticks its step', async () => {
    await editor.execute('workbench.action.closeAllEditors');
    const begin = async (step: string, button: string) => {
      await editor.execute('workbench.action.openWalkthrough', 'common-ground-writing.common-ground#start', false);
      const row = editor.page.locator('.getting-started-step', { hasText: step });
      await row.waitFor();
      const target = row.getByRole('button', { name: button, exact: true });
      if (!(await target.isVisible())) await row.locator('.step-title').click();
      await target.click();
    };
    const ticked = (step: string) =>
      editor.page.locator('.getting-started-step', { hasText: step }).locator('.codicon.complete').waitFor();

    await begin('Look at an example', 'Open an example');
    await until('the example', text, (now) => now === thread);
    await ticked('Look at an example');
    await begin('Improve a draft', 'Open a draft');
    await until('the draft', text, (now) => now !== thread && /^To: /m.test(now));
    await begin('Improve a draft', 'Review it');
    await editor.page
      .locator('.quick-input-titlebar')
      .filter({ hasText: /1 of \d/ })
      .waitFor();
    await editor.press('Enter');
    await editor.page
      .locator('.quick-input-titlebar')
      .filter({ hasText: /2 of \d/ })
      .waitFor();
    await editor.press('Escape');
    await ticked('Improve a draft');
    // The draft is in front, and the thread is what the next two are about.
    await begin('See why a thread is stuck', 'Diagnose');
    await until(
      'the page of the diagnosis',
      () => frameWith(editor.page.frames(), 'nav + h1'),
      (frame) => frame !== undefined,
    );
    await begin('Write the reply', 'Reply');
    await until('the reply', text, (now) => /^To: Colin Achebe/.test(now));
  });
});
