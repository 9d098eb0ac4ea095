import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { textFaults } from '../../../scripts/check-texts.mjs';

const languages = ['de', 'nb', 'fr', 'es'];

/** What reads the same in a language and in English. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: [],
  nb: ['For: {0}', 'ultimatum'],
  fr: ['1 message', 'Questions', 'e-mail', 'message {0}', 'question', 'ultimatum', '{0} messages'],
  es: ['No', 'formal'],
};
const sameEverywhere = ['Common Ground', '{0}: {1}'];

type Texts = Readonly<Record<string, string>>;

function readTexts(file: string): Texts {
  const texts: Texts = JSON.parse(readFileSync(file, 'utf8'));
  return texts;
}

/** What has to stand in a translation as it does in English: places to fill, code, links, icons. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d+\}|`[^`]*`|\]\([^)]*\)|\$\([a-z-]+\)|\n/g) ?? []).sort();
}

function faultsOf(english: Texts, translated: Texts, same: readonly string[]): string[] {
  const faults: string[] = [];
  for (const [key, text] of Object.entries(english)) {
    const value = translated[key];
    if (value === undefined) faults.push(`lacks ${key}`);
    else if (value.trim() === '') faults.push(`is empty: ${key}`);
    else if (value !== value.trim()) faults.push(`has space around it: ${key}`);
    else if (fixedParts(value).join() !== fixedParts(text).join()) faults.push(`has other places: ${key}`);
    else if (value === text && !same.includes(text)) faults.push(`is English: ${key}`);
  }
  for (const key of Object.keys(translated)) if (english[key] === undefined) faults.push(`is not asked for: ${key}`);
  return faults;
}

describe('the translations', () => {
  for (const name of ['l10n/bundle.l10n', 'package.nls'])
    for (const language of languages)
      it(`${name} is whole in ${language}`, () => {
        const same = [...sameEverywhere, ...sameAsEnglish[language]!];
        assert.deepEqual(faultsOf(readTexts(`${name}.json`), readTexts(`${name}.${language}.json`), same), []);
      });

  it('are refused where one lacks, is empty, is English, is spare, or fills other places', () => {
    const english = {
      a: 'A line',
      b: 'Line {0} of {1}',
      c: 'Open',
      d: '[Try](command:x.y)',
      e: 'Use `off`',
      f: 'Done',
    };
    const good = { a: 'Ei linje', b: 'Av {1}: {0}', c: 'Åpne', d: '[Prøv](command:x.y)', e: 'Bruk `off`', f: 'Ferdig' };
    assert.deepEqual(faultsOf(english, good, []), []);
    const bad = { b: 'Linje {0} av {0}', c: ' ', d: '[Prøv](command:x.z)', e: 'Bruk `av`', f: 'Done', g: 'Mer' };
    assert.deepEqual(faultsOf(english, bad, []), [
      'lacks a',
      'has other places: b',
      'is empty: c',
      'has other places: d',
      'has other places: e',
      'is English: f',
      'is not asked for: g',
    ]);
  });

  it('address the user in one way', () => {
    const other: Readonly<Record<string, RegExp>> = {
      de: /(?<!\p{L})(du|dich|dir|dein\p{L}*)(?!\p{L})/iu,
      es: /(?<!\p{L})(usted|abra|copie|elija|escriba|guarde|mire|pegue|rellene|seleccione)(?!\p{L})/iu,
      fr: /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
    };
    for (const [language, words] of Object.entries(other))
      for (const name of ['l10n/bundle.l10n', 'package.nls'])
        for (const text of Object.values(readTexts(`${name}.${language}.json`))) assert.doesNotMatch(text, words);
  });

  it('keep French signs with the word before them', () => {
    for (const name of ['l10n/bundle.l10n', 'package.nls'])
      for (const text of Object.values(readTexts(`${name}.fr.json`)))
        assert.doesNotMatch(text.replace(/`[^`]*`|\([^)]*\)/g, ''), / [:;?!»]|« |[\p{L}][?!»]/u);
  });

  it('name commands in running text as the menu does', () => {
    for (const language of languages) {
      const bundle = readTexts(`l10n/bundle.l10n.${language}.json`);
      const menu = readTexts(`package.nls.${language}.json`);
      const named = [
        ['Run “Diagnose Stall” again to see this diagnosis.', 'command.diagnoseStall'],
        ['The text has changed since this was written. Run “Diagnose Stall” to renew it.', 'command.diagnoseStall'],
        ['Open a mail, a proposal or a text document first, or start one with “New E-mail”.', 'command.newEmail'],
      ] as const;
      for (const [text, command] of named)
        assert.ok(bundle[text]?.includes(menu[command]!), `${language}: ${bundle[text]} names ${menu[command]}`);
    }
  });

  it('are let into the package', () => {
    const lines = readFileSync('.vscodeignore', 'utf8').split('\n');
    for (const line of ['!package.nls.json', '!package.nls.*.json', '!l10n/**']) assert.ok(lines.includes(line), line);
  });
});

describe('the words of the manifest', () => {
  const shown = new Set([
    'title',
    'description',
    'markdownDescription',
    'name',
    'contextualTitle',
    'contents',
    'label',
  ]);
  const lists = new Set(['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels']);

  /** The words that a reader of the menus, the settings and the walkthrough sees. */
  function wordsOf(value: unknown, key = ''): string[] {
    if (typeof value === 'string') return shown.has(key) ? [value] : [];
    if (Array.isArray(value))
      return value.flatMap((item) => (lists.has(key) ? [String(item)] : wordsOf(item, key === 'contents' ? '' : key)));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, item]) => wordsOf(item, name));
  }

  it('are all keys of the texts, and every text is used', () => {
    const manifest: { readonly contributes: unknown } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { languages: _, grammars: __, ...contributes } = manifest.contributes as Record<string, unknown>;
    const words = wordsOf(contributes).filter((text) => text !== 'Common Ground');
    assert.deepEqual(
      words.filter((text) => !/^%[^%]+%$/.test(text)),
      [],
    );
    const asked = new Set(words.map((text) => text.slice(1, -1)));
    assert.deepEqual([...asked].sort(), Object.keys(readTexts('package.nls.json')).sort());
  });
});

