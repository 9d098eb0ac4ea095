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
