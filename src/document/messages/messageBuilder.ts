import type { Party, RawMessage, Span } from '../draft/draft';
import type { QuotedLine } from '../lines/quotedLines';

export type Shape = RawMessage['shape'];

/** A message while its lines are gathered. */
export interface Building {
  level: number;
  shape: Shape;
  start: number;
  end: number;
  from?: Party | undefined;
  to?: readonly Party[] | undefined;
  dateText?: string | undefined;
  subject?: string | undefined;
  deliveredTo?: string | undefined;
  /** The page says that it was sent to the reader of the page. */
  reachedReader?: boolean | undefined;
  readonly body: Span[];
  /** Lines of the signature and the footers below its words. */
  below?: readonly Span[] | undefined;
}

/** The messages found so far, and which one is open at each quoting depth. */
export interface Gathering {
  readonly all: readonly Building[];
  /** Begins a message at `depth`; what was open there, and deeper unless it is to be kept, is closed. */
  open(depth: number, message: Omit<Building, 'body' | 'end'>, keepDeeper?: boolean): Building;
  /** Adds a message that stands beside the others: what is open stays open. */
  beside(message: Building): Building;
  at(depth: number): Building | undefined;
  /** Adds the words of a line from `start` on to `message`. */
  add(message: Building, line: QuotedLine, start?: number): void;
  /** Adds a blank line to the message written to last. */
  blank(line: QuotedLine): void;
  /** Closes what is open at `depth` and deeper. */
  close(depth: number): void;
}

export function gather(): Gathering {
  const all: Building[] = [];
  const open: (Building | undefined)[] = [];
  let last: Building | undefined;
  const close = (depth: number) => {
    if (open.length > depth) open.length = depth;
  };
  return {
    all,
    close,
    open(depth, message, keepDeeper = false) {
      if (!keepDeeper) close(depth);
      const building: Building = { ...message, end: message.start, body: [] };
      open[depth] = building;
      all.push(building);
      last = building;
      return building;
    },
    beside(message) {
      all.push(message);
      return message;
    },
    at: (depth) => open[depth],
    add(message, line, start = line.start) {
      last = message;
      if (start >= line.end) return;
      message.body.push({ start, end: line.end });
      message.end = line.end;
    },
    blank(line) {
      if (last !== undefined && last.body.length > 0) last.body.push({ start: line.start, end: line.start });
    },
  };
}
