import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { frameWith, until, useEditor } from './harness.js';

const thread = [
  'Me: Ada Lind <ada@lind.example>',
  '',
  'From: Ada Lind <ada@lind.example>',
  'To: Bo Marsh <bo@marsh.example>',
  'Date: Mon, 20 Oct 2025 09:05',
  'Subject: Re: Roof repair',
  '',
  'Hi Bo, just checking in again. We could also take 5,200 instead of 5,600. Is there any news?',
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
  'Date: Mon, 22 Sep 2025 09:05',
  'Subject: Roof repair',
  '',
  'Dear Bo, here is our offer for the roof: 5,600, scaffolding included. What would you need from us to decide?',
  '',
  'Ada',
  '',
].join('\n');

describe('the page of a diagnosis', () => {
  const editor = useEditor({
    files: { 'talks/roof (1).email': thread },
    open: 'talks/roof (1).email',
    shared: true,
  });
  afterEach(() => editor.execute('workbench.action.closeAllEditors'));

  /** The rendered Markdown, once it holds the report in a theme; newer builds load it again for another one. */
  async function pageIn(theme: 'light' | 'dark'): Promise<Frame> {
    const shown = `body[data-vscode-theme-kind="vscode-${theme}"] a:text-is("line 17")`;
    const found = await until(
      `the report in ${theme}`,
      () => frameWith(editor.page.frames(), shown),
      (frame) => frame !== undefined,
    );
    return found!;
  }

  it('shows its pictures in the colours of the theme, and its quotes lead to their lines', async () => {
    await editor.focusText();
    await editor.execute('commonGround.diagnoseStall');
    const pictures = 'svg[role="img"]';
    const colours: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      await editor.setTheme(theme);
      const report = await pageIn(theme);
      assert.equal(await report.locator(pictures).count(), 2);
      await report.locator(pictures).first().scrollIntoViewIfNeeded();
      colours.push(await report.evaluate<string>(`getComputedStyle(document.querySelector('${pictures} text')).fill`));
      await editor.screenshot(`report-pictures-${theme}`);
    }
    assert.notEqual(colours[0], colours[1]);
    const link = (await pageIn('dark')).locator('a', { hasText: /^line 17$/ }).first();
    await link.click();
    await until(
      'the line to be shown',
      () => editor.active(),
      (one) => one?.path.endsWith('roof (1).email') === true && one.text.slice(0, one.start).split('\n').length === 17,
    );
    await editor.screenshot('report');
  });

  it('is a page for a thread that is no file too, read as a whole, and the panel stays with the thread', async () => {
    await editor.execute('commonGround.openExample');
    const panel = await editor.webview('[data-cause] .chip');
    await panel.locator('[data-cause] .chip').first().click();
    await until(
      'a line to be selected',
      () => editor.active(),
      (one) => one?.selected !== '',
    );
    await editor.execute('commonGround.diagnoseStall');
    const found = await until(
      'the page',
      () => frameWith(editor.page.frames(), 'nav + h1'),
      (frame) => frame !== undefined,
    );
    const page = found!;
    assert.doesNotMatch(await page.locator('main').innerText(), /only one message|\*\*|#L\d/);
    assert.equal(await page.locator('svg[role="img"]').count(), 2);
    await page
      .locator('a', { hasText: /^line 26$/ })
      .first()
      .click();
    await until(
      'the line to be shown',
      () => editor.active(),
      (one) => one?.text.slice(0, one.start).split('\n').length === 26,
    );
    await editor.screenshot('report-of-pasted');
    assert.equal(await panel.locator('.talks .state').isVisible(), true);
    await page.locator('nav a', { hasText: 'Insert at the end' }).click();
    const filled = await until(
      'the report below the thread',
      () => editor.active(),
      (one) => /\n# Stuck\.\n/.test(one?.text ?? ''),
    );
    assert.doesNotMatch(filled!.text, /<svg|\]\(/);
    // A page is written anew, in a frame of its own.
    await until(
      'the page to say that the text has changed',
      () => frameWith(editor.page.frames(), 'blockquote:has-text("has changed")'),
      (frame) => frame !== undefined,
    );
  });
});
