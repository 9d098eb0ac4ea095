import type { Block, Draft } from '../document/draft/draft';
import type { BlockReading } from './weighedFindings';

/** What was read in the blocks of a draft, for its next version: most blocks are the same there. */
export interface BlockReadings {
  readonly blocks: readonly Block[];
  readonly readings: readonly BlockReading[];
  readonly byKey: Map<string, BlockReading>;
}

/** A block before an edit, and what was read in it. */
export interface EarlierReading {
  readonly block: Block;
  readonly reading: BlockReading;
}

/**
 * The readings of all blocks in their order. What is known of an earlier version is taken from there, the blocks before and after the edit
 * by their place and others by their text; the rest is searched for, with a pause after each.
 */
export function* readBlocks(
  { blocks }: Draft,
  known: BlockReadings | undefined,
  search: (block: Block, earlier: EarlierReading | undefined) => BlockReading,
): Generator<undefined, BlockReadings> {
  const readings: BlockReading[] = new Array(blocks.length);
  const byKey = known?.byKey ?? new Map<string, BlockReading>();
  const shift = known === undefined ? 0 : known.blocks.length - blocks.length;
  let from = 0;
  let to = blocks.length;
  if (known !== undefined) {
    for (; from < to && from < known.blocks.length && isSame(blocks[from]!, known.blocks[from]!); from++)
      readings[from] = known.readings[from]!;
    for (; to > from && to + shift > from && isSame(blocks[to - 1]!, known.blocks[to + shift - 1]!); to--)
      readings[to - 1] = known.readings[to + shift - 1]!;
  }
  for (let at = from; at < to; at++) {
    const key = keyOf(blocks[at]!);
    let reading = byKey.get(key);
    if (reading === undefined) {
      // What stood at the place of the edit is what was edited.
      const isEdited = known !== undefined && at < to + shift;
      const earlier = isEdited ? { block: known.blocks[at]!, reading: known.readings[at]! } : undefined;
      reading = search(blocks[at]!, earlier);
      byKey.set(key, reading);
      readings[at] = reading;
      yield;
    } else readings[at] = reading;
  }
  return { blocks, readings, byKey: byKey.size > MANY + 2 * blocks.length ? keyed(blocks, readings) : byKey };
}

/** Readings that no block has any more are dropped when they are more than these and than the blocks. */
const MANY = 100;

function keyed(blocks: readonly Block[], readings: readonly BlockReading[]): Map<string, BlockReading> {
  return new Map(blocks.map((block, at) => [keyOf(block), readings[at]!]));
}

/** Blocks that an edit did not touch are the same, or moved with the same content. */
function isSame(block: Block, other: Block): boolean {
  return block === other || (block.type === other.type && block.masks === other.masks && block.text === other.text);
}

/** Two blocks with the same key have the same findings. */
function keyOf(block: Block): string {
  return block.masks.length === 0 && block.type === 'paragraph'
    ? block.text
    : `${block.type}\u0000${block.masks.map(({ start, end }) => `${start}-${end}`).join()}\u0000${block.text}`;
}
