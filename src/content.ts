/** Gives the text of a content file by its name below `dist/content`. */
export type ContentReader = (name: string) => string;

let reader: ContentReader | undefined;

/** The entry of a host says where content comes from before it loads anything that has content. */
export function provideContent(read: ContentReader): void {
  reader = read;
}

/** The build has every content file of the extension come through here. */
export function readContent(name: string): string {
  if (reader === undefined) throw new Error(`Nobody has said where to read ${name}.`);
  return reader(name);
}
