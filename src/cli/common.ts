import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { DocumentIdentity, Kind } from '../document/draft/draft';
import { MAX_LENGTH } from '../engine/index';
import { isCompoundFile, looksMimeEncoded, readMime, readOutlookMessage } from '../engine/text';
import type { Severity } from '../wording/rule';

/** The words of the command do not fit; the message says how. */
export class UsageError extends Error {}

/** Why a file or a row was not read. */
export type UnreadReason =
  | 'configuration'
  | 'cut-short'
  | 'missing'
  | 'folder'
  | 'denied'
  | 'binary'
  | 'charset'
  | 'too-long'
  | 'unreadable';

/** Something was not read; the message fits after a file name. */
export class UnreadError extends Error {
  constructor(
    readonly reason: UnreadReason,
    message: string,
  ) {
    super(message);
  }
}

export interface Input {
  readonly path: string;
  readonly text: string;
  readonly identity: DocumentIdentity;
  /** The text was unpacked from a MIME message or an Outlook file: offsets are in the unpacked text. */
  readonly unpacked: boolean;
}

/** Says that findings may be missing, where a team's rules would have taken too much work. */
export const CUT_SHORT =
  'some rules of the team were not looked for, since together they would have taken more than twice the work of the built-in ones';

/** More bytes than any text of the longest length has. */
const MAX_BYTES = 4 * MAX_LENGTH;

/**
 * @param name the name that standard input goes by
 * @throws UnreadError when the input cannot be read as text
 */
export async function readInput(path: string, kind: Kind | undefined, name?: string): Promise<Input> {
  const bytes = path === '-' ? await readStandardInput() : readFile(path);
  if (isUtf32(bytes)) throw new UnreadError('charset', 'is in UTF-32, which is not read; save it as UTF-8');
  const outlook = isCompoundFile(bytes);
  const text = outlook ? '' : decode(bytes);
  if (text === undefined || text.includes('\0')) throw new UnreadError('binary', 'is not a text file');
  if (text.length > MAX_LENGTH) throw tooLong();
  const named = path === '-' ? name : path;
  const identity: DocumentIdentity = {
    ...(named === undefined ? {} : { path: named.replaceAll('\\', '/') }),
    ...(kind === undefined ? {} : { kind }),
  };
  if (!outlook && !looksMimeEncoded(text)) return { path, text, identity, unpacked: false };
  const message = await (outlook ? readOutlookMessage(bytes) : readMime(bytes));
  if (message.problem !== undefined) throw new UnreadError('unreadable', `could not be read. ${message.problem}`);
  if (message.text.length > MAX_LENGTH) throw tooLong();
  return { path, text: message.text, identity: { ...identity, languageId: 'email' }, unpacked: true };
}

function isUtf32(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  return (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff);
}

/** Text of UTF-8 or UTF-16 bytes, without the byte-order mark; `undefined` for what is no text. */
export function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;
  return new TextDecoder('utf-8').decode(bytes);
}

/** Reads a file, or as much of a device as shows that it is too long. */
function readFile(path: string): Uint8Array {
  let handle: number | undefined;
  try {
    handle = openSync(path, 'r');
    const { size } = fstatSync(handle);
    if (size > MAX_BYTES) throw tooLong();
    if (size > 0) return readFileSync(handle);
    return readBounded(handle);
  } catch (error) {
    throw error instanceof UnreadError ? error : new UnreadError(reasonOf(error), sentenceOf(error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function readBounded(handle: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    const count = readSync(handle, chunk);
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    total += count;
    if (total > MAX_BYTES) throw tooLong();
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    total += (chunk as Buffer).length;
    if (total > MAX_BYTES) throw tooLong();
  }
  return Buffer.concat(chunks);
}

function tooLong(): UnreadError {
  return new UnreadError('too-long', `is longer than ${MAX_LENGTH.toLocaleString('en')} characters`);
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

/** A text for a terminal: nothing in it moves the cursor, changes colours or turns the direction of what follows. */
export function visible(text: string): string {
  return text.replace(CONTROLS, '\ufffd').replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A text for a terminal that stays in its line, such as the name of a file. */
export function inLine(text: string): string {
  return visible(text.replace(/[\r\n\t]+/g, ' '));
}

export function complain(message: string): void {
  process.stderr.write(`common-ground: ${inLine(message)}\n`);
}

function reasonOf(error: unknown): UnreadReason {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'missing';
  if (code === 'EISDIR') return 'folder';
  return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'unreadable';
}

/** What an error says, in a form that fits after a file name. */
export function sentenceOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'is not there';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'ENOTDIR') return 'is not a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'ELOOP') return 'is a link that leads back to itself';
  if (code === 'ENAMETOOLONG') return 'has a name that is too long';
  return message;
}
