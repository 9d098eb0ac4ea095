import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { useEditor } from './harness.js';

const example = (name: string) => readFile(path.join(root, 'examples', name), 'utf8');
const draft = await example('reply.email');
const thread = await example('thread.email');

/** The pictures of the walkthrough and the README, each waiting for what it shows. `npm run ui -- --screenshots` puts them into the documentation. */
describe('the pictures of the walkthrough', function () {
  this.timeout(180_000);
  const editor = useEditor({
    files: { 'reply.email': draft, 'thread.email': thread },
    open: 'reply.email',
    shared: true,
    size: { width: 1100, height: 720 },
  });

  it('show the product', async () => {
    await editor.execute('commonGround.sidebar.focus');
    const frame = await editor.webview('main:not([aria-busy]) .finding');
    await editor.squiggles().first().waitFor();
    await editor.execute('commonGround.nextFinding');
    await editor.page.locator('.monaco-hover:visible', { hasText: 'Write instead' }).first().waitFor();
    await editor.screenshot('overview');
    await editor.press('Escape', 'Control+Period');
    await editor.page.locator('.action-widget .monaco-list-row.action').first().waitFor();
    await editor.screenshot('../walkthrough/mend');
    await editor.press('Escape');
    await editor.openFile('thread.email');
    await frame.locator('[data-cause]').first().waitFor();
    await editor.screenshot('../walkthrough/example');
    await editor.screenshot('diagnosis');
    await frame.locator('.next').scrollIntoViewIfNeeded();
    await editor.screenshot('../walkthrough/diagnose');
    await frame.locator('.main-action').click();
    await frame.locator('.draft .draft-title', { hasText: 'To Colin Achebe' }).waitFor();
    await frame.locator('.reply h3').first().waitFor();
    await editor.screenshot('../walkthrough/reply');
  });
});
