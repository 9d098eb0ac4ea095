import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chown, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that it is either the old one or the new one, whole: beside it and renamed, its owner and mode kept. Links
 * are followed. A file with several names (hard links) is written in place, so that the names stay one file.
 *
 * @param expected the bytes that the file is thought to hold; where it holds others by now, nothing is written
 * @throws Error with a message that fits after the file's name
 */
export async function replaceFile(file: string, bytes: Uint8Array, expected?: Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const before = await stat(target).catch(() => undefined);
  if (before !== undefined) await access(target, constants.W_OK).catch(refuse('may not be written'));
  if (before !== undefined && (before.mode & 0o222) === 0) throw new Error('is read-only and stays as it is');
  if (expected !== undefined && !(await readFile(target)).equals(expected))
    throw new Error('has changed since it was read and stays as it is');
  if (before !== undefined && before.nlink > 1) return writeInPlace(target, bytes);
  const beside = path.join(path.dirname(target), `.${path.basename(target).slice(0, 200)}.${randomUUID()}`);
  const handle = await open(beside, 'wx', before?.mode ?? 0o644);
  try {
    if (before !== undefined) {
      await chown(beside, before.uid, before.gid);
      // Changing the owner clears some bits of the mode.
      await handle.chmod(before.mode & 0o7777);
    }
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    if (expected !== undefined && !(await readFile(target)).equals(expected))
      throw new Error('has changed since it was read and stays as it is');
    await rename(beside, target);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

async function writeInPlace(target: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(target, 'r+');
  try {
    await handle.write(bytes, 0, bytes.length, 0);
    await handle.truncate(bytes.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refuse(message: string): () => never {
  return () => {
    throw new Error(message);
  };
}
