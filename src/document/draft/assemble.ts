import type { Block, Directive, DocumentIdentity, Draft, Format, Region, RegionType } from './draft';
import { isFormalNotice } from './formalNotice';
import { judgeKind } from './kind';
import type { Segment } from './segment';

/** Puts the segments of a document together. */
export function assemble(
  text: string,
  identity: DocumentIdentity,
  format: Format,
  segments: readonly Segment[],
): Draft {
  const blocks: Block[] = [];
  const regions: Region[] = [];
  const directives: Directive[] = [];
  let signs = 0;
  let formal = 0;
  for (const segment of segments) {
    for (const block of segment.blocks) blocks.push(block);
    for (const region of segment.regions)
      addRegion(regions, region, blocks.length > 0 ? blocks[blocks.length - 1]!.start : -1);
    for (const directive of segment.directives) directives.push(directive);
    signs |= segment.signs;
    formal |= segment.formal;
  }
  const firstType = blocks.find((block) => block.type !== 'subject')?.type;
  const kind = judgeKind({ identity, format, marked: segments[0]?.marked, signs, firstType });
  return { text, format, kind, blocks, regions, directives, formalNotice: isFormalNotice(formal) };
}

const JOINED: ReadonlySet<RegionType> = new Set(['quoted', 'forwarded', 'signature', 'header']);

/** Adds a region, joined to the last one if both are of one kind and none of the writer's words stand between. */
function addRegion(regions: Region[], region: Region, lastBlock: number): void {
  const last = regions.at(-1);
  if (
    last !== undefined &&
    last.type === region.type &&
    JOINED.has(region.type) &&
    (lastBlock < last.start || lastBlock > region.start)
  ) {
    regions[regions.length - 1] = { type: last.type, start: last.start, end: Math.max(last.end, region.end) };
  } else regions.push(region);
}
