import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answersOf, setAnswer } from '../../src/case/caseRecord.js';
import { openCases } from '../../src/editor/cases.js';
import { openPrivateLimits } from '../../src/editor/privateLimits.js';
import { activateExtension, closeAll, openFile, openText, waitFor, workspaceUri, writeFile } from './helpers.js';

const thread = `Me: Nora Lind <nora@fernbakery.example>

From: Nora Lind <nora@fernbakery.example>
To: Sam Otieno <sam@millhouse.example>
Date: Thu, 6 Nov 2025 09:00
Subject: Re: Flour for next year

Hi Sam, just checking in again. We could take 10 sacks less as well.

From: Sam Otieno <sam@millhouse.example>
To: Nora Lind <nora@fernbakery.example>
Date: Mon, 20 Oct 2025 15:00
Subject: Flour for next year

Thanks Nora. I have to ask the board before I can say anything.
`;

describe('answers kept for a case', () => {
  const opened: vscode.Disposable[] = [];
  let folder: vscode.Uri;
  let count = 0;

  beforeEach(() => {
    folder = workspaceUri(`.kept-${++count}-${Date.now()}`);
  });

  afterEach(async () => {
    for (const one of opened.splice(0)) one.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  function open() {
    const store = openCases(folder);
    opened.push(store);
    return store;
  }

  const document = vscode.Uri.parse('file:///letters/flour.email');
  const file = () => vscode.Uri.joinPath(folder, 'cases.json');
  const written = async (text: string) => vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));
  const answer = (store: ReturnType<typeof open>, statement: string, value: 'yes' | 'no', at = document) =>
    store.change(store.seedOf(at, undefined), (record, time) => setAnswer(record, statement, value, time));
  const answers = (store: ReturnType<typeof open>, at = document) => {
    const record = store.find(at, undefined);
    return record === undefined ? {} : answersOf(record);
  };

  it('are there when they are opened again', async () => {
    await answer(open(), 'ego-corrected', 'yes');
    const again = open();
    await again.ready;
    assert.deepEqual(answers(again), { 'ego-corrected': 'yes' });
  });

  it('of two windows are put together, and both see them', async () => {
    const one = open();
    const other = open();
    await Promise.all([one.ready, other.ready]);
    await Promise.all([answer(one, 'ego-corrected', 'yes'), answer(other, 'distrust-history', 'no')]);
    await answer(one, 'ego-public-stand', 'no');
    const all = { 'distrust-history': 'no', 'ego-corrected': 'yes', 'ego-public-stand': 'no' };
    const sorted = (store: typeof one) => Object.fromEntries(Object.entries(answers(store)).sort());
    await waitFor(
      'the first window to know',
      () => sorted(one),
      (now) => JSON.stringify(now) === JSON.stringify(all),
    );
    await waitFor(
      'the other window to know',
      () => sorted(other),
      (now) => JSON.stringify(now) === JSON.stringify(all),
    );
  });

  it('that cannot be read are set aside, and new ones are kept', async () => {
    await vscode.workspace.fs.createDirectory(folder);
    await written('{"version":1,"cases":{"c1":{"answers":{"s1"');
    const store = open();
    await store.ready;
    assert.ok(store.setAside);
    const aside = new TextDecoder().decode(await vscode.workspace.fs.readFile(store.setAside));
    assert.match(aside, /"s1"$/);
    await answer(store, 'ego-corrected', 'yes');
    const again = open();
    await again.ready;
    assert.deepEqual(answers(again), { 'ego-corrected': 'yes' });
    assert.equal(again.setAside, undefined);
  });

  it('are found again when a window was ended in the middle of keeping them', async () => {
    await answer(open(), 'ego-corrected', 'yes');
    await vscode.workspace.fs.rename(file(), vscode.Uri.joinPath(folder, 'cases.json.abc.tmp'));
    const store = open();
    await store.ready;
    assert.deepEqual(answers(store), { 'ego-corrected': 'yes' });
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.ok(names.includes('cases.json'), names.join());
    assert.ok(!names.includes('cases.json.abc.tmp'), names.join());
  });

  it('are repaired where only a part is damaged', async () => {
    await answer(open(), 'ego-corrected', 'yes');
    const value = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file())));
    const [record] = Object.values(value.cases) as [{ answers: Record<string, unknown> }];
    record.answers['ego-public-stand'] = 'perhaps';
    await written(JSON.stringify(value));
    const store = open();
    await store.ready;
    assert.deepEqual(answers(store), { 'ego-corrected': 'yes' });
    assert.ok(store.setAside);
  });

  it('go with a file that is renamed and with a folder that is moved', async () => {
    const before = await writeFile('letters/flour.email', thread);
    const store = open();
    await store.ready;
    await answer(store, 'ego-corrected', 'yes', before);
    const renamed = workspaceUri('letters/mill.email');
    const rename = async (from: vscode.Uri, to: vscode.Uri) => {
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(from, to, { overwrite: true });
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await rename(before, renamed);
    await waitFor('the case to follow the file', () => answers(store, renamed)['ego-corrected'] === 'yes');
    assert.deepEqual(answers(store, before), {});
    const folderNow = workspaceUri(`moved-${Date.now()}`);
    await rename(workspaceUri('letters'), folderNow);
    const moved = vscode.Uri.joinPath(folderNow, 'mill.email');
    await waitFor('the case to follow the folder', () => answers(store, moved)['ego-corrected'] === 'yes');
    await vscode.workspace.fs.delete(folderNow, { recursive: true });
  });
});

