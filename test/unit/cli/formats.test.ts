import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Schema, Validator } from '@cfworker/json-schema';
import outputSchema from '../../../src/cli/output.schema.json';
import { hostile, useProgram } from './program';

const sarifSchema = JSON.parse(
  readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
) as Schema;
const sarif = new Validator(sarifSchema, '4', false);

const teamRule = (title: string) =>
  `family: heat\nrules:\n  team-word:\n    title: ${JSON.stringify(title)}\n    message: ${JSON.stringify(`${title} {text}`)}\n    why: ${JSON.stringify(`${title} and why it matters`)}\n    match: ["odd word"]\n`;

const thread = 'Me: Could you take 400?\n\nThem: We need 500. Could you pay in March?\n';
const encoded = [
  'From: Ann <ann@x.example>',
  'Subject: Refund',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('Dear Tom,\n\nWe demand a refund.\n\nAnn\n').toString('base64'),
  '',
].join('\r\n');

describe('What the command line prints for programs', () => {
  const { file, folder, run } = useProgram();
  const json = async (...words: string[]) => JSON.parse((await run(words)).out);

  it('fits the published schema, which names all of it', async () => {
    const fits = (definition: string, value: unknown) => {
      const { valid, errors } = validatorOf(definition).validate(value);
      assert.ok(valid, `${definition}: ${JSON.stringify(errors.slice(-2))}`);
    };
    const rich = `${hostile}\nWe demand a refund. You never listen! This is ridiculous. Our final offer is 500. Take it or leave it.\n`;
    const files = [file('a.email', rich), file('raw.eml', encoded), file('README.md', '# Tool\n\nInstall it.\n')];
    const all = await json('check', '--format', 'json', ...files, 'gone.md');
    assert.equal(all.length, 4);
    assert.ok(all[0].findings.some(({ suggestions }: { suggestions: object[] }) => suggestions.length > 1));
    fits('files', all);
    for (const line of (await run(['check', '--format', 'jsonl', ...files, 'gone.md'])).out.trim().split('\n'))
      fits('fileLine', JSON.parse(line));
    const rows = `{"id":1,"text":${JSON.stringify(rich)}}\nno row\n{"id":"x"}\n`;
    for (const line of (await run(['check', '--jsonl-input'], rows)).out.trim().split('\n'))
      fits('row', JSON.parse(line));
    for (const line of (await run(['score', '--jsonl-input'], rows)).out.trim().split('\n'))
      fits('scoreRow', JSON.parse(line));
    fits('score', await json('score', files[0]!));
    fits('rules', await json('rules', '--format', 'json'));
    const talks = file('talks.txt', thread);
    fits('diagnosis', await json('diagnose', talks, '--format', 'json'));
    fits(
      'reply',
      await json(
        'reply',
        talks,
        file('reply.txt', 'We can pay in March. I will send 450 by Friday.'),
        '--format',
        'json',
      ),
    );
    const versions = [
      file('old.md', 'The price is EUR 500.\n'),
      file('new.md', 'The price is EUR 450. We will deliver in May.\n'),
    ];
    fits('versions', await json('diff', ...versions, '--format', 'json'));
    assert.ok(!validatorOf('files').validate([{ path: 'a' }]).valid, 'the schema refuses what does not fit');
  });

  it('is SARIF by its schema: regions, fixes, only the rules that fired, and what was not read', async () => {
    const words = ['check', '--format', 'sarif', file('s/a.email', hostile), file('s/raw.eml', encoded), 's/gone.md'];
    const log = await json(...words);
    const { valid, errors } = sarif.validate(log);
    assert.ok(valid, JSON.stringify(errors.slice(-3)));
    const [run1] = log.runs;
    const fired = new Set(run1.results.map(({ ruleId }: { ruleId: string }) => ruleId));
    assert.deepEqual(new Set(run1.tool.driver.rules.map(({ id }: { id: string }) => id)), fired);
    for (const { helpUri } of run1.tool.driver.rules) assert.match(helpUri, /^https:\/\/.*docs\/rules\/[a-z-]+\.md#/);
    assert.match(run1.tool.driver.informationUri, /^https:/);
    assert.equal(run1.invocations[0].toolExecutionNotifications.length, 1);
    assert.equal(run1.invocations[0].executionSuccessful, false);
    for (const { partialFingerprints, locations } of run1.results) {
      assert.match(partialFingerprints['commonGround/v1'], /^[0-9a-f]{32}$/);
      const { artifactLocation, region } = locations[0].physicalLocation;
      assert.equal(region === undefined, artifactLocation.uri.endsWith('raw.eml'), 'no region in an encoded file');
      if (region !== undefined)
        assert.equal(
          hostile.split('\n')[region.startLine - 1]!.slice(region.startColumn - 1, region.endColumn - 1).length,
          region.charLength,
        );
    }
  });

  it('names files so that no reader takes a part of the name for something else', async () => {
    const names = ['RE: offer #2.email', 'what?.email', '100% [new] & old.email', 'wörter.email', 'a b/c d.email'];
    for (const name of names) file(`uris/${name}`, hostile);
    const log = await json('check', '--format', 'sarif', ...names.map((name) => `uris/${name}`));
    const urisOf = (parsed: typeof log) =>
      new Set<string>(
        parsed.runs[0].results.map(
          (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
            one.locations[0]!.physicalLocation.artifactLocation.uri,
        ),
      );
    const base = pathToFileURL(`${folder}/`);
    assert.deepEqual(
      [...urisOf(log)].map((uri) => decodeURIComponent(new URL(uri, base).pathname)).sort(),
      names.map((name) => path.posix.join(folder, 'uris', name)).sort(),
    );
    assert.ok(sarif.validate(log).valid);
    const absolute = await json('check', '--format', 'sarif', path.join(folder, 'uris', names[0]!));
    assert.deepEqual([...urisOf(absolute)], [pathToFileURL(path.join(folder, 'uris', names[0]!)).href]);
  });

  it('shows words of a team without links, commands or orders to the terminal', async () => {
    const bad = '[press](command:x) \u001b[31mred\u001b]0;title\u0007 \u009b2J \u202egnp.exe ::error::x';
    file('team/.common-ground/a.yaml', teamRule(bad));
    const target = file('team/a.email', 'Dear Tom,\n\nThis is an odd word for it.\n\nAnn\n');
    const { out } = await run(['check', target]);
    assert.match(out, /heat\/team-word/);
    assert.doesNotMatch(out, /[^\P{Cc}\n\t]|[\u202a-\u202e]/u);
    const log = await json('check', '--format', 'sarif', target);
    const [rule] = log.runs[0].tool.driver.rules;
    assert.equal(rule.id, 'heat/team-word', 'a rule of the folder of the file');
    assert.equal(rule.helpUri, undefined, 'it has no page anywhere');
    for (const text of [rule.shortDescription.text, rule.fullDescription.text, log.runs[0].results[0].message.text])
      assert.doesNotMatch(text, /(?<!\\)\[[^\]]*(?<!\\)\]\(/);
    assert.ok(sarif.validate(log).valid);
    const annotations = (await run(['check', '--format', 'github', target])).out.trim().split('\n');
    assert.ok(annotations.every((line) => line.startsWith('::')));
    const review = await json('check', '--format', 'rdjson', target);
    assert.equal(review.diagnostics[0].code.url, undefined);
  });
});

/** The schema with nothing allowed that it does not name. */
function validatorOf(definition: string): Validator {
  const strict = JSON.parse(JSON.stringify(outputSchema), (_, value) =>
    value?.properties !== undefined && value.type === 'object' ? { ...value, additionalProperties: false } : value,
  );
  return new Validator({ ...strict, $id: undefined, $ref: `#/$defs/${definition}` } as Schema, '2020-12', false);
}
