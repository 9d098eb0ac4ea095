import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/browser.mjs';
import { copyForWeb, copyWorkspace } from '../../scripts/fixtures.mjs';
import { out, root } from '../../scripts/paths.mjs';
import { type RunningServer, startServer } from '../../scripts/server.mjs';
import { getVSCode } from '../../scripts/vscode.mjs';
import { type ActiveEditor, nextDriver } from './driver-client.js';

/** Which VS Code and which extension host the runner asked for. */
const which = process.env.UI_VSCODE === 'newest' ? 'newest' : 'lowest';
const host = process.env.UI_HOST === 'web' ? 'web' : 'node';
const images = process.env.UI_SCREENSHOTS
  ? path.join(root, 'docs/images')
  : path.join(out, 'images', `${which}-${host}`);

const themes = {
  dark: { name: 'Default Dark Modern', mark: 'vs-dark', inside: 'vscode-dark' },
  light: { name: 'Default Light Modern', mark: 'vs', inside: 'vscode-light' },
  'hc-black': { name: 'Default High Contrast', mark: 'hc-black', inside: 'vscode-high-contrast' },
  'hc-light': { name: 'Default High Contrast Light', mark: 'hc-light', inside: 'vscode-high-contrast-light' },
} as const;

export type Theme = keyof typeof themes;

