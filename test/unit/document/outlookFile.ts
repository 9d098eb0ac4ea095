import CFB from 'cfb';

/** What a test puts into a `.msg` file. Values by the four hexadecimal digits of their property. */
export interface OutlookParts {
  readonly texts?: Readonly<Record<string, string>>;
  /** Texts in a code page, as bytes. */
  readonly narrow?: Readonly<Record<string, Uint8Array>>;
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  readonly numbers?: Readonly<Record<string, number>>;
  /** When it was sent, as `Date.parse` reads it. */
  readonly sent?: string;
  readonly recipients?: readonly OutlookParts[];
  readonly attachments?: readonly OutlookParts[];
  /** The message that an attachment holds. */
  readonly inner?: OutlookParts;
}

/** A `.msg` file, written by a library that the product does not read with. */
export function outlookFile(parts: OutlookParts): Uint8Array {
  const file = CFB.utils.cfb_new();
  add(file, '', parts, 32);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as unknown as ArrayLike<number>);
}

function add(file: CFB.CFB$Container, folder: string, parts: OutlookParts, head: number): void {
  const put = (name: string, content: Uint8Array) => CFB.utils.cfb_add(file, `/${folder}${name}`, Buffer.from(content));
  put('__properties_version1.0', properties(parts, head));
  for (const [id, text] of Object.entries(parts.texts ?? {}))
    put(`__substg1.0_${id}001F`, Buffer.from(text, 'utf16le'));
  for (const [id, text] of Object.entries(parts.narrow ?? {})) put(`__substg1.0_${id}001E`, text);
  for (const [id, content] of Object.entries(parts.bytes ?? {})) put(`__substg1.0_${id}0102`, content);
  for (const [at, recipient] of (parts.recipients ?? []).entries())
    add(file, `${folder}__recip_version1.0_#0000000${at}/`, recipient, 8);
  for (const [at, attachment] of (parts.attachments ?? []).entries())
    add(file, `${folder}__attach_version1.0_#0000000${at}/`, attachment, 8);
  if (parts.inner !== undefined) add(file, `${folder}__substg1.0_3701000D/`, parts.inner, 24);
}

function properties({ numbers = {}, sent }: OutlookParts, head: number): Uint8Array {
  const rows = Object.entries(numbers).map(([id, value]) => row(Number.parseInt(id, 16), 0x0003, BigInt(value)));
  if (sent !== undefined) rows.push(row(0x0039, 0x0040, (BigInt(Date.parse(sent)) + 11_644_473_600_000n) * 10_000n));
  return Buffer.concat([Buffer.alloc(head), ...rows]);
}

function row(id: number, type: number, value: bigint): Uint8Array {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(id * 0x10000 + type, 0);
  bytes.writeBigInt64LE(value, 8);
  return bytes;
}
