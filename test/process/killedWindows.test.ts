import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import esbuild from 'esbuild';
import { createCaseStorage } from '../../src/case/caseStorage';
import { folderAt } from '../unit/case/caseWriter';

const KILLS = 200;

describe('the cases on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'common-ground-cases-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

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
});
