import assert from 'node:assert/strict';
import { useEditor } from './harness.js';

const draft = 'Dear Tom,\n\nWe demand a reply by Friday.\n\nKind regards,\nAnn\n';

const fine = 'Dear Tom,\n\nThank you for the plan. What matters most to you about the date?\n\nKind regards,\nAnn\n';

describe('the status at a glance', () => {
  const editor = useEditor({
    files: {
      'reply.email': draft,
      'fine.email': fine,
      'README.md': `# Calls\n\n${draft}`,
      'long.email': `${draft}${'word '.repeat(1_100_000)}`,
    },
    open: 'reply.email',
    shared: true,
  });

  const says = (words: RegExp) => editor.page.locator('.statusbar-item', { hasText: words }).first().waitFor();

  /** Clicks the item and chooses an entry of its menu. */
  const choose = async (item: string, entry: string) => {
    await editor.page.locator('.statusbar-item', { hasText: item }).first().click();
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: entry }).first().click();
  };

  it('says what a document was taken for and how much there is to look at; a click opens a menu and changes nothing', async () => {
    await says(/e-mail: [1-9]/);
    await editor.page.locator('.statusbar-item', { hasText: 'e-mail' }).first().click();
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Review the draft' }).waitFor();
    await editor.press('Escape');
    await says(/e-mail: [1-9]/);
    await editor.openFile('README.md');
    await says(/not checked/);
    await choose('not checked', 'Check this document');
    await says(/other text: [1-9]/);
    await editor.squiggles().first().waitFor();
    await choose('other text', 'Don’t check');
    await says(/not checked/);
    await choose('not checked', 'Taken for');
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'An e-mail' }).first().click();
    await says(/e-mail: [1-9]/);
  });

  it('offers nothing that would lead nowhere, and says who switched checking off', async () => {
    await editor.openFile('fine.email');
    await says(/e-mail: 0/);
    await editor.page.locator('.statusbar-item', { hasText: 'e-mail: 0' }).first().click();
    const rows = editor.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Taken for' }).waitFor();
    assert.doesNotMatch((await rows.allInnerTexts()).join(), /Next finding|Review/);
    await rows.filter({ hasText: 'Don’t check' }).click();
    await says(/not checked/);
    await editor.page.locator('.statusbar-item[aria-label*="switched off here"]').first().waitFor();
  });

  it('says that a document is too long', async () => {
    await editor.openFile('long.email');
    await says(/too long/);
  });
});