describe('the words that the editor and the page show', () => {
  const faults = (text: string, file = 'src/editor/any.ts') => textFaults([{ path: file, text }]);

  /** Words of the mail that is begun, not of the editor: the mail is written in English. */
  const ofTheMail = ['“Kind regards,”', '“[what you want to say]”'];

  it('all come from where a translator reaches them', () => {
    const files = ['src/editor', 'src/sidebar', 'media'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => path.join(folder, name).replaceAll(path.sep, '/'))
        .map((file) => ({ path: file, text: readFileSync(file, 'utf8') })),
    );
    assert.ok(files.length > 60);
    const found = textFaults(files).filter((line) => !ofTheMail.some((words) => line.includes(words)));
    assert.deepEqual(found, []);
  });

  const refused = [
    "vscode.window.showInformationMessage('Saved.')",
    "void vscode.window.showWarningMessage(text, { modal: true }, 'Reset')",
    "vscode.window?.showErrorMessage('Failed')",
    "vscode.window['showErrorMessage']('failed')",
    "const label = 'undo'; vscode.window.showInformationMessage(text, label)",
    "vscode.window.showQuickPick(['one', 'two'])",
    "vscode.window.showQuickPick<Choice>(items, { placeHolder: 'which one' })",
    `vscode.window.showQuickPick(items, { 'title': \`which of \${count}\` })`,
    "vscode.window.showInputBox({ prompt: known ? text : 'your name' })",
    "vscode.window.withProgress({ location, title: 'checking' }, act)",
    "pick.placeholder = 'type to search'",
    `item.tooltip = \`$(check) \${count} found\``,
    "item.text = '$(check) ready'",
    "link.tooltip ??= 'select'",
    "tellDone(done + ' changed')",
    "tellDone(['line', text].join(' '))",
    "tellDone('changed'.toUpperCase())",
    "tellDone({ on: 'checked', off: 'left' }[state])",
    "tellDone(text ?? 'nothing')",
    "tellDone(('nothing' as string)!)",
    "new vscode.Diagnostic(range, 'too long')",
    "new vscode.CodeAction('explain', kind)",
    "markdown.appendMarkdown('**why**')",
    "const words = 'Nothing to show'",
    'const words = `Don’t flag this`',
    `const words = say(\`Line \${line}\`)`,
    'vscode.l10n.t(words)',
    `vscode.l10n.t(\`line \${line}\`)`,
    "vscode.l10n.t('line ' + line)",
    "announce(vscode.l10n.t('Line {0}', 'nothing' && line) + ' selected')",
  ];
  for (const text of refused)
    it(`refuses ${text}`, () => {
      assert.notDeepEqual(faults(text), []);
    });

  const refusedOnThePage = [
    "node.textContent = 'nothing'",
    "setText(node, open ? 'hide' : page.text('limitsShow'))",
    `setAttribute(node, 'aria-label', \`line \${line}\`)`,
    "node.setAttribute('title', 'more')",
    "button('save', act)",
    "button(page.text('limitsSave'), act, 'save it')",
    "element('p', { text: 'loading' })",
    "element('p', {}, 'loading')",
    "element('section', { attributes: { 'aria-label': 'talks' } })",
    "node.append('none')",
    "node.replaceChildren('none')",
    "document.createTextNode('none')",
  ];
  for (const text of refusedOnThePage)
    it(`refuses on the page: ${text}`, () => {
      assert.notDeepEqual(faults(text, 'media/parts/any.ts'), []);
    });

  const accepted = [
    "vscode.window.showInformationMessage(vscode.l10n.t('Saved.'))",
    "const label = vscode.l10n.t('Undo'); vscode.window.showInformationMessage(message, label)",
    "pick.title = vscode.l10n.t('{0} of {1}', at, count)",
    `item.text = \`$(comment-discussion) \${text}\``,
    `item.accessibilityInformation = { label: \`Common Ground: \${tooltip}\`, role: 'button' }`,
    "onCommand('reply', 'Starting a reply', act)",
    "guarded('Looking at a draft', act)",
    "throw new RangeError('A text is missing.')",
    "logWarning('A document is left out.')",
    "const kind = vscode.CodeActionKind.SourceFixAll.append('commonGround')",
    "diagnostic.code = 'demand/we-demand'",
    "type Shown = { readonly label: 'Nothing to show' }",
    '// tellDone("Nothing to show")\n',
  ];
  for (const text of accepted)
    it(`accepts ${text}`, () => {
      assert.deepEqual(faults(text), []);
    });

  const acceptedOnThePage = [
    "setText(node, page.text('loading'))",
    "element('p', { class: 'quiet', text: page.text('loading') })",
    "setText(tick, done ? '☑' : '□')",
    "setAttribute(node, 'aria-hidden', 'true')",
    "element('section', {}, element('h2', { text: page.text('case') }))",
  ];
  for (const text of acceptedOnThePage)
    it(`accepts on the page: ${text}`, () => {
      assert.deepEqual(faults(text, 'media/parts/any.ts'), []);
    });
});
