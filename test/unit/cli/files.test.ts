import assert from 'node:assert/strict';
import { linkSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostile, useProgram } from './program';

const calm = 'Dear Tom,\n\nThe parts arrive on Monday.\n\nRegards,\nAnn\n';

describe('files and folders on the command line', () => {
  const { folder, file, run } = useProgram();
  const pathsIn = (out: string) => JSON.parse(out).map((result: { path: string }) => path.basename(result.path));

  it('checks the documents of a folder, those below it too, and leaves others', async () => {
    file('mail/a.email', hostile);
    file('mail/deep/b.email', calm);
    file('mail/picture.png', 'We demand nothing.');
    const { out, status } = await run(['check', '--format', 'json', 'mail']);
    assert.deepEqual(pathsIn(out).sort(), ['a.email', 'b.email']);
    assert.equal(status, 1);
  });

  it('takes out what a negative pattern names, and what the ignore file names unless it is named itself', async () => {
    file('out/a.email', hostile);
    file('out/b.email', hostile);
    assert.deepEqual(pathsIn((await run(['check', '--format', 'json', 'out/*.email', '!out/a.email'])).out), [
      'b.email',
    ]);
    const ignore = file('.common-ground-ignore', 'out/b.*\n');
    assert.deepEqual(pathsIn((await run(['check', '--format', 'json', 'out'])).out), ['a.email']);
    assert.deepEqual(pathsIn((await run(['check', '--format', 'json', 'out/b.email'])).out), ['b.email']);
    writeFileSync(ignore, '');
  });

  it('reports a file once that is named three ways', async () => {
    const target = file('thrice/a.email', hostile);
    symlinkSync('a.email', path.join(folder, 'thrice/link.email'));
    const { out } = await run(['check', '--format', 'json', target, 'thrice/./a.email', 'thrice/link.email', 'thrice']);
    assert.equal(JSON.parse(out).length, 1);
  });

  it('checks a file that is named whatever it looks like, and says so of one that is switched off', async () => {
    const note = file('note.txt', 'Buy milk. We demand a refund, and nobody else is to know of it.\n');
    assert.equal((await run(['check', note])).status, 1);
    const off = file('off.md', '---\ncommonGround: off\n---\n\nWe demand more.\n');
    const { out, status } = await run(['check', off]);
    assert.equal(status, 0);
    assert.match(out, /not checked/);
  });

  it('gives standard input the name that is asked for', async () => {
    const words = ['check', '--format', 'json', '--stdin-filename', 'offer.md', '-'];
    const [result] = JSON.parse((await run(words, '# Offer\n\n```\nWe demand more.\n```\n')).out);
    assert.deepEqual(result.findings, [], 'read as Markdown');
  });

  it('says why something was not read, in every format, and exits with 2 even if nothing is to fail', async () => {
    const nul = file('nul.email', Buffer.concat([Buffer.alloc(9000, 97), Buffer.from([0])]));
    const long = file('long.email', 'a'.repeat(5_000_001));
    const words = [nul, long, 'gone.email', '--fail-on', 'never'];
    const json = await run(['check', '--format', 'json', ...words]);
    assert.equal(json.status, 2);
    const reasons = JSON.parse(json.out).map((result: { error: { reason: string } }) => result.error.reason);
    assert.deepEqual(reasons, ['binary', 'too-long', 'missing']);
    const sarif = JSON.parse((await run(['check', '--format', 'sarif', ...words])).out);
    const notices = sarif.runs[0].invocations[0].toolExecutionNotifications;
    assert.deepEqual(
      notices.map(({ descriptor }: { descriptor: { id: string } }) => descriptor.id),
      reasons,
    );
    assert.match((await run(['check', ...words])).out, /nul\.email: not read: .*\n.*long\.email: not read: .*longer/);
  });

  it('does not fail where nothing is to fail', async () => {
    assert.equal((await run(['check', '--fail-on', 'never', file('never.email', hostile)])).status, 0);
  });

  it('leaves out what a baseline knows, and finds what is new', async () => {
    const target = file('old.email', hostile);
    await run(['check', target, '--baseline', 'base.json', '--update-baseline']);
    assert.equal((await run(['check', target, '--baseline', 'base.json'])).status, 0);
    writeFileSync(
      target,
      hostile.replace('\n\n', '\n\nHello again.\n\n').replace('Regards', 'This delay is your fault.\n\nRegards'),
    );
    const { out, status } = await run(['check', '--format', 'json', target, '--baseline', 'base.json']);
    assert.equal(status, 1);
    const found = JSON.parse(out)[0].findings.map(({ family }: { family: string }) => family);
    assert.ok(!found.includes('demand') && found.includes('accusation'), found.join());
  });

  it('knows a file of a baseline however it is named and from wherever', async () => {
    const target = file('base/a.email', hostile);
    await run(['check', './base/a.email', '--baseline', 'base/known.json', '--update-baseline']);
    const inFolder = await run(['check', 'a.email', '--baseline', 'known.json'], '', undefined, path.dirname(target));
    assert.equal(inFolder.status, 0);
    assert.equal((await run(['check', target, '--baseline', 'base/known.json'])).status, 0);
    for (const text of ['[]', '{"version":9,"findings":{}}', '{"version":1,"findings":{"a.email":[1]}}', 'no json'])
      assert.match(
        (await run(['check', target, '--baseline', file('base/bad.json', text)])).err,
        /bad\.json: is no baseline/,
      );
  });

  it('checks the rest where a link leads nowhere, and keeps the name of a file in its line', async () => {
    symlinkSync('loop.email', path.join(folder, 'loop.email'));
    const { out, err, status } = await run(['check', 'loop.email', 'odd\nname.email', file('rest.email', hostile)]);
    assert.equal(status, 2);
    assert.match(err, /loop\.email: is a link that leads back to itself\n.*: odd name\.email: is not there\n/);
    assert.match(out, /rest\.email:3:4 warning/);
  });

  it('fixes many files; writes through a link, keeps hard links and modes, and leaves what is read-only', async () => {
    const linked = file('fix/linked.email', hostile);
    const link = path.join(folder, 'fix-link.email');
    symlinkSync(linked, link);
    const twin = file('fix/twin.email', hostile);
    const other = path.join(folder, 'fix-other.email');
    linkSync(twin, other);
    assert.equal((await run(['fix', link, twin, '--write'])).status, 0);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.match(readFileSync(linked, 'utf8'), /ask for/);
    assert.match(readFileSync(other, 'utf8'), /ask for/);
    assert.equal(statSync(other).ino, statSync(twin).ino);
    const locked = file('fix/locked.email', hostile);
    const { chmodSync } = await import('node:fs');
    chmodSync(locked, 0o444);
    const { status, err } = await run(['fix', locked, '--write']);
    assert.equal(status, 2);
    assert.match(err, /read-only/);
    assert.equal(readFileSync(locked, 'utf8'), hostile);
  });

  it('leaves UTF-16 with a lone half of a pair or an odd byte as it is', async () => {
    for (const tail of [[0x00, 0xd8], [0x41]]) {
      const bytes = Buffer.concat([Buffer.from(`\ufeff${hostile}`, 'utf16le'), Buffer.from(tail)]);
      const target = file('wide.email', bytes);
      assert.equal((await run(['fix', target, '--write'])).status, 2);
      assert.deepEqual(readFileSync(target), bytes);
    }
  });
});

