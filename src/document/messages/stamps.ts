import { findDate, findTime, holdsDate } from '../lines/dates';
import { weekdayNamed } from '../lines/dateWords';
import { withoutEnd } from '../lines/trimming';
import { anyMessageWord } from './messageWords';
import { ADDRESS } from './party';
import { isSpeakerName } from './speakers';

/** A line of a page that says when something was written, and perhaps by whom. */
export interface StampLine {
  /** As written; "3 days ago" too. */
  readonly dateText: string;
  /** The name before it on the same line. */
  readonly name?: string;
  /** Words of the page between name and date ("commented on"), in order. */
  readonly glue: string;
}

/** Reads a line that holds a date or time and nothing else but a name and small words of a page. */
export function stampLine(line: string): StampLine | undefined {
  const text = withoutSecondDate(plainStamp(line.trim()));
  if (text.length < 2 || text.length > 110 || !/\p{Nd}|ago|yesterday|today|just now/iu.test(text)) return undefined;
  if (!MAY_END.test(text.slice(-16))) return undefined;
  const found = placeOf(text);
  if (found === undefined || !TAIL.test(text.slice(found.end))) return undefined;
  const dateText = text.slice(found.start, found.end);
  if (HEADING.test(text)) return headingOf(text, found);
  const head = withoutEnd(text.slice(0, found.start), ' ,:·•|@–—([-')
    .replace(/^\[[–—+-]\]\s?/, '')
    .replace(/\s-?\d{1,5} points?$/, '');
  if (head === '' || SMALL.test(head)) return { dateText, glue: head };
  const named = NAMED.exec(head);
  if (named !== null) {
    const name = nameIn(named[1] as string);
    const glue = (named[2] ?? '').trim();
    if (name !== undefined && isGlue(glue)) return { dateText, name, glue };
  }
  return undefined;
}

/** Without the emphasis of the name, its address, and the role that a page puts behind the date. */
function plainStamp(line: string): string {
  if (line.length > 200) return line;
  return line
    .replace(/^(\*\*|__)([^*_:\n]{1,60})\1(?=[ \t,])/, '$2')
    .replace(/ ?<[^<>\s@]{1,64}@[^<>\s@]{1,64}>(?=[ \t])/, '')
    .replace(/ ?[·•|] ?(\p{L}[\p{L} ]{2,24})$/u, (all, role: string) => (ROLES.test(role) ? '' : all));
}

/** "2 days ago (Mon, 10 Mar at 9:15) via email": how a help desk says when, a second time, and by what way. */
function withoutSecondDate(text: string): string {
  const bare = text.length > 160 ? text : text.replace(/ via [\p{L}-]{2,16}$/u, '');
  const bracket = /(?<=\p{L} ?)\(([^()]{6,48})\)$/u.exec(bare);
  if (bracket === null || !holdsDate(bracket[1] as string)) return bare;
  const before = bare.slice(0, bracket.index).trimEnd();
  return RELATIVE.test(before) || NEAR.test(before) ? before : bare;
}

/** Whether a date is nothing but "yesterday" or "today", which may as well head a day. */
export function isBareDay(dateText: string): boolean {
  return DAY_ONLY.test(dateText);
}

const DAY_ONLY = /^(?:today|yesterday)$/i;

