import { readFileSync } from 'node:fs';
import { createAnalyzers } from './analyzers';
import { complain, decode, type Input, print, readInput, sentenceOf, UsageError } from './common';
import { expandFiles } from './expandFiles';
import { faultText } from './findConfiguration';
import type { Options } from './options';
import { replaceFile } from './replaceFile';

/** Prints files with their safe rephrasings, or writes these into them. */
export async function fix(words: readonly string[], options: Options): Promise<number> {
  let status = 0;
  const analyzers = createAnalyzers(options, (fault) => {
    complain(faultText(fault));
    status = 2;
  });
  const { files, missing } = await expandFiles(words);
  if (options.write === true && files.some(({ path }) => path === '-'))
    throw new UsageError('Standard input cannot be written to.');
  const unread = (path: string, reason: string) => {
    complain(`${path}: ${reason}`);
    status = 2;
  };
  for (const pattern of missing) unread(pattern, 'no file matches');
  for (const { path, named } of files) {
    if (!named && analyzers.isIgnored(path)) continue;
    try {
      const input = await readInput(path, undefined, options['stdin-filename']);
      const analyzer = analyzers.analyzerOf(path);
      const draft = analyzer.read(input.text, input.identity);
      const active = named ? draft.kind.marked !== 'off' : analyzer.isActive(draft);
      const fixed = active ? analyzer.fix(input.text, input.identity) : input.text;
      if (options.write !== true) await print(fixed);
      else if (fixed !== input.text) await write(path, input, fixed);
    } catch (error) {
      unread(path, sentenceOf(error));
    }
  }
  for (const message of analyzers.unknownRules()) {
    complain(message);
    status = 2;
  }
  return status;
}

async function write(file: string, input: Input, fixed: string): Promise<void> {
  if (input.unpacked) throw new Error('is an encoded message and stays as it is; without --write its text is printed');
  const before = readFileSync(file);
  const encode = encoderOf(before);
  // Bytes that do not decode exactly would be lost in the rewriting, and so would what another program has written since.
  if (!encode(input.text).equals(before)) {
    const now = decode(before);
    const decodes = now !== undefined && encode(now).equals(before);
    throw new Error(
      decodes
        ? 'has changed since it was read and stays as it is'
        : 'holds bytes that are no text in its encoding and stays as it is',
    );
  }
  await replaceFile(file, encode(fixed), before);
}

function encoderOf(bytes: Uint8Array): (text: string) => Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return (text) => Buffer.from((marked ? '\ufeff' : '') + text, 'utf8');
}
