import { readFileSync } from 'node:fs';
import type { DocumentIdentity, Kind } from '../document/draft/draft';
import { looksMimeEncoded, readMime } from '../engine/text';
import type { Severity } from '../wording/rule';

/** The words of the command do not fit; the message says how. */
export class UsageError extends Error {}

/** The options of every command, as they come from the command line. */
export interface Options {
  readonly format?: string;
  readonly kind?: string;
  readonly 'min-severity'?: string;
  readonly 'fail-on'?: string;
  readonly 'jsonl-input'?: boolean;
  readonly answers?: string;
  readonly me?: string;
  readonly write?: boolean;
}

export interface Input {
  readonly path: string;
  readonly text: string;
  readonly identity: DocumentIdentity;
  /** The text was unpacked from a MIME message: offsets are in the unpacked text. */
  readonly unpacked: boolean;
}

/**
 * @throws Error with a message for the user when the input cannot be read as text
 */
export async function readInput(path: string, kind: Kind | undefined): Promise<Input> {
  const bytes = path === '-' ? await readStandardInput() : readFileSync(path);
  const text = decode(bytes);
  if (text === undefined) throw new Error('is not a text file');
  const identity: DocumentIdentity = {
    ...(path === '-' ? {} : { path: path.replaceAll('\\', '/') }),
    ...(kind === undefined ? {} : { kind }),
  };
  if (!looksMimeEncoded(text)) return { path, text, identity, unpacked: false };
  const message = await readMime(bytes);
  return { path, text: message.text, identity: { ...identity, languageId: 'email' }, unpacked: true };
}

/** Text of UTF-8 or UTF-16 bytes, without the byte-order mark; `undefined` for what is no text. */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 8000).includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes);
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function choose<Choice extends string>(
  name: string,
  value: string | undefined,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  if (value === undefined) return otherwise;
  if ((choices as readonly string[]).includes(value)) return value as Choice;
  throw new UsageError(`--${name} is ${choices.join(', ')}; “${value}” is none of them.`);
}

export const severities = ['hint', 'information', 'warning'] as const satisfies readonly Severity[];

export function atLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(least);
}

/** Writes and waits while the reader of the pipe is behind, so that memory stays bounded. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

export function complain(message: string): void {
  process.stderr.write(`common-ground: ${message}\n`);
}

/** What an error says, in a form that fits after a file name. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'is not there';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return message;
}
