import type { Span } from '../draft/draft';
import { monthNamed, weekdayNamed } from './dateWords';
import { minutesOf, TIME, timeBeside } from './times';

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
  /** Only numbers with the day and the month in either order. */
  readonly eitherOrder?: boolean;
}

/** Whether `3/12` is the third of December or the twelfth of March. */
export type DayOrder = 'day-first' | 'month-first';

/** Finds the first date in `text`, with weekday, time and zone where they stand beside it. */
export function findDate(text: string, order: DayOrder = 'day-first'): WrittenDate | undefined {
  const searched = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  if (!/\p{Nd}/u.test(searched)) return undefined;
  const lower = foldedForDates(searched);
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(lower); match !== null; match = NUMBER.exec(lower)) {
    const found = dateAt(lower, match.index, order);
    if (found === undefined) continue;
    const { start: from, end: to, otherMonth, ...date } = found;
    const before = weekdayBefore(lower, from);
    const behind = weekdayBehind(lower, to);
    const time = timeBeside(foldDigits(searched), before.start, behind.end);
    const weekday = before.weekday ?? behind.weekday;
    const end = Math.max(behind.end, time?.end ?? 0);
    // "Thu Jan 14 06:10:00 CET 2021": the year stands last.
    const late =
      date.year === undefined ? /^ ?(?:[A-Z]{2,5} )?((?:19|20)\d\d)(?!\d)/.exec(searched.slice(end, end + 12)) : null;
    return {
      ...date,
      ...(otherMonth !== undefined && isOtherMonth(date, otherMonth, weekday) ? { month: otherMonth } : {}),
      start: Math.min(before.start, time?.start ?? before.start),
      end: end + (late?.[0].length ?? 0),
      ...(late === null ? {} : { year: Number(late[1]) }),
      ...(weekday === undefined ? {} : { weekday }),
      ...(time === undefined ? {} : { minutes: time.minutes }),
      ...(time?.zone === undefined ? {} : { zone: time.zone }),
    };
  }
  return undefined;
}

/** Finds the first time of day; minutes since midnight. */
export function findTime(text: string): (Span & { readonly minutes: number }) | undefined {
  if (!/\p{Nd}/u.test(text)) return undefined;
  const match = TIME.exec(foldDigits(text.length > LONGEST ? text.slice(0, LONGEST) : text));
  const minutes = match === null ? undefined : minutesOf(match);
  return match === null || minutes === undefined
    ? undefined
    : { start: match.index, end: match.index + match[0].length, minutes };
}

/**
 * Whether a text holds what dates a message in a language of whatever kind: a date, or a year between two other numbers
 * or beside a clock time.
 */
