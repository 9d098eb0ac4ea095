/** What a header line names, in whichever language. */
export type HeaderName = 'from' | 'to' | 'cc' | 'bcc' | 'date' | 'subject' | 'other';

export interface HeaderLine {
  readonly name: HeaderName;
  /** Offset of the value in the line. */
  readonly valueStart: number;
}

const NAMES: ReadonlyMap<string, HeaderName> = new Map<string, HeaderName>([
  ...(['from', 'von', 'de', 'expéditeur', 'da'] as const).map((name) => [name, 'from'] as const),
  ...(['to', 'an', 'à', 'para', 'a'] as const).map((name) => [name, 'to'] as const),
  ...(['cc', 'kopie'] as const).map((name) => [name, 'cc'] as const),
  ['bcc', 'bcc'],
  ...(['date', 'sent', 'gesendet', 'datum', 'envoyé', 'enviado', 'received', 'sent at'] as const).map(
    (name) => [name, 'date'] as const,
  ),
  ...(['subject', 'subj', 'sub', 're', 'betreff', 'objet', 'assunto', 'asunto'] as const).map(
    (name) => [name, 'subject'] as const,
  ),
  ...'reply-to|sender|sent by|message-id|in-reply-to|references|importance|priority|attachments|attachment|mime-version|content-type|content-transfer-encoding|delivered-to|return-path|organization|organisation|user-agent|x-mailer|please respond to|importance|sensitivity|categories|thread-topic|thread-index|list-id|dkim-signature|authentication-results'
    .split('|')
    .map((name) => [name, 'other'] as const),
]);

const HEADER = /^[ \t]{0,60}[*_]{0,2}(\p{L}[\p{L}-]*(?: \p{L}+){0,2})[*_]{0,2}[ \t]*:[*_]{0,2}(?=[ \t]|$)[ \t]*/u;

const RAW_HEADER = /^[A-Za-z][A-Za-z0-9-]*:(?=[ \t]|$)[ \t]*/;

/** Words that begin ordinary sentences; they are headers only beside an unmistakable one. */
const WEAK = new Set(['re', 'a', 'de', 'da', 'an', 'para', 'to']);

const RESPOND = /^[ \t]*Please respond to[ \t]+(?=["<]|\S+[ \t]*$|\S+@)/;

/** Reads a header line such as `Sent: …`, also with emphasis marks around its name. */
export function headerLine(line: string): HeaderLine | undefined {
  const respond = RESPOND.exec(line);
  if (respond !== null) return { name: 'other', valueStart: respond[0].length };
  const colon = line.indexOf(':');
  if (colon < 1 || colon > 80) return undefined;
  const match = HEADER.exec(line);
  if (match === null) return undefined;
  const name = NAMES.get((match[1] as string).toLowerCase());
  return name === undefined ? undefined : { name, valueStart: match[0].length };
}

/** A header line of any name, as raw mail has them (`X-Spam-Score: 0`). */
export function rawHeaderLine(line: string): boolean {
  return line.length < 2000 && RAW_HEADER.test(line);
}

export function isWeakHeader(line: string): boolean {
  const match = HEADER.exec(line);
  return match !== null && WEAK.has((match[1] as string).toLowerCase());
}

const QUOTE = /^[ \t]{0,8}(?:>|[A-Z][A-Za-z]{0,3}>(?!>|<)|\|(?![^|]*\|))/;

/** A line marked as quoted (`>`, `> >`, `|`, `JD>`). */
export function isQuotedLine(line: string): boolean {
  return QUOTE.test(line) && !/^[ \t]*>+[=)]/.test(line);
}

const WROTE =
  /(?:(?:^|[\s,>\])*])(?:wrote|writes|said|schrieb|a écrit|ha scritto|escribió|escreveu|skrev)(?:[ \t]+(?:on|at)[ \t][^:]{4,60})?[ \t]*|<[^<>\s]+@[^<>\s]+>[ \t]*|[ \t]\[mailto:[^\]\s]+\][ \t]*):[*_]{0,2}[ \t]*$/i;

const DATED = /\b(?:19|20)\d\d\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}:\d\d/;

const ATTRIBUTION_START =
  /^[ \t*_]*(?:On|At|In (?:message|article|a message)|Le|El|Am|Op|Den|Em|Il|(?:19|20)\d\d[-/.]\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?[ \t]|["'“]?[\p{Lu}][^:]{1,100}(?:<[^<>]+>|wrote|writes|said))/u;

/** Whether a line ends the sentence that introduces quoted mail ("… wrote:"). */
export function endsAttribution(line: string): boolean {
  return line.length < 400 && /:[*_]{0,2}[ \t]*$/.test(line) && WROTE.test(line);
}

/** Whether lines joined by a space are an attribution; `dated` ones stand even when no quote mark follows. */
export function attribution(joined: string): 'dated' | 'plain' | undefined {
  if (joined.length > 500 || !WROTE.test(joined) || !ATTRIBUTION_START.test(joined)) return undefined;
  if (/[.!?]["”)]?\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(joined.replace(/\b[ap]\.m\./gi, ''))) return undefined;
  return DATED.test(joined) || /[<[][^<>\s]*@[^<>\s]+/.test(joined) ? 'dated' : 'plain';
}

const DIVIDER =
  /^[ \t*_>]*(?:[-_=*]{2,}[ \t]*(?:Original|Forwarded|Reply|Ursprüngliche|Weitergeleitete|Message d'origine)[ \t-]*(?:Message|Mail|E-?mail|Appointment|Meeting|Nachricht|by|from)?\b[^\n]{0,160}|Begin forwarded message[ \t]*:?|-{3,}[ \t]*Forwarded\b[^\n]{0,160}|Forwarded (?:message|by|from)[ \t:]+[^\n]{0,120}\d[^\n]{0,40})[ \t]*$/i;

/** `-----Original Message-----`, `Begin forwarded message:`, `--- Forwarded by … on …`. */
export function isDivider(line: string): boolean {
  return line.length < 300 && DIVIDER.test(line);
}

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
  const before = line
    .replace(LOTUS_STAMP, '')
    .replace(/<[^>]*>/g, '')
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