export interface EditorOptions {
  /** A folder of test/host/workspaces; `main` if not given. */
  readonly workspace?: string;
  /** Files to lay into the workspace first, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Settings of the profile, beside those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A file of the workspace that is open from the start. */
  readonly open?: string;
  /** One editor for all tests of the suite instead of a fresh one for each: faster, where they leave it as they found it. */
  readonly shared?: boolean;
  /** Size of the window in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A VS Code in a browser, with the extension loaded. Paths are relative to the workspace, with slashes. */
export interface Editor {
  readonly page: Page;
  /** The workspace on disk. */
  readonly folder: string;
  /** Shows a file that is on disk, the cursor in it. */
  openFile(file: string): Promise<void>;
  /** Puts the cursor into the text of the active editor. */
  focusText(): Promise<void>;
  /** Types into whatever has the focus, key by key. */
  type(text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  /** Runs a command of the palette by its full title, as a person would. */
  runCommand(title: string): Promise<void>;
  /** Runs a command by its id, from inside. */
  execute<T = unknown>(command: string, ...words: unknown[]): Promise<T>;
  /** The active text editor as it is now, saved or not. */
  active(): Promise<ActiveEditor | null>;
  /** Opens the box of a new comment on the first line of the active editor, as on a pull request. */
  beginComment(): Promise<void>;
  /** Saves the active editor and returns what is on disk then. */
  savedText(file: string): Promise<string>;
  /** Underlines of findings in the visible part of the active editor. */
  squiggles(): Locator;
  /** The innermost frame of the extension's webview, once it holds something that matches the selector. */
  webview(selector?: string): Promise<Frame>;
  /** Changes settings of the profile for the running editor; `undefined` takes one back. */
  setSettings(settings: Readonly<Record<string, unknown>>): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** Loads the window again, as `Developer: Reload Window` does. */
  reload(): Promise<void>;
  /** Another window on the same server and workspace. */
  secondWindow(open?: string): Promise<Editor>;
  /** A picture of the window or of a part of it: for the documentation when pictures were asked for, otherwise below `out`. */
  screenshot(name: string, part?: Locator): Promise<void>;
}

let browser: Promise<Browser> | undefined;
let extension: Promise<string> | undefined;
let driver: Promise<string> | undefined;
let count = 0;

after(async () => {
  await (await browser)?.close();
});

/**
 * An editor for the tests of the suite that this is called in, a fresh one for each unless it is shared. Its members work while a
 * test or its hooks run.
 */
export function useEditor(options: EditorOptions = {}): Editor {
  let current: Session | undefined;
  const open = async () => {
    current = await openSession(options);
  };
  const close = async () => {
    await current?.close();
    current = undefined;
  };
  if (options.shared) before(open);
  else beforeEach(open);
  afterEach(async function () {
    const { currentTest } = this;
    if (currentTest?.state === 'failed') await current?.editor.screenshot(`failed-${slug(currentTest.fullTitle())}`);
  });
  if (options.shared) after(close);
  else afterEach(close);
  return new Proxy({} as Editor, {
    get(_, key) {
      if (!current) throw new Error('The editor is only there while a test runs.');
      return current.editor[key as keyof Editor];
    },
  });
}

interface Session {
  readonly editor: Editor;
  close(): Promise<void>;
}

async function openSession({
  workspace = 'main',
  files = {},
  settings = {},
  open,
  size,
}: EditorOptions): Promise<Session> {
  const work = path.join(out, 'ui', `${which}-${host}`, String(++count));
  await rm(work, { recursive: true, force: true });
  const folder = await copyWorkspace(workspace, path.join(work, 'workspace'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  browser ??= launchBrowser();
  extension ??=
    host === 'web' ? copyForWeb(root, path.join(out, 'ui', `${which}-web-extension`)) : Promise.resolve(root);
  const profile = path.join(work, 'profile');
  const driverFolder = path.join(profile, 'extensions/common-ground-writing.driver-0.0.0');
  driver ??= bundleDriver();
  await cp(await driver, driverFolder, { recursive: true });
  const server = await startServer(await getVSCode(which), { profile, settings });
  const context = await (await browser).newContext({ viewport: size ?? { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE);
  const window: Window = { server, folder, driverFolder, extension: await extension };
  const close = async () => {
    await context.close();
    await server.stop();
  };
  try {
    return { editor: await openWindow(window, () => context.newPage(), open), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Window {
  readonly server: RunningServer;
  readonly folder: string;
  readonly driverFolder: string;
  readonly extension: string;
}

async function openWindow(window: Window, newPage: () => Promise<Page>, open?: string): Promise<Editor> {
  const { server, folder, driverFolder, extension } = window;
  const page = await newPage();
  const file = open === undefined ? {} : { file: path.join(folder, open) };
  await page.goto(server.address({ folder, extension, web: host === 'web', ...file }), { timeout: 90_000 });
  let ask = await nextDriver(driverFolder);
  await ready(page, open);

  const editor: Editor = {
    page,
    folder,
    async openFile(wanted) {
      await ask('open', wanted);
      await editor.focusText();
    },
    async focusText() {
      await ask('command', 'workbench.action.focusActiveEditorGroup');
      await page.locator('.monaco-editor.focused').first().waitFor();
    },
    type: (text) => page.keyboard.type(text, { delay: 5 }),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async runCommand(title) {
      const input = page.locator('.quick-input-widget input.input');
      // A list that is about to close takes the palette with it.
      const shown = () =>
        input.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      await until('the palette', () => page.keyboard.press('F1').then(shown), Boolean);
      await input.fill(`>${title}`);
      const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
      await row.waitFor();
      await row.click();
    },
    execute: (command, ...words) => ask('command', command, ...words),
    active: () => ask('active'),
    beginComment: () => ask('comment'),
    async savedText(wanted) {
      await ask('command', 'workbench.action.files.save');
      return readFile(path.join(folder, wanted), 'utf8');
    },
    squiggles: () => page.locator('.monaco-editor :is(.squiggly-warning, .squiggly-info)'),
    webview: (selector = 'body *') => webviewFrame(page, selector),
    setSettings: (settings) => ask('settings', settings),
    async setTheme(theme) {
      await ask('settings', { 'workbench.colorTheme': themes[theme].name });
      await page.locator(`.monaco-workbench.${themes[theme].mark}`).waitFor();
      // A webview hears of it a little later.
      for (const frame of ownFrames(page)) {
        await frame.locator(`body[data-vscode-theme-kind="${themes[theme].inside}"]`).waitFor({ state: 'attached' });
      }
    },
    async reload() {
      await page.reload();
      ask = await nextDriver(driverFolder);
      await ready(page, undefined);
    },
    secondWindow: (wanted) => openWindow(window, () => page.context().newPage(), wanted),
    async screenshot(name, part) {
      await mkdir(images, { recursive: true });
      await (part ?? page).screenshot({ path: path.join(images, `${name}.png`) });
    },
  };
  return editor;
}

/** The driver as an extension, made once. */
async function bundleDriver(): Promise<string> {
  const folder = path.join(out, 'ui', `driver-${which}-${host}`);
  await build({
    entryPoints: [path.join(root, 'test/ui/driver.ts')],
    outfile: path.join(folder, 'driver.js'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
  });
  const manifest = {
    name: 'driver',
    publisher: 'common-ground-writing',
    version: '0.0.0',
    engines: { vscode: '^1.100.0' },
  };
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...manifest, main: './driver.js', activationEvents: ['*'] }),
  );
  return folder;
}

async function ready(page: Page, open: string | undefined): Promise<void> {
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: 60_000 });
  if (open !== undefined) await tab(page, open).waitFor({ timeout: 60_000 });
}

function tab(page: Page, file: string): Locator {
  return page
    .locator('.tab')
    .filter({ hasText: path.basename(file) })
    .first();
}

async function webviewFrame(page: Page, selector: string): Promise<Frame> {
  const found = await until(
    `a webview of the extension that holds "${selector}"`,
    () => frameWith(ownFrames(page), selector),
    (frame) => frame !== undefined,
  );
  return found!;
}

/** The first frame that holds something which matches the selector. */
export async function frameWith(frames: readonly Frame[], selector: string): Promise<Frame | undefined> {
  for (const frame of frames) {
    const count = await frame
      .locator(selector)
      .count()
      .catch(() => 0);
    if (count > 0) return frame;
  }
  return undefined;
}

/** Asks again until the answer is good, and returns it. */
export async function until<T>(what: string, ask: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const value = await ask();
    if (good(value)) return value;
    if (Date.now() > end) throw new Error(`waited for ${what}; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Milliseconds that anything may take on a busy machine. */
const PATIENCE = 40_000;

/** The innermost frames of the extension's webviews. */
function ownFrames(page: Page): Frame[] {
  const ours = 'extensionId=common-ground-writing.common-ground';
  return page
    .frames()
    .filter((frame) => frame.url().includes('fake.html') && frame.parentFrame()?.url().includes(ours));
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80);
}
