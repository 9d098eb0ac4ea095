import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { readCases } from '../../../src/case/caseFile';
import { newCase, setAnswer } from '../../../src/case/caseRecord';
import { type CaseFolder, createCaseStorage } from '../../../src/case/caseStorage';
import { folderAt } from './caseWriter';

const KILLS = 200;

describe('the cases on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-cases-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const answer =
    (statement: string) => (cases: Parameters<Parameters<ReturnType<typeof createCaseStorage>['edit']>[0]>[0]) => ({
      ...cases,
      talks: setAnswer(cases.talks ?? newCase('talks', 'file:///a', undefined, 1), statement, 'yes', 1),
    });

  it(`keep every answer that was said to be kept, with two windows writing and ${KILLS} ended in the middle`, async function () {
    this.timeout(600_000);
    const program = path.join(folder, 'writer.cjs');
    await esbuild.build({
      entryPoints: ['test/unit/case/caseWriter.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      logLevel: 'silent',
    });
    const store = path.join(folder, 'killed');
    const kept: string[] = [];
    let ended = 0;
    const window = async (name: string) => {
      while (ended < KILLS) {
        const mark = `${name}${ended++}`;
        const child = spawn(process.execPath, [program, 'answer', store, mark], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let said = '';
        child.stdout.on('data', (chunk) => {
          // Ended soon after the first answer is kept, at another moment each time.
          if (said === '') setTimeout(() => child.kill('SIGKILL'), (ended * 7) % 23);
          said += chunk;
        });
        await new Promise((resolve) => child.on('close', resolve));
        kept.push(...said.split('\n').slice(0, -1));
      }
    };
    await Promise.all([window('a'), window('b')]);
    const last = createCaseStorage(folderAt(store), 'last', Date.now);
    await last.load();
    await last.takeOver();
    const answers = Object.keys(last.cases.talks?.answers ?? {});
    assert.ok(kept.length >= KILLS, String(kept.length));
    assert.deepEqual(
      kept.filter((one) => !answers.includes(one)),
      [],
    );
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
