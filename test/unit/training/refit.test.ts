import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf } from '../../../training/data';

const programs = {
  'fit:tone': 'training/tone/writeTone.ts',
  'fit:kind': 'training/kind/fit.ts',
  'fit:state': 'training/diagnosis/fitState.ts',
  'fit:diagnosis': 'training/diagnosis/fitDiagnosis.ts',
  'fit:wording': 'training/wording/fitWording.ts',
} as const;

function refit(file: string, cwd?: string, ...words: string[]) {
  const call = [path.resolve('scripts/run.mjs'), path.resolve(file), '--check', ...words];
  return spawnSync(process.execPath, call, { encoding: 'utf8', ...(cwd === undefined ? {} : { cwd }) });
}

describe('what was fitted', function () {
  this.timeout(600_000);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

  for (const [script, file] of Object.entries(programs))
    it(`comes out of its table again, the same to the byte: ${script}`, () => {
      assert.ok(scripts[script]!.endsWith(file));
      const { status, stderr } = refit(file);
      assert.equal(stderr, '');
      assert.equal(status, 0);
    });

  it('is not fitted where its table is not there', () => {
    for (const file of [...Object.values(programs)]) {
      const { status, stderr } = refit(file, tmpdir());
      assert.equal(status, 2, file);
      assert.match(stderr, /is not there; training\/.* makes it/);
    }
  });

  it('rests on tables of the diagnosis that hold numbers and ids and no words, and the card names them', () => {
    const card = readFileSync('training/diagnosis/card.md', 'utf8');
    const [states, causes] = ['states.tsv', 'causes.jsonl'].map((name) =>
      readFileSync(`training/diagnosis/${name}`, 'utf8'),
    );
    for (const text of [states!, causes!]) assert.ok(card.includes(hashOf(text)));
    assert.match(states!, /^(?:\w+(?:\t[a-z-]+)+\n)+$/);
    assert.match(causes!, /^(?:[\w\s{}[\],:."/-]|e-)+$/);
    assert.doesNotMatch(causes!, /"[^"]* [^"]*"/);
  });
});
