import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCases } from '../../../src/case/caseFile';
import { newCase, setAnswer } from '../../../src/case/caseRecord';
import { type CaseFolder, createCaseStorage } from '../../../src/case/caseStorage';
import { folderAt } from './caseWriter';

describe('the cases on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-cases-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const answer =
    (statement: string) => (cases: Parameters<Parameters<ReturnType<typeof createCaseStorage>['edit']>[0]>[0]) => ({
      ...cases,
      talks: setAnswer(cases.talks ?? newCase('talks', 'file:///a', undefined, 1), statement, 'yes', 1),
    });

  it('are not written over when they cannot be read', async () => {
    const store = path.join(folder, 'unreadable');
    const real = folderAt(store);
    const first = createCaseStorage(real, 'first', () => 1);
    first.edit(answer('old'));
    await first.save();
    let fails = true;
    const failing: CaseFolder = {
      ...real,
      read: (name) => (fails ? Promise.reject(new Error('busy')) : real.read(name)),
    };
    const second = createCaseStorage(failing, 'second', () => 2);
    await assert.rejects(second.load());
    second.edit(answer('new'));
    await assert.rejects(second.save());
    const onDisk = () =>
      Object.keys(readCases(readFileSync(path.join(store, 'cases.json'), 'utf8')).cases.talks!.answers);
    assert.deepEqual(onDisk(), ['old']);
    fails = false;
    await second.save();
    assert.deepEqual(onDisk().sort(), ['new', 'old']);
  });

  it('keep both answers of two windows that read before either wrote', async () => {
    const store = path.join(folder, 'both');
    const [one, other] = ['one', 'other'].map((mark) => createCaseStorage(folderAt(store), mark, () => 1));
    await Promise.all([one!.load(), other!.load()]);
    one!.edit(answer('mine'));
    other!.edit(answer('yours'));
    await Promise.all([one!.save(), other!.save()]);
    const { cases } = readCases(readFileSync(path.join(store, 'cases.json'), 'utf8'));
    assert.deepEqual(Object.keys(cases.talks!.answers).sort(), ['mine', 'yours']);
  });

  it('keep what a window that is closed at once had written, when another was about to put its own text in place', async () => {
    const store = path.join(folder, 'raced');
    const real = folderAt(store);
    let other: Promise<void> | undefined;
    const slow: CaseFolder = {
      ...real,
      async rename(from, to) {
        if (to === 'cases.json' && other === undefined) {
          const closed = createCaseStorage(real, 'closed', () => 1);
          closed.edit(answer('theirs'));
          other = closed.save();
          await other;
        }
        await real.rename(from, to);
      },
    };
    const one = createCaseStorage(slow, 'slow', () => 1);
    one.edit(answer('mine'));
    await one.save();
    const next = createCaseStorage(real, 'next', () => 2);
    await next.load();
    assert.equal(await next.takeOver(), true);
    assert.deepEqual(Object.keys(next.cases.talks!.answers).sort(), ['mine', 'theirs']);
    const { cases } = readCases(readFileSync(path.join(store, 'cases.json'), 'utf8'));
    assert.deepEqual(Object.keys(cases.talks!.answers).sort(), ['mine', 'theirs']);
  });

  it('keep what an open window writes while another takes over its file', async () => {
    const store = path.join(folder, 'taken');
    const real = folderAt(store);
    const open = createCaseStorage(real, 'open', () => 1);
    open.edit(answer('first'));
    await open.save();
    const slow: CaseFolder = {
      ...real,
      async remove(name) {
        if (name.endsWith('.tmp')) {
          open.edit(answer('second'));
          await open.save();
        }
        await real.remove(name);
      },
    };
    const taking = createCaseStorage(slow, 'taking', () => 2);
    await taking.load();
    assert.equal(await taking.takeOver(), false);
    const last = createCaseStorage(real, 'last', () => 3);
    await last.takeOver();
    assert.deepEqual(Object.keys(last.cases.talks!.answers).sort(), ['first', 'second']);
    // One file of the last window, one that all share.
    assert.equal((await real.list()).length, 2);
  });

  it('set aside what is broken before anything is written', async () => {
    const store = path.join(folder, 'broken');
    const files = folderAt(store);
    await files.write('cases.json', '{"version":1,"cases":{"talks":');
    const storage = createCaseStorage(files, 'w', () => 5);
    await storage.load();
    storage.edit(answer('new'));
    await storage.save();
    assert.equal(storage.setAside, 'cases.set-aside-5.json');
    assert.equal(readFileSync(path.join(store, 'cases.set-aside-5.json'), 'utf8'), '{"version":1,"cases":{"talks":');
  });

  it('are gone, with all that was pending, when they are forgotten', async () => {
    const store = path.join(folder, 'forgotten');
    const files = folderAt(store);
    const storage = createCaseStorage(files, 'w', () => 5);
    storage.edit(answer('new'));
    await storage.save();
    writeFileSync(path.join(store, 'cases.json.x.tmp'), '{}');
    await storage.forget();
    assert.deepEqual(await files.list(), []);
    assert.deepEqual(storage.cases, {});
  });
});
