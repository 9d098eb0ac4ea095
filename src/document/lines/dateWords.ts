export const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
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

export const WEEKDAYS = [
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
export const MAY_HOLD = new RegExp(`\\d[/.-]\\d|\\d\\D{0,8}(?:${HEADS})|(?:${HEADS})\\D{0,10}\\d`, 'i');

/** For text in lower case: so many words without regard to case take several times as long to compile. */
export const DATE = new RegExp(
  `(?<![\\p{L}\\p{N}/.-])(?:(?<weekday>${WEEKDAY})\\.?,?${SPACE}(?:the${SPACE})?)?(?:` +
    [
      '(?<isoYear>(?:19|20)\\d\\d)[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})(?![\\d/-])(?:t(?=\\d))?',
      '(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})(?:\\k<mark>(?<numberYear>(?:19|20)?\\d\\d)|(?<=[/-]\\d{1,2}))(?![\\d/%:]|[.,]\\d)',
      `(?<day>\\d{1,2})${ORDINAL}(?:${SPACE}(?:of|de))?${SPACE}[ -]?(?<month>${MONTH})\\.?(?!\\p{L})(?:,?[ -]*(?:de[ ]+)?(?<year>(?:19|20)\\d\\d|['’]\\d\\d|\\d\\d(?=[ ,]+\\d{1,2}:|$)))?`,
      `(?<month2>${MONTH})\\.?${SPACE}[ -]?(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?${SPACE}(?<year2>(?:19|20)\\d\\d|['’]\\d\\d))?`,
    ].join('|') +
    ')',
  'gu',
);

export const TIME =
  /(?<![\d:.,/])(?<hour>[01]?\d|2[0-4])(?:(?<sep>[:.h])(?<minute>[0-5]\d)(?::[0-5]\d)?(?:[ \t\u202f]?(?<half>[ap])\.?m\.?)?|[ \t\u202f]?(?<half2>[ap])\.?m\.?)(?![\d\p{L}])/iu;

export const AFTER = new RegExp(
  `^[,;]?${SPACE}(?:(?:at|um|à|às|alle ore|ore|kl\\.?|@|-|–|\\()[ \\t]*)?${TIME.source}(?:${SPACE}(?<zone>(?:GMT|UTC)?[+-]\\d{2}:?\\d{2}|[A-Z]{2,5}(?![\\p{L}:])|Z))?`,
  'iu',
);

export const BEFORE = new RegExp(`${TIME.source}(?:,|${SPACE}on|${SPACE})[ \\t]*$`, 'iu');

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
