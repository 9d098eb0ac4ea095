import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { optionTable } from '../../../src/cli/options';

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  contributes: {
    commands: { command: string; title: string }[];
    configuration: { properties: Record<string, object> } | { properties: Record<string, object> }[];
  };
};
const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md'),
  ...['docs', 'training', 'corpus', '.github'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  ),
];
// Texts to be read by the product are no pages.
const docs = pages.filter((page) => !/^(?:docs\/rules|docs\/walkthrough\/example|corpus\/(?!README))/.test(page));

function eachMatch(pattern: RegExp, check: (found: RegExpMatchArray, page: string) => void): number {
  let count = 0;
  for (const page of docs)
    for (const found of read(page).matchAll(pattern)) {
      count++;
      check(found, page);
    }
  return count;
}

describe('the documents', () => {
  it('name scripts that are there', () => {
    const count = eachMatch(/npm (?:run (?:-s )?)([\w:-]+)/g, ([, name], page) =>
      assert.ok(Object.hasOwn(manifest.scripts, name!), `${page}: npm run ${name}`),
    );
    assert.ok(count > 20);
  });

  it('name commands and options that are there', () => {
    const count = eachMatch(
      /common-ground (check|fix|diagnose|reply|diff|score|rules|test)\b([^\n`"|]*)/g,
      ([call, command, rest], page) => {
        const table = optionTable[command as keyof typeof optionTable];
        for (const [, option] of rest!.matchAll(/(?<![\w-])--([\w-]+)/g))
          assert.ok(Object.hasOwn(table, option!), `${page}: ${call}`);
      },
    );
    assert.ok(count > 12);
    // Options that stand alone in a sentence belong to some command, or to a script that says so beside them.
    const known = new Set(Object.values(optionTable).flatMap((table) => Object.keys(table)));
    for (const page of ['README.md', 'docs/integrations.md'])
      for (const [, option] of read(page).matchAll(/`--([\w-]+)[^`]*`/g))
        assert.ok(known.has(option!), `${page}: --${option}`);
  });

  it('name files that are there', () => {
    const count = eachMatch(
      /`((?:src|test|scripts|docs|training|corpus|media|hooks|l10n|snippets|examples)\/[\w./-]+)`/g,
      ([, file], page) => {
        const base =
          page.startsWith('training/') && !file!.startsWith('training')
            ? [file!, path.join('training', file!)]
            : [file!];
        assert.ok(
          base.some((name) => existsSync(name)),
          `${page}: ${file}`,
        );
      },
    );
    assert.ok(count > 30);
  });

  it('link to pages and headings that are there', () => {
    const count = eachMatch(/\]\((?!https?:|mailto:|command:)([^)\s]+)\)/g, ([, target], page) => {
      const [file, heading] = target!.split('#') as [string, string?];
      const linked = file === '' ? page : path.join(path.dirname(page), decodeURIComponent(file));
      assert.ok(existsSync(linked), `${page}: ${target}`);
      if (heading !== undefined) assert.ok(headingsOf(linked).has(heading), `${page}: ${target}`);
    });
    assert.ok(count > 30);
  });

  it('name settings that are there, and every setting is named', () => {
    const { configuration } = manifest.contributes;
    const settings = Object.keys(Object.assign({}, ...[configuration].flat().map(({ properties }) => properties)));
    const named = new Set<string>();
    eachMatch(/commonGround\.([a-zA-Z]+)\b(?!\.)/g, ([whole], page) => {
      named.add(whole);
      assert.ok(settings.includes(whole) || isCommand(whole), `${page}: ${whole}`);
    });
    for (const setting of settings) assert.ok(named.has(setting), setting);
  });

  it('name every command of the palette', () => {
    const titles = JSON.parse(read('package.nls.json')) as Record<string, string>;
    const readme = read('README.md');
    for (const title of [
      'Diagnose Stall',
      'Insert Diagnostic Question',
      'Insert Move',
      'Check Workspace',
      'Rephrase All',
      'New Preparation Sheet',
      'New E-mail',
      'New Proposal',
      'Check This Document',
      'Show Rule',
      'Export Diagnosis',
      'Review Draft',
      'Next Finding',
      'Previous Finding',
      'Reply',
      'Forget Everything',
    ]) {
      assert.ok(Object.values(titles).includes(title), `no command ${title}`);
      assert.ok(readme.includes(title), `README.md does not name ${title}`);
    }
  });
});

function isCommand(id: string): boolean {
  return manifest.contributes.commands.some(({ command }) => command === id);
}

/** The anchors that a page offers, as GitHub makes them. */
function headingsOf(page: string): ReadonlySet<string> {
  const text = read(page);
  const written = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...written, ...[...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id!)]);
}
