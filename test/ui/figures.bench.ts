import type { Frame } from 'playwright-core';
import { until, useEditor } from './harness.js';

// How long a person waits for what they see, and how much they are shown: npm run ui -- test/ui/figures.bench.ts
// It measures and asserts nothing: times hold for a machine that does nothing else.

const ROUNDS = 10;

const mail = (name: string) => `To: ${name} Osei <${name.toLowerCase()}@oakhurst.example>
Subject: Delivery of the units

Dear ${name},

Thank you for the plan of the second floor. Our team has looked at it on Monday.

We demand a reply. This delay is your fault.

Kind regards,
Ann
`;

const thread = `Me: Ada Lind <ada@lind.example>

From: Ada Lind <ada@lind.example>
To: Bo Marsh <bo@marsh.example>
Date: Mon, 20 Oct 2025 09:05
Subject: Roof repair

Hi Bo, just checking in again. Is there any news?

Ada

From: Bo Marsh <bo@marsh.example>
To: Ada Lind <ada@lind.example>
Date: Thu, 2 Oct 2025 17:48
Subject: Re: Roof repair

Ada, it looks good to me. It isn’t mine alone to sign: anything over three thousand goes to the board.

Bo
`;

const names = Array.from({ length: ROUNDS }, (_, at) => `Person${String.fromCharCode(65 + at)}`);

/**
 * Code for the page or the panel's frame: leaves in `globalThis.figure`, or under another name, when an event came and when the first picture after it
 * fulfilled the condition, in milliseconds since 1970, which both share. Without an event the start of the page counts.
 */
