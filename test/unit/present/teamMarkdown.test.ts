import assert from 'node:assert/strict';
import markdownIt from 'markdown-it';
import { createAnalyzer, defaultSettings } from '../../../src/engine/index';
import { overviewPage, readTeamRules, rulePage } from '../../../src/engine/rules';
import { inMarkdown } from '../../../src/present/inMarkdown';

// As VS Code's preview reads it: HTML and addresses without marks count.
const preview = markdownIt({ html: true, linkify: true });

const hostile = [
  '![pixel](https://evil.example/p.png)',
  '[press](command:workbench.action.terminal.new)',
  '[press]( <command:x> "title")',
  '<img src="https://evil.example/p.png">',
  '<https://evil.example/>',
  'https://evil.example/p',
  'see http://localhost:8080/x',
  'www.evil.com and evil.com/x.png and //evil.com/y',
  'mail me@evil.com or mailto:me@evil.com',
  '\\![x](https://evil.example)',
  '![x][ref]\n\n[ref]: https://evil.example/p.png',
  '&#91;x&#93;(https://evil.example) &lt;img src=x&gt;',
  '<script>alert(1)</script><style>@import url(//evil.com)</style>',
  '`code` ![x](a`b) ``[y](c)``',
  '# heading\n- list\n> quote\n```\nfence\n```',
  '1. one\n2. two',
  '| a | b |\n|---|---|\n| ![x](https://evil.example) | y |',
  '<!-- comment --> $(alert) :smile: ~~gone~~ **bold** _soft_ ==mark==',
  '[x]\\(https://evil.example) [x\\](https://evil.example)',
  '"><img src=x onerror=alert(1)>',
  'a\u2028![x](https://evil.example)\u0085b',
];

/** The names of all tags that a preview makes of a Markdown text. */
function tagsOf(markdown: string): Set<string> {
  return new Set([...preview.render(markdown).matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name!));
}

/** The words that a reader sees. */
function shown(markdown: string): string {
  return preview
    .render(markdown)
    .replace(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

describe('Words of a team in Markdown', () => {
  for (const text of hostile)
    it(`are shown as they are: ${text.split('\n')[0]}`, () => {
      assert.deepEqual([...tagsOf(inMarkdown(text))], ['p']);
      assert.equal(shown(inMarkdown(text)), text.replace(/\s+/g, ' ').trim());
    });

  it('are no link, image, command or HTML on the page of a rule', () => {
    for (const text of hostile) {
      const quoted = JSON.stringify(`${text} and so on and on`);
      const file = [
        'family: heat',
        `title: ${quoted}`,
        `summary: ${quoted}`,
        'rules:',
        '  team-word:',
        `    title: ${JSON.stringify(text.slice(0, 80))}`,
        `    message: ${quoted}`,
        `    why: ${quoted}`,
        `    sources: [${quoted}]`,
        `    frame: ${quoted}`,
        `    rephrase: [${quoted}]`,
        `    examples: { fires: [${quoted}, {text: "the [word]", becomes: ${quoted}}], silent: [${quoted}] }`,
        '    match: ["odd word"]',
      ].join('\n');
      const { rules, off, problems } = readTeamRules(file);
      assert.deepEqual(problems, [], text);
      const plain = readTeamRules(
        file.replaceAll(quoted, '"Some words and so on and on"').replace(/ {4}title: .*/, '    title: Words'),
      );
      assert.deepEqual(
        [...tagsOf(rulePage(rules[0]!))].filter((tag) => !tagsOf(rulePage(plain.rules[0]!)).has(tag)),
        [],
        text,
      );
      const page = overviewPage([{ family: 'heat', title: text, summary: text, rules }], (id) => `/${id}.md`);
      assert.doesNotMatch(preview.render(page), /<img|<script|<style|<a href="(?!\/heat)/, text);
      const analyzer = createAnalyzer({ ...defaultSettings, documents: 'all' }, { rules, off });
      const [finding] = analyzer.findings(analyzer.read('This is an odd word for it.', { kind: 'email' }));
      assert.deepEqual([...tagsOf(inMarkdown(finding!.why))], ['p'], 'as the hover shows it');
    }
  });
});
