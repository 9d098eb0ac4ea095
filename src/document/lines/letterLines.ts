import { anyLetterWord, greetingOf, isListedSignOff, isListedSignOffWithName } from './letterWords';

const NAME_WORD = "[\\p{Lu}][\\p{L}'’.-]*";

const SALUTATION = new RegExp(
  `^[ \\t]*(?:(?:My )?Dear(?:est)?\\b(?:[^.!?:]|\\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Hon|Rev|Sr|Sra|\\p{Lu})\\.){0,70}|(?:Hi|Hello|Hey|Hiya|Hallo|Greetings|Good (?:morning|afternoon|evening|day)|G'day)(?:[ \\t,]+(?:there|all|both|team|everyone|folks|again|${NAME_WORD}|and|&|from)){0,6}|To whom(?:soever)? it may concern|Respected [^.!?:]{1,40}|(?:Sir|Madam|Sirs|Gentlemen|Ladies|All|Team|Everyone|Folks|Morning|Afternoon|Evening|(?:Morning|Afternoon|Evening)(?:[ \\t,]+(?:all|both|team|everyone|${NAME_WORD}|and|&)){1,6})(?=[ \\t]*[,:!;–—-]))[ \\t]*(?:[,:!.;–—-]+|)[ \\t]*$`,
  'u',
);

const NAME_ONLY = new RegExp(
  `^[ \\t]*${NAME_WORD}(?:(?:[ \\t]+|[ \\t]*[,/&][ \\t]*|[ \\t]+and[ \\t]+)${NAME_WORD}){0,5}[ \\t]*(?:[,:!–—]|-+)[ \\t]*$`,
  'u',
);

/** `Dear Ms Lind,` or `Hi all`, alone on its line. */
export function isSalutation(line: string): boolean {
  return line.length <= 90 && (SALUTATION.test(line) || greetingOf(line) !== undefined);
}

/** `Tomas,` or `Ana and Luis:` alone on its line: a greeting where a message begins. */
export function isNameGreeting(line: string): boolean {
  return line.length <= 60 && NAME_ONLY.test(line);
}

const SIGN_OFF =
  /^[ \t]*(?:(?:with |my |our |very |most |many |all |the |and )*(?:kind(?:est)?|best|warm(?:est)?|friendly|sincere|good|cordial)?[ \t]*(?:regards|wishes|greetings)(?:[ \t]+and[ \t]+thanks)?|(?:yours|your)(?:[ \t]+(?:very|most))?(?:[ \t]+(?:sincerely|faithfully|truly|respectfully|cordially|ever|aye))?|(?:sincerely|faithfully|respectfully|cordially|truly)(?:[ \t]+yours)?|(?:all the|very|my) best|best|cheers|(?:many |with |kind |warm |best )?thanks(?: again| so much| very much| a lot| and (?:kind |best |warm )?regards| in advance| a million)?|thank you(?: very much| so much| again| in advance| and (?:kind |best )?regards)?|with (?:many )?thanks|(?:with )?(?:best|kind|warm|great) (?:thanks|respect)|respectfully(?: submitted)?|take care|talk soon|speak soon|warmly|in haste|rgds|brgds|br|kr|ta|thx|tks|love|affectionately|with respect|with gratitude|gratefully)[ \t]*[,.!;–—-]*[ \t]*$/i;

/** `Kind regards,` alone on its line. */
export function isSignOff(line: string): boolean {
  return line.length <= 60 && (SIGN_OFF.test(line) || isListedSignOff(line));
}

const SIGN_OFF_AND_NAME =
  /^[ \t]*(?:(?:kind|best|warm(?:est)?|many)?[ \t]*(?:regards|wishes|thanks)|thanks(?: again)?|thank you|cheers|best|sincerely|yours(?: sincerely| faithfully| truly)?|all the best)[ \t]*(?:[,.!–—]|-+)[ \t]*\p{Lu}[\p{L}'’.-]*(?:[ \t]+\p{Lu}[\p{L}'’.-]*){0,3}[ \t.]*$/iu;

/** `Thanks, Ana` alone on its line. */
export function isSignOffWithName(line: string): boolean {
  if (line.length > 60) return false;
  const name = /(?:[,.!–—]|-+)[ \t]*([^,.!–—]*[^,.!–—\s])[ \t.]*$/u.exec(line)?.[1] ?? '';
  return (/^\p{Lu}/u.test(name) && SIGN_OFF_AND_NAME.test(line)) || isListedSignOffWithName(line);
}

/** `-- ` on a line of its own. */
export function isSignatureDelimiter(line: string): boolean {
  return line === '-- ' || line === '--' || line === '— ' || line === '—';
}

