import type { RawMessage } from '../document/draft/draft';

export interface Place {
  /** Index in the list given. */
  readonly at: number;
  /** The date where it agrees with what quotes what. */
  readonly date?: number;
}

/**
 * Oldest first. Dates decide where they are sane; a message that is quoted by another is older than it, whatever
 * its clock said; messages without a date stay beside their neighbours; the writer's unsent draft is last.
 */
export function inTimeOrder(messages: readonly RawMessage[]): Place[] {
  const dates = saneDates(messages);
  const document = messages.map((_, at) => at).filter((at) => !isDraft(messages[at]!));
  const drafts = messages.map((_, at) => at).filter((at) => isDraft(messages[at]!));
  const times = instants(messages, dates);
  const ordered = newestFirst(document, messages, times) ? document.reverse() : document;
  const placed = byDate(ordered, times);
  return [...placed, ...drafts].map((at) => ({ at, ...(dates[at] === undefined ? {} : { date: dates[at] }) }));
}

/** The moments in time, where every clock says how it was set; else the clocks as they are. */
function instants(
  messages: readonly RawMessage[],
  dates: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  if (messages.some(({ zone }, at) => dates[at] !== undefined && zone === undefined)) return dates;
  return dates.map((date, at) => (date === undefined ? undefined : date - (messages[at]!.zone ?? 0) * 60_000));
}

const EARLIEST = Date.UTC(1985, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Clocks and time zones differ by so much without any fault. */
const SLACK = 36 * 3_600_000;

function saneDates(messages: readonly RawMessage[]): (number | undefined)[] {
  const dates = messages.map(({ date }) =>
    date === undefined || Number.isNaN(date) || date < EARLIEST || date > LATEST ? undefined : date,
  );
  // A quoted message later than the one that quotes it had a wrong clock.
  let outer: number[] = [];
  messages.forEach((message, at) => {
    outer = outer.filter((other) => messages[other]!.level < message.level);
    const quoter = outer.at(-1);
    if (quoter !== undefined && isInside(message, messages[quoter]!)) {
      const limit = dates[quoter];
      if (dates[at] !== undefined && limit !== undefined && dates[at] > limit + SLACK) dates[at] = undefined;
    }
    outer.push(at);
  });
  return dates;
}

function isInside(message: RawMessage, quoter: RawMessage): boolean {
  return (
    message.start >= quoter.start &&
    message.level > quoter.level &&
    message.shape !== 'chat' &&
    message.shape !== 'comment'
  );
}

function isDraft({ shape, date }: RawMessage): boolean {
  return shape === 'own' && date === undefined;
}

function newestFirst(
  order: readonly number[],
  messages: readonly RawMessage[],
  dates: readonly (number | undefined)[],
): boolean {
  let votes = 0;
  let last: number | undefined;
  for (const at of order) {
    const date = dates[at];
    if (date !== undefined && last !== undefined && date !== last) votes += date < last ? 2 : -2;
    last = date ?? last;
  }
  if (votes !== 0) return votes > 0;
  for (let index = 1; index < order.length; index++) {
    const [one, other] = [messages[order[index - 1]!]!, messages[order[index]!]!];
    if (isWritten(one) && isWritten(other)) votes += Math.sign(other.level - one.level);
  }
  const quoting = order.filter((at) => messages[at]!.shape === 'quoted' || messages[at]!.shape === 'forwarded').length;
  return votes > 0 || (votes === 0 && quoting > 0 && quoting >= order.length - 1 && order.length > 1);
}

/** Comments beside a text and lines of a chat quote nothing, however deep they stand. */
function isWritten({ shape }: RawMessage): boolean {
  return shape !== 'comment' && shape !== 'chat' && shape !== 'note';
}

/** A stable sort by date in which undated messages follow the dated neighbour before them. */
function byDate(order: readonly number[], dates: readonly (number | undefined)[]): number[] {
  const first = order.find((at) => dates[at] !== undefined);
  if (first === undefined) return [...order];
  let known = dates[first]!;
  const keys = new Map<number, number>();
  for (const at of order) {
    known = dates[at] ?? known;
    keys.set(at, known);
  }
  return [...order].sort((a, b) => keys.get(a)! - keys.get(b)! || order.indexOf(a) - order.indexOf(b));
}
