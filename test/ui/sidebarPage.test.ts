import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../scripts/paths.mjs';
import { type Editor, type Theme, until, useEditor } from './harness.js';

const thread = await readFile(path.join(root, 'examples/thread.email'), 'utf8');
const axe = await readFile(createRequire(path.join(root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const inWebHost = process.env.UI_HOST === 'web';

const reply = 'Hi Ana,\n\nThank you for the plans. What matters most to you about the dates?\n\nBest,\nTom\n';
const hostile = `Hi </style></script><script>document.title='bad'</script>,

<img src=x onerror="document.title='bad'"> We demand "<b>everything</b>" & more by Friday.

You never answer my mails & <i>that is a lie</i>.

Best,
Tom
`;

/** Opens the view and waits until it shows the document in front. */
async function openSidebar(editor: Editor): Promise<Frame> {
  await editor.execute('commonGround.sidebar.focus');
  return editor.webview('main:not([aria-busy]) details[data-part="selfCheck"]');
}

/** Opens a part of the page, or a part in it. */
async function openPart(frame: Frame, part: string): Promise<void> {
  const details = frame.locator(`details[data-part="${part}"]`);
  if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
}

async function openAll(frame: Frame): Promise<void> {
  await frame.evaluate(`
    for (const one of document.querySelectorAll('details')) one.open = true;
    for (const one of document.querySelectorAll('.unfolder[aria-expanded="false"]')) one.click();
  `);
}

function causes(frame: Frame): Promise<string[]> {
  return frame
    .locator('[data-cause]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-cause') ?? ''));
}

interface KeptApi {
  readonly keptApi: { postMessage(message: unknown): void; getState(): { scroll?: number } | undefined };
}

/** The page keeps its way to the extension to itself, so a test listens when it is handed out. Holds for pages that are loaded later. */
function keepApi(editor: { readonly page: Page }): Promise<unknown> {
  return editor.page.addInitScript(`Object.defineProperty(globalThis, 'acquireVsCodeApi', {
    configurable: true,
    // The page is written after this has run, which takes away all that listened before.
    set(acquire) {
      this.acquireKept = () => (this.keptApi = acquire());
      this.received = 0;
      addEventListener('message', () => { this.received++; });
    },
    get() { return this.acquireKept; },
  });`);
}

/** What axe finds, as `rule: places`. */
async function axeFinds(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  const violations = await frame.evaluate<{ id: string; nodes: { target: string[] }[] }[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

async function answer(frame: Frame, group: string, statement: string, value: 'yes' | 'no' | 'unknown') {
  await openPart(frame, 'checklist');
  await openPart(frame, `group-${group}`);
  await frame.locator(`[data-statement="${statement}"] input[value="${value}"]`).check();
}

describe('the sidebar', function () {
  this.timeout(180_000);
  const editor = useEditor({
    files: {
      'thread.email': thread,
      'reply.email': reply,
      'hostile.email': hostile,
      'code.js': 'const a = 1;\n',
      'README.md': '# Tool\n\n## Usage\n\nCall init first.\n',
    },
    open: 'thread.email',
    shared: true,
  });

  // Each test begins with the thread in front, whatever became of the one before.
  beforeEach(async () => {
    if ((await editor.active())?.path !== 'thread.email') await editor.openFile('thread.email');
  });

  it('paints at once and then shows the causes of the thread in front', async () => {
    const frame = await openSidebar(editor);
    assert.ok((await causes(frame)).length > 0);
    const quotes = await frame.locator('.talks .chip:visible q').allInnerTexts();
    assert.ok(quotes.length > 1);
    assert.deepEqual(quotes, [...new Set(quotes)], 'no line stands there twice');
    const times = await frame.evaluate<{ paint: number; start: number; shown: number; whole: number }>(`({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      start: performance.getEntriesByType('resource').find(({ name }) => name.endsWith('main.js'))?.responseEnd ?? 0,
      shown: performance.getEntriesByName('common-ground-shown')[0].startTime,
      whole: performance.getEntriesByName('common-ground-whole')[0].startTime,
    })`);
    console.log(
      `      first paint ${Math.round(times.paint)} ms, script there ${Math.round(times.start)} ms, parts ${Math.round(times.shown)} ms, diagnosis ${Math.round(times.whole)} ms after the page was begun`,
    );
    assert.ok(times.shown <= times.whole);
  });

  it('moves the ranking with each answer, reads it out, and takes it back', async () => {
    const frame = await openSidebar(editor);
    const before = await causes(frame);
    for (const one of ['ego-public-stand', 'ego-who-was-right', 'ego-corrected', 'ego-no-reason-left'])
      await answer(frame, 'relationship', one, 'yes');
    await until(
      'the ranking to follow',
      () => causes(frame),
      ([first]) => first === 'ego',
    );
    assert.notEqual(before[0], 'ego');
    await until(
      'it to be read out',
      () => frame.locator('[role=status]').textContent(),
      (said) => /^(Now first|Noted, first as before)\. [A-Z][a-z ]+: They can't be seen to move\.$/.test(said ?? ''),
    );
    await openPart(frame, 'case');
    for (let left = 4; left > 0; left--) {
      await frame.getByRole('button', { name: /^Undo/ }).press('Enter');
      await until(
        'an answer less',
        () => frame.locator('[data-statement] input:checked').count(),
        (count) => count < left,
      );
    }
    assert.deepEqual(
      await until(
        'the old ranking',
        () => causes(frame),
        (now) => now[0] === before[0],
      ),
      before,
    );
  });

  it('keeps the focus on the answer while everything above it moves', async () => {
    const frame = await openSidebar(editor);
    await openPart(frame, 'checklist');
    await openPart(frame, 'group-relationship');
    const input = frame.locator('[data-statement="distrust-history"] input[value="yes"]');
    await input.scrollIntoViewIfNeeded();
    await input.focus();
    const top = () => input.evaluate((node) => Math.round(node.getBoundingClientRect().top));
    const before = await top();
    await editor.press('Space');
    await until(
      'the answer to be counted',
      () => frame.locator('[data-part="case"] .quiet').first().textContent(),
      (text) => text?.startsWith('1') === true,
    );
    assert.equal(await input.evaluate((node) => node === node.ownerDocument.activeElement), true);
    assert.ok(Math.abs((await top()) - before) <= 2, `${before} became ${await top()}`);
    await editor.press('ArrowRight');
    await until(
      'the keyboard to move the answer',
      () => frame.locator('[data-statement="distrust-history"] input:checked').getAttribute('value'),
      (value) => value === 'no',
    );
    await editor.execute('commonGround.undoAnswer');
    await editor.execute('commonGround.undoAnswer');
  });

  it('selects the line of a piece of evidence and keeps the focus', async () => {
    const frame = await openSidebar(editor);
    const chip = frame.locator('[data-cause] .chip').first();
    const words = (await chip.locator('q').textContent()) ?? '';
    await chip.click();
    const active = await until(
      'the line to be selected',
      () => editor.active(),
      (one) => one?.selected !== '',
    );
    assert.equal(active!.selected.replace(/\s+/g, ' '), words.replace(/^[“"]|[”"]$/g, ''));
    assert.equal(await chip.evaluate((node) => node === node.ownerDocument.activeElement), true);
  });

  it('sets a cause aside and brings it back', async () => {
    const frame = await openSidebar(editor);
    const [first] = await causes(frame);
    await openPart(frame, `why-${first}`);
    await frame.locator(`[data-cause="${first}"] .action`, { hasText: 'Not this' }).click();
    await until(
      'the cause to go',
      () => causes(frame),
      (now) => !now.includes(first!),
    );
    await openPart(frame, 'ruledOut');
    await frame.getByRole('button', { name: /^Bring back/ }).click();
    await until(
      'the cause to come back',
      () => causes(frame),
      (now) => now[0] === first,
    );
  });

  it('follows the editor in front', async () => {
    const frame = await openSidebar(editor);
    await editor.openFile('reply.email');
    const from = Date.now();
    await frame.locator('.draft .draft-title', { hasText: /reply\.email · e-mail/ }).waitFor();
    console.log(`      followed within ${Date.now() - from} ms of the harness hearing of it`);
    await frame.locator('.draft', { hasText: 'Nothing to change.' }).waitFor();
    assert.equal(await frame.locator('.talks').isVisible(), false, 'a single draft is not diagnosed');
    await editor.openFile('thread.email');
    await frame.locator('.talks .state', { hasText: 'Stuck' }).waitFor();
  });

  it('says so when there is nothing to say, and what could be begun when nothing is open', async () => {
    const frame = await openSidebar(editor);
    await editor.openFile('code.js');
    await frame.locator('.nothing', { hasText: 'code.js is not written to anybody' }).waitFor();
    assert.equal(await frame.locator('.talks').isVisible(), false);
    assert.deepEqual(await axeFinds(frame), []);
    await editor.openFile('README.md');
    await frame.locator('.draft', { hasText: 'not checked' }).waitFor();
    assert.deepEqual(await axeFinds(frame), []);
    await editor.execute('workbench.action.closeAllEditors');
    await frame.locator('.begin .action').nth(3).waitFor();
    assert.equal(await frame.locator('.draft').isVisible(), false);
    assert.deepEqual(await axeFinds(frame), []);
    await editor.screenshot('panel-begin');
    await editor.openFile('thread.email');
    await frame.locator('[data-cause]').first().waitFor();
  });

  it('shows hostile text as text', async () => {
    const frame = await openSidebar(editor);
    await editor.openFile('hostile.email');
    await frame.locator('.draft .draft-title', { hasText: 'hostile.email' }).waitFor();
    await frame.locator('.finding').first().waitFor();
    await openAll(frame);
    assert.deepEqual(await axeFinds(frame), []);
    assert.equal(await frame.locator('main script, main img, main b, main style').count(), 0);
    assert.notEqual(await frame.title(), 'bad');
    await editor.openFile('thread.email');
    await frame.locator('[data-cause]').first().waitFor();
  });

  it('refuses a message that is not in the protocol, and says so in the log', async () => {
    await keepApi(editor);
    await editor.execute('workbench.view.explorer');
    const frame = await openSidebar(editor);
    const before = await causes(frame);
    const send = (message: unknown) =>
      frame.evaluate(([data]) => (globalThis as unknown as KeptApi).keptApi.postMessage(data), [message] as const);
    const received = () => frame.evaluate<number>('globalThis.received');
    await send({ type: 'takeOver', secret: 'hush' });
    await send({ type: 'answer', case: 'x'.repeat(1_000_000), statement: 'ego', answer: 'yes' });
    // Messages are answered in order: when this one is, the others have been dealt with.
    const known = await received();
    await send({ type: 'ready' });
    await until('an answer', received, (count) => count > known);
    assert.deepEqual(await causes(frame), before);
    // The embedded server writes no log files for its Node.js host.
    if (!inWebHost) return;
    const log = await until(
      'the log to say so',
      () => logOf(editor),
      (text) => /refused: a message of unknown type/.test(text),
    );
    assert.match(log, /refused: answer\.case is longer than/);
    assert.doesNotMatch(log, /hush|xxxx/);
  });

  it('can be worked through by keyboard, each stop in sight and with a name', async () => {
    const frame = await openSidebar(editor);
    await openPart(frame, 'checklist');
    await openPart(frame, 'group-relationship');
    await frame.locator('main button:visible').first().focus();
    const stops = new Set<string>();
    for (let step = 0; step < 30; step++) {
      await editor.press('Tab');
      const stop = await frame.evaluate<{ name: string; seen: boolean; outline: string }>(`(() => {
        const node = document.activeElement;
        const { top, bottom, width } = node.getBoundingClientRect();
        const style = getComputedStyle(node);
        return {
          name: node.tagName + ' ' + (node.getAttribute('aria-label') ?? node.textContent ?? '').trim() + ' ' + (node.name ?? '') + (node.labels?.[0]?.textContent ?? ''),
          seen: width > 0 && bottom > 0 && top < innerHeight,
          outline: style.outlineStyle,
        };
      })()`);
      assert.ok(stop.seen, `${stop.name} is in sight`);
      assert.notEqual(stop.outline, 'none', `${stop.name} shows the focus`);
      assert.ok(stop.name.split(' ').length > 1, `${stop.name} has a name`);
      stops.add(stop.name);
    }
    assert.ok(stops.size > 18, `${stops.size} stops`);
  });

  it('fits into 220 pixels, also at twice the size, and moves nothing for those who want no motion', async () => {
    const frame = await openSidebar(editor);
    await openAll(frame);
    const sash = editor.page.locator('.sidebar').first();
    const box = (await sash.boundingBox())!;
    const drag = async (from: number, to: number) => {
      await editor.page.mouse.move(from, 400);
      await editor.page.mouse.down();
      await editor.page.mouse.move(to, 400, { steps: 5 });
      await editor.page.mouse.up();
    };
    await drag(box.x + box.width, box.x + 220);
    const width = await until(
      'the sidebar to be narrow',
      () => frame.evaluate<number>('innerWidth'),
      (now) => now <= 225,
    );
    const overflow = () =>
      frame.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.ok((await overflow()) <= 0, `${await overflow()} pixels too wide at ${width}`);
    await editor.screenshot('sidebar-narrow');
    await frame.evaluate('document.body.style.zoom = "2"');
    assert.ok((await overflow()) <= 0, `${await overflow()} pixels too wide at twice the size`);
    assert.deepEqual(await axeFinds(frame), []);
    await frame.evaluate('document.body.style.zoom = ""');
    const motion = () =>
      frame.evaluate<string>(
        `[...new Set([...document.querySelectorAll('*')].map((node) => getComputedStyle(node).transitionDuration))].join()`,
      );
    await editor.page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await motion(), '0s');
    await editor.page.emulateMedia({ reducedMotion: null });
    const narrow = (await sash.boundingBox())!;
    await drag(narrow.x + narrow.width, box.x + box.width + 60);
  });

  const states: Readonly<Record<string, (frame: Frame) => Promise<void>>> = {
    'as it opens': async () => {},
    'all open': openAll,
    'with limits shown': async (frame) => {
      await openPart(frame, 'limits');
      await frame
        .locator('[data-part="limits"] button', { hasText: /^(Write down|Show)$/ })
        .first()
        .click();
      await frame.locator('textarea').first().waitFor();
    },
  };

  const kinds: Readonly<Record<Theme, string>> = {
    light: 'vscode-light',
    dark: 'vscode-dark',
    'hc-black': 'vscode-high-contrast',
    'hc-light': 'vscode-high-contrast-light',
  };

  for (const theme of ['light', 'dark', 'hc-black', 'hc-light'] as const satisfies readonly Theme[])
    it(`has nothing for axe to find in the ${theme} theme, in any state`, async () => {
      await editor.setTheme(theme);
      const frame = await openSidebar(editor);
      await until(
        'the theme to arrive',
        () => frame.evaluate<string>('document.body.dataset.vscodeThemeKind ?? ""'),
        (kind) => kind === kinds[theme],
      );
      const scheme = await frame.evaluate<string>("getComputedStyle(document.querySelector('input')).colorScheme");
      assert.equal(scheme, theme === 'dark' || theme === 'hc-black' ? 'dark' : 'light');
      for (const [state, enter] of Object.entries(states)) {
        await enter(frame);
        assert.deepEqual(await axeFinds(frame), [], state);
      }
      await frame.getByRole('button', { name: 'Hide' }).click();
      await frame.evaluate("scrollTo(0, document.querySelector('.talks').offsetTop)");
      await editor.screenshot(`sidebar-${theme}`);
      await frame.evaluate('scrollTo(0, document.querySelector(\'[data-part="pictures"]\').offsetTop)');
      await editor.screenshot(`sidebar-pictures-${theme}`);
    });

  it('is as it was after it was hidden: parts, scroll and no private limit in sight', async () => {
    await keepApi(editor);
    await editor.execute('workbench.view.explorer');
    const frame = await openSidebar(editor);
    await openPart(frame, 'limits');
    await frame
      .locator('[data-part="limits"] button', { hasText: /^(Write down|Show)$/ })
      .first()
      .click();
    await frame.locator('textarea').nth(1).fill('not above 6.40');
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.locator('[role=status]', { hasText: 'saved' }).waitFor();
    await openAll(frame);
    await frame.evaluate('scrollTo(0, 700)');
    await until(
      'the scroll to be kept',
      () => frame.evaluate(() => (globalThis as unknown as KeptApi).keptApi.getState()?.scroll ?? 0),
      (scroll) => Math.abs(scroll - 700) < 60,
    );
    await editor.execute('workbench.view.explorer');
    const again = await openSidebar(editor);
    await until(
      'the scroll to come back',
      () => again.evaluate<number>('scrollY'),
      (y) => Math.abs(y - 700) < 60,
    );
    assert.notEqual(await again.locator('[data-part="limits"]').getAttribute('open'), null);
    assert.doesNotMatch(await again.content(), /6\.40/);
    assert.equal(await again.locator('textarea').first().isVisible(), false);
    await again.locator('[data-part="limits"] button', { hasText: 'Show' }).first().click();
    await until(
      'the limit to be shown',
      () => again.locator('textarea').nth(1).inputValue(),
      (value) => value === 'not above 6.40',
    );
    if (inWebHost) assert.doesNotMatch(await logOf(editor), /6\.40/);
  });
});

describe('the answers in the sidebar', function () {
  this.timeout(180_000);
  const editor = useEditor({ files: { 'thread.email': thread }, open: 'thread.email', shared: true });
  const answered = async (frame: Frame) =>
    Number.parseInt((await frame.locator('[data-part="case"] .quiet').first().textContent()) ?? '', 10);
  const checked = (frame: Frame) => frame.locator('[data-statement="ego-corrected"] input:checked').count();

  it('are there after the window was loaded again, and in a second window', async () => {
    const frame = await openSidebar(editor);
    await answer(frame, 'relationship', 'ego-corrected', 'yes');
    // Answers are written one after another, so when this one is taken back on disk the first is there.
    await answer(frame, 'relationship', 'ego-public-stand', 'yes');
    await until(
      'two answers',
      () => answered(frame),
      (count) => count === 2,
    );
    await editor.execute('commonGround.undoAnswer');
    await editor.reload();
    const again = await openSidebar(editor);
    await until(
      'the answer to be there',
      () => checked(again),
      (count) => count === 1,
    );
    if (inWebHost) return;
    const second = await editor.secondWindow('thread.email');
    const other = await openSidebar(second);
    await until(
      'the answer to be in the second window',
      () => checked(other),
      (count) => count === 1,
    );
    await answer(other, 'relationship', 'ego-public-stand', 'no');
    await until(
      'the first window to follow',
      () => again.locator('[data-statement="ego-public-stand"] input[value=no]').isChecked(),
      (on) => on,
    );
    await second.page.close();
  });

  // In the web host they are in the browser's own storage, out of reach from here.
  if (inWebHost) return;

  it('that cannot be read are set aside with a message, and new ones count', async () => {
    const folder = path.join(editor.folder, '../profile/data/User/globalStorage/common-ground-writing.common-ground');
    await writeFile(path.join(folder, 'cases.json'), '{"version":1,"cases":{"c1":');
    await editor.reload();
    const frame = await openSidebar(editor);
    await frame.locator('.notice-box', { hasText: 'set aside' }).waitFor();
    assert.deepEqual(await axeFinds(frame), []);
    await answer(frame, 'relationship', 'ego-corrected', 'no');
    await until(
      'the answer to be on disk',
      () => readFile(path.join(folder, 'cases.json'), 'utf8').catch(() => ''),
      (text) => text.includes('"ego-corrected":{"value":"no"'),
    );
    await frame.getByRole('button', { name: 'Show the file set aside' }).click();
    await until(
      'the old file to be shown',
      () => editor.active(),
      (one) => one?.text.includes('"c1":') === true,
    );
  });
});

/** The last lines that the extension has logged, as the output panel shows them. */
async function logOf({ page, runCommand, execute }: Editor): Promise<string> {
  await runCommand('Output: Show Output Channels...');
  const input = page.locator('.quick-input-widget input.input');
  await input.fill('Common Ground');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Common Ground' }).first().click();
  const lines = page.locator('.panel .monaco-editor .view-lines');
  await lines.first().waitFor();
  const textOf = async () => ((await lines.first().textContent()) ?? '').replace(/\s+/g, ' ');
  const text = await until('the log to have a line', textOf, (found) => found.trim() !== '');
  await execute('workbench.action.closePanel');
  return text;
}
