import assert from 'node:assert/strict';
import { hostile, useProgram } from './program';

const thread = (day: Date) =>
  [
    'From: Tom Berg <tom@y.example>',
    'To: Ann Lee <ann@x.example>',
    `Date: ${day.toUTCString()}`,
    '',
    'Could you hold the price until June?',
    '',
    'Tom',
    '',
    `On ${new Date(day.getTime() - 3 * 86_400_000).toDateString()} at 09:00, Ann Lee <ann@x.example> wrote:`,
    '> We can offer EUR 500.',
    '',
  ].join('\n');

describe('the words of a call', () => {
  const { file, run } = useProgram();

  it('end with 2 and a sentence where something in them would not be looked at', async () => {
    const mail = file('a.email', hostile);
    const calls: readonly (readonly [words: readonly string[], says: RegExp])[] = [
      [['check', '--write', mail], /“--write” is an option of fix, not of check/],
      [['check', '--jsonl-input', mail], /reads standard input; “.*a\.email” would not be read/],
      [['check', '--jsonl-input', '--format', 'json'], /--format does not go with --jsonl-input/],
      [['check', '--jsonl-input', '--baseline', 'b.json'], /--baseline does not go with/],
      [['check', '--jsonl-input', '--jobs', '0'], /number of cores/],
      [['check', '--jobs', '2', mail], /--jobs goes with --jsonl-input/],
      [['check', '!a.email'], /Name what to check/],
      [['check', '-x'], /There is no option “-x”/],
      [['score', '--jsonl-input', mail], /would not be read/],
      [['fix', '--write'], /Standard input cannot be written to/],
      [['fix', '--format', 'json', mail], /is an option of check, diagnose, reply, diff and rules, not of fix/],
      [['rules', 'demand'], /takes no names/],
      [['diagnose', mail, '--now', '2026-02-31'], /“2026-02-31” is none/],
      [
        ['diagnose', mail, '--answers', file('answers.json', '{"no-such-thing":"yes"}')],
        /no statement “no-such-thing”/,
      ],
    ];
    for (const [words, says] of calls) {
      const { status, err, out } = await run(words);
      assert.equal(status, 2, words.join(' '));
      assert.match(err, says);
      assert.equal(out, '', words.join(' '));
    }
  });

  it('are not needed for who the user is where the folder says so', async () => {
    file('mine/.common-ground/config.yaml', 'me: [ann@x.example]\n');
    const talks = file('mine/talks.email', thread(new Date('2026-03-04T09:00:00Z')));
    const sidesIn = async (...words: string[]) =>
      JSON.parse((await run(['diagnose', talks, '--format', 'json', ...words])).out).messages.map(
        ({ by }: { by: string }) => by,
      );
    assert.deepEqual(await sidesIn(), ['me', 'them']);
    assert.deepEqual(await sidesIn('--me', 'tom@y.example'), ['them', 'me']);
    const reply = await run([
      'reply',
      talks,
      file('mine/reply.txt', 'We can hold it until June.\n'),
      '--format',
      'json',
    ]);
    assert.equal(JSON.parse(reply.out).theirQuestions.length, 1);
  });

  it('date open talks from today, and old ones from their end', async () => {
    const days = (count: number) => new Date(Date.now() - count * 86_400_000);
    const stateOf = async (name: string, day: Date, ...words: string[]) =>
      (await run(['diagnose', file(name, thread(day)), '--me', 'tom@y.example', '--format', 'json', ...words])).out;
    assert.match(await stateOf('open.email', days(100)), /Nobody has written since/);
    assert.doesNotMatch(await stateOf('new.email', days(2)), /Nobody has written since/);
    assert.doesNotMatch(await stateOf('old.email', days(2000)), /Nobody has written since/);
    assert.match(await stateOf('named.email', days(2000), '--now', '2026-01-01'), /Nobody has written since/);
  });
});

describe('common-ground test', () => {
  const { file, run } = useProgram();
  const rules = (examples: string) =>
    `family: heat\nrules:\n  team-word:\n    message: "The team says it another way."\n    match: ["widget thing"]\n    rephrase: [{ to: "gadget", safe: true }]\n    examples:\n${examples}`;

  it('holds rules to the words in brackets, to what they become, and to silence', async () => {
    const good = rules(
      '      fires: ["We love the [widget thing].", { text: "A [widget\\nthing] came.", becomes: "A gadget came." }]\n      silent: ["We love it."]\n',
    );
    assert.deepEqual(await run(['test', file('good.yaml', good)]), { status: 0, out: '3 passed, 0 failed\n', err: '' });
    const bad = rules(
      '      fires: ["We [love the] widget thing.", "We love it.", { text: "A [widget thing] came.", becomes: "A tool came." }]\n      silent: ["A widget thing."]\n',
    );
    const { status, out } = await run(['test', file('bad.yaml', bad)]);
    assert.equal(status, 1);
    assert.match(out, /does not mark “love the” in “We love the widget thing\.”, but “widget thing”/);
    assert.match(out, /does not mark “We love it\.” in/);
    assert.match(out, /makes “A gadget came\.” of “A widget thing came\.”, not “A tool came\.”/);
    assert.match(out, /marks “widget thing” in “A widget thing\.”/);
    assert.match(out, /0 passed, 4 failed/);
  });

  it('ends with 2 where a file or a part of it cannot be read', async () => {
    const alone = await run(['test', file('alone.yaml', 'title: A word\nmatch: ["widget thing"]\n')]);
    assert.equal(alone.status, 2);
    assert.match(alone.err, /stands under “rules:”/);
    const { status, err, out } = await run([
      'test',
      'gone.yaml',
      file('some.yaml', rules('      fires: ["A [widget thing]."]\n      silnt: []\n')),
    ]);
    assert.equal(status, 2);
    assert.match(err, /gone\.yaml: is not there\n.*some\.yaml:9: .*silnt/);
    assert.match(out, /0 passed, 0 failed/);
  });
});
