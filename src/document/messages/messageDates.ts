import { type DayOrder, findDate, type WrittenDate } from '../lines/dates';

/**
 * The dates of messages in document order. Numbers that may be read in two orders are read in the one that keeps the
 * messages in a row, where only one does; else as the text itself says.
 */
export function datesOf(text: string, written: readonly (string | undefined)[]): (WrittenDate | undefined)[] {
  const said = dayOrderOf(text);
  const dates = datesIn(written, said);
  const either = dates.filter((date) => date?.eitherOrder === true).length;
  if (either < 2 || ONE_WAY.test(text)) return dates;
  const turned = datesIn(written, said === 'day-first' ? 'month-first' : 'day-first');
  return turnsIn(resolveDates(turned)) < turnsIn(resolveDates(dates)) ? turned : dates;
}

/** A number that can only be a day stands in a date. */
const ONE_WAY = /(?<![\d/.])(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}(?!\d)|(?<![\d/.])\d{1,2}\/(?:1[3-9]|2\d|3[01])(?!\d)/;

function datesIn(written: readonly (string | undefined)[], order: DayOrder): (WrittenDate | undefined)[] {
  const known = new Map<string, WrittenDate | undefined>();
  return written.map((text) => {
    if (text === undefined) return undefined;
    if (!known.has(text)) known.set(text, findDate(text, order));
    return known.get(text);
  });
}

/** How often times go back, in the order in which they mostly go. */
function turnsIn(times: readonly (number | undefined)[]): number {
  const known = times.filter((time) => time !== undefined);
  let back = 0;
  let on = 0;
  for (let at = 1; at < known.length; at++) {
    if (known[at]! < known[at - 1]!) back++;
    if (known[at]! > known[at - 1]!) on++;
  }
  return Math.min(back, on);
}

/** Reads from all numeric dates of a text in which order they are written; the day first unless something says otherwise. */
export function dayOrderOf(text: string): DayOrder {
  let first = 0;
  let second = 0;
  let count = 0;
  for (const match of text.matchAll(
    /(?<![\d/.])(\d{1,2})[/.](\d{1,2})(?:[/.](?:\d{4}|\d{2})(?![\d/])|(?= \d{1,2}:\d\d))/g,
  )) {
    if (Number(match[1]) > 12) first++;
    if (Number(match[2]) > 12) second++;
    if (++count > 500) break;
  }
  if (first !== second) return first > second ? 'day-first' : 'month-first';
  return /(?<![\d/])\d{1,2}\/\d{1,2}(?:\/\d{2,4})?,?\s+\d{1,2}:\d\d(?::\d\d)?\s?[AP]M/.test(text)
    ? 'month-first'
    : 'day-first';
}

/**
 * What the writers' clocks showed, as milliseconds since 1970, for the dates of messages in document order. A date without a year takes the year
 * that brings it closest to the nearest date with one; when none has a year, `year` stands for the first (or a year
 * in which the weekdays are right), and gaps between the messages are what can be relied on.
 */
export function resolveDates(dates: readonly (WrittenDate | undefined)[], year?: number): (number | undefined)[] {
  const times = dates.map((date) => (date?.year === undefined ? undefined : timeIn(date, date.year)));
  const anchors = times.flatMap((time, at) => (time === undefined ? [] : [at]));
  if (anchors.length === 0) {
    const at = dates.findIndex((date) => date !== undefined);
    if (at < 0) return times;
    const date = dates[at]!;
    times[at] = timeIn(date, year ?? yearOf(dates));
    anchors.push(at);
  }
  for (const [at, date] of dates.entries()) {
    if (date === undefined || times[at] !== undefined) continue;
    const near = nearest(times, at);
    const base = new Date(near).getUTCFullYear();
    const choices = [base, base - 1, base + 1].map((candidate) => timeIn(date, candidate));
    const fitting = choices.filter((time) => date.weekday === undefined || weekdayAt(time) === date.weekday);
    times[at] = closest(fitting.length > 0 ? fitting : choices, near);
  }
  return times;
}

/** The first year that a text names, between 1990 and 2099. */
export function yearIn(text: string): number | undefined {
  const match = /(?<![\d£$€.,/-])(?:199\d|20\d\d)(?![\d%]|[.,]\d)/.exec(text.slice(0, 200_000));
  return match === null ? undefined : Number(match[0]);
}

function timeIn(date: WrittenDate, year: number): number {
  return Date.UTC(year, date.month - 1, date.day, 0, date.minutes ?? 0);
}

function weekdayAt(time: number): number {
  return new Date(time).getUTCDay();
}

/** With nothing but weekdays to go by: the latest of some years in which most of them are right. */
function yearOf(dates: readonly (WrittenDate | undefined)[]): number {
  let best = 2025;
  let most = 0;
  for (let year = 2026; year >= 2015; year--) {
    const right = dates.filter(
      (date) => date?.weekday !== undefined && weekdayAt(timeIn(date, year)) === date.weekday,
    ).length;
    if (right > most) {
      most = right;
      best = year;
    }
  }
  return best;
}

function nearest(times: readonly (number | undefined)[], at: number): number {
  for (let step = 1; step < times.length; step++) {
    const near = times[at - step] ?? times[at + step];
    if (near !== undefined) return near;
  }
  return Date.UTC(2025, 0, 1);
}

function closest(times: readonly number[], to: number): number {
  return times.reduce((best, time) => (Math.abs(time - to) < Math.abs(best - to) ? time : best));
}
