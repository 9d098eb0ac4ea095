import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/paths.mjs';
import { until, useEditor } from './harness.js';

const thread = await readFile(path.join(root, 'examples/thread.email'), 'utf8');

describe('what is kept', () => {
  const editor = useEditor({ files: { 'thread.email': thread }, open: 'thread.email' });
  const profile = () => path.join(editor.folder, '../profile');
  const kept = async () =>
    (await readdir(profile(), { recursive: true })).filter((name) => /(^|\/)cases\.[^/]*json/.test(name));
  const stored = async () =>
    Promise.all(
      (await kept())
        .filter((name) => name.endsWith('cases.json'))
        .map((name) => readFile(path.join(profile(), name), 'utf8').catch(() => '')),
    );
  // Under the driver of the tests VS Code shows no dialogs, so a list asks.
  const answer = async (button: string) => {
    await editor.page.locator('.quick-input-titlebar', { hasText: '?' }).waitFor();
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: button }).first().click();
  };

  it('is all forgotten once the user says so, and nothing of it before; documents stay', async () => {
    await editor.execute('commonGround.sidebar.focus');
    const frame = await editor.webview('main:not([aria-busy])');
    await editor.openFile('thread.email');
    const counted = () => frame.locator('[data-statement] input:checked').count();
    await frame.locator('details[data-part="checklist"] > summary').click();
    await frame.locator('details[data-part="group-relationship"] > summary').click();
    await frame.locator('[data-statement="ego-corrected"] input[value="yes"]').check({ force: true });
    await until('the answer to be on disk', kept, (files) => files.some((file) => file.endsWith('cases.json')));

    await editor.runCommand('Common Ground: Reset Answers of This Case');
    await answer('Reset');
    await until('no answer', counted, (count) => count === 0);
    await frame.locator('[data-statement="ego-corrected"] input[value="yes"]').check({ force: true });
    await until('the answer again', counted, (count) => count === 1);
    // While it is written, behind the reset, its file is replaced, and for a moment there is none.
    await until('the answer again on disk', stored, (texts) =>
      texts.some((text) => text.includes('"yes"') && !text.includes('"resetAt":0')),
    );

    await editor.runCommand('Common Ground: Forget Everything');
    await answer('Cancel');
    assert.ok((await kept()).some((file) => file.endsWith('cases.json')));
    await editor.runCommand('Common Ground: Forget Everything');
    await answer('Forget everything');
    await until('nothing on disk', kept, (files) => files.length === 0);
    await until('nothing in the panel', counted, (count) => count === 0);
    assert.equal((await editor.active())?.text, thread);
  });
});
