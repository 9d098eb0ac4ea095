/** A link that runs a command of this extension; it can stand in Markdown and in an attribute of HTML. */
export function commandLink(name: string, values: readonly unknown[]): string {
  // Round brackets would end a link in Markdown.
  const encoded = encodeURIComponent(JSON.stringify(values)).replace(
    /[()'*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
  return `command:commonGround.${name}?${encoded}`;
}
