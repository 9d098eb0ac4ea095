import assert from 'node:assert/strict';
import { useEditor } from './harness.js';

describe('writing in the editor', () => {
  const editor = useEditor({ files: { 'reply.email': 'Hi Ana,\n\n\n\nBest,\nTom\n' }, open: 'reply.email' });

  it('underlines what is typed and puts a rephrasing in its place with the keyboard', async () => {
    await editor.focusText();
    await editor.press('Control+Home', 'ArrowDown', 'ArrowDown');
    await editor.type('We demand a reply by Friday.');
    await editor.press('ArrowDown');
    await editor.squiggles().first().waitFor();
    await editor.press('ArrowUp', 'Home', 'Control+ArrowRight', 'ArrowRight', 'Control+Period');
    await editor.page.locator('.action-widget .monaco-list-row').first().waitFor();
    await editor.screenshot('quick-fixes');
    await editor.press('Enter');
    assert.doesNotMatch(await editor.savedText('reply.email'), /demand/);
  });
});
