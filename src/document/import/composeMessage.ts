export interface ReadableMessage {
  /** Header lines and the body in plain text, as the reader of e-mail drafts expects them. */
  readonly text: string;
  /** What could not be read, in plain English; the text is then as far as it could be read. */
  readonly problem?: string;
}

/** What stands above a message; what is missing or empty is left out. */
export interface MessageFields {
  readonly From?: string | undefined;
  readonly To?: string | undefined;
  readonly Cc?: string | undefined;
  readonly Date?: string | undefined;
  readonly Subject?: string | undefined;
}

/** How deep mails attached to mails are read, and how many of one mail. */
export const DEEPEST_ATTACHED = 3;
export const MOST_ATTACHED = 20;

/** Header lines, the body and, below it, the mails attached to it as forwarded ones. */
export function composeMessage(fields: MessageFields, body: string, attached: readonly string[]): string {
  const names = ['From', 'To', 'Cc', 'Date', 'Subject'] as const;
  const headers = names.flatMap((name) => {
    const value = fields[name]?.replace(/\s+/g, ' ').trim();
    return value ? `${name}: ${value}\n` : [];
  });
  const below = attached.map((text) => `\n---------- Forwarded message ---------\n${text}`);
  return `${headers.join('')}\n${body.replace(/\r\n?/g, '\n').trimEnd()}\n${below.join('')}`;
}
