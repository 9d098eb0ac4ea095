import { randomUUID } from 'node:crypto';
import { open, readFile, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { createAnalyzer } from '../engine/index';
import { type Options, print, readInput, reasonOf, UsageError } from './common';

/** Prints a file with its safe rephrasings, or writes them into it. */
export async function fix(files: readonly string[], options: Options): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError('Name one file to fix.');
  if (options.write === true && file === '-') throw new UsageError('Standard input cannot be written to.');
  let input: Awaited<ReturnType<typeof readInput>>;
  try {
    input = await readInput(file, undefined);
  } catch (error) {
    throw new Error(`${file}: ${reasonOf(error)}`);
  }
  const analyzer = createAnalyzer();
  const draft = analyzer.read(input.text, input.identity);
  const fixed = analyzer.isActive(draft) ? analyzer.fix(input.text, input.identity) : input.text;
  if (options.write !== true) {
    await print(fixed);
    return 0;
  }
  if (input.unpacked)
    throw new Error(`${file}: is an encoded message and stays as it is; without --write its text is printed.`);
  if (fixed !== input.text) await replaceFile(file, await encodeLike(file, fixed));
  return 0;
}

/** Writes beside the file and renames, so that it is either the old one or the new one, whole. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const { mode } = await stat(file);
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}`);
  const handle = await open(beside, 'wx', mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await rename(beside, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

async function encodeLike(file: string, text: string): Promise<Uint8Array> {
  const before = await readFile(file);
  if (before[0] === 0xff && before[1] === 0xfe) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (before[0] === 0xfe && before[1] === 0xff) return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const marked = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  // Bytes that are no UTF-8 would be lost in the rewriting.
  if (!Buffer.from(new TextDecoder('utf-8').decode(before)).equals(marked ? before.subarray(3) : before))
    throw new Error(`${file}: holds bytes that are not UTF-8 and stays as it is.`);
  return Buffer.from((marked ? '\ufeff' : '') + text, 'utf8');
}
