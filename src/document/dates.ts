import type { Span } from './draft';

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
  if (!MAY_HOLD.test(searched)) return undefined;
  DATE.lastIndex = 0;
  for (let match = DATE.exec(searched); match !== null; match = DATE.exec(searched)) {
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
  const match = TIME.exec(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const minutes = match === null ? undefined : minutesOf(match);
  return match === null || minutes === undefined
    ? undefined
    : { start: match.index, end: match.index + match[0].length, minutes };
}

/** Reads from all numeric dates of a text in which order they are written; the day first unless something says otherwise. */
export function dayOrderOf(text: string): DayOrder {
  let first = 0;
  let second = 0;
  let count = 0;
  for (const match of text.matchAll(/(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](?:\d{4}|\d{2})(?![\d/])/g)) {
    if (Number(match[1]) > 12) first++;
    if (Number(match[2]) > 12) second++;
    if (++count > 500) break;
  }
  if (first !== second) return first > second ? 'day-first' : 'month-first';
  return count > 0 && /\d\/\d{1,2}\/\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?\s?[AP]M/.test(text)
    ? 'month-first'
    : 'day-first';
}

/**
 * Milliseconds since 1970 (UTC) for the dates of messages in document order. A date without a year takes the year
 * that brings it closest to the nearest date with one; when none has a year, `year` stands for the first (or a year
 * in which the weekdays are right), and gaps between the messages are what can be relied on. Times without a zone
 * are read as UTC.
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
    const fitting = choices.filter((time) => date.weekday === undefined || weekdayAt(date, time) === date.weekday);
    times[at] = closest(fitting.length > 0 ? fitting : choices, near);
  }
  return times;
}

/** The first year that a text names, between 1990 and 2099. */
export function yearIn(text: string): number | undefined {
  const match = /(?<![\d£$€.,/-])(?:199\d|20\d\d)(?![\d%]|[.,]\d)/.exec(text.slice(0, 200_000));
  return match === null ? undefined : Number(match[0]);
}

const LONGEST = 2000;

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january jan january janvier januar januari janeiro gennaio gen enero ene jän jänner',
    'february feb février février fév févr februar februari fevereiro fev febbraio febrero',
    'march mar mars märz mär maart mrt março marzo',
    'april apr avril avr abril abr aprile',
    'may mai mei maio mayo mag maggio',
    'june jun juin juni junho giugno giu junio',
    'july jul juillet juil juli julho luglio lug julio',
    'august aug août aout augustus agosto ago',
    'september sep sept septembre setembro set settembre septiembre',
    'october oct octobre oktober okt outubro out ottobre ott octubre',
    'november nov novembre novembro noviembre',
    'december dec décembre déc dezember dez dezembro dicembre dic diciembre',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
);
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const WEEKDAYS = [
  'sun|son|dom|dim|zon',
  'mon|seg|lun|maa',
  'tue|die|ter|mar|din',
  'wed|mit|qua|mer|mié|woe',
  'thu|don|qui|gio|jeu|jue',
  'fri|fre|sex|ven|vie|vri',
  'sat|sam|sáb|sab|zat',
];
const WEEKDAY =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo|lun|mar|mer|gio|ven|sab|dom';
const ORDINAL = '(?:st|nd|rd|th|er|\\.)?';
const SPACE = '[ \\t]*';
const HEADS = [...new Set(Object.keys(MONTHS).map((name) => name.slice(0, 3)))].join('|');
/** Two numbers with a mark between them, or a number beside what may be a month: most lines have neither. */
const MAY_HOLD = new RegExp(`\\d[/.-]\\d|\\d\\D{0,8}(?:${HEADS})|(?:${HEADS})\\D{0,10}\\d`, 'i');

const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:(?<weekday>${WEEKDAY})\\.?,?${SPACE}(?:the${SPACE})?)?(?:` +
    [
      '(?<isoYear>(?:19|20)\\d\\d)[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})(?![\\d/-])(?:T(?=\\d))?',
      '(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})(?:\\k<mark>(?<numberYear>(?:19|20)?\\d\\d)|(?<=[/-]\\d{1,2}))(?![\\d/%:]|[.,]\\d)',
      `(?<day>\\d{1,2})${ORDINAL}(?:${SPACE}(?:of|de))?${SPACE}[ -]?(?<month>${MONTH})\\.?(?!\\p{L})(?:,?[ -]*(?:de[ ]+)?(?<year>(?:19|20)\\d\\d|['’]\\d\\d|\\d\\d(?=[ ,]+\\d{1,2}:|$)))?`,
      `(?<month2>${MONTH})\\.?${SPACE}[ -]?(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?${SPACE}(?<year2>(?:19|20)\\d\\d|['’]\\d\\d))?`,
    ].join('|') +
    ')',
  'giu',
);
const TIME =
  /(?<![\d:.,/])(?<hour>[01]?\d|2[0-4])(?:(?<sep>[:.h])(?<minute>[0-5]\d)(?::[0-5]\d)?(?:[ \t\u202f]?(?<half>[ap])\.?m\.?)?|[ \t\u202f]?(?<half2>[ap])\.?m\.?)(?![\d\p{L}])/iu;
const AFTER = new RegExp(
  `^[,;]?${SPACE}(?:(?:at|um|à|às|alle ore|ore|kl\\.?|@|-|–|\\()[ \\t]*)?${TIME.source}(?:${SPACE}(?<zone>(?:GMT|UTC)?[+-]\\d{2}:?\\d{2}|[A-Z]{2,5}(?![\\p{L}:])|Z))?`,
  'iu',
);
const BEFORE = new RegExp(`${TIME.source}(?:,|${SPACE}on|${SPACE})[ \\t]*$`, 'iu');
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  GMT: 0,
  UTC: 0,
  WET: 0,
  BST: 60,
  CET: 60,
  WAT: 60,
  CEST: 120,
  SAST: 120,
  EET: 120,
  EEST: 180,
  EAT: 180,
  GST: 240,
  IST: 330,
  SGT: 480,
  HKT: 480,
  JST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  BRT: -180,
};

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

function timeIn(date: WrittenDate, year: number): number {
  return Date.UTC(year, date.month - 1, date.day, 0, (date.minutes ?? 0) - (date.zone ?? 0));
}

function weekdayAt(date: WrittenDate, time: number): number {
  return new Date(time + (date.zone ?? 0) * 60_000).getUTCDay();
}

/** With nothing but weekdays to go by: the latest of some years in which most of them are right. */
function yearOf(dates: readonly (WrittenDate | undefined)[]): number {
  let best = 2025;
  let most = 0;
  for (let year = 2026; year >= 2015; year--) {
    const right = dates.filter(
      (date) => date?.weekday !== undefined && weekdayAt(date, timeIn(date, year)) === date.weekday,
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
