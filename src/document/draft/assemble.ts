import type { Block, Directive, DocumentIdentity, Draft, Format, Region, RegionType } from './draft';
import { isFormalNotice } from './formalNotice';
import { judgeKind } from './kind';
import type { Unit } from './segment';

/** Puts the passages of a document together. */
export function assemble(text: string, identity: DocumentIdentity, format: Format, units: readonly Unit[]): Draft {
  const blocks: Block[] = [];
  const regions: Region[] = [];
  const directives: Directive[] = [];
  let signs = 0;
  let formal = 0;
  for (const unit of units) {
    for (const block of unit.blocks) blocks.push(block);
    for (const region of unit.regions)
      addRegion(regions, region, blocks.length > 0 ? blocks[blocks.length - 1]!.start : -1);
    for (const directive of unit.directives) directives.push(directive);
    signs |= unit.signs;
    formal |= unit.formal;
  }
  const firstType = blocks.find((block) => block.type !== 'subject')?.type;
  const kind = judgeKind({ identity, format, marked: units[0]?.marked, signs, firstType });
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
