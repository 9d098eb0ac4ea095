import type { Span } from '../draft/draft';
import { isContactLine, isFooterLine, isNameLine, isSignatureDelimiter, isSignOff } from '../lines/letterLines';
import { greetingOf } from '../lines/letterWords';
import { withoutEnd } from '../lines/trimming';
import { messageWords } from './messageWords';

/** Whom a message addresses and who signed it, as far as its own lines say so. */
export interface GreetedAndSigned {
  readonly greets?: string;
  readonly signedBy?: string;
}

/** Reads both from the lines of a message; `footLine` is the first line below the words that were kept, if any. */
export function greetedAndSigned(text: string, body: readonly Span[], below: readonly Span[]): GreetedAndSigned {
  const lines = body.map(({ start, end }) => text.slice(start, end).trim()).filter((line) => line !== '');
  const greets = greeted(lines);
  const signedBy = signed(
    lines,
    below.map(({ start, end }) => text.slice(start, end).trim()).filter((line) => line !== ''),
  );
  return { ...(greets === undefined ? {} : { greets }), ...(signedBy === undefined ? {} : { signedBy }) };
}

/** How many lines from the top may stand above the greeting (a date, an address). */
const HEAD = 4;
/** How many lines a foot may have: sign-off, name, title, company, numbers. */
const FOOT = 9;

function greeted(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, HEAD)) {
    const alone = greetingOf(line)?.name;
    if (alone !== undefined) return clean(alone);
    const inline =
      /^(?:Dear|Hi|Hello|Hey|Hallo|Hola|Ciao|Bonjour|Hej|Hei)[ \t]+([\p{Lu}][\p{L}'’.-]*(?:[ \t]+\p{Lu}[\p{L}'’.-]*){0,2})[ \t]*[,!–—-]/u.exec(
        line,
      );
    if (inline !== null) return clean(inline[1] as string);
    const vocative = /^(\p{Lu}[\p{Ll}'’-]{1,20}(?: \p{Lu}[\p{Ll}'’-]{1,20})?)[,!:](?:$|\s+(?:\p{Ll}|I\b))/u.exec(line);
    if (vocative !== null && !OPENERS.has((vocative[1] as string).toLowerCase())) return clean(vocative[1] as string);
  }
  return undefined;
}

/** Words that stand before a comma at the head of a sentence and are no name. */
const OPENERS = new Set(messageWords('opener'));

function signed(lines: readonly string[], below: readonly string[]): string | undefined {
  const foot = lines.slice(-FOOT);
  for (let at = foot.length - 1; at >= 0; at--) {
    if (!isSignOff(foot[at] as string)) continue;
    const name = foot.slice(at + 1).find((line) => !isContactLine(line) && !isFooterLine(line)) ?? below[0];
    if (name !== undefined && isNamed(name)) return clean(name);
    return undefined;
  }
  const inline =
    /(?:^|[.!?]\s+|\s)(?:regards|wishes|thanks|cheers|best|grüße|saluti|saludos|cordialement|hilsen|mvh)[ \t]*[,.!–—-]?[ \t]+(\p{Lu}[\p{L}'’.-]*(?:[ \t]+\p{Lu}[\p{L}'’.-]*){0,2})[.]?$/iu.exec(
      foot.at(-1) ?? '',
    );
  if (inline !== null && /^\p{Lu}/u.test(inline[1] as string)) return clean(inline[1] as string);
  let first = foot.length;
  while (first > 0 && isFootLine(foot[first - 1] as string)) first--;
  const name =
    (lines.length > 1 ? foot.slice(first).find((line) => isNamed(line)) : undefined) ??
    below.find((line) => !isSignatureDelimiter(line) && isNamed(line));
  return name === undefined ? undefined : clean(name);
}

/** A name, initials or a title: short and no sentence. */
function isFootLine(line: string): boolean {
  return (
    line.length <= 60 &&
    greetingOf(line) === undefined &&
    (isContactLine(line) || isFooterLine(line) || !/[.?!:,]$/.test(line.replace(/(?:^|[\s.])\p{Lu}\.$/u, ''))) &&
    (isNamed(line) || isContactLine(line) || isFooterLine(line) || /^\p{Lu}/u.test(line))
  );
}

function isNamed(line: string): boolean {
  const bare = beforeComma(line);
  return bare.length <= 40 && isNameLine(bare);
}

function beforeComma(text: string): string {
  const at = text.search(/[,|]/);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

function clean(name: string): string {
  const bare = beforeComma(withoutEnd(name, ' ,.:;!*_–—-').replace(/^[\s\-–—~*_/]+/u, ''));
  const unkissed = withoutEnd(bare, 'xX');
  return (/\s$/.test(unkissed.slice(-1)) ? unkissed : bare).trim();
}
