import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

/**
 * What is in a zip file (a `.vsix` is one).
 * @param {string} file
 * @returns {Promise<{ name: string, size: number, read: () => Buffer }[]>} files only; `size` in bytes, unpacked
 * @throws {Error} if it is no zip file
 */
export async function zipEntries(file) {
  const bytes = await readFile(file);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error(`${file} is no zip file`);
  const entries = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, size] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
    ];
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const read = () => {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const data = bytes.subarray(start, start + packed);
      return method === 0 ? data : inflateRawSync(data);
    };
    if (!name.endsWith('/')) entries.push({ name, size, read });
    at += 46 + nameLength + extraLength + noteLength;
  }
  return entries;
}

/** Unpacks what lies below `inside` into a folder. */
export async function unzip(file, folder, inside = '') {
  for (const { name, read } of await zipEntries(file)) {
    if (!name.startsWith(inside)) continue;
    const target = path.resolve(folder, name.slice(inside.length));
    if (!target.startsWith(path.resolve(folder) + path.sep))
      throw new Error(`${file} reaches out of its folder: ${name}`);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, read());
  }
}
