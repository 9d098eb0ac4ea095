import { monthNamed, weekdayNamed } from '../document/lines/dateWords';
import { classWords } from '../language/wordClasses';
import { alternatives } from '../language/wordPatterns';

/** A day or a period that a sentence names. `start` and `end` are offsets in the text that was searched. */
export interface NamedDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The same for two ways of writing one day: `06-27`, `day-27`, `fri`, `month-09`. */
  readonly key: string;
  /** Last moment of the day or period, in milliseconds since 1970, where the message that names it has a date. */
  readonly until?: number;
}

const DAY = 86_400_000;

/**
 * Days and periods named in a text, in order.
 *
 * @param written milliseconds since 1970 when the text was written: "Friday" is the next Friday from there
 */
export function readNamedDates(text: string, written?: number): NamedDate[] {
  const found: NamedDate[] = [];
  for (const match of text.matchAll(NAMED)) {
    const value = dayOf(match.groups!, written);
    if (value === undefined) continue;
    // A full stop behind a month ends the sentence as often as it shortens the month.
    const named = match[0].replace(/\.$/, '');
    found.push({
      start: match.index,
      end: match.index + named.length,
      text: named,
      key: value.key,
      ...(value.until === undefined ? {} : { until: value.until }),
    });
  }
  return found;
}

const months = alternatives(classWords('month'));

const NAMED = new RegExp(
  [
    '\\b(?<isoYear>20\\d\\d)-(?<isoMonth>\\d\\d)-(?<isoDay>\\d\\d)\\b',
    `\\b(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${months})\\b\\.?(?:,? (?<year>20\\d\\d))?`,
    `\\b(?<month2>${months})\\.? (?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:,? (?<year2>20\\d\\d))?`,
    '\\bthe (?<ordinal>\\d{1,2})(?:st|nd|rd|th)\\b',
    '\\b(?:(?<next>next|following) )?(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b(?!\\s*-\\s*\\d)',
    '\\b(?<near>today|tonight|this (?:morning|afternoon|evening)|tomorrow|(?:this|next) (?:week|month|quarter|year)|(?:the )?end of (?:the|this|next) (?:week|month|quarter|year)|(?:the )?weekend)\\b',
    '\\b(?:in|within) (?:(?<count>\\d{1,2}|a|an|one|two|three|four|five|six|ten)|a (?:few|couple(?: of)?)) (?<unit>days?|weeks?|months?)\\b',
    '\\b(?<fortnight>a fortnight|two weeks)\\b',
    `\\b(?:in|until|till|by|before|after|from|early|mid|late|of|for|since)[ -](?<bare>${months})\\b(?! \\d)`,
  ].join('|'),
  'gi',
);

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf(groups: Groups, written: number | undefined): { key: string; until?: number } | undefined {
  const day = Number(groups.isoDay ?? groups.day ?? groups.day2 ?? groups.ordinal ?? Number.NaN);
  if (!Number.isNaN(day)) {
    if (day < 1 || day > 31) return undefined;
    const name = groups.month ?? groups.month2;
    const month =
      groups.isoMonth === undefined
        ? name === undefined
          ? undefined
          : monthNamed(name.toLowerCase())?.month
        : Number(groups.isoMonth);
    const year = groups.isoYear ?? groups.year ?? groups.year2;
    return month === undefined ? ordinal(day, written) : calendarDay(month, day, year, written);
  }
  if (groups.weekday !== undefined) return weekday(groups.weekday.toLowerCase(), groups.next !== undefined, written);
  if (groups.near !== undefined) return near(groups.near.toLowerCase(), written);
  if (groups.unit !== undefined) {
    const count = counts[groups.count?.toLowerCase() ?? 'few'] ?? Number(groups.count);
    const days = count * (groups.unit.startsWith('week') ? 7 : groups.unit.startsWith('month') ? 30 : 1);
    return after(`in-${days}`, days, written);
  }
  if (groups.fortnight !== undefined) return after('in-14', 14, written);
  const month = groups.bare === undefined ? undefined : monthNamed(groups.bare.toLowerCase())?.month;
  return month === undefined ? undefined : { key: `month-${pad(month)}`, ...monthEnd(month, written) };
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  few: 3,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
};

function calendarDay(month: number, day: number, year: string | undefined, written: number | undefined) {
  const key = `${pad(month)}-${pad(day)}`;
  if (year !== undefined) return { key, until: Date.UTC(Number(year), month - 1, day) + DAY };
  if (written === undefined) return { key };
  // Of the years around, the one whose day lies nearest to half a year ahead at most.
  const base = new Date(written).getUTCFullYear();
  const candidates = [base - 1, base, base + 1].map((each) => Date.UTC(each, month - 1, day) + DAY);
  const best = candidates.reduce((a, b) =>
    Math.abs(b - written - 60 * DAY) < Math.abs(a - written - 60 * DAY) ? b : a,
  );
  return { key, until: best };
}

function ordinal(day: number, written: number | undefined) {
  if (written === undefined) return { key: `day-${day}` };
  const from = new Date(written);
  const here = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), day) + DAY;
  const until = here < written ? Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, day) + DAY : here;
  return { key: `day-${day}`, until };
}

function weekday(name: string, next: boolean, written: number | undefined) {
  const key = name.slice(0, 3);
  const index = weekdayNamed(key);
  if (index === undefined) return undefined;
  if (written === undefined) return { key };
  const ahead = (index - new Date(written).getUTCDay() + 7) % 7;
  return { key, until: startOf(written) + (ahead + 1 + (next && ahead < 4 ? 7 : 0)) * DAY };
}

function near(words: string, written: number | undefined) {
  const key = words.replace(/^the /, '').replaceAll(' ', '-');
  if (written === undefined) return { key };
  const date = new Date(written);
  if (words.includes('month'))
    return { key, ...monthEnd(date.getUTCMonth() + 1 + (words.includes('next') ? 1 : 0), written) };
  if (words.includes('year'))
    return { key, until: Date.UTC(date.getUTCFullYear() + (words.includes('next') ? 2 : 1), 0, 1) };
  if (words.includes('quarter')) return after(key, words.includes('next') ? 180 : 90, written);
  if (words.includes('week')) return after(key, words.includes('next') ? 12 : 6, written);
  return after(key, words === 'tomorrow' ? 1 : 0, written);
}

function after(key: string, days: number, written: number | undefined) {
  return written === undefined ? { key } : { key, until: startOf(written) + (days + 1) * DAY };
}

function monthEnd(month: number, written: number | undefined): { until?: number } {
  if (written === undefined) return {};
  const date = new Date(written);
  const year = date.getUTCFullYear() + (month < date.getUTCMonth() ? 1 : 0);
  return { until: Date.UTC(year, month, 1) };
}

function startOf(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
