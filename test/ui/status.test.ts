import assert from 'node:assert/strict';
import { useEditor } from './harness.js';

const draft = 'Dear Tom,\n\nWe demand a reply by Friday.\n\nKind regards,\nAnn\n';

/** Six files of team rules that nearly every word of the draft begins to fit, and the draft. */
const slow = Object.fromEntries(
  Array.from({ length: 6 }, (_, file) => {
    let text = 'family: heat\nrules:\n';
    for (let at = 0; text.length < 39_800; at++)
      text += `  r${file}x${at}:\n    message: The team says it another way.\n    match: ["aa * * * !qq${at} #Money", "* * * aa * !qq${at} #Money"]\n`;
    return [`.common-ground/r${file}.yaml`, text];
  }),
);
const sentence = 'We asked aa for the aa price last week, and aa you still have not said aa what you need from us aa.';
const wordy = `Dear Tom,\n\n${Array.from({ length: 20 }, () => sentence).join(' ')}\n\nKind regards,\nAnn\n`;

const german = `To: Klaus Brandt <k.brandt@brandtbau.example>
Subject: Re: Angebot

Sehr geehrter Herr Brandt,

vielen Dank für Ihr Angebot. Leider liegt der Preis höher, als wir geplant hatten. Könnten Sie uns sagen, welche Fenster den größten Anteil ausmachen?

Mit freundlichen Grüßen
Eva Stein
`;

const fine = 'Dear Tom,\n\nThank you for the plan. What matters most to you about the date?\n\nKind regards,\nAnn\n';

describe('the status at a glance', () => {
  const editor = useEditor({
    files: {
      'reply.email': draft,
      'fine.email': fine,
      'german.email': german,
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

  it('says that a text is not in English, here and in the panel, and praises nothing in it', async () => {
    await editor.openFile('german.email');
    await says(/e-mail: not English/);
    await editor.execute('commonGround.sidebar.focus');
    const frame = await editor.webview('main:not([aria-busy]) .draft');
    const draft = frame.locator('.draft', { hasText: 'only English is checked' });
    await draft.waitFor();
    assert.doesNotMatch(await draft.innerText(), /Nothing to change/);
  });

  it('says that a document is too long', async () => {
    await editor.openFile('long.email');
    await says(/too long/);
  });
});

describe('the rules of a team', () => {
  const editor = useEditor({ files: { ...slow, 'wordy.email': wordy }, open: 'wordy.email' });

  it('that would take too long together are said to be left out, in the status and in the panel', async () => {
    const item = editor.page.locator('.statusbar-item[aria-label*="team’s rules were not looked for"]');
    await item.first().waitFor();
    assert.equal(await item.first().locator('.codicon-warning').count(), 1);
    await editor.execute('commonGround.sidebar.focus');
    const frame = await editor.webview('main:not([aria-busy]) .draft');
    await frame.locator('.draft', { hasText: 'team’s rules were not looked for' }).waitFor();
  });
});
