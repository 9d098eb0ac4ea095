import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const mega = 1024 * 1024;

/**
 * Runs `work` and says how far it is by watching `folder` fill up: on a terminal one line that redraws itself, elsewhere a calm
 * line every ten seconds.
 * @param {{ title: string, folder: string, megabytes: number }} step `megabytes` is about what the folder holds in the end
 * @param {() => Promise<T>} work
 * @template T
 * @returns {Promise<T>} what `work` returned
 */
export async function withProgress({ title, folder, megabytes }, work) {
  const terminal = process.stdout.isTTY === true;
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const tell = (text, last = false) =>
    process.stdout.write(terminal ? `\r\x1b[2K${text}${last ? '\n' : ''}` : `${text}\n`);
  let finished = false;
  let timer;
  const look = async () => {
    const have = Math.round((await sizeOf(folder)) / mega);
    if (finished) return;
    // Packages are fetched as a whole before the first of them is unpacked.
    const far = have === 0 ? `fetching about ${megabytes} MB` : `${Math.min(have, megabytes)} of about ${megabytes} MB`;
    tell(`${title}: ${far}, ${seconds()}`);
    timer = setTimeout(look, terminal ? 700 : 10_000);
  };
  tell(`${title}: about ${megabytes} MB, once`);
  timer = setTimeout(look, terminal ? 700 : 10_000);
  try {
    const result = await work();
    finished = true;
    tell(`${title}: done in ${seconds()}`, true);
    return result;
  } catch (error) {
    finished = true;
    tell(`${title}: stopped after ${seconds()}`, true);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Bytes in the files below a folder; files that vanish while it looks count nothing. */
async function sizeOf(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  let total = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = await stat(path.join(entry.parentPath ?? entry.path, entry.name)).catch(() => undefined);
    total += file?.size ?? 0;
  }
  return total;
}
