import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answersOf, setAnswer } from '../../src/case/caseRecord.js';
import { openCases } from '../../src/editor/cases.js';
import { createChoices } from '../../src/editor/documentState.js';
import { openPrivateLimits } from '../../src/editor/privateLimits.js';
import { waitFor, workspaceUri } from './helpers.js';

/** What several windows keep in one place. Each sees at once what another has written, as in the state of an extension. */
function sharedState(): vscode.Memento & { readonly values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    keys: () => [...values.keys()],
    get: ((key: string, otherwise?: unknown) => values.get(key) ?? otherwise) as vscode.Memento['get'],
    async update(key, value) {
      if (value === undefined) values.delete(key);
      else values.set(key, value);
    },
  };
}

/** A secret storage whose changes every window hears of. */
function sharedSecrets(): vscode.SecretStorage & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  return {
    values,
    onDidChange: changed.event,
    get: async (key) => values.get(key),
    async store(key, value) {
      values.set(key, value);
      changed.fire({ key });
    },
    async delete(key) {
      values.delete(key);
      changed.fire({ key });
    },
  };
}

const mine = { alternative: 'the other mill', limit: '23 pounds', deadline: '1 December' };

describe('private limits in two windows', () => {
  it('that are set in one are known in the other, which hears of it', async () => {
    const [secrets, one, other] = [sharedSecrets(), sharedState(), sharedState()];
    const here = openPrivateLimits(secrets, one);
    const there = openPrivateLimits(secrets, other);
    let heard = 0;
    there.onDidChange(() => heard++);
    assert.equal(there.any(), false);
    await here.set('flour', mine);
    await waitFor('the other window to know', () => there.has('flour'));
    assert.deepEqual(await there.get('flour'), mine);
    await waitFor('the other window to be told', () => heard > 0);
    await there.set('flour', { alternative: '', limit: '', deadline: '' });
    await waitFor('the first window to know that they are gone', () => !here.any());
    assert.equal(await here.get('flour'), undefined);
    assert.doesNotMatch(JSON.stringify([...one.values, ...other.values]), /mill|23|December/);
  });

  it('are all forgotten, those of the other window too', async () => {
    const secrets = sharedSecrets();
    const here = openPrivateLimits(secrets, sharedState());
    const there = openPrivateLimits(secrets, sharedState());
    await Promise.all([here.set('flour', mine), there.set('roof', mine)]);
    await waitFor('each window to know both', () => here.has('roof') && there.has('flour'));
    await here.forgetAll();
    assert.equal(secrets.values.size, 0);
    await waitFor('the other window to know', () => !there.any());
  });

  it('hear nothing in the secrets of others', async () => {
    const secrets = sharedSecrets();
    const limits = openPrivateLimits(secrets, sharedState());
    let heard = 0;
    limits.onDidChange(() => heard++);
    await secrets.store('token', 'x');
    await limits.set('flour', mine);
    assert.ok(heard > 0);
    assert.equal(limits.has('token'), false);
    await limits.forgetAll();
    assert.deepEqual([...secrets.values.keys()], ['token']);
  });
});

describe('answers that are forgotten', () => {
  const document = vscode.Uri.parse('file:///letters/flour.email');
  const opened: vscode.Disposable[] = [];
  const folder = workspaceUri(`.forgotten-${Date.now()}`);

  afterEach(async () => {
    for (const one of opened.splice(0)) one.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  function open() {
    const store = openCases(folder);
    opened.push(store);
    return store;
  }
  const answer = (store: ReturnType<typeof open>, statement: string) =>
    store.change(store.seedOf(document, undefined), (record, at) => setAnswer(record, statement, 'yes', at));

  it('are gone from the disk and from another window, and do not come back with its next answer', async () => {
    const one = open();
    const other = open();
    await Promise.all([one.ready, other.ready]);
    await answer(one, 'ego-corrected');
    await waitFor('the other window to know', () => other.find(document, undefined) !== undefined);
    await one.forgetAll();
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder), []);
    assert.equal(one.find(document, undefined), undefined);
    await waitFor('the other window to forget', () => other.find(document, undefined) === undefined);
    await answer(other, 'distrust-history');
    const again = open();
    await again.ready;
    assert.deepEqual(answersOf(again.find(document, undefined)!), { 'distrust-history': 'yes' });
  });
});

describe('what was said of documents', () => {
  const document = vscode.Uri.parse('file:///letters/flour.email');

  it('is forgotten in this workspace at once, and in others when they are opened next', async () => {
    const everywhere = sharedState();
    const [here, there] = [sharedState(), sharedState()];
    const choices = createChoices(here, everywhere, () => 7);
    const elsewhere = createChoices(there, everywhere);
    for (const one of [choices, elsewhere]) {
      await one.choose(document, { checked: true, me: 'Nora' });
      await one.ignore(document, { ruleId: 'demand/we-demand', text: 'demand', before: 'we' });
    }
    elsewhere.dispose();
    const told: string[] = [];
    choices.onDidChange((uri) => told.push(uri.path));
    await choices.clearAll();
    assert.deepEqual(choices.choice(document), {});
    assert.deepEqual(choices.ignored(document), []);
    assert.deepEqual([...new Set(told)], [document.path]);
    const again = createChoices(there, everywhere);
    assert.deepEqual(again.choice(document), {});
    assert.deepEqual(again.ignored(document), []);
    await again.choose(document, { checked: false });
    const later = createChoices(there, everywhere);
    assert.deepEqual(later.choice(document), { checked: false }, 'it is forgotten once');
    for (const one of [choices, again, later]) one.dispose();
  });
});
