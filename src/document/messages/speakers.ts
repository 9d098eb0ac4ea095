import { findDate, findTime } from '../lines/dates';
import { withoutEnd } from '../lines/trimming';
import { anyMessageWord } from './messageWords';

/** A line that says who speaks: `Name: text`, `[10:32] Name: text`, `**Name** 8 Nov — text`, `Name  9:02 AM`. */
export interface Speaker {
  readonly name: string;
  readonly dateText?: string;
  /** Offset of the words in the line; its length where they follow on the next lines. */
  readonly textStart: number;
  /** `strong`: a date or time stands beside the name. `bold`: emphasis marks. `weak`: only a short name and a colon. */
  readonly strength: 'strong' | 'bold' | 'weak';
}

/** Reads the speaker of a line. `comments`: whether the line is a comment, where initials and roles are usual. */
export function speakerOf(line: string, comments = false): Speaker | undefined {
  if (line.length < 2 || !MAY_SPEAK.test(line.length > 200 ? line.slice(0, 200) : line)) return undefined;
  const found =
    stampedFirst(line) ??
    emphasised(line) ??
    namedWithDate(line, comments) ??
    nameAboveText(line) ??
    plain(line, comments);
  return found === undefined ? undefined : { ...found, name: nameAlone(found.name) };
}