const watch = (condition: string, event = '', name = 'figure') => `{
  const now = () => performance.timeOrigin + performance.now();
  const figure = { from: ${event === '' ? 'performance.timeOrigin' : '0'}, to: 0 };
  globalThis.${name} = figure;
  addEventListener(${JSON.stringify(event)}, () => { figure.from ||= now(); }, { capture: true, once: true });
  const look = () => {
    if (figure.from > 0 && (${condition})) figure.to = now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

const marked = `document.querySelector('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-info') !== null`;

describe('figures', function () {
  this.timeout(300_000);
  const editor = useEditor({
    files: {
      ...Object.fromEntries(names.map((name) => [`${name}.email`, mail(name)])),
      'calm.email': 'Dear Tom,\n\nThank you.\n\nAnn\n',
      'thread.email': thread,
    },
    // The one that is in front when the window is loaded again.
    open: `${names[0]}.email`,
    shared: true,
  });

  const lines: string[] = [];
  after(() => console.log(`\n${lines.map((line) => `      ${line}`).join('\n')}\n`));

  function tell(what: string, times: readonly number[], wanted?: number): void {
    const inOrder = [...times].sort((one, other) => one - other).map(Math.round);
    const middle = inOrder[Math.floor(inOrder.length / 2)]!;
    const goal = wanted === undefined ? '' : `, wanted ${wanted}`;
    lines.push(`${what}: ${middle} ms (${inOrder[0]}–${inOrder.at(-1)}, ${inOrder.length} times${goal})`);
  }

  type Figure = { readonly from: number; readonly to: number };

  /** Asks from outside: the policy of the panel's frame lets nothing be evaluated in it that waits by itself. */
  const untilTrue = <T>(frame: Frame, expression: string) =>
    until(expression, () => frame.evaluate<T | undefined>(expression).catch(() => undefined), Boolean) as Promise<T>;

  const figureIn = (frame: Frame, name = 'figure') =>
    untilTrue<Figure>(frame, `globalThis.${name}?.to > 0 && globalThis.${name}`);

  const page = () => editor.page.mainFrame();
  const row = (file: string) =>
    editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: file }).first();

  async function showExplorer(): Promise<void> {
    await editor.execute('workbench.view.explorer');
    await row('calm.email').waitFor();
  }

  const panel = async (): Promise<Frame> => {
    await editor.execute('commonGround.sidebar.focus');
    return editor.webview('main:not([aria-busy])');
  };

  it('from a click on a mail to its first mark', async () => {
    await showExplorer();
    const times: number[] = [];
    const waits: number[] = [];
    for (const name of names) {
      await row('calm.email').click();
      await editor.page.locator('.tab.active', { hasText: 'calm.email' }).waitFor();
      await untilTrue(page(), `!(${marked})`);
      await page().evaluate(watch(marked, 'mousedown'));
      const seen = `document.querySelector('.monaco-editor .view-lines')?.textContent.includes('${name}')`;
      await page().evaluate(watch(seen, 'mousedown', 'seen'));
      await row(`${name}.email`).click();
      const { from, to } = await figureIn(page());
      times.push(to - from);
      waits.push(to - (await figureIn(page(), 'seen')).to);
    }
    tell('first mark after opening, window warm', times.slice(1), 200);
    tell('of which the text is in sight without its marks', waits.slice(1));
    tell('first mark after opening, the first of all', times.slice(0, 1));
  });

  it('from a full stop to the mark', async () => {
    await editor.openFile('calm.email');
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await editor.press('Control+a', 'Delete');
      await editor.type('Dear Tom,');
      await editor.press('Enter', 'Enter');
      await editor.type('We demand a reply');
      await page().evaluate(watch(marked, 'keydown'));
      await editor.press('.');
      const { from, to } = await figureIn(page());
      times.push(to - from);
    }
    await editor.execute('workbench.action.files.revert');
    tell('mark after a full stop', times, 150);
  });

  it('from the editor in front to the panel', async () => {
    const frame = await panel();
    for (const name of names) await editor.openFile(`${name}.email`);
    const times: number[] = [];
    for (const name of names) {
      await frame.evaluate(watch(`document.body.textContent.includes('${name}')`));
      await page().evaluate(watch('true', 'mousedown'));
      await editor.page
        .locator('.tab', { hasText: `${name}.email` })
        .first()
        .click();
      times.push((await figureIn(frame)).to - (await figureIn(page())).from);
    }
    tell('panel follows the editor in front', times, 300);
    await editor.execute('workbench.action.closeAllEditors');
  });

  it('from an answer to the new ranking', async () => {
    await editor.openFile('thread.email');
    const frame = await panel();
    await frame.locator('[data-cause]').first().waitFor();
    for (const part of ['checklist', 'group-relationship']) {
      const details = frame.locator(`details[data-part="${part}"]`);
      if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
    }
    const inputs = frame.locator('details[data-part="group-relationship"] [data-statement] input[value="yes"]');
    const times: number[] = [];
    for (let at = 0; at < Math.min(6, await inputs.count()); at++) {
      const count = `document.querySelector('[data-part="case"] .quiet')?.textContent.startsWith('${at + 1}')`;
      await frame.evaluate(watch(count, 'change'));
      await inputs.nth(at).check({ force: true });
      const { from, to } = await figureIn(frame);
      times.push(to - from);
    }
    tell('new ranking after an answer', times, 200);
  });

  it('entries of the menu and lines of the hover', async () => {
    await editor.openFile(`${names[0]}.email`);
    await editor.execute('commonGround.nextFinding');
    await editor.page.locator('.monaco-hover .hover-row').first().waitFor();
    const text = await editor.page.locator('.monaco-hover:visible').first().innerText();
    lines.push(`hover: ${text.split('\n').filter((line) => line.trim() !== '').length} lines with the message`);
    await editor.press('Escape');
    await editor.execute('editor.action.quickFix');
    const rows = editor.page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    lines.push(`quick-fix menu: ${await rows.count()} entries`);
    await editor.press('Escape');
  });

  it('from the start of a window to its first mark', async () => {
    await editor.execute('workbench.action.closeAllEditors');
    await showExplorer();
    await editor.openFile(`${names[0]}.email`);
    const seen = `document.querySelector('.monaco-editor .view-line span span') !== null`;
    await editor.page.addInitScript(
      `if (window === top) { globalThis.seen = 0; const look = () => { if (${seen}) globalThis.seen = performance.timeOrigin + performance.now(); else requestAnimationFrame(look); }; requestAnimationFrame(look); ${watch(marked)} }`,
    );
    const times: number[] = [];
    const waits: number[] = [];
    for (let round = 0; round < 3; round++) {
      await editor.reload();
      const { from, to } = await figureIn(page());
      times.push(to - from);
      waits.push(to - (await page().evaluate<number>('globalThis.seen')));
    }
    tell('start of the whole window to the first mark', times);
    tell('of which text in sight without its marks', waits);
  });
});
