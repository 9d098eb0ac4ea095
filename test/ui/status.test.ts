import { useEditor } from './harness.js';

const draft = 'Dear Tom,\n\nWe demand a reply by Friday.\n\nKind regards,\nAnn\n';

describe('the status at a glance', () => {
  const editor = useEditor({
    files: {
      'reply.email': draft,
      'README.md': `# Calls\n\n${draft}`,
      'long.email': `${draft}${'word '.repeat(1_100_000)}`,
    },
    open: 'reply.email',
  });

  const says = (words: RegExp) => editor.page.locator('.statusbar-item', { hasText: words }).first().waitFor();

  it('says what a document was taken for and how much was found, and turns checking on and off', async () => {
    await says(/e-mail: 1/);
    await editor.openFile('README.md');
    await says(/not checked/);
    await editor.page.locator('.statusbar-item', { hasText: 'not checked' }).first().click();
    await says(/other text: 1/);
    await editor.squiggles().first().waitFor();
    await editor.page.locator('.statusbar-item', { hasText: 'other text' }).first().click();
    await says(/not checked/);
  });

  it('says that a document is too long', async () => {
    await editor.openFile('long.email');
    await says(/too long/);
  });
});