export function holdsDate(text: string): boolean {
  if (findDate(text) !== undefined) return true;
  const folded = foldDigits(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  if (!/(?<!\d)(?:19|20|25)\d\d(?!\d)/.test(folded)) return false;
  return /(?<!\d)\d{1,2}[:.]\d\d(?!\d)/.test(folded) && /(?<![\d:.])\d{1,2}(?![\d:])/.test(folded);
}

const LONGEST = 2000;
const NUMBER = /(?<![\p{N}])\d{1,4}/gu;
const SPACE = '[ \\t\\u00a0\\u202f]{0,3}';
const WORD = "(?<word>(?:[\\u0e00-\\u0e4e]{1,4}\\.){2,3}|\\p{L}[\\p{L}\\p{M}’'׳॰]{1,15})";
const YEAR = '(?<year>(?:19|20|25)\\d\\d(?!\\d))';

const ISO = new RegExp(
  `^(?<y>(?:19|20)\\d\\d)(?:(?<mark>[-/])(?<m>\\d{1,2})\\k<mark>(?<d>\\d{1,2})|\\.${SPACE}(?<m2>\\d{1,2})\\.${SPACE}(?<d2>\\d{1,2})\\.?)(?![\\d/-])(?:t(?=\\d))?`,
  'u',
);
const SIGNS = new RegExp(
  `^(?:(?<y>\\d{4})${SPACE}[年년]${SPACE})?(?<m>\\d{1,2})${SPACE}[月월]${SPACE}(?<d>\\d{1,2})${SPACE}[日일]?`,
  'u',
);
const NUMBERS =
  /^(?<a>\d{1,2})(?<mark>[/.-])(?:[ ]?(?=\d{1,2}\.[ ]?\d{4}))?(?<b>\d{1,2})(?:\k<mark>[ ]?(?<year>(?:19|20)?\d\d)|(?<=[/-]\d{1,2})|(?<=\.\d{1,2})\.(?=,?[ ]\d{1,2}:\d\d))(?![\d/%:]|[.,]\d)/u;
const DAY_FIRST = new RegExp(
  `^(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|ª|\\.|-(?:го|е))?${SPACE}(?:(?:of|de|del)[ \\u00a0]|d[’'])?[ /-]?${WORD}\\.?(?!\\p{L})(?:(?:[,،]?[ \\u00a0-]{0,3}(?:(?:de|del)[ ]+)?|[ /-]?)(?:${YEAR}|(?<short>['’]\\d\\d|\\d\\d(?=[ ,]+\\d{1,2}:|$))))?`,
  'u',
);
const NUMBERED_MONTH = new RegExp(
  `^(?<day>\\d{1,2})${SPACE}(?:tháng|thg)${SPACE}(?:(?<m>\\d{1,2})|(?<name>một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?))(?:[ ,]{1,3}(?:năm[ ]+)?${YEAR})?`,
  'u',
);
const VIETNAMESE = 'một,hai,ba,tư,năm,sáu,bảy,tám,chín,mười,mười một,mười hai'.split(',');
const YEAR_FIRST = new RegExp(
  `^(?<y>(?:19|20)\\d\\d)(?:\\.|(?:\\(e\\))?ko|[ ]?m\\.|\\.[ ]?gada)?${SPACE},?${SPACE}(?:${WORD}\\.?${SPACE}(?<d>\\d{1,2})(?![\\d:])|(?<d2>\\d{1,2})\\.?${SPACE}(?<word2>\\p{L}[\\p{L}\\p{M}]{2,15}))\\.?`,
  'u',
);
const MONTH_BEFORE = /(?<![\p{L}\p{N}])(?<word>\p{L}[\p{L}\p{M}’'׳]{1,15})\.?[ \t\u00a0]{0,2}[ -]?$/u;
const AFTER_DAY = new RegExp(`^(?:st|nd|rd|th)?(?![\\d:])(?:,?${SPACE}(?:${YEAR}|(?<short>['’]\\d\\d)))?`, 'u');

type Core = Pick<WrittenDate, 'start' | 'end' | 'year' | 'month' | 'day' | 'eitherOrder'> & {
  readonly otherMonth?: number;
};

/** The date whose first number, or whose day behind a month, begins at `at`. */
function dateAt(lower: string, at: number, order: DayOrder): Core | undefined {
  const rest = lower.slice(at, at + 48);
  const before = at > 0 ? lower[at - 1]! : '';
  // Scripts without spaces write a date right behind a word.
  const glued = /[\p{L}\p{N}/.-]/u.test(before) && !/[\p{Lo}-]/u.test(before);
  if (!glued) {
    const whole = wholeDate(rest, order);
    if (whole !== undefined) return { ...whole, start: at, end: at + whole.end };
  } else if (!/[.\p{L}]/u.test(lower[at - 1]!)) return undefined;
  return monthFirst(lower, at, rest);
}

function wholeDate(rest: string, order: DayOrder): Core | undefined {
  const signs = SIGNS.exec(rest);
  if (signs !== null) {
    const { y, m, d } = signs.groups!;
    return dated(signs[0].length, y === undefined ? undefined : Number(y), Number(m), Number(d));
  }
  const iso = ISO.exec(rest);
  if (iso !== null) {
    const { y, m, m2, d, d2 } = iso.groups!;
    return dated(iso[0].length, Number(y), Number(m ?? m2), Number(d ?? d2));
  }
  const yearFirst = YEAR_FIRST.exec(rest);
  if (yearFirst !== null) {
    const { y, word, word2, d, d2 } = yearFirst.groups!;
    const month = monthNamed((word ?? word2)!)?.month;
    if (month !== undefined) return dated(yearFirst[0].length, Number(y), month, Number(d ?? d2));
  }
  const numbers = NUMBERS.exec(rest);
  if (numbers !== null) return fromNumbers(numbers, order);
  const viet = NUMBERED_MONTH.exec(rest);
  if (viet !== null) {
    const { day, m, name, year } = viet.groups!;
    const month = name === undefined ? Number(m) : VIETNAMESE.indexOf(name) + 1;
    return dated(viet[0].length, year === undefined ? undefined : Number(year), month, Number(day));
  }
  const dayFirst = DAY_FIRST.exec(rest);
  if (dayFirst === null) return undefined;
  const { day, word, year, short } = dayFirst.groups!;
  const named = monthNamed(word!);
  const written = year ?? short;
  if (named === undefined || (!named.surely && written === undefined)) return undefined;
  const found = dated(
    dayFirst[0].trimEnd().length,
    written === undefined ? undefined : fullYear(written),
    named.month,
    Number(day),
  );
  return found === undefined || named.other === undefined ? found : { ...found, otherMonth: named.other };
}

function fromNumbers(match: RegExpExecArray, order: DayOrder): Core | undefined {
  const { a, b, mark, year: written } = match.groups!;
  const year = written === undefined ? undefined : fullYear(written);
  const end = match[0].length;
  if (mark === '-' && year === undefined)
    return dated(end, undefined, Number(a), Number(b)) ?? dated(end, undefined, Number(b), Number(a));
  const dayFirst = mark === '.' || order === 'day-first';
  const [day, month] = dayFirst ? [a, b] : [b, a];
  const found = dated(end, year, Number(month), Number(day)) ?? dated(end, year, Number(day), Number(month));
  const either = found !== undefined && mark !== '.' && Number(a) <= 12 && Number(b) <= 12 && a !== b;
  return either ? { ...found, eitherOrder: true } : found;
}

function monthFirst(lower: string, at: number, rest: string): Core | undefined {
  const before = MONTH_BEFORE.exec(lower.slice(Math.max(0, at - 22), at));
  if (before === null) return undefined;
  const named = monthNamed(before.groups!.word!);
  if (named === undefined) return undefined;
  const day = /^\d{1,2}(?!\d)/.exec(rest)?.[0];
  if (day === undefined) return undefined;
  const after = AFTER_DAY.exec(rest.slice(day.length));
  if (after === null) return undefined;
  const written = after.groups?.year ?? after.groups?.short;
  if (!named.surely && written === undefined) return undefined;
  const found = dated(
    at + day.length + after[0].trimEnd().length,
    written === undefined ? undefined : fullYear(written),
    named.month,
    Number(day),
  );
  return found === undefined ? undefined : { ...found, start: at - before[0].length };
}

function dated(end: number, year: number | undefined, month: number, day: number): Core | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  return year === undefined ? { start: 0, end, month, day } : { start: 0, end, year, month, day };
}

function fullYear(text: string): number {
  const digits = Number(text.replace(/^['’]/, ''));
  // Years of the Buddhist calendar, as Thai programs write them.
  if (digits >= 2500) return digits - 543;
  return digits >= 100 ? digits : digits + (digits < 80 ? 2000 : 1900);
}

/** Some names mean neighbouring months in two languages: the day of the week says which. */
function isOtherMonth(
  date: { year?: number; month: number; day: number },
  other: number,
  weekday: number | undefined,
): boolean {
  if (date.year === undefined || weekday === undefined) return false;
  const dayIn = (month: number) => new Date(Date.UTC(date.year!, month - 1, date.day)).getUTCDay();
  return dayIn(date.month) !== weekday && dayIn(other) === weekday;
}

function weekdayBefore(lower: string, start: number): { start: number; weekday?: number } {
  const match =
    /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{M}’'׳-]{1,16})\.?,?[ \t\u00a0]{0,2}(?:the[ \t]|den[ \t]|d\.[ \t])?$/u.exec(
      lower.slice(Math.max(0, start - 24), start),
    );
  const weekday = match === null ? undefined : weekdayNamed(match[1]!);
  return match === null || weekday === undefined ? { start } : { start: start - match[0].length, weekday };
}

/** `4 Mart 2025 Salı`, `2025年3月4日(火)`, `2025. márc. 4., K`. */
function weekdayBehind(lower: string, end: number): { end: number; weekday?: number } {
  const match = /^,?[ \t]?[（(]?(\p{L}[\p{L}\p{M}׳]{0,14})\.?[)）]?(?!\p{L})/u.exec(lower.slice(end, end + 24));
  if (match === null) return { end };
  const weekday = weekdayNamed(match[1]!) ?? SIGN_DAYS.get(match[1]!) ?? ONE_LETTER.get(match[1]!);
  return weekday === undefined ? { end } : { end: end + match[0].length, weekday };
}

const SIGN_DAYS: ReadonlyMap<string, number> = new Map(
  ['日일', '月월', '火화', '水수', '木목', '金금', '土토'].flatMap((signs, day) =>
    [...signs].map((sign) => [sign, day] as const),
  ),
);

/** Hungarian programs name the day by its first letters. */
const ONE_LETTER: ReadonlyMap<string, number> = new Map([
  ['h', 1],
  ['k', 2],
  ['p', 5],
  ['v', 0],
]);

/** In lower case with plain digits, every character at its place: the capital that would become two is another letter. */
function foldedForDates(text: string): string {
  return foldDigits(text.replaceAll('\u0130', '\u0131').toLowerCase());
}

/** Arabic, Persian, Indian and full-width digits as plain ones, every character at its place. */
function foldDigits(text: string): string {
  return /[^\p{ASCII}]/u.test(text) && /[^0-9\P{Nd}]/u.test(text)
    ? text.replace(/[٠-٩۰-۹०-९０-９]/g, (digit) =>
        String((digit.codePointAt(0)! & 0xf) - (digit >= '०' && digit <= '९' ? 6 : 0)),
      )
    : text;
}
