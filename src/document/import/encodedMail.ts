/** Whether a message's text is hidden in an encoding or in parts, so that it must be unpacked before it is read. */
export function looksMimeEncoded(text: string): boolean {
  const start = /^\s*/.exec(text.slice(0, 1000))![0].length;
  const head = text.slice(start, start + HEAD);
  if (!/^(?:From |[A-Za-z][A-Za-z0-9-]*:)/.test(head)) return false;
  const blank = /\r?\n[ \t]*\r?\n/.exec(head);
  const headers = blank === null ? head : head.slice(0, blank.index);
  if (!/^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type)[ \t]*:/im.test(headers))
    return false;
  return ENCODED.test(headers) || isForeignCharset(headers);
}

const HEAD = 64_000;
const ENCODED =
  /^content-transfer-encoding[ \t]*:[ \t]*(?:quoted-printable|base64)|^content-type[ \t]*:\s*(?:multipart\/|text\/html)|=\?[\w-]+\?[bq]\?/im;

/** A character set that the bytes have to be read by, and not as UTF-8. */
function isForeignCharset(headers: string): boolean {
  const name = /^content-type[ \t]*:[^\n]*(?:\n[ \t][^\n]*)?;\s*charset[ \t]*=[ \t]*"?([\w-]+)/im.exec(headers)?.[1];
  return name !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/i.test(name);
}
