import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { hostile, useProgram } from './program';

const calm = 'Dear Tom,\n\nThe parts arrive on Monday.\n\nRegards,\nAnn\n';
const rule = (name: string, words: string) =>
  `family: heat\nrules:\n  ${name}:\n    message: "The team says it another way."\n    match: ["${words}"]\n`;
/** Rules that take more work than a team's may: each of their words stands in the text, and none of them fits. */
const costly = (file: number) =>
  `family: heat\nrules:\n${Array.from({ length: 250 }, (_, at) => `  r${file}x${at}:\n    message: The team says it another way.\n    match: ["aa * * * !qq${at} #Money", "* * * aa * !qq${at} #Money"]\n`).join('')}`;
const costlyMail = `Dear Tom,\n\n${'We asked aa for the aa price last week, and aa you still have not said aa what you need from us aa. '.repeat(20)}\n\nAnn\n`;

interface Entry {
  readonly path: string;
  readonly error?: { readonly reason: string; readonly message: string; readonly range?: { start: { line: number } } };
  readonly findings?: readonly { readonly ruleId: string }[];
}

describe('a broken configuration on the command line', () => {
  const { file, run } = useProgram();
  const json = async (...words: string[]) =>
    JSON.parse((await run(['check', '--format', 'json', ...words])).out) as Entry[];
  const errorsIn = (entries: readonly Entry[]) => entries.flatMap(({ error }) => error ?? []);
  const rulesIn = (entries: readonly Entry[]) =>
    entries.flatMap(({ findings = [] }) => findings.map(({ ruleId }) => ruleId));

  const broken: Readonly<Record<string, readonly [name: string, text: string | Uint8Array, says: RegExp]>> = {
    'rules that are no YAML': ['words.yaml', 'family: heat\nrules:\n a: "b\n', /YAML|missing|indented/],
    'a rule with a member that there is not': [
      'words.yml',
      `${rule('odd', 'odd word')}    severty: warning\n`,
      /severty/,
    ],
    'a rule switched off that there is not': ['words.yaml', 'family: demand\nrules:\n  we-demnd: off\n', /we-demand/],
    'a setting that there is not': ['config.yaml', 'stanse: keep-alive\n', /stance/],
    'a level that there is not': ['config.yml', 'rules:\n  demand/we-demand: quiet\n', /Write off, hint/],
    'a configuration in UTF-16': ['config.yaml', Buffer.from('\ufeffstance: keep-alive\n', 'utf16le'), /UTF-8/],
    'rules with bytes that are no text': ['words.yaml', Buffer.from([0x66, 0xff, 0xfe, 0x0a]), /UTF-8/],
    'rules that are too long': ['words.yaml', `# ${'x'.repeat(50_000)}`, /longer than/],
  };
  it('ends with 2 whatever the fault is, and the rest goes on', async () => {
    await Promise.all(
      Object.entries(broken).map(async ([what, [name, text, says]], at) => {
        file(`broken${at}/.common-ground/${name}`, text);
        const mail = file(`broken${at}/mail/a.email`, hostile);
        const { status, err, out } = await run(['check', '--format', 'json', '--fail-on', 'never', mail]);
        assert.equal(status, 2, what);
        assert.match(err, says);
        assert.ok(err.includes(name), err);
        const entries = JSON.parse(out) as Entry[];
        const [fault] = errorsIn(entries);
        assert.equal(fault!.reason, 'configuration', what);
        assert.match(fault!.message, says);
        assert.ok(rulesIn(entries).includes('demand/we-demand'), 'the mail is checked all the same');
      }),
    );
  });

  it('says its reason and its place in every format', async () => {
    file('formats/.common-ground/config.yaml', 'ignore: ["x"]\nstanse: keep-alive\n');
    const mail = file('formats/a.email', calm);
    const names = ['text', 'jsonl', 'sarif', 'github', 'rdjson'];
    const all = await Promise.all(names.map((format) => run(['check', mail, '--format', format])));
    for (const { status } of all) assert.equal(status, 2);
    const [asText, asJsonl, asSarif, asGithub, asRdjson] = all.map(({ out }) => out);
    assert.match(asText!, /config\.yaml:2: not used: There is no setting “stanse”/);
    assert.match(asText!, /1 fault in the configuration/);
    const { error } = JSON.parse(asJsonl!.split('\n')[0]!) as Entry;
    assert.deepEqual([error!.reason, error!.range!.start.line], ['configuration', 1]);
    const { invocations } = JSON.parse(asSarif!).runs[0];
    assert.equal(invocations[0].executionSuccessful, false);
    const [notice] = invocations[0].toolExecutionNotifications;
    assert.equal(notice.descriptor.id, 'configuration');
    assert.equal(notice.locations[0].physicalLocation.region.startLine, 2);
    assert.match(asGithub!, /^::error file=.*config\.yaml,line=2,.*Not used/);
    assert.equal(JSON.parse(asRdjson!).diagnostics[0].location.range.start.line, 2);
  });

  it('says it once for all files below, and in each row of a stream, over several cores too', async () => {
    file('once/.common-ground/words.yaml', 'family: heat\nrules: {a: {b: 1}}\n');
    for (const name of ['a', 'b', 'deep/c']) file(`once/${name}.email`, calm);
    const entries = await json('once');
    assert.equal(errorsIn(entries).length, 1);
    assert.equal(entries.length, 4);
    const rows = Array.from({ length: 100 }, (_, at) => `{"id":${at},"text":"Thanks."}`).join('\n');
    for (const jobs of ['1', '3']) {
      const { out, err, status } = await run(
        ['check', '--jsonl-input', '--jobs', jobs, '--stdin-filename', 'once/x.email'],
        rows,
      );
      assert.equal(status, 2);
      assert.equal(err.match(/words\.yaml:\d/g)?.length, 1, err);
      const lines = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      assert.equal(lines.length, 100);
      for (const { incomplete } of lines) assert.match(incomplete[0], /words\.yaml:\d: /);
    }
  });

  it('is no reason to fail for a file that it does not hold for', async () => {
    file('beside/broken/.common-ground/config.yaml', 'stanse: keep-alive\n');
    assert.equal((await run(['check', file('beside/a.email', calm)])).status, 0);
  });

  it('fails where a configuration cannot be read at all', async () => {
    file('locked/.common-ground', 'a file where a folder is meant');
    const { status, err } = await run(['check', file('locked/a.email', calm)]);
    assert.equal(status, 2);
    assert.match(err, /\.common-ground: /);
    if (process.getuid?.() === 0) return;
    chmodSync(file('shut/.common-ground/words.yaml', rule('odd', 'odd word')), 0);
    assert.equal((await run(['check', file('shut/a.email', calm)])).status, 2);
  });

  it('fails where an option names what there is not', async () => {
    const mail = file('named/a.email', hostile);
    for (const [words, says] of [
      [['--rule', 'demand/we-demnd=off'], /we-demand/],
      [['--family', 'demnd=off'], /“demand”/],
      [['--config', 'gone.yaml'], /gone\.yaml/],
    ] as const)
      for (const command of ['check', 'fix']) {
        const { status, err } = await run([command, mail, ...words]);
        assert.equal(status, 2, `${command} ${words.join(' ')}`);
        assert.match(err, says);
      }
  });

  it('says so where rules of the team were not looked for', async () => {
    for (let at = 0; at < 6; at++) file(`costly/.common-ground/r${at}.yaml`, costly(at));
    const mail = file('costly/a.email', costlyMail);
    const entries = await json('--fail-on', 'never', mail);
    assert.deepEqual(
      errorsIn(entries).map(({ reason }) => reason),
      ['cut-short'],
    );
    const text = await run(['check', mail, '--fail-on', 'never']);
    assert.equal(text.status, 2);
    assert.match(text.out, /not checked in full: .*\n.*1 file not checked in full/);
    const row = `${JSON.stringify({ id: 1, text: costlyMail })}\n{"id":2,"text":"Thanks."}\n`;
    const rows = await run(['check', '--jsonl-input', '--stdin-filename', mail, '--fail-on', 'never'], row);
    assert.equal(rows.status, 2);
    const [first, second] = rows.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.match(first.incomplete[0], /not looked for/);
    assert.equal(second.incomplete, undefined);
  });

  describe('with folders in folders', () => {
    const words = 'Dear Tom,\n\nWe demand a widget thing.\n\nAnn\n';
    before(() => {
      file('nest/.common-ground/words.yaml', rule('outer-word', 'widget thing'));
      file('nest/.common-ground/config.yaml', 'rules:\n  heat/outer-word: warning\n');
      file('nest/quiet/.common-ground/words.yaml', 'family: heat\nrules:\n  outer-word: off\n');
      file('nest/quiet/.common-ground/demand.yaml', 'family: demand\nrules:\n  we-demand: off\n');
      file(
        'nest/quiet/set/.common-ground/config.yaml',
        'rules:\n  demand/we-demand: warning\n  heat/outer-word: hint\n',
      );
      file('nest/quiet/new/.common-ground/words.yaml', rule('outer-word', 'widget'));
      file('nest/quiet/apart/.common-ground/config.yaml', 'root: true\n');
      file('nest/quiet/apart/wrong/.common-ground/words.yaml', 'family: heat\nrules:\n  outer-word: off\n');
    });
    const rulesFor = async (folder: string) => {
      const entries = await json(file(`${folder}/a.email`, words));
      assert.deepEqual(errorsIn(entries), []);
      return rulesIn(entries)
        .filter((id) => id === 'heat/outer-word' || id === 'demand/we-demand')
        .sort();
    };

    it('an inner “off” holds below it, for a rule of the team too', async () => {
      assert.deepEqual(await rulesFor('nest'), ['demand/we-demand', 'heat/outer-word']);
      assert.deepEqual(await rulesFor('nest/quiet'), []);
      assert.deepEqual(await rulesFor('nest/quiet/deep/er'), []);
    });

    it('what a folder further in says wins over the “off”', async () => {
      assert.deepEqual(await rulesFor('nest/quiet/set'), ['demand/we-demand', 'heat/outer-word']);
      assert.deepEqual(await rulesFor('nest/quiet/new'), ['heat/outer-word']);
    });

    it('an “off” for a rule beyond the root is a fault', async () => {
      const entries = await json(file('nest/quiet/apart/wrong/a.email', words));
      assert.match(errorsIn(entries)[0]!.message, /no rule “heat\/outer-word”/);
    });
  });
});
