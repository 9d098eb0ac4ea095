import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What the harness asks of the driver inside the editor. Ids rise. */
export interface Request {
  readonly id: number;
  readonly action: 'open' | 'settings' | 'command' | 'active' | 'comment';
  readonly words: readonly unknown[];
}

/** The active text editor; `path` relative to the workspace, offsets in UTF-16 code units. */
export interface ActiveEditor {
  readonly path: string;
  readonly language: string;
  readonly text: string;
  readonly selected: string;
  readonly start: number;
  readonly end: number;
}

export type Ask = <T = unknown>(action: Request['action'], ...words: unknown[]) => Promise<T>;

let lastId = Date.now();

/** Waits for the driver of the window that is just opening, and talks to it through files in its folder. */
export async function nextDriver(folder: string): Promise<Ask> {
  const name = await waitFor('the window to open', async () => {
    const mark = (await readdir(folder)).find((file) => file.startsWith('window-'));
    if (mark) await rm(path.join(folder, mark));
    return mark?.slice('window-'.length);
  });
  const file = path.join(folder, `request-${name}.json`);
  return async <T>(action: Request['action'], ...words: unknown[]) => {
    const request: Request = { id: ++lastId, action, words };
    await writeFile(`${file}.part`, JSON.stringify(request));
    await rename(`${file}.part`, file);
    const what = `${action} ${JSON.stringify(words)}`;
    const answer = await waitFor(what, () => parsed(path.join(folder, `answer-${request.id}.json`)));
    if (answer.error) throw new Error(`${what}: ${answer.error}`);
    return answer.value as T;
  };
}

async function waitFor<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 90_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited 90 s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function parsed(file: string): Promise<{ value?: unknown; error?: string } | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
