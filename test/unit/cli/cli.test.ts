import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outlookFile } from '../document/outlookFile';
import { hostile, useProgram } from './program';

describe('the command line', () => {
  const { folder, program, file, run } = useProgram();

  it('prints findings with their place and exits with 1', async () => {
    const { status, out } = await run(['check', file('offer.email', hostile)]);
    assert.equal(status, 1);
    assert.match(out, /offer\.email:3:4 warning .*demand\/we-demand/);
    assert.ok(!out.includes(String.fromCharCode(27)), 'no colours in a pipe');
  });

  it('is one file, which works through a link and from another folder', async () => {
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    const link = path.join(bin, 'common-ground');
    symlinkSync(program(), link);
    const { status, out } = await run(['check', file('linked.email', hostile)], '', link, tmpdir());
    assert.equal(status, 1);
    assert.match(out, /demand\/we-demand/);
  });

  it('exits with 0 where nothing reaches --fail-on', async () => {
    const calm = file('calm.email', 'Dear Tom,\n\nThe parts arrive on Monday.\n\nRegards,\nAnn\n');
    assert.equal((await run(['check', calm])).status, 0);
  });

  it('says what cannot be read on standard error, checks the rest, and exits with 2', async () => {
    const { status, out, err } = await run([
      'check',
      path.join(folder, 'gone.md'),
      file('binary.md', new Uint8Array([0, 1, 2, 0])),
      file('two.email', hostile),
    ]);
    assert.equal(status, 2);
    assert.match(err, /gone\.md: is not there/);
    assert.match(err, /binary\.md: is not a text file/);
    assert.match(out, /two\.email:3:4/);
  });

  it('gives offsets in UTF-16 units whose text is the text', async () => {
    const text = 'Dear Zoë 😀,\r\n\r\nWe demand a refund.\r\n\r\nRegards,\r\nAnn\r\n';
    const { out } = await run(['check', '--format', 'json', file('unicode.email', text)]);
    const [result] = JSON.parse(out);
    const [finding] = result.findings;
    assert.equal(text.slice(finding.start, finding.end), finding.text);
    assert.deepEqual(finding.range.start, { line: 2, character: 3 });
    assert.equal(result.kind, 'email');
    assert.equal(result.active, true);
    assert.ok(result.score.receptiveness >= 0 && result.score.receptiveness <= 1);
  });

  it('reads and writes one object a line, in order', async () => {
    const rows = [
      { id: 'a', text: 'We demand a reply.' },
      { id: 2, text: 'All is well, thank you.' },
    ];
    const { out, status } = await run(
      ['check', '--jsonl-input'],
      `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
    );
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.equal(status, 1);
    assert.equal(first.id, 'a');
    assert.equal(first.findings[0].ruleId, 'demand/we-demand');
    assert.equal(second.id, 2);
    assert.deepEqual(second.findings, []);
    assert.ok('checks' in second && 'score' in second);
  });

  it('goes on after a line that is no object', async () => {
    const { out, err, status } = await run(['check', '--jsonl-input'], 'oops\n{"id":1,"text":"Fine."}\n');
    assert.equal(status, 2);
    assert.match(err, /line 1/);
    const [broken, sound] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(broken, { error: 'is not JSON' });
    assert.equal(sound.id, 1);
  });

  it('prints SARIF that names every rule it uses', async () => {
    const { out } = await run(['check', '--format', 'sarif', file('s.email', hostile)]);
    const sarif = JSON.parse(out);
    const ids = new Set(sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id));
    assert.equal(sarif.version, '2.1.0');
    assert.ok(sarif.runs[0].results.length > 0);
    for (const { ruleId } of sarif.runs[0].results) assert.ok(ids.has(ruleId));
  });

  it('leaves a README in a folder alone', async () => {
    const { out, status } = await run([
      'check',
      path.dirname(file('plain/README.md', '# Tool\n\nYou must install it. We demand nothing.\n')),
    ]);
    assert.equal(status, 0);
    assert.match(out, /not checked/);
  });

  it('expands patterns and reports one that matches nothing', async () => {
    file('one.md', '---\ncommonGround: proposal\n---\n\nWe demand more.\n');
    const { out, err, status } = await run(['check', 'on*.md', 'none*.md']);
    assert.equal(status, 2);
    assert.match(out, /one\.md:5:4/);
    assert.match(err, /none\*\.md: no file matches/);
  });

  it('fixes what is safe and keeps line ends, byte-order mark and mode', async () => {
    const target = file('fix.email', `\ufeff${hostile.replaceAll('\n', '\r\n')}`);
    const before = statSync(target).mode;
    assert.equal((await run(['fix', target, '--write'])).status, 0);
    const after = readFileSync(target, 'utf8');
    assert.equal(after, `\ufeff${hostile.replaceAll('\n', '\r\n').replace('demand', 'ask for')}`);
    assert.equal(statSync(target).mode, before);
  });

  it('prints the fixed text when it is not told to write', async () => {
    const target = file('dry.email', hostile);
    const { out } = await run(['fix', target]);
    assert.match(out, /We ask for a refund/);
    assert.equal(readFileSync(target, 'utf8'), hostile);
  });

  it('does not rewrite a file whose bytes it would lose', async () => {
    const bytes = Buffer.concat([Buffer.from(hostile), Buffer.from([0xe9, 0x0a])]);
    const target = file('latin.email', bytes);
    const { status, err } = await run(['fix', target, '--write']);
    assert.equal(status, 2);
    assert.match(err, /no text in its encoding/);
    assert.deepEqual(readFileSync(target), bytes);
  });

  it('unpacks an encoded message', async () => {
    const raw = [
      'From: Ann <ann@x.example>',
      'To: Tom <tom@y.example>',
      'Subject: =?utf-8?Q?Re=3A_Refund?=',
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('Dear Tom,\n\nWe demand a refund.\n\nAnn\n').toString('base64'),
      '',
    ].join('\r\n');
    const { out } = await run(['check', file('raw.eml', raw)]);
    assert.match(out, /demand\/we-demand/);
  });

  it('unpacks a message that Outlook has saved, and says what is wrong with a torn one', async () => {
    const saved = outlookFile({
      texts: { '0C1A': 'Ann', '0037': 'Refund', '1000': 'Dear Tom,\n\nWe demand a refund.\n\nAnn' },
    });
    const { out } = await run(['check', '--format', 'json', file('saved.msg', saved)]);
    const [read] = JSON.parse(out);
    assert.deepEqual([read.kind, read.decoded, read.findings[0].ruleId], ['email', true, 'demand/we-demand']);
    const torn = await run(['check', file('torn.msg', saved.slice(0, 900))]);
    assert.equal(torn.status, 2);
    assert.match(torn.err, /torn\.msg.*could not be unpacked \(it is cut short\)/);
  });

  it('says that nobody in a thread has the name given for the user, and that one side or one message is all there is', async () => {
    const mail = (from: string, to: string, day: number, words: string) =>
      `From: ${from} <${from}@x.example>\nTo: ${to} <${to}@y.example>\nDate: ${day} March 2025 10:00\nSubject: Oak\n\n${words}\n\n`;
    const thread = mail('Juno', 'Piet', 4, 'Could you do June?') + mail('Piet', 'Juno', 3, 'May is full.');
    const one = mail('Juno', 'Piet', 4, 'Could you do June?');
    const side = one + mail('Juno', 'Piet', 2, 'Is May free?');
    for (const [name, text, words, notice, said] of [
      ['line', `Me: Zoe Kern\n\n${thread}`, [], 'me-missing', /Nobody here has the name/],
      ['option', thread, ['--me', 'zoe@z.example'], 'me-missing', /Nobody here has the name/],
      ['one', one, [], 'one-message', /only one message/],
      ['side', side, [], 'one-side', /Only one side/],
    ] as const) {
      const path = file(`${name}.email`, text);
      const { out } = await run(['diagnose', path, ...words, '--format', 'json']);
      assert.ok(JSON.parse(out).notices.includes(notice), name);
      assert.match((await run(['diagnose', path, ...words])).out, said, name);
    }
    const known = await run(['diagnose', file('known.email', `Me: Juno\n\n${thread}`), '--format', 'json']);
    assert.ok(!JSON.parse(known.out).notices.includes('me-missing'));
  });

  it('lists the rules', async () => {
    const rules = JSON.parse((await run(['rules', '--format', 'json'])).out);
    assert.ok(rules.length >= 60);
    assert.ok(
      rules.every(({ id, why }: { id: string; why: string }) => /^[a-z-]+\/[a-z0-9-]+$/.test(id) && why.length > 0),
    );
  });

  it('explains a wrong call', async () => {
    for (const words of [
      ['chek'],
      ['check', '--format', 'xml', 'a.md'],
      ['check', '--nope'],
      ['check', '--write', 'a.md'],
      ['score', 'a.md', 'b.md'],
    ]) {
      const { status, err } = await run(words);
      assert.equal(status, 2, words.join(' '));
      assert.match(err, /--help/);
    }
  });
});
