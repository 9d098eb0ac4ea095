import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { ActiveEditor } from './driver-client.js';
import { useEditor } from './harness.js';

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
  const editor = useEditor({ files: { 'talks/roof (1).email': thread }, open: 'talks/roof (1).email' });

  /** The rendered Markdown, once it holds the report. */
  async function page(): Promise<Frame> {
    const end = Date.now() + 20_000;
    for (;;) {
      for (const frame of editor.page.frames()) {
        const found = await frame
          .locator('h1', { hasText: 'Where the talks stand' })
          .count()
          .catch(() => 0);
        if (found > 0) return frame;
      }
      if (Date.now() > end) throw new Error('no page shows the report');
      await editor.page.waitForTimeout(100);
    }
  }

  /** The page once it is shown in a theme; newer builds load it again for another one. */
  async function pageIn(theme: 'light' | 'dark'): Promise<Frame> {
    const end = Date.now() + 20_000;
    for (;;) {
      const frame = await page();
      const kind = await frame.evaluate<string>('document.body.dataset.vscodeThemeKind ?? ""').catch(() => '');
      if (kind === `vscode-${theme}`) return frame;
      if (Date.now() > end) throw new Error(`the report is shown in ${kind} and not in ${theme}`);
      await editor.page.waitForTimeout(50);
    }
  }

  async function activeOnce(name: string): Promise<ActiveEditor> {
    const end = Date.now() + 10_000;
    for (;;) {
      const active = await editor.active();
      if (active?.path.endsWith(name)) return active;
      if (Date.now() > end) throw new Error(`${active?.path} is active instead of ${name}`);
      await editor.page.waitForTimeout(100);
    }
  }

  it('shows its pictures in the colours of the theme, and its quotes lead to their lines', async () => {
    await editor.focusText();
    await editor.execute('commonGround.diagnoseStall');
    const pictures = 'svg[role="img"]';
    assert.equal(await (await page()).locator(pictures).count(), 2);
    const colours: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      await editor.setTheme(theme);
      const report = await pageIn(theme);
      await report.locator(pictures).first().scrollIntoViewIfNeeded();
      colours.push(await report.evaluate<string>(`getComputedStyle(document.querySelector('${pictures} text')).fill`));
      await editor.screenshot(`report-pictures-${theme}`);
    }
    assert.notEqual(colours[0], colours[1]);
    await (await page())
      .locator('a', { hasText: /^line 17$/ })
      .first()
      .click();
    const active = await activeOnce('roof (1).email');
    assert.equal(active.text.slice(0, active.start).split('\n').length, 17);
    await editor.screenshot('report');
  });
});
