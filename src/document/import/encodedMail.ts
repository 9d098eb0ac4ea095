/** Whether a message's text is hidden in an encoding or in parts, so that it must be unpacked before it is read. */
export function looksMimeEncoded(text: string): boolean {
  const start = /^\s*/.exec(text.slice(0, 1000))![0].length;
  const head = text.slice(start, start + HEAD);
  if (!/^(?:From |[A-Za-z][A-Za-z0-9-]*:)/.test(head)) return false;
  const blank = /\r?\n[ \t]*\r?\n/.exec(head);
  const headers = blank === null ? head : head.slice(0, blank.index);
  if (!/^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type)[ \t]*:/im.test(headers))
    return false;
  return ENCODED.test(headers);
}

const HEAD = 64_000;
const ENCODED =
  /^content-transfer-encoding[ \t]*:[ \t]*(?:quoted-printable|base64)|^content-type[ \t]*:\s*(?:multipart\/|text\/html)|=\?[\w-]+\?[bq]\?/im;