/** `**Ola’s answer, 9 March**`, `## Bea to Ola, 3 March`: whose letter stands below the heading. */
function headingOf(text: string, date: { readonly start: number; readonly end: number }): StampLine | undefined {
  const head = text.slice(0, date.start).replace(/^[#*_\s]+/, '');
  const name =
    /^(\p{Lu}[\p{L}'-]{1,30}?(?: \p{Lu}[\p{L}'-]{0,30}?){0,2})(?:[’']s? |[,:] |s (?=answer|reply|letter|offer|proposal)| to | an | à | a | – | - | writes?,? | wrote,? )/u.exec(
      head,
    )?.[1];
  return name === undefined ? undefined : { dateText: text.slice(date.start, date.end), name, glue: 'wrote' };
}

const HEADING = /^(?:#{1,6}[ \t]+\S|(?:\*\*|__)\S.*(?:\*\*|__)$)/;

/** What a page calls its reader, where the names of others stand. */
const READER = 'You';

/** The name that a line of its own gives: `Name`, `@account`, `u/account`, `Name <address>`, `Name user at host`. */
export function nameLine(line: string): { readonly name: string; readonly address?: string } | undefined {
  const text = line
    .trim()
    .replace(/^\*\*(.+)\*\*$/, '$1')
    .replace(/^#{1,6}\s+/, '');
  if (text.length < 2 || text.length > 90) return undefined;
  const address = ADDRESS.exec(text)?.[0] ?? AT_HOST.exec(text)?.[0].replace(' at ', '@');
  const bare = text
    .replace(/[<(][^<>()]{0,80}@[^<>()]{0,80}[>)]/, '')
    .replace(AT_HOST, '')
    .replace(ADDRESS, '')
    .trim();
  const name = nameIn(bare);
  if (name === undefined) return address === undefined || bare !== '' ? undefined : { name: address, address };
  if (address === undefined && name !== READER && (ROLES.test(name) || WORDS_OF_PAGES.test(name))) return undefined;
  return address === undefined ? { name } : { name, address };
}

/** Whether a short line beside a name is part of a page and not of what somebody wrote. */
export function isPageLine(line: string, name: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > 60) return false;
  const bare = text.replace(/^@|^u\//, '');
  return (
    bare === name ||
    ROLES.test(text) ||
    SMALL.test(text) ||
    WORDS_OF_PAGES.test(text) ||
    /^[·•|–—-]$/.test(text) ||
    isInitials(text, name) ||
    (name !== '' && name !== READER && text.toLowerCase().includes(name.toLowerCase()) && text.split(/\s+/).length <= 6)
  );
}

/** Whom a page says that a message went to; `me`: the reader of the page. */
export function recipientLine(line: string): { readonly to: string; readonly me: boolean } | undefined {
  const match =
    /^\s*(?:to|an|à|a|para|aan|till|til|do|kam|кому|для|kime|către|προς|宛先|收件人|发送至|받는사람|komu|címzett)[:：]?\s+(.{1,200})$/iu.exec(
      line,
    );
  if (match === null) return TO_ME.test(line.trim()) ? { to: '', me: true } : undefined;
  const to = (match[1] as string).replace(/[\u200b-\u200f\ufeff]/g, '').trim();
  if (/[.!?]$/.test(to) || to.split(/\s+/).length > 14) return undefined;
  return { to, me: ME.test(to) };
}

const ME =
  /^(?:me|mich|mir|moi|mí|mi|me|mim|mij|mig|meg|minut|minulle|mnie|mně|mne|мне|меня|мені|bana|ben|mine|μένα|εμένα|私|自分|我|나|나에게|نفسي|אני|saya|tôi|nekem|mie|mne|mí|mi)(?:,.*|\s*▾)?$/iu;
const TO_ME = /^(?:自分|我|나에게|minulle|bana|nekem|мне|mij|to me)$/iu;

/** How a line ends whose date nothing follows. */
const MAY_END =
  /\p{Nd}[^\p{L}]*$|(?:ago|now|today|yesterday|[ap]\.?m\.?|[صم]|[πμ]\.?μ\.?|edited|comments?|uhr|utc|gmt|[a-z]{3,4}t|fa|geleden|sedan|назад|тому|önce|temu|vor \d+ \p{L}+|a \p{L}{3,9}|\p{Nd} \p{L}{1,9}|\p{Nd} ?h|[日日일분分])[\s)\]·•*_⋮]*$/iu;
const TAIL =
  /^(?:[\s·•|)\]⋮.:*_#-]|\((?:edited|bearbeitet|modifié|editado)\)|edited|uhr|h\b|utc|gmt(?:[+-]\d{1,2}(?::\d\d)?)?|\d+ comments?|[a-z]{3,4}t\b)*$/iu;
const SMALL = new RegExp(`^(?:${anyMessageWord('beforeDate')}|[–—·•-])(?: (?:on|at|am|um|a))?$`, 'iu');
const ROLES = new RegExp(`^(?:${anyMessageWord('role')})$`, 'i');
const WORDS_OF_PAGES = new RegExp(
  `^(?:${anyMessageWord('button')}|(?:sort by|view ).*|\\d+ (?:replies|comments|likes|upvotes|points?))$`,
  'i',
);
const AT_HOST = /[\w.+-]{1,64} at [\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;
const NAMED =
  /^((?:[@u#]\/?)?[\p{L}\p{N}_][^\n]{0,60}?)((?:\s+(?:@[\w.-]{1,40}|\([^()]{1,40}\)|[·•|–—]|Owner|Maintainer|Member|Contributor|Collaborator|Author|Bot|OP|Moderator|Admin|\p{Ll}{1,14})){0,7})$/u;

/** Only small words and roles between the name and the date. */
function isGlue(glue: string): boolean {
  const words = glue.split(/\s+/).filter((word) => word !== '');
  return (
    words.length <= 7 && words.every((word) => /^[@(·•|–—]/.test(word) || ROLES.test(word) || /^\p{Ll}+$/u.test(word))
  );
}

function nameIn(text: string): string | undefined {
  const bare = withoutEnd(
    text.replace(/^#\d{1,4}[.:)]?\s+(?=\p{L})/u, '').replace(/^(?:@|u\/|by\s+|from\s+)/i, ''),
    ' ,:·•|(–—-',
  ).trim();
  if (bare === '' || bare.split(/\s+/).length > 5 || !isSpeakerName(bare) || SMALL.test(bare)) return undefined;
  const tokens = bare.split(/\s+/);
  if (
    tokens.length > 1 &&
    tokens.some(
      (token) =>
        /^\p{Ll}/u.test(token) &&
        !/^(?:d[aeiou]|do[s]?|van|von|der|den|de|la|le|el|al|bin|ter|ten|zu|y|of|and|the|via|\(|&)/u.test(token),
    )
  )
    return undefined;
  return bare;
}

function isInitials(text: string, name: string): boolean {
  return (
    /^\p{Lu}{1,3}$/u.test(text) &&
    name
      .split(/[\s,]+/)
      .map((word) => word[0]?.toUpperCase())
      .join('')
      .includes(text[0]!)
  );
}

function placeOf(text: string): { start: number; end: number } | undefined {
  const relative = RELATIVE.exec(text);
  if (relative !== null) return { start: relative.index, end: relative.index + relative[0].length };
  const date = findDate(text);
  if (date !== undefined) return date;
  const named = NEAR.exec(text);
  if (named !== null) return { start: named.index, end: named.index + named[0].length };
  if (DAY_ONLY.test(text)) return { start: 0, end: text.length };
  const time = findTime(text);
  const day =
    time === undefined ? undefined : /^(\p{L}{2,16})\.?,? (?:at |um |à )?$/u.exec(text.slice(0, time.start))?.[1];
  return time !== undefined && day !== undefined && weekdayNamed(day.toLowerCase()) !== undefined
    ? { start: 0, end: time.end }
    : time;
}

const RELATIVE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:\\d{1,3}|an?|one|last)\\s?(?:${anyMessageWord('timeUnit')})\\.?(?:\\s+ago)|just now|vor \\d{1,3} (?:Minuten?|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)|il y a \\d{1,3} \\p{L}+|hace \\d{1,3} \\p{L}+|\\d{1,3} \\p{L}+ fa|há \\d{1,3} \\p{L}+|\\d{1,3} \\p{L}+ geleden|för \\d{1,3} \\p{L}+ sedan|\\d{1,3} \\p{L}+ (?:назад|тому|önce|temu))(?!\\p{L})`,
  'iu',
);
const NEAR =
  /(?<!\p{L})(?:today|yesterday|heute|gestern|hier|ayer|ieri|ontem|gisteren|igår|wczoraj|вчера|сегодня)(?: (?:at|um|à|a las|alle|às|om|kl\.?|o|в))?,? \d{1,2}[:.]\d\d(?: ?[ap]m)?/iu;
