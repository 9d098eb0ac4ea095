import source from './dateWords.yaml';
import { withoutEnd } from './trimming';

/** Minutes east of Greenwich by the letters that stand behind a time. */
export const ZONES: Readonly<Record<string, number>> = {
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

interface Words {
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  readonly smallWords: string;
}

const words = source as Words;
const months = numbered(words.months, 1);
const weekdays = numbered(words.weekdays, 0);
const starts = startsOf(months);

interface NamedMonth {
  readonly month: number;
  /** It is a month even without a year beside it. */
  readonly surely: boolean;
  /** The month that another language calls so. */
  readonly other?: number;
}

/** In Polish and Czech a month later than in Croatian. */
const OTHERS: ReadonlyMap<string, number> = new Map([
  ['lip', 6],
  ['lis', 10],
  ['listopad', 10],
  ['listopada', 10],
  ['srp', 7],
]);

/** Short names that few other words look like: they make a date without a year. */
const PLAIN = new Set('jan feb mar mär mrt apr may mai jun jul aug sep oct okt nov dec dez'.split(' '));

/** The month that a word in lower case names, also shortened. */
export function monthNamed(word: string): NamedMonth | undefined {
  const bare = withoutEnd(word, ".’'׳॰");
  const month = months.get(bare) ?? (bare.length >= 4 ? starts.get(bare) : undefined) ?? inflected(bare);
  if (month === undefined) return undefined;
  const other = OTHERS.get(bare);
  return {
    month,
    surely: bare.length > 3 || PLAIN.has(bare) || /[^\p{ASCII}]/u.test(bare),
    ...(other === undefined ? {} : { other }),
  };
}

/** The day of the week that a word in lower case names; 0 is Sunday. */
export function weekdayNamed(word: string): number | undefined {
  return SMALL_WORDS.has(word) ? undefined : weekdays.get(withoutEnd(word, ".’'׳"));
}

/** Short names of days that are small words of other languages. */
const SMALL_WORDS = new Set(words.smallWords.split(', '));

function numbered(lists: readonly string[], first: number): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [at, list] of lists.entries()) {
    for (const word of list.split(', ')) if (!map.has(word)) map.set(word, at + first);
  }
  return map;
}

/** Beginnings of at least four letters that belong to one month only. */
function startsOf(names: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  const several = new Set<string>();
  for (const [name, month] of names) {
    for (let length = 4; length < name.length; length++) {
      const start = name.slice(0, length);
      const known = map.get(start);
      if (known !== undefined && known !== month) several.add(start);
      map.set(start, month);
    }
  }
  for (const start of several) map.delete(start);
  return map;
}

/** A name with an ending that a language adds within a date ("martxoaren", "במרץ"). */
function inflected(word: string): number | undefined {
  if (word.startsWith('ב')) return months.get(word.slice(1));
  for (let cut = 1; cut <= 4 && word.length - cut >= 5; cut++) {
    const month = months.get(word.slice(0, -cut));
    if (month !== undefined) return month;
  }
  return undefined;
}
