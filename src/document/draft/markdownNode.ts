import type { BlockType, RegionType } from './draft';

/** One leaf of a Markdown segment: words (with their inline masks) or a stretch that holds none. */
export type MarkdownNode =
  | { readonly words: BlockType; readonly nested: boolean; readonly start: number; readonly end: number }
  | { readonly region: RegionType; readonly start: number; readonly end: number };