/** "#12 Lou Hart", "Reply from Lou Hart", "Lou from Hart & Co": a page says more beside the name than who it is. */
function nameAlone(name: string): string {
  return name
    .replace(/^#\d{1,4}[.:)]? +(?=\p{L})/u, '')
    .replace(SAID_BY, '')
    .replace(OF_FIRM, '');
}

const OF_FIRM = /(?<=^\p{Lu}[\p{L}'’-]{1,24}) from \p{Lu}.*$/u;
const MAY_SPEAK = /:(?:\s|$|[*_])|\d[:.]\d\d|^\[|^(?:[-*+][ \t]+)?(?:\*\*|__)/;

/** `[Comment: Lou (Sales)] text`, `[Lou, 3 May]: text`, `Commented [LT2]: text`: a remark beside a text. */
export function bracketedSpeaker(line: string): Speaker | undefined {
  const match = BRACKETED.exec(line) ?? WORD_COMMENT.exec(line);
  if (match === null) return undefined;
  const label = (match[1] as string).trim();
  const stamp = stampIn(label);
  const name = withoutEnd(stamp?.before ?? label, ' ,;(–—-').replace(/(?<=\p{Lu})\d{1,3}$/u, '');
  if (!isSpeakerName(name)) return undefined;
  return {
    name,
    textStart: match[0].length,
    strength: 'strong',
    ...(stamp === undefined ? {} : { dateText: stamp.text }),
  };
}

const COMMENT =
  '(?:comment|reply|remark|note|kommentar|antwort|anmerkung|commentaire|réponse|comentario|respuesta|commento|risposta|comentário|resposta|opmerking|antwoord|reactie|svar|kommentti|vastaus|komentarz|odpowiedź|komentář|odpověď|комментарий|ответ|yorum|yanıt|コメント|返信|评论|回复|댓글|답글)';
const SAID_BY = new RegExp(`^${COMMENT} (?:by|from|von|de|di|van|av|af|od) (?=\\p{L})`, 'iu');
const BRACKETED = new RegExp(
  `^[ \\t]*\\[${COMMENT}(?:[ ]?[:：][ ]?|[ ](?:by|from|von|de|di|van|av|af|od)[ ])([^\\]\\n]{2,60})\\][ \\t]*[:：]?[ \\t]*(?=\\S)`,
  'iu',
);
const WORD_COMMENT = new RegExp(
  `^[ \\t]*(?:commented|kommentiert|commenté|comentado|commentato|gecommentarieerd|${COMMENT}) ?\\[([^\\]\\n]{1,40})\\][ \\t]*:[ \\t]*(?=\\S)`,
  'iu',
);

/** Whether a name is one that people put before what they say: short, without the signs of a sentence. */
export function isSpeakerName(name: string): boolean {
  if (name.length > 48 || name.length < 1 || /[?!;"“”=<>|{}\\/]|\.\s+\p{Ll}|https?:/u.test(name)) return false;
  const bare = name.replace(/\([^()]*\)|,.*$/g, '').trim();
  if (bare === '' || NOT_NAMES.test(bare)) return false;
  const tokens = bare.split(/\s+/);
  return (
    tokens.length <= 5 &&
    tokens.every((token) => NAME_TOKEN.test(token)) &&
    /^[\p{Lu}\p{Lo}@#]|^[\p{Ll}][\p{L}\d._-]*$/u.test(bare)
  );
}

const NAME_TOKEN =
  /^(?:[\p{Lu}\p{Lo}@#][\p{L}\p{N}'’.@#&_-]*|[\p{Ll}][\p{L}\p{N}._-]{0,20}|#?[\d-]+|\p{Extended_Pictographic}\uFE0F?|&)$/u;
const NOT_NAMES = new RegExp(`^(?:${anyMessageWord('label')}|(?:clause|section|page) \\d+)$`, 'i');

const AT_FRONT = /^\[([^\]\n]{2,40})\][ \t]*/;
/** `[Name] [16:05] text`, and with tabs `16:05 Name text`. */
const NAME_THEN_STAMP = /^\[(?<name>[^\]\n]{1,40})\] \[(?<stamp>[^\]\n]{3,30})\] ?/;
const STAMP_THEN_NAME =
  /^(?<stamp>(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}[\t ])?\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?)\t(?<name>[^\t\n]{1,40})\t/i;
const WHATSAPP =
  /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?[ \t\u202f]+\d{1,2}:\d{2}(?::\d{2})?(?:[ \t\u00a0\u202f]?[AaPp](?:\.[ \u00a0\u202f]?)?[Mm]\.?)?)[ \t]+[-–][ \t]+/u;

/** `[10:32] Name: text`, `[9 Sept 10:04] Name`, `12/03/2025, 10:32 - Name: text`, `3 Apr 10:12 Name: text`. */
function stampedFirst(line: string): Speaker | undefined {
  const between = NAME_THEN_STAMP.exec(line) ?? STAMP_THEN_NAME.exec(line);
  if (between !== null) {
    const { name, stamp } = between.groups as { name: string; stamp: string };
    if (isStamp(stamp.trim()) && isSpeakerName(name.trim()))
      return { name: name.trim(), dateText: stamp.trim(), textStart: between[0].length, strength: 'strong' };
  }
  const bracket = AT_FRONT.exec(line) ?? WHATSAPP.exec(line);
  if (bracket !== null) {
    const stamp = (bracket[1] as string).trim();
    if (!isStamp(stamp)) return undefined;
    return nameThen(line, bracket[0].length, stamp, true);
  }
  if (!/^[\p{L}\d]{1,10}[ \t,./:-]/u.test(line) || !/\d/.test(line.slice(0, 24))) return undefined;
  const date = findDate(line.slice(0, 60));
  if (date !== undefined && date.start === 0 && date.minutes !== undefined) {
    return nameThen(line, date.end, line.slice(0, date.end), false);
  }
  const time = /^\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ \t]?[AaPp][Mm])?(?=[ \t])/.exec(line)?.[0];
  return time === undefined ? undefined : nameThen(line, time.length, time, false);
}

/** A messenger shows the number of those who are in nobody's address book. */
export const PHONE_NUMBER = /^\+?\d[\d ()\u00a0-]{6,22}$/;

function nameThen(line: string, from: number, dateText: string, alone: boolean): Speaker | undefined {
  const rest = line.slice(from);
  const lead = rest.length - rest.replace(/^[ \t,|·–-]+/, '').length;
  const colon = /:(?=\s|$)/.exec(rest.slice(0, 64));
  if (colon !== null) {
    const name = rest.slice(lead, colon.index).trim();
    if (!isSpeakerName(name) && !PHONE_NUMBER.test(name)) return undefined;
    const textStart = from + colon.index + 1;
    return { name, dateText, textStart: textStart + spaces(line, textStart), strength: 'strong' };
  }
  const name = rest.slice(lead).trim();
  return alone && isSpeakerName(name) ? { name, dateText, textStart: line.length, strength: 'strong' } : undefined;
}

const BOLD = /^(?:[-*+][ \t]+)?(\*\*|__)(?=\S)([^*\n]{1,80}?)\1/;

/** `**Name:** text`, `**Name (role)** 8 Nov — text`, `**Name, 15 May:** text`, `**Name**, 4 Aug 2025, 11:02`. */
function emphasised(line: string): Speaker | undefined {
  const bold = BOLD.exec(line);
  if (bold === null) return undefined;
  const inside = (bold[2] as string).trim();
  const closedInside = /:$/.test(inside);
  const label = inside.replace(/:$/, '').trim();
  const stamp = stampIn(label);
  const name = withoutEnd(stamp?.before ?? label, ' ,(–—-');
  if (!isSpeakerName(name)) return undefined;
  let textStart = bold[0].length;
  let dateText = stamp?.text;
  const strength = dateText === undefined ? 'bold' : 'strong';
  const known = dateText === undefined ? {} : { dateText };
  if (closedInside) return { name, textStart: textStart + spaces(line, textStart), strength, ...known };
  const rest = line.slice(textStart);
  const after = /^[ \t]*(?:\([^()\n]{1,60}\))?[ \t]*,?[ \t]*/.exec(rest)![0].length;
  const date = findDate(rest.slice(after, after + 60));
  const time = date === undefined ? findTime(rest.slice(after, after + 12)) : undefined;
  const found = date ?? time;
  if (found !== undefined && found.start <= 1) {
    dateText = rest.slice(after + found.start, after + found.end);
    textStart += after + found.end;
    const separator = /^[ \t)]*(?:[:—–-]|$)[ \t]*/.exec(line.slice(textStart));
    if (separator === null) return undefined;
    return { name, dateText, textStart: textStart + separator[0].length, strength: 'strong' };
  }
  const separator = /^[ \t]*(?:\([^()\n]{1,60}\))?[ \t]*(?::|[—–]|-(?=\s))[ \t]*/.exec(rest);
  if (separator === null) return undefined;
  return { name, textStart: textStart + separator[0].length, strength, ...known };
}

/** `Name (3 May, 10:32): text`, `HS 12/3: text`, `R2 (3 Dec): text`. */
function namedWithDate(line: string, comments: boolean): Speaker | undefined {
  const colon = /^[^:\n]{2,60}?(?:\d{1,2}:\d{2}[^:\n]{0,12})?:(?=\s|$)/.exec(line);
  if (colon === null) return undefined;
  const label = colon[0].slice(0, -1);
  const stamp = stampIn(label);
  if (stamp === undefined) return undefined;
  const name = withoutEnd(stamp.before, ' ,(–—[-').trim();
  if (!isSpeakerName(name) || (!comments && !/[([]/.test(label) && name.split(/\s+/).length > 2)) return undefined;
  return { name, dateText: stamp.text, textStart: colon[0].length + spaces(line, colon[0].length), strength: 'strong' };
}

/** `Name  9:02 AM` or `name  Mon 2 Dec 19:11` on a line of its own. */
function nameAboveText(line: string): Speaker | undefined {
  if (line.length > 80 || !/\d{1,2}[:.]\d{2}/.test(line)) return undefined;
  const date = findDate(line);
  const found = date ?? findTime(line);
  if (found === undefined || found.start === 0) return undefined;
  if (!/^[\s\])]*$/.test(line.slice(found.end))) return undefined;
  const name = withoutEnd(line.slice(0, found.start), ' ,(–—[|-').trim();
  if (date !== undefined && date.minutes === undefined) return undefined;
  const named =
    isSpeakerName(name) && (/[ \t]{2,}/.test(line) || name.split(' ').every((word) => /^[\p{Lu}\p{Lo}]/u.test(word)));
  return named
    ? { name, dateText: line.slice(found.start, found.end), textStart: line.length, strength: 'strong' }
    : undefined;
}

/** `Name: text`. */
function plain(line: string, comments: boolean): Speaker | undefined {
  const match = /^(?:[-*•+][ \t]+)?([^:\n]{1,48}):(?=\s|$)/.exec(line);
  if (match === null) return undefined;
  const label = (match[1] as string).trim();
  const role = /^(?:Note|Comment|Remark|Reply|Answer)s? \(([^()]{2,40})\)$/i.exec(label)?.[1];
  const name = role ?? label;
  if (!isSpeakerName(name)) return undefined;
  const capital = /^[\p{Lu}\p{Lo}@]/u.test(name);
  if (!capital && (comments || name.includes(' '))) return undefined;
  return { name, textStart: match[0].length + spaces(line, match[0].length), strength: 'weak' };
}

function spaces(line: string, from: number): number {
  return /^[ \t]*/.exec(line.slice(from))![0].length;
}

/** A date or time at the end of a label ("Ana Brandt, 3 May, 10:32"). */
function stampIn(label: string): { readonly before: string; readonly text: string } | undefined {
  const found = findDate(label) ?? findTime(label);
  if (found === undefined || found.start === 0 || !/^[\s)\]]*$/.test(label.slice(found.end))) return undefined;
  return { before: label.slice(0, found.start), text: label.slice(found.start, found.end) };
}

/** Whether all of a text is a date, a time or both. */
function isStamp(text: string): boolean {
  const found = findDate(text) ?? findTime(text);
  if (found === undefined || text.length - found.end > 4) return false;
  // A day and month without a year may stand before the time.
  return found.start <= 1 || /^\d{1,2}[./-]\d{1,2}[./-]?,? {0,2}$/.test(text.slice(0, found.start));
}