const NAME_LINE =
  /^[ \t]*(?:[-–—~/*_]{1,3}[ \t]*)?\p{Lu}[\p{L}'’.-]*(?:[ \t]+(?:\p{Lu}[\p{L}'’.-]*|de|van|von|der|la|bin|al|[xX]+)){0,4}[ \t]*(?:\([^)]{1,30}\))?[ \t]*[,.]?[ \t]*[*_]{0,2}$/u;

/** Words that stand alone on a line as an answer or a verdict, not as a name. */
const NO_NAME = new RegExp(
  `^[ \\t]*(?:${anyLetterWord('verdicts')}|\\p{L}{10,}|\\p{L}+(?:able|ible|ous|ful|less|tion|sense|tive|tory|ulations))[ \\t,.]*$`,
  'iu',
);

/** A person's name or initials alone on the line. */
export function isNameLine(line: string): boolean {
  if (line.length > 50 || (/\p{L}{2,}\.[ \t]*$/u.test(line) && !/\b(?:Jr|Sr|Esq|PhD)\.[ \t]*$/.test(line)))
    return false;
  return (
    (NAME_LINE.test(line) && !NO_NAME.test(line)) ||
    CASELESS_NAME.test(line) ||
    (/^[ \t]*[-–—]?[a-z]{1,10}[ \t]*x*$/.test(line) && !NO_NAME.test(line))
  );
}

/** One to three short words of a script that writes blanks and no capitals: Arabic, Hebrew, Devanagari and their kin. */
const CASELESS_NAME =
  /^[ \t]*[-–—]?(?:[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Georgian}]{2,14}(?:[ ](?!$)|$)){1,3}$/u;

const CONTACT = new RegExp(
  `(?:\\b(?:${anyLetterWord('contactLabels')})\\b[ \\t]*(?:no\\.?|number)?[ \\t]*[.:#|(]|^[ \\t]*[tmfpedw][ \\t]*[:.|][ \\t]*[+(\\d\\w]|\\+\\d[\\d ()./-]{6,}|\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}|\\b\\d{3}-\\d{4}\\b|\\S+@\\S+\\.\\S+|\\bhttps?:|www\\.|\\b(?:${anyLetterWord('streets')})\\b[.,]?[ \\t]*(?:\\d|$|,|[NSEW])|\\b[A-Z]{2}[ \\t]+\\d{5}\\b|\\b[A-Z]{1,2}\\d{1,2}[A-Z]?[ \\t]?\\d[A-Z]{2}\\b)`,
  'i',
);

/** A line with a telephone number, an address or another way to reach somebody. */
export function isContactLine(line: string): boolean {
  return line.length <= 200 && CONTACT.test(line);
}

const FOOTER = new RegExp(
  `^[ \\t]*(?:sent (?:from|via|using|with) (?:${anyLetterWord('sentFrom')})\\b|get outlook for|sent with )`,
  'i',
);

/** What mail programs add below ("Sent from my phone"). */
export function isFooterLine(line: string): boolean {
  return line.length <= 160 && FOOTER.test(line);
}

const DISCLAIMER_START =
  /^[ \t*_]*(?:(?:this|the)[ \t]+(?:e-?mail|message|communication|transmission|electronic|information (?:contained|in this)|contents? of this|document is)|confidentiality|disclaimer|important notice|legal notice|notice:|privileged|if you (?:are not|have received)|please consider the environment|virus|scanned by|any views|unless otherwise|to the extent|caution:|external e?-?mail|you don't often get)/i;

const DISCLAIMER_WORDS =
  /intended recipient|named (?:addressee|recipient)|addressee|confidential(?:ity)?\b[\s\S]{0,200}\b(?:privilege|recipient|sender|notify|delete|disclos)|received (?:this|it)[\s\S]{0,60} in error|virus|before printing|registered (?:office|in)|often get e-?mail/i;

/** A confidentiality notice or another text that a company's mail server adds. */
export function isDisclaimer(paragraph: string): boolean {
  const head = paragraph.slice(0, 3000);
  return DISCLAIMER_START.test(head) && DISCLAIMER_WORDS.test(head);
}

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|zip|vcf|txt|htm|jpe?g|png|gif)(?:$|[ \t]*(?:<<|\(|-))/i;

const ATTACHED = /^(?:\(?see attached file|<<|\[?(?:image|cid):|\[cid|attachments?:[ \t])/i;

const FILE_NAME = /^(?:[-*•][ \t]*)?[\w &().,-]{1,80}\.\w{2,4}(?:$|[ \t]*(?:<<|\(|-))/;

/** A line that only names an attached file. */
export function isAttachmentLine(line: string): boolean {
  if (line.length > 240) return false;
  const text = line.trim();
  return ATTACHED.test(text) || (FILE.test(text) && FILE_NAME.test(text));
}
