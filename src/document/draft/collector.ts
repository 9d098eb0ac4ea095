import type { Block, BlockType, Directive, Mask, Region, RegionType } from './draft';
import { formalMarks } from './formalNotice';
import type { Sink } from './letterState';
import { findMasks } from './masks';
import type { Segment } from './segment';

/** Takes what is read of one segment and turns it into blocks and regions at their place in the document. */
export interface Collector extends Sink {
  directive(directive: Directive | undefined): void;
  content(): Pick<Segment, 'blocks' | 'regions' | 'directives' | 'formal'>;
}

/**
 * Collects for the segment `source` that begins at `offset`; `masks` are those that its syntax gave, relative
 * to it.
 */
export function collect(source: string, offset: number, masks: readonly Mask[]): Collector {
  const blocks: Block[] = [];
  const regions: Region[] = [];
  const directives: Directive[] = [];
  let formal = 0;
  let mask = 0;
  const own = (type: BlockType, start: number, end: number) => {
    const text = source.slice(start, end);
    const known: Mask[] = [];
    while (mask < masks.length && masks[mask]!.end <= start) mask++;
    for (let at = mask; at < masks.length && masks[at]!.start < end; at++) {
      const { start: from, end: to, ...rest } = masks[at]!;
      known.push({ ...rest, start: Math.max(from, start) - start, end: Math.min(to, end) - start });
    }
    blocks.push({ type, start: offset + start, end: offset + end, text, masks: findMasks(text, known) });
    formal |= formalMarks(text);
  };
  const region = (type: RegionType, start: number, end: number) => {
    regions.push({ type, start: offset + start, end: offset + end });
  };
  return {
    own,
    region,
    directive(directive) {
      if (directive === undefined) return;
      directives.push({ ...directive, start: offset + directive.start, end: offset + directive.end });
    },
    content: () => ({ blocks: kept(blocks), regions: kept(regions), directives: kept(directives), formal }),
  };
}

/** Most segments have no region and no directive: they share one empty list. */
function kept<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : list;
}

const NONE: readonly never[] = [];
