import assert from 'node:assert/strict';
import { useEditor } from './harness.js';

const draft = 'Dear Ms Okafor,\n\nWe could go up to 320k for the mill.\n\nBest,\nTom\n';

describe('private limits', () => {
  const editor = useEditor({ files: { 'offer.email': draft }, open: 'offer.email' });

  it('are asked for masked; a draft that gives one away is marked, and what is marked does not say that it is a limit', async () => {
    await editor.runCommand('Common Ground: Set Private Limits');
    const boxes = { 'Your alternative': '', 'Your limit': '£320,000', 'Your deadline': '' };
    for (const [title, value] of Object.entries(boxes)) {
      const box = editor.page.locator('.quick-input-widget').filter({ hasText: title });
      await box.locator('input[type="password"]').fill(value);
      await editor.press('Enter');
    }
    await editor.squiggles().first().waitFor();
    await editor.runCommand('Problems: Focus on Problems View');
    const warning = editor.page.locator('.markers-panel .monaco-list-row', { hasText: 'once more before you send' });
    await warning.first().waitFor();
    assert.doesNotMatch(await warning.first().innerText(), /320|limit/);
    assert.equal(await editor.savedText('offer.email'), draft);
  });
});
