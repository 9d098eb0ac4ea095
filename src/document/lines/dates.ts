import type { Span } from '../draft/draft';
import { AFTER, BEFORE, DATE, MAY_HOLD, MONTHS, TIME, WEEKDAYS, ZONES } from './dateWords';

/** A date as somebody wrote it; `start` and `end` are offsets in the text searched. `month` and `day` count from 1. */
export interface WrittenDate extends Span {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
  /** Minutes since midnight. */
  readonly minutes?: number;
  /** Minutes east of Greenwich. */
  readonly zone?: number;
}

/** Whether `3/12` is the third of December or the twelfth of March. */
export type DayOrder = 'day-first' | 'month-first';

/** Finds the first date in `text`, with weekday, time and zone where they stand beside it. */
export function findDate(text: string, order: DayOrder = 'day-first'): WrittenDate | undefined {
  const searched = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (!/\d/.test(searched) || !MAY_HOLD.test(searched)) return undefined;
  const lower = lowerCase(searched);
  DATE.lastIndex = 0;
  for (let match = DATE.exec(lower); match !== null; match = DATE.exec(lower)) {
    const found = dateOf(match.groups ?? {}, order);
    if (found === undefined) continue;
    const time = timeBeside(searched, match.index, match.index + match[0].length);
    const weekday = weekdayOf(match.groups?.weekday);
    return {
      start: Math.min(match.index, time?.start ?? match.index),
      end: Math.max(match.index + match[0].trimEnd().length, time?.end ?? 0),
      ...found,
      ...(weekday === undefined ? {} : { weekday }),
      ...(time === undefined ? {} : { minutes: time.minutes }),
      ...(time?.zone === undefined ? {} : { zone: time.zone }),
    };
  }
  return undefined;
}

/** Finds the first time of day; minutes since midnight. */
export function findTime(text: string): (Span & { readonly minutes: number }) | undefined {
  if (!/\d/.test(text)) return undefined;
  const match = TIME.exec(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const minutes = match === null ? undefined : minutesOf(match);
  return match === null || minutes === undefined
    ? undefined
    : { start: match.index, end: match.index + match[0].length, minutes };
}

/** In lower case, every character at its place: the capital that would become two is written as another letter. */
function lowerCase(text: string): string {
  return text.replaceAll('\u0130', '\u0131').toLowerCase();
}

const LONGEST = 2000;

function dateOf(
  groups: Readonly<Record<string, string | undefined>>,
  order: DayOrder,
): Pick<WrittenDate, 'year' | 'month' | 'day'> | undefined {
  const { isoYear, isoMonth, isoDay, a, b, mark, numberYear } = groups;
  if (isoYear !== undefined) return dated(Number(isoYear), Number(isoMonth), Number(isoDay));
  if (a !== undefined) {
    const year = numberYear === undefined ? undefined : fullYear(numberYear);
    if (mark === '-' && year === undefined)
      return dated(undefined, Number(a), Number(b)) ?? dated(undefined, Number(b), Number(a));
    const dayFirst = mark === '.' || order === 'day-first';
    const [day, month] = dayFirst ? [a, b] : [b, a];
    return dated(year, Number(month), Number(day)) ?? dated(year, Number(day), Number(month));
  }
  const month = MONTHS[(groups.month ?? groups.month2 ?? '').toLowerCase()];
  const year = groups.year ?? groups.year2;
  if (month === undefined) return undefined;
  return dated(year === undefined ? undefined : fullYear(year), month, Number(groups.day ?? groups.day2));
}

function dated(
  year: number | undefined,
  month: number,
  day: number,
): Pick<WrittenDate, 'year' | 'month' | 'day'> | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return year === undefined ? { month, day } : { year, month, day };
}

function fullYear(text: string): number {
  const digits = Number(text.replace(/^['’]/, ''));
  return digits >= 100 ? digits : digits + (digits < 80 ? 2000 : 1900);
}

function timeBeside(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; minutes: number; zone?: number } | undefined {
  const after = AFTER.exec(text.slice(end, end + 60));
  if (after !== null) {
    const minutes = minutesOf(after);
    const named = after.groups?.zone;
    const zone = named === undefined ? undefined : zoneOf(named);
    if (minutes !== undefined) {
      const length = zone === undefined && named !== undefined ? after[0].length - named.length : after[0].length;
      const stop = end + text.slice(end, end + length).trimEnd().length;
      return zone === undefined ? { start, end: stop, minutes } : { start, end: stop, minutes, zone };
    }
  }
  const before = BEFORE.exec(text.slice(Math.max(0, start - 24), start));
  const minutes = before === null ? undefined : minutesOf(before);
  return before === null || minutes === undefined ? undefined : { start: start - before[0].length, end, minutes };
}

function minutesOf(match: RegExpExecArray): number | undefined {
  const { hour, minute, half, half2, sep } = match.groups ?? {};
  const pm = half ?? half2;
  let hours = Number(hour);
  if (sep === '.' && pm === undefined && minute === undefined) return undefined;
  if (pm !== undefined) {
    if (hours > 12) return hours * 60 + Number(minute ?? 0);
    hours = (hours % 12) + (pm.toLowerCase() === 'p' ? 12 : 0);
  }
  return hours > 24 ? undefined : hours * 60 + Number(minute ?? 0);
}

function zoneOf(name: string): number | undefined {
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(name);
  if (offset === null) return ZONES[name];
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return offset[1] === '-' ? -minutes : minutes;
}

function weekdayOf(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const head = name.toLowerCase().slice(0, 3);
  const at = WEEKDAYS.findIndex((names) => names.split('|').includes(head));
  return at < 0 ? undefined : at;
}
