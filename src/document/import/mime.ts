import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { composeMessage, DEEPEST_ATTACHED, MOST_ATTACHED, type ReadableMessage } from './composeMessage';
import { htmlToText } from './htmlText';

/**
 * Turns a raw message (MIME parts, quoted-printable, base64, HTML only) into readable text. Never rejects: a message
 * that cannot be unpacked comes back as it was, with the problem named. Attached mails stand below, as forwarded ones;
 * `nesting` counts how deep this one lies.
 */
export async function readMime(raw: Uint8Array | string, nesting = 0): Promise<ReadableMessage> {
  if (hasTooManyParts(raw)) return { text: decoded(raw), problem: 'The message has too many parts.' };
  try {
    const mail = await PostalMime.parse(typeof raw === 'string' ? asUtf8(raw) : raw, {
      maxNestingDepth: 40,
      maxHeadersSize: 200_000,
    });
    const html = mail.html?.trim() ? htmlToText(mail.html) : '';
    const body = mail.text?.trim() ? mail.text : html;
    const fields = {
      From: mail.from === undefined ? undefined : written([mail.from]),
      To: written(mail.to),
      Cc: written(mail.cc),
      Date: mail.headers.find((header) => header.key === 'date')?.value ?? mail.date,
      Subject: mail.subject,
    };
    const attached = await readAttached(mail.attachments, nesting);
    const text = withWindowsMarks(composeMessage(fields, body, attached));
    if (Object.values(fields).every((value) => !value?.trim()))
      return { text: decoded(raw), problem: 'This does not look like an e-mail message: it has no headers.' };
    if (body.trim() === '' && attached.length === 0)
      return { text, problem: 'The message has no text part that can be read.' };
    return { text };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { text: decoded(raw), problem: `The message could not be unpacked (${reason}).` };
  }
}

/** The mails attached to a mail, below it as forwarded ones. */
async function readAttached(attachments: readonly Attachment[], nesting: number): Promise<string[]> {
  if (nesting >= DEEPEST_ATTACHED) return [];
  const found: string[] = [];
  for (const { mimeType, content } of attachments.slice(0, MOST_ATTACHED)) {
    if (mimeType !== 'message/rfc822') continue;
    const bytes = typeof content === 'string' ? content : new Uint8Array(content);
    const { text, problem } = await readMime(bytes, nesting + 1);
    if (problem === undefined) found.push(text);
  }
  return found;
}

/** A text that is already decoded is UTF-8 for whoever reads it again, whatever character set its header names. */
function asUtf8(raw: string): string {
  const end = /\r?\n\r?\n/.exec(raw)?.index ?? raw.length;
  const head = raw.slice(0, end);
  if (/^content-transfer-encoding[ \t]*:[ \t]*(?:base64|quoted-printable)/im.test(head) || !/[^\0-\x7f]/.test(raw))
    return raw;
  return head.replace(/(;\s*charset[ \t]*=[ \t]*)"?[\w-]+"?/i, '$1utf-8') + raw.slice(end);
}

/** Some engines read Windows-1252 as Latin-1, which has control characters where the other has quotation marks and dashes. */
function withWindowsMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_MARKS[control.charCodeAt(0) - 0x80] as string);
}

const WINDOWS_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** No program writes so many parts; unpacking them costs more than the message is worth. */
const MOST_PARTS = 2000;

function hasTooManyParts(raw: Uint8Array | string): boolean {
  if (raw.length < 20 * MOST_PARTS) return false;
  const text = typeof raw === 'string' ? raw : new TextDecoder('latin1').decode(raw);
  let parts = 0;
  for (let at = text.indexOf('\n--'); at >= 0; at = text.indexOf('\n--', at + 3)) if (++parts > MOST_PARTS) return true;
  return false;
}

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
