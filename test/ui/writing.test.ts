import assert from 'node:assert/strict';
import { until, useEditor } from './harness.js';

const hostile = `Dear Martin,

You never answer my mails. We demand a reply by Friday. We demand a date.

Kind regards,
Ann
`;
/** Nothing can stand in the place of its second sentence but one with blanks. */
const blanks = `Dear Martin,

Thank you for the call. You won't find a better price anywhere. Our team is glad to help.

Kind regards,
Ann
`;
const long = `${'We went through the plan with the people in the yard and it holds. '.repeat(20)}\n`;
/** The same sentence in every language of documents that are read as on the command line. */
const marked = ['note.adoc', 'note.org', 'note.rst', 'note.mdx', 'note.txt', 'note.md'];

describe('writing in the editor', function () {
  this.timeout(240_000);
  const editor = useEditor({
    files: {
      'reply.email': 'Hi Ana,\n\n\n\nBest,\nTom\n',
      'hostile.email': hostile,
      'blanks.email': blanks,
      'long.email': long,
      'long.txt': long,
      'questions.md': 'Dear Ana,\n\n\n',
      ...Object.fromEntries(marked.map((name) => [name, hostile])),
    },
    open: 'reply.email',
    shared: true,
  });

  const text = async () => (await editor.active())?.text ?? '';
  const entries = () => editor.page.locator('.action-widget .monaco-list-row.action');

  /** Puts the cursor into words of the active editor, as a person would with a search. */
  async function goTo(words: string): Promise<void> {
    const { text: now } = (await editor.active())!;
    const before = now.slice(0, now.indexOf(words) + 1);
    const lines = before.split('\n');
    await editor.focusText();
    await editor.press('Control+Home', ...lines.slice(1).map(() => 'ArrowDown'));
    await editor.press(...[...lines.at(-1)!].map(() => 'ArrowRight'));
  }

  /** Takes an entry of the open menu with the keyboard. */
  async function take(words: string): Promise<void> {
    const titles = await entries().allInnerTexts();
    const at = titles.findIndex((title) => title.includes(words));
    assert.ok(at >= 0, titles.join(' | '));
    await editor.press(...titles.slice(0, at).map(() => 'ArrowDown'), 'Enter');
  }

  async function restore(file: string): Promise<void> {
    await editor.openFile(file);
    await editor.execute('workbench.action.files.revert');
  }

  it('underlines what is typed and puts a rephrasing in its place with the keyboard', async () => {
    await editor.focusText();
    await editor.press('Control+Home', 'ArrowDown', 'ArrowDown');
    await editor.type('We demand a reply by Friday.');
    await editor.press('ArrowDown');
    await editor.squiggles().first().waitFor();
    await goTo('demand');
    await editor.press('Control+Period');
    await entries().first().waitFor();
    await editor.screenshot('quick-fixes');
    await editor.press('Enter');
    assert.doesNotMatch(await editor.savedText('reply.email'), /demand/);
  });

  it('offers six entries at most, rewrites first, in words', async () => {
    await editor.openFile('hostile.email');
    await editor.squiggles().nth(2).waitFor();
    await goTo('demand');
    await editor.press('Control+Period');
    await entries().first().waitFor();
    const titles = (await entries().allInnerTexts()).map((title) => title.trim());
    assert.ok(titles.length <= 6, titles.join(' | '));
    assert.match(titles[0]!, /ask for/);
    for (const wanted of ['Rewrite all of this kind (2)', 'Explain', 'Don’t flag this…'])
      assert.ok(titles.includes(wanted), titles.join(' | '));
    assert.doesNotMatch(titles.join(), /[{}]|[a-z]+\/[a-z]+-|rule|check:/);
    await take('Rewrite all of this kind');
    await until('both places to be rewritten', text, (now) => !now.includes('demand'));
    await editor.page.locator('.notification-toast .monaco-button', { hasText: 'Undo' }).last().click();
    await until('the text as it was', text, (now) => now === hostile);
  });

  it('puts a frame over the sentence and waits for what is to be filled in', async () => {
    await editor.openFile('blanks.email');
    await goTo('better');
    await editor.press('Control+Period');
    await entries().first().waitFor();
    await take('[');
    const filling = await until(
      'a blank to be selected',
      () => editor.active(),
      (one) => one?.selected !== '' && one?.text !== blanks,
    );
    assert.match(filling!.selected, /^\[[a-z ]+\]$/);
    assert.equal(filling!.path, 'blanks.email');
    assert.doesNotMatch(filling!.text, /find a better price/);
    assert.ok(filling!.text.includes('Our team is glad to help.'));
    await restore('blanks.email');
  });

  it('says over a finding what the reader may feel, what to write instead and why, in this order', async () => {
    await editor.openFile('hostile.email');
    await goTo('demand');
    await editor.execute('editor.action.showHover');
    const hover = editor.page.locator('.monaco-hover:visible', { hasText: 'Write instead' }).first();
    await hover.waitFor();
    await editor.screenshot('hover');
    const said = await hover.innerText();
    const order = ['may read as an order', 'Write instead:', 'Why:', 'Explain'].map((words) => said.indexOf(words));
    assert.ok(
      order.every((at) => at >= 0),
      said,
    );
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    );
    assert.match(said, /Common Ground\(demand\)/, 'what kind it is, in a word');
    assert.doesNotMatch(said, /[{}]|check:|[a-z]\/[a-z]+-/);
    await hover.getByText('Explain', { exact: true }).click();
    await editor.page
      .locator('.tab', { hasText: 'We demand' })
      .or(editor.page.locator('.editor-group-container').nth(1))
      .first()
      .waitFor();
    assert.equal(await editor.page.locator('.editor-group-container').count(), 2, 'it opens beside');
    await editor.execute('workbench.action.closeEditorsInOtherGroups');
    await editor.openFile('hostile.email');
    await editor.execute('workbench.action.joinAllGroups');
  });

  it('offers questions by their sentences when ask- is typed, in Markdown too', async () => {
    await editor.openFile('questions.md');
    await editor.press('Control+End');
    await editor.type('ask-');
    const rows = editor.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.filter({ hasText: '?' }).first().waitFor();
    await editor.press('Enter');
    await until('a question', text, (now) => now.includes('?') && !now.includes('ask-'));
    await restore('questions.md');
  });

  it('wraps a paragraph that is one long line', async () => {
    for (const file of ['long.email', 'long.txt']) {
      await editor.openFile(file);
      await until(
        file,
        () => editor.page.locator('.monaco-editor .view-line').count(),
        (count) => count > 5,
      );
    }
  });

  for (const file of marked)
    it(`marks the same in ${file} as on the command line`, async () => {
      await editor.openFile(file);
      await until(
        'three marks',
        () => editor.squiggles().count(),
        (count) => count === 3,
      );
    });

  it('marks what is written into a comment on a pull request', async () => {
    await editor.openFile('note.md');
    await editor.beginComment();
    const box = editor.page.locator('.review-widget .monaco-editor').first();
    await editor.page.locator('.review-widget .review-thread-reply-button').first().click();
    await editor.page.locator('.review-widget .monaco-editor.focused').first().waitFor();
    await editor.type('You never answer my mails. We demand a reply by Friday.');
    await editor.press('Enter', 'Enter');
    await box.locator(':is(.squiggly-warning, .squiggly-info)').first().waitFor();
    await editor.screenshot('comment');
  });
});
