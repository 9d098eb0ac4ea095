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

/** What a content file holds, as Node.js reads it; it has only ASCII. */
interface Bytes {
  readonly length: number;
  indexOf(byte: number, from: number): number;
  toString(encoding: 'latin1', from: number, to: number): string;
}

/** Gives a line of a content file by its place. */
export type Lines = (place: number) => string;

/** The lines of a file each become a string when somebody asks for it: of two megabytes of rules a mail needs few. */
export function linesOfBytes(bytes: Bytes): Lines {
  const starts = [0];
  for (let at = bytes.indexOf(LF, 0); at >= 0; at = bytes.indexOf(LF, at + 1)) starts.push(at + 1);
  starts.push(bytes.length + 1);
  return (place) => bytes.toString('latin1', starts[place]!, starts[place + 1]! - 1);
}

export function linesOfText(text: string): Lines {
  const lines = text.split('\n');
  return (place) => lines[place]!;
}

const LF = 10;
