import type { BlockType, RegionType } from './draft';

/**
 * Where in a letter the reader stands. It is all that one segment (the lines between two blank ones) needs to know
 * about those before it, so that an edit is read again only as far as the state that follows it changes.
 */
export type LetterState =
  | 'start'
  /** Nothing read yet but perhaps front matter or a `Me:` line: header lines may come. */
  | 'top'
  /** The same after a `Me:` line, with what it says. */
  | `me ${string}`
  /** After the header lines, before the writer's first words. */
  | 'opening'
  | 'body'
  /** After a chat that was pasted into a letter. */
  | 'chat'
  /** In a document that is a chat from its first line on. */
  | 'conversation'
  /** After "Kind regards,": a name, a title, a number may follow. */
  | 'signed'
  /** After `-- `. */
  | 'signature'
  /** After "… wrote:"; what follows shows whether quoted lines are marked. */
  | 'quote-opened'
  /** After the header of an older or forwarded message. */
  | 'forward-opened'
  | 'quoted'
  | 'forwarded';

/** How the next segment begins. */
export type Opening = 'end' | 'quoted' | 'header' | 'history' | 'text';

/** Takes what a reader finds; offsets are relative to the segment. */
export interface Sink {
  own(type: BlockType, start: number, end: number): void;
  region(type: RegionType, start: number, end: number): void;
}
