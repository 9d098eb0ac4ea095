/** A folder in a compound file (the container of `.msg` files). A stream's bytes are gathered when they are asked for. */
export interface StoredFolder {
  readonly streams: ReadonlyMap<string, () => Uint8Array>;
  readonly folders: ReadonlyMap<string, StoredFolder>;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the bytes begin as a compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER && SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/**
 * Reads the folders of a compound file. Work and memory grow with the bytes alone, whatever the tables in them say:
 * chains that run in a circle or out of the file are an error.
 * @throws Error in plain English
 */
export function readCompoundFile(bytes: Uint8Array): StoredFolder {
  if (!isCompoundFile(bytes)) throw new Error('it is not an Outlook message');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new Error('its sizes make no sense');
  const sector = (index: number) => {
    const start = (index + 1) * 2 ** shift;
    if (start >= bytes.length) throw new Error('it is cut short');
    return bytes.subarray(start, start + 2 ** shift);
  };
  const table = (sectors: readonly number[]) => sectors.flatMap((index) => numbersIn(sector(index)));
  const next = table(sectorsOfTable(view, sector, bytes.length >> shift));
  const gather = (start: number, size?: number) => joined(chainFrom(start, next).map(sector), size);
  const smallNext = table(chainFrom(view.getUint32(60, true), next));
  const entries = entriesIn(gather(view.getUint32(48, true)));
  const root = entries[0];
  if (root === undefined) throw new Error('it is empty');
  const cutoff = view.getUint32(56, true);
  let small: Uint8Array | undefined;
  const contentOf = ({ start, size }: Entry): Uint8Array => {
    if (size > bytes.length) throw new Error('it is cut short');
    if (size === 0) return new Uint8Array();
    if (size >= cutoff) return gather(start, size);
    small ??= gather(root.start);
    const pieces = chainFrom(start, smallNext).map((index) =>
      small!.subarray(index << miniShift, (index + 1) << miniShift),
    );
    return joined(pieces, size);
  };
  return folderOf(root, entries, contentOf, new Set());
}

const HEADER = 512;
/** Numbers from here on mark the end of a chain or a sector without one. */
const LAST = 0xfffffff0;

function numbersIn(sector: Uint8Array): number[] {
  const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
  return Array.from({ length: sector.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

/** The sectors that hold the table of chains: 109 stand in the header, more in a chain of their own. */
function sectorsOfTable(view: DataView, sector: (index: number) => Uint8Array, most: number): number[] {
  const found = Array.from({ length: 109 }, (_, at) => view.getUint32(76 + at * 4, true));
  let more = view.getUint32(68, true);
  for (let step = 0; more < LAST && step < most; step++) {
    const numbers = numbersIn(sector(more));
    more = numbers.pop() ?? LAST;
    found.push(...numbers);
  }
  return [...new Set(found.filter((index) => index < LAST))];
}

function chainFrom(start: number, next: readonly number[]): number[] {
  const chain: number[] = [];
  for (let at = start; at < LAST; at = next[at]!) {
    if (at >= next.length) throw new Error('it is cut short');
    if (chain.length >= next.length) throw new Error('its parts run in a circle');
    chain.push(at);
  }
  return chain;
}

function joined(pieces: readonly Uint8Array[], size?: number): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (size !== undefined && size > length) throw new Error('it is cut short');
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return size === undefined ? all : all.subarray(0, size);
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const ENTRY = 128;

function entriesIn(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const decoder = new TextDecoder('utf-16le');
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, index) => {
    const at = index * ENTRY;
    const length = Math.min(64, view.getUint16(at + 64, true));
    const type = view.getUint8(at + 66);
    return {
      name: decoder.decode(directory.subarray(at, at + Math.max(0, length - 2))),
      isFolder: type === 1 || type === 5,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** @param seen entries taken already: none belongs to two folders */
function folderOf(
  folder: Entry,
  entries: readonly Entry[],
  contentOf: (entry: Entry) => Uint8Array,
  seen: Set<number>,
  depth = 0,
): StoredFolder {
  const streams = new Map<string, () => Uint8Array>();
  const folders = new Map<string, StoredFolder>();
  const open = depth < DEEPEST ? [folder.child] : [];
  while (open.length > 0) {
    const index = open.pop()!;
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    open.push(entry.right, entry.left);
    if (entry.isFolder) folders.set(entry.name, folderOf(entry, entries, contentOf, seen, depth + 1));
    else streams.set(entry.name, () => contentOf(entry));
  }
  return { streams, folders };
}

const DEEPEST = 40;
