import { composeMessage, DEEPEST_ATTACHED, MOST_ATTACHED, type ReadableMessage } from './composeMessage';
import { readCompoundFile, type StoredFolder } from './compoundFile';
import { htmlToText } from './htmlText';
import { readMime } from './mime';

/** Turns a message that Outlook has saved (`.msg`) into readable text. Never rejects: what cannot be read is named. */
export async function readOutlookMessage(bytes: Uint8Array, nesting = 0): Promise<ReadableMessage> {
  try {
    return await readFolder(readCompoundFile(bytes), TOP, nesting);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: '', problem: `The message could not be unpacked (${reason}).` };
  }
}

/** How many bytes stand before the first property: of a message by itself, of one inside another, of a recipient or attachment. */
const TOP = 32;
const INNER = 24;
const PART = 8;

async function readFolder(folder: StoredFolder, head: number, nesting: number): Promise<ReadableMessage> {
  const message = propertiesOf(folder, head);
  const html = message.text('1013') ?? message.html();
  const plain = message.text('1000');
  const body = plain?.trim() ? plain : html === undefined ? '' : htmlToText(html);
  const attached = await readAttached(folder, nesting);
  const headers = message.text('007D') ?? '';
  const subject = message.text('0037');
  const fields = {
    From: senderOf(message),
    To: recipientsOf(folder, 1) ?? message.text('0E04'),
    Cc: recipientsOf(folder, 2) ?? message.text('0E03'),
    Date: /^date:[ \t]*(\S[^\r\n]{0,99})/im.exec(headers)?.[1] ?? message.time(),
    Subject: subject,
  };
  const text = composeMessage(fields, body, attached);
  if (fields.From === undefined && subject === undefined && body.trim() === '')
    return { text: '', problem: 'This Outlook file holds no message.' };
  if (body.trim() !== '' || attached.length > 0) return { text };
  const rich = folder.streams.has('__substg1.0_10090102');
  const problem = rich
    ? 'The message has its text in Outlook’s rich text only. Save it as .eml or as plain text to have it read.'
    : 'The message has no text.';
  return { text, problem };
}

function senderOf(message: Properties): string | undefined {
  const name = message.text('0C1A') ?? message.text('0042');
  const address = ['5D01', '5D02', '0C1F', '0065'].map(message.text).find((text) => text?.includes('@'));
  return person(name, address);
}

function recipientsOf(folder: StoredFolder, type: number): string | undefined {
  const people: string[] = [];
  for (const [name, inner] of folder.folders) {
    if (!name.startsWith('__recip_version1.0_')) continue;
    const recipient = propertiesOf(inner, PART);
    const address = ['39FE', '3003'].map(recipient.text).find((text) => text?.includes('@'));
    const written = person(recipient.text('3001'), address);
    if ((recipient.number('0C15') ?? 1) === type && written !== undefined) people.push(written);
  }
  return people.length === 0 ? undefined : people.join(', ');
}

function person(name: string | undefined, address: string | undefined): string | undefined {
  const shown = name?.trim().replace(/^'([^']*)'$/, '$1') ?? '';
  if (address === undefined) return shown === '' ? undefined : shown;
  return shown === '' || shown === address ? address : `${shown} <${address}>`;
}

/** Messages attached to it: those that Outlook keeps unpacked, and `.eml` and `.msg` files. */
async function readAttached(folder: StoredFolder, nesting: number): Promise<string[]> {
  if (nesting >= DEEPEST_ATTACHED) return [];
  const found: string[] = [];
  for (const [name, attachment] of folder.folders) {
    if (!name.startsWith('__attach_version1.0_') || found.length >= MOST_ATTACHED) continue;
    const inner = attachment.folders.get('__substg1.0_3701000D');
    const read =
      inner === undefined ? await readFile(attachment, nesting) : await readFolder(inner, INNER, nesting + 1);
    if (read !== undefined && read.problem === undefined) found.push(read.text);
  }
  return found;
}

async function readFile(attachment: StoredFolder, nesting: number): Promise<ReadableMessage | undefined> {
  const properties = propertiesOf(attachment, PART);
  const name = (properties.text('3707') ?? properties.text('3704') ?? '').toLowerCase();
  const content = attachment.streams.get('__substg1.0_37010102');
  if (content === undefined) return undefined;
  if (name.endsWith('.eml')) return readMime(content(), nesting + 1);
  if (name.endsWith('.msg')) return readOutlookMessage(content(), nesting + 1);
  return undefined;
}

/** Properties of a message, recipient or attachment by the four hexadecimal digits of their name. */
interface Properties {
  readonly text: (id: string) => string | undefined;
  readonly number: (id: string) => number | undefined;
  readonly html: () => string | undefined;
  /** When it was sent, else when it came, in UTC. */
  readonly time: () => string | undefined;
}

function propertiesOf({ streams }: StoredFolder, head: number): Properties {
  const fixed = streams.get('__properties_version1.0')?.() ?? new Uint8Array();
  const view = new DataView(fixed.buffer, fixed.byteOffset, fixed.byteLength);
  /** Where the value of a property stands whose type fits into eight bytes. */
  const placeOf = (id: string, type: number) => {
    const tag = Number.parseInt(id, 16) * 0x10000 + type;
    for (let at = head; at + 16 <= fixed.length; at += 16) if (view.getUint32(at, true) === tag) return at + 8;
    return undefined;
  };
  const number = (id: string) => {
    const at = placeOf(id, LONG);
    return at === undefined ? undefined : view.getInt32(at, true);
  };
  const stored = (name: string) => streams.get(`__substg1.0_${name}`)?.();
  return {
    number,
    text(id) {
      const wide = stored(`${id}001F`);
      if (wide !== undefined) return withoutEnd(new TextDecoder('utf-16le').decode(wide));
      const narrow = stored(`${id}001E`);
      return narrow === undefined ? undefined : withoutEnd(decoderOf(number('3FFD') ?? number('3FDE')).decode(narrow));
    },
    html() {
      const bytes = stored('10130102');
      return bytes === undefined ? undefined : decoderOf(number('3FDE')).decode(bytes);
    },
    time() {
      const at = placeOf('0039', TIME) ?? placeOf('0E06', TIME);
      if (at === undefined) return undefined;
      const since1601 = view.getBigUint64(at, true) / 10_000n;
      const time = new Date(Number(since1601) - SINCE_1601);
      return Number.isNaN(time.getTime()) ? undefined : time.toUTCString().replace('GMT', '+0000');
    },
  };
}

const LONG = 0x0003;
const TIME = 0x0040;
/** Milliseconds from 1601, where Outlook counts from, to 1970. */
const SINCE_1601 = 11_644_473_600_000;

function withoutEnd(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

/** Code pages that decoders know by other names than `windows-…`. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  20127: 'windows-1252',
  20866: 'koi8-r',
  28591: 'iso-8859-1',
  28592: 'iso-8859-2',
  28605: 'iso-8859-15',
  50220: 'iso-2022-jp',
  54936: 'gb18030',
  65001: 'utf-8',
};

function decoderOf(page = 1252): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(CODE_PAGES[page] ?? `windows-${page}`);
  } catch {
    return new TextDecoder('windows-1252');
  }
}
