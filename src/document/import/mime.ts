import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { htmlToText } from './htmlText';

export interface ReadableMessage {
  /** Header lines and the body in plain text, as the reader of e-mail drafts expects them. */
  readonly text: string;
  /** What could not be read, in plain English; the text is then as far as it could be read. */
  readonly problem?: string;
}

/**
 * Turns a raw message (MIME parts, quoted-printable, base64, HTML only) into readable text. Never rejects: a message
 * that cannot be unpacked comes back as it was, with the problem named. Attached mails stand below, as forwarded ones;
 * `nesting` counts how deep this one lies.
 */
export async function readMime(raw: Uint8Array | string, nesting = 0): Promise<ReadableMessage> {
  try {
    const mail = await PostalMime.parse(raw, { maxNestingDepth: 40, maxHeadersSize: 1_000_000 });
    const html = mail.html?.trim() ? htmlToText(mail.html) : '';
    const body = mail.text?.trim() ? mail.text.replace(/\r\n?/g, '\n') : html;
    const headers: string[] = [];
    const add = (name: string, value: string | undefined) => {
      const line = value?.replace(/\s+/g, ' ').trim();
      if (line) headers.push(`${name}: ${line}`);
    };
    add('From', mail.from === undefined ? undefined : written([mail.from]));
    add('To', written(mail.to));
    add('Cc', written(mail.cc));
    add('Date', mail.headers.find((header) => header.key === 'date')?.value ?? mail.date);
    add('Subject', mail.subject);
    const attached = await readAttached(mail.attachments, nesting);
    const text = `${headers.join('\n')}\n\n${body.trimEnd()}\n${attached}`;
    if (headers.length === 0)
      return { text: decoded(raw), problem: 'This does not look like an e-mail message: it has no headers.' };
    if (body.trim() === '' && attached === '')
      return { text, problem: 'The message has no text part that can be read.' };
    return { text };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: decoded(raw), problem: `The message could not be unpacked (${reason}).` };
  }
}

/** The mails attached to a mail, below it as forwarded ones. */
async function readAttached(attachments: readonly Attachment[], nesting: number): Promise<string> {
  if (nesting >= DEEPEST) return '';
  let text = '';
  for (const { mimeType, content } of attachments.slice(0, MOST_ATTACHED)) {
    if (mimeType !== 'message/rfc822') continue;
    const bytes = typeof content === 'string' ? content : new Uint8Array(content);
    const { text: nested, problem } = await readMime(bytes, nesting + 1);
    if (problem === undefined) text += `\n---------- Forwarded message ---------\n${nested}`;
  }
  return text;
}

const DEEPEST = 3;
const MOST_ATTACHED = 20;

function written(addresses: readonly Address[] | undefined): string | undefined {
  if (addresses === undefined || addresses.length === 0) return undefined;
  const names = addresses.map((address) => {
    if (address.group !== undefined) return `${address.name}: ${written(address.group) ?? ''};`;
    return address.name && address.address ? `${address.name} <${address.address}>` : address.address || address.name;
  });
  return names.filter((name) => name !== '').join(', ');
}

function decoded(raw: Uint8Array | string): string {
  return typeof raw === 'string' ? raw : new TextDecoder().decode(raw);
}
