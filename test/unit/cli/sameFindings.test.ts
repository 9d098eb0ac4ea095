import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ConfigurationLayer, isIgnored, joinLayers, settingsUnder } from '../../../src/engine/configuration';
import { configurationNames, configurationText, layerFrom } from '../../../src/engine/folderLayer';
import { createAnalyzer, defaultSettings } from '../../../src/engine/index';
import { useProgram } from './program';

const rule = (name: string, words: string, more = '') =>
  `family: heat\nrules:\n  ${name}:\n    message: "The team says “{text}” another way."\n${more}    match: ["${words}"]\n`;
const mail =
  'Dear Tom,\n\nWe demand a widget thing for the U.S. team. You never listen, and our offer is very generous.\n\nRegards,\nAnn\n';
const proposal =
  '# Proposal for the pumps\n\n## Scope\n\nYou failed to send the widget thing. We demand it [now](https://a.example).\n\n## Pricing\n\nThe total is EUR 4,200.\n\n## Next steps\n\nTake it or leave it.\n';

const workspace: Readonly<Record<string, string>> = {
  '.common-ground/config.yaml':
    '\ufeffstance: protect-price\nfamilies:\n  irritator: false\nrules:\n  demand/we-demand: hint\n',
  '.common-ground/words.yml': rule('outer-word', 'widget thing'),
  '.common-ground/broken.yaml': 'family: heat\nrules:\n  bad:\n    message: short\n',
  'README.md': '# Tool\n\nYou must install it. We demand nothing.\n',
  'reply.email': mail,
  'offer.md': proposal,
  'offer.mdx': proposal.replace(
    '## Pricing',
    '<Info>\nYou never listen.\n</Info>\n\n{/* common-ground-disable-next-line */}\nWe demand an answer.\n\n## Pricing',
  ),
  'offer.adoc': proposal.replace(/^(#+)/gm, (marks) => '='.repeat(marks.length)),
  'offer.org': proposal.replace(/^(#+)/gm, (marks) => '*'.repeat(marks.length)),
  'offer.rst':
    'Proposal\n========\n\nScope\n-----\n\nYou failed to send the widget thing.\n\nPricing\n-------\n\nEUR 4,200.\n',
  'notes.txt': mail,
  'marked.md': '---\ncommonGround: email\n---\n\nWe demand a widget thing.\n',
  'off.md': '---\ncommonGround: off\n---\n\nWe demand a widget thing.\n',
  'sales/.common-ground/config.yml':
    'ignore: ["archive/", "*.draft.md"]\nrules:\n  demand/we-demand: warning\nfamilies:\n  irritator: true\n',
  'sales/.common-ground/own.yaml': `${rule('inner-word', 'U.S. team', '    severity: warning\n')}  outer-word: off\n`,
  'sales/reply.email': mail,
  'sales/offer.md': proposal,
  'sales/late.draft.md': proposal,
  'sales/archive/old.email': mail,
  'sales/deep/er/reply.email': mail,
  'apart/.common-ground/config.yaml': 'root: true\ndocuments: marked\n',
  'apart/reply.email': mail,
  'apart/marked.md': '---\ncommonGround: email\n---\n\nWe demand a widget thing. Our offer is very generous.\n',
};

const languages: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.mdx': 'mdx',
  '.email': 'email',
  '.txt': 'plaintext',
};

interface Shown {
  readonly active: boolean;
  readonly findings: readonly {
    readonly ruleId: string;
    readonly start: number;
    readonly end: number;
    readonly severity: string;
  }[];
}

describe('The command line and the editor', () => {
  const { file, folder, run } = useProgram();
  before(() => {
    for (const [name, text] of Object.entries(workspace)) file(name, text);
  });

  /** What the editor does with a document that is opened: folders above, settings, identity. */
  function shownInEditor(name: string): Shown | undefined {
    const full = path.join(folder, name);
    const layers: ConfigurationLayer[] = [];
    for (const above of foldersAbove(full)) {
      const own = path.join(above, '.common-ground');
      if (!existsSync(own)) continue;
      const { read } = configurationNames(readdirSync(own));
      const sources = read.map((one) => ({ name: one, text: configurationText(readFileSync(path.join(own, one))) }));
      layers.push(layerFrom(above, sources, layers).layer);
    }
    const { configuration, team, layers: chain } = joinLayers(layers);
    if (isIgnored(chain, full)) return undefined;
    const analyzer = createAnalyzer(settingsUnder(defaultSettings, configuration), team);
    const languageId = languages[path.extname(name)];
    const identity = languageId === undefined ? { path: full } : { path: full, languageId };
    const draft = analyzer.read(readFileSync(full, 'utf8'), identity);
    const active = analyzer.isActive(draft);
    return { active, findings: active ? analyzer.findings(draft).map(plain) : [] };
  }

  it('say the same of every document of a workspace with folders that have their own rules', async () => {
    const { out, err } = await run(['check', '--format', 'json', '.']);
    assert.match(err, /broken\.yaml:4: Write 10 characters or more\./);
    const files = JSON.parse(out).filter((one: { error?: object }) => one.error === undefined);
    const printed = new Map<string, Shown>(
      files.map((one: Shown & { path: string }) => [
        path.relative(folder, path.resolve(folder, one.path)),
        { active: one.active, findings: one.findings.map(plain) },
      ]),
    );
    const documents = Object.keys(workspace).filter((name) => !name.includes('.common-ground/'));
    const shown = documents.map((name) => [name, shownInEditor(name)] as const);
    assert.deepEqual([...printed].sort(), shown.filter(([, one]) => one !== undefined).sort());
    const rulesIn = (name: string) => printed.get(name)!.findings.map(({ ruleId }) => ruleId);
    assert.ok(
      rulesIn('sales/reply.email').includes('heat/inner-word') && !rulesIn('reply.email').includes('heat/inner-word'),
    );
    assert.ok(rulesIn('sales/deep/er/reply.email').includes('heat/inner-word'));
    assert.ok(rulesIn('reply.email').includes('heat/outer-word'));
    assert.ok(!rulesIn('sales/deep/er/reply.email').includes('heat/outer-word'), 'switched off by a folder above it');
    assert.ok(!rulesIn('apart/marked.md').includes('heat/outer-word'));
    assert.ok(!printed.get('apart/reply.email')!.active && !printed.get('README.md')!.active);
    assert.ok(!printed.has('sales/archive/old.email') && !printed.has('sales/late.draft.md'));
  });

  it('read as many files of a folder, and say which are beyond', async () => {
    for (let at = 0; at < 52; at++)
      file(`full/.common-ground/r${String(at).padStart(2, '0')}.yaml`, rule(`w${at}`, `word${at}`));
    const target = file('full/a.email', 'Dear Tom,\n\nA word49, a word50 and a word51.\n\nAnn\n');
    const { out, err } = await run(['check', '--format', 'json', target]);
    assert.deepEqual(
      JSON.parse(out)
        .at(-1)
        .findings.map(({ ruleId }: { ruleId: string }) => ruleId),
      ['heat/w49'],
    );
    assert.match(err, /r50\.yaml: is not read.*\n.*r51\.yaml: is not read/);
  });
});

function foldersAbove(full: string): string[] {
  const above = path.dirname(full);
  return above === full ? [] : [...foldersAbove(above), above];
}

function plain({ ruleId, start, end, severity }: Shown['findings'][number]): Shown['findings'][number] {
  return { ruleId, start, end, severity };
}
