import { classifyKind } from '../kind/kindClassifier';
import { decideKind } from '../kind/kindDecision';
import { kindEvidenceOf } from '../kind/kindEvidence';
import { HEAD_SEGMENTS, kindFeatureVector, TAIL_SEGMENTS } from '../kind/kindFeatureVector';
import type { Block, Directive, DocumentIdentity, Draft, Format, Region, RegionType } from './draft';
import { isFormalNotice } from './formalNotice';
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
  let formal = 0;
  for (const segment of segments) {
    for (const block of segment.blocks) blocks.push(block);
    for (const region of segment.regions)
      addRegion(regions, region, blocks.length > 0 ? blocks[blocks.length - 1]!.start : -1);
    for (const directive of segment.directives) directives.push(directive);
    formal |= segment.formal;
  }
  const kind = decideKind({
    identity,
    format,
    marked: segments[0]?.marked,
    textVerdict: () => classifyKind(kindVector(text, segments, regions[0])),
  });
  return { text, format, kind, blocks, regions, directives, formalNotice: isFormalNotice(formal) };
}

/** The features that tell the kind of a document; it is known by how it begins and ends. */
export function kindVector(text: string, segments: readonly Segment[], firstRegion: Region | undefined): number[] {
  const looked =
    segments.length <= HEAD_SEGMENTS + TAIL_SEGMENTS
      ? segments
      : [...segments.slice(0, HEAD_SEGMENTS), ...segments.slice(-TAIL_SEGMENTS)];
  return kindFeatureVector(
    looked.map((segment) => kindEvidenceOf(segment, text)),
    firstRegion,
  );
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
