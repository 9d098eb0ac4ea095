import { anyMailWord, type HeaderName, headerNamed, isDividerText } from './mailWords';
import { withoutEnd } from './trimming';

export interface HeaderLine {
  readonly name: HeaderName;
  /** Offset of the value in the line. */
  readonly valueStart: number;
}

/** A short label, a colon and what stands behind it; `name` is missing where no list has the label. */
export interface LabelledLine {
  readonly label: string;
  readonly name?: HeaderName;
  readonly valueStart: number;
}

/** The line above each mail in a file that holds many. */
export const MBOX = new RegExp(`^From \\S+ +(?:${anyMailWord('mboxDays')}) `);

const LABEL =
  /^[ \t]{0,60}[\u200e\u200f\u202a-\u202e]{0,3}[*_]{0,2}([\p{L}\p{M}][\p{L}\p{M}'’-]*(?:[ /][\p{L}\p{M}'’-]+){0,3}\.?)[*_]{0,2}[ \t\u00a0\u202f]?[ \t]{0,3}[:：][*_]{0,2}[ \t\u00a0]{0,60}[\u200e\u200f\u202a-\u202e]{0,3}/u;

const RAW_HEADER = /^[A-Za-z][A-Za-z0-9-]*:(?=[ \t]|$)[ \t]*/;

const RESPOND = /^[ \t]*Please respond to[ \t]+(?=["<]|\S+[ \t]*$|\S+@)/;

/** Reads `Label: value`, also with emphasis marks around the label. */
export function labelledLine(line: string): LabelledLine | undefined {
  const colon = /[:：]/.exec(line.length > 90 ? line.slice(0, 90) : line)?.index ?? -1;
  if (colon < 1 || colon > 80) return undefined;
  const match = LABEL.exec(line.slice(0, 240));
  if (match === null) return undefined;
  const label = match[1] as string;
  if (label.length > LONGEST_LABEL) return undefined;
  const name = headerNamed(label);
  const valueStart = Math.min(match[0].length, line.length);
  if (name !== undefined) return { label, name, valueStart };
  const spaced = valueStart === line.length || /[：\s*_]/.test(line[valueStart - 1]!);
  return spaced ? { label, valueStart } : undefined;
}

const LONGEST_LABEL = 32;

/** Reads a header line such as `Sent: …` whose label is known in some language. */
export function headerLine(line: string): HeaderLine | undefined {
  const respond = RESPOND.exec(line);
  if (respond !== null) return { name: 'other', valueStart: respond[0].length };
  const labelled = labelledLine(line);
  return labelled?.name === undefined ? undefined : { name: labelled.name, valueStart: labelled.valueStart };
}

/** A header line of any name, as raw mail has them (`X-Spam-Score: 0`). */
export function rawHeaderLine(line: string): boolean {
  return line.length < 2000 && RAW_HEADER.test(line);
}

/** Labels of so few letters begin ordinary sentences, too: they are headers only beside an unmistakable one. */
export function isWeakHeader(line: string): boolean {
  const labelled = labelledLine(line);
  return labelled?.name !== undefined && labelled.label.length <= 4 && WEAK.test(labelled.label);
}

const WEAK = new RegExp(`^(?:${anyMailWord('weakLabels')})$`, 'i');

/** `-----Original Message-----` in the languages listed, or any words between long dashes ("surely": no). */
export function dividerLine(line: string): { readonly surely: boolean; readonly forwarded: boolean } | undefined {
  if (line.length > 300 || !/^[\s*>]*[-_=*~—–]{2}|^\s*Forwarded |[:：][\s*]*$/u.test(line)) return undefined;
  const text = withoutEnd(line, '* ').replace(/^[*>\s]+/, '');
  if (text.length < 8) return undefined;
  const forwarded = FORWARDED.test(text);
  if (BY_LOTUS.test(text) || BY_DATE.test(text)) return { surely: true, forwarded: true };
  const between = BETWEEN.exec(text);
  if (between !== null) {
    const words = (between[1] as string).trim();
    return {
      surely:
        isDividerText(words) || isDividerText(words.replace(/ ?(?:from|by|von|de)? .*$/, '')) || KNOWN.test(words),
      forwarded,
    };
  }
  const bare = text.replace(/[:：]$/, '');
  return bare.length < text.length && bare.length <= 60 && isDividerText(bare)
    ? { surely: true, forwarded }
    : undefined;
}

const BETWEEN = /^[-_=*~—–]{2,}[ \t]*([^-_=*~—–\s][^\n]{1,120}?)[ \t]*[-_=*~—–]{2,}[:：]?$/u;
const KNOWN = new RegExp(`^(?:${anyMailWord('dividerStarts')})[ \\t-]*(?:${anyMailWord('dividerNouns')})\\b`, 'i');
const BY_LOTUS = /^-{3,}[ \t]*Forwarded\b[^\n]{0,160}$/i;
const BY_DATE = /^Forwarded (?:message|by|from)[ \t:]+[^\n]{0,120}\d[^\n]{0,40}$/i;
const FORWARDED =
  /forward|weitergeleit|transf[ée]r|reenviad|inoltrat|encaminhad|doorgestuurd|vidarebefordr|videresend|przekazan|přeposlan|пересл|пересыл|転送|转发|轉寄|전달|ilet|továbbít|προωθ|redirec/i;

const LOTUS_STAMP =
  /(?:^|[\s,])(?:on[ \t]+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[ \t,]+\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]?[AP]M)?(?:[ \t]+[A-Z]{2,4})?[ \t]*$/i;

const LOTUS_INLINE =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[ \t,]+\d{1,2}:\d{2}(?::\d{2})?[ \t]?[AP]M[ \t]+(?:To|cc|Subject):/i;

/** A date and time that end the line, as Lotus Notes put them beside the sender. */
export function endsWithStamp(line: string): boolean {
  return line.length < 200 && /\d/.test(line) && LOTUS_STAMP.test(line);
}

/** Sender, date and recipients run together in one line. */
export function isRunTogetherHeader(line: string): boolean {
  return line.length < 1000 && LOTUS_INLINE.test(line);
}

/** What stands before the stamp is a person or nothing: not a sentence that happens to end in a date. */
export function isStampedName(line: string): boolean {
  if (line.length > 400) return false;
  const before = line
    .replace(LOTUS_STAMP, '')
    .replace(/<[^<>]{0,400}>/g, '')
    .trim();
  if (before === '') return true;
  const words = before.split(/\s+/);
  return (
    words.length <= 8 &&
    words.every(
      (word) =>
        /^["'(\p{Lu}\d@/<]/u.test(word) ||
        /^(?:on|by|via|from:?|de|van|von|der|name@\S+)$/i.test(word) ||
        word.includes('@'),
    )
  );
}