describe('configuration on the command line', () => {
  const { file, run } = useProgram();

  it('holds for what lies below its folder, the nearest first, and options win', async () => {
    file('.common-ground/config.yaml', 'rules:\n  demand/we-demand: off\n');
    const top = file('top.email', hostile);
    const inner = file('sub/inner.email', hostile);
    file('sub/.common-ground/config.yml', 'rules:\n  demand/we-demand: information\n');
    const severitiesOf = async (...words: string[]) =>
      JSON.parse((await run(['check', '--format', 'json', ...words])).out).flatMap(
        ({ findings }: { findings: { severity: string; ruleId: string }[] }) =>
          findings.filter(({ ruleId }) => ruleId === 'demand/we-demand').map(({ severity }) => severity),
      );
    assert.deepEqual(await severitiesOf(top), []);
    assert.deepEqual(await severitiesOf(inner), ['information']);
    assert.deepEqual(await severitiesOf(top, '--rule', 'demand/we-demand=hint'), ['hint']);
    assert.deepEqual(await severitiesOf(inner, '--family', 'demand=off', '--rule', 'demand/we-demand=warning'), [
      'warning',
    ]);
    assert.deepEqual(await severitiesOf(top, '--config', 'sub/.common-ground/config.yml'), ['information']);
  });

  it('reads rules of a team in .yaml and .yml and takes ignored files out of folders', async () => {
    const rule =
      'family: heat\nrules:\n  team-word:\n    message: "The team says it another way."\n    match: ["widget thing"]\n';
    file('team/.common-ground/two.yml', rule);
    file('team/.common-ground/config.yaml', 'ignore: ["archive/"]\n');
    file('team/now.email', 'Dear Tom,\n\nThe widget thing is here.\n\nAnn\n');
    file('team/archive/then.email', 'Dear Tom,\n\nThe widget thing is here.\n\nAnn\n');
    const results = JSON.parse((await run(['check', '--format', 'json', 'team'])).out);
    assert.equal(results.length, 1);
    assert.equal(results[0].findings[0].ruleId, 'heat/team-word');
  });

  it('says what is wrong in a configuration, with its line and the nearest name', async () => {
    file(
      'bad/.common-ground/config.yaml',
      'stanse: keep-alive\nrules:\n  demand/we-demnd: off\n  demand/we-demand: of\n',
    );
    const { err } = await run(['check', file('bad/a.email', hostile)]);
    assert.match(err, /config\.yaml:1: There is no setting “stanse”; the nearest is “stance”/);
    assert.match(err, /config\.yaml:3: There is no rule “demand\/we-demnd”; the nearest is “demand\/we-demand”/);
    assert.match(err, /config\.yaml:4: Write off, hint, information or warning/);
  });
});