describe('private limits', () => {
  it('are in the secret storage and nowhere else', async () => {
    const secrets = new Map<string, string>();
    const state = new Map<string, unknown>();
    const limits = openPrivateLimits(
      {
        onDidChange: new vscode.EventEmitter<vscode.SecretStorageChangeEvent>().event,
        get: async (key: string) => secrets.get(key),
        store: async (key: string, value: string) => void secrets.set(key, value),
        delete: async (key: string) => void secrets.delete(key),
      } as unknown as vscode.SecretStorage,
      {
        get: (key: string) => state.get(key),
        update: async (key: string, value: unknown) => void state.set(key, value),
      } as unknown as vscode.Memento,
    );
    const mine = { alternative: 'the other mill', limit: '23 pounds', deadline: '1 December' };
    await limits.set('c1', mine);
    assert.deepEqual(await limits.get('c1'), mine);
    assert.equal(limits.has('c1'), true);
    assert.doesNotMatch(JSON.stringify([...state]), /mill|23|December/);
    await limits.set('c1', { alternative: ' ', limit: '', deadline: '' });
    assert.equal(secrets.size, 0);
    assert.equal(limits.has('c1'), false);
  });
});

describe('the sidebar in the extension', () => {
  before(activateExtension);
  afterEach(closeAll);

  it('takes answers over from a file and gives them back', async () => {
    const answers = { 'ego-corrected': 'yes', 'distrust-history': 'no' };
    const from = await writeFile(
      'in.json',
      JSON.stringify({ format: 'common-ground-case', version: 1, answers, ruledOut: ['no-overlap'], selfCheck: [] }),
    );
    await writeFile('thread.email', thread);
    await openFile('thread.email');
    await vscode.commands.executeCommand('commonGround.importCase', from);
    const to = workspaceUri('out.json');
    const exported = await waitFor(
      'the answers to be exported',
      async () => {
        await vscode.commands.executeCommand('commonGround.exportCase', to);
        return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(to)));
      },
      (value) => Object.keys(value.answers).length === 2,
    );
    assert.deepEqual(exported.answers, answers);
    assert.deepEqual(exported.ruledOut, ['no-overlap']);
    const page = workspaceUri('out.md');
    await vscode.commands.executeCommand('commonGround.exportCase', page);
    const text = await waitFor('the page to be written', async () => {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
      } catch {
        return '';
      }
    });
    assert.match(text, /- \*\*Yes\*\*: It hardened after we corrected them/);
  });

  it('gives two documents with the same subject and people one case', async () => {
    await writeFile('thread.email', thread);
    const other = await openText({
      content: thread.replace('just checking in again', 'one more thing'),
      language: 'email',
    });
    const to = workspaceUri('same.json');
    const exported = await waitFor(
      'the answers of the other document',
      async () => {
        await vscode.window.showTextDocument(other.document);
        await vscode.commands.executeCommand('commonGround.exportCase', to);
        return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(to)));
      },
      (value) => Object.keys(value.answers).length > 0,
    );
    assert.equal(exported.answers['ego-corrected'], 'yes');
  });
});
