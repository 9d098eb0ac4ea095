import { findDate, holdsDate } from '../lines/dates';
import { endsWithVerb, isOwnVoice, isStarter, verbIn } from '../lines/mailWords';
import { withoutEnd } from '../lines/trimming';
import type { MailLine, MessageHeader } from './headerBlock';
import { ADDRESS, isNameToken, PARTICLE, partyOf } from './party';

/** The line that introduces older mail ("On … wrote:"), over up to four lines. */
export interface Attribution extends MessageHeader {
  /** It stands even where no quote marks follow. */
  readonly alone: boolean;
}

const MOST_LINES = 4;

/** Reads an attribution that begins at line `at`: by its shape, whatever the language. */
export function attributionAt(lines: readonly MailLine[], at: number): Attribution | undefined {
  const first = lines[at];
  if (first === undefined || first.text.trim() === '') return undefined;
  const end = endOf(lines, at);
  if (end === undefined) return undefined;
  const found = judge(joined(lines, at, end), isMarkedBelow(lines, end, first.depth), startsParagraph(lines, at));
  if (found === undefined) return undefined;
  // The last part may do by itself: then what stands above is the end of the text before it.
  for (let later = at + 1; later <= end; later++) {
    if (beginsAttribution(lines[at]!.text) && lines[at]!.text.length > 12) break;
    if (
      judge(joined(lines, later, end), true, true) !== undefined &&
      !/^["'“]?\p{Lu}\S* \p{Lu}\S*$/u.test(lines[at]!.text.trim())
    )
      return undefined;
  }
  const { alone, ...header } = found;
  return { ...header, alone, lines: end - at + 1 };
}

/** The line, at most four on and before any blank one, that ends as attributions do. */
function endOf(lines: readonly MailLine[], at: number): number | undefined {
  const { depth } = lines[at]!;
  let length = 0;
  for (let next = at; next < lines.length && next - at < MOST_LINES; next++) {
    const line = lines[next]!;
    if (line.depth !== depth || line.text === '') return undefined;
    length += line.text.length;
    if (length > LONGEST) return undefined;
    if (endsAttribution(line.text)) return next;
  }
  return undefined;
}

const LONGEST = 420;

/** Whether a line ends with a colon, a verb of writing or dashes behind it, or the address of a person. */
export function endsAttribution(line: string): boolean {
  if (line.length > LONGEST) return false;
  const text = line.trimEnd();
  if (ENDS_WITH_COLON.test(text)) return true;
  if (text.length >= 20 && !/\d|@/.test(text)) return false;
  return endsWithVerb(withoutEnd(text.slice(-40).toLowerCase(), ' *_-'));
}

const ENDS_WITH_COLON = /[:：][*_\s\u200e\u200f\u202c\u2069]{0,6}$/u;

function joined(lines: readonly MailLine[], from: number, to: number): string {
  let text = '';
  for (let at = from; at <= to; at++) {
    const part = lines[at]!.text.trim();
    // Programs break a line within the brackets of an address.
    text =
      text === ''
        ? part
        : /<$|^>/.test(`${text.slice(-1)}${''}`) || part.startsWith('>')
          ? `${text}${part}`
          : `${text} ${part}`;
  }
  return text;
}

function isMarkedBelow(lines: readonly MailLine[], end: number, depth: number): boolean {
  let below = end + 1;
  while (below < lines.length && below - end < 4 && lines[below]!.text === '' && lines[below]!.depth <= depth) below++;
  return (lines[below]?.depth ?? 0) > depth;
}

function startsParagraph(lines: readonly MailLine[], at: number): boolean {
  const before = lines[at - 1];
  return (
    before === undefined ||
    before.text.trim() === '' ||
    before.depth !== lines[at]!.depth ||
    /^[-_*=\s]+$/.test(before.text)
  );
}

/** Judges lines joined by a space; `marked`: deeper quote marks follow; `apart`: nothing stands right above. */
function judge(
  written: string,
  marked: boolean,
  apart: boolean,
): (Omit<MessageHeader, 'lines'> & { alone: boolean }) | undefined {
  const text = written
    .replace(/^[\s*_>\u200e\u200f\u202a-\u202e-]+/u, '')
    .replace(/[\s*_\u200e\u200f\u202a-\u202e\u2066-\u2069-]{1,40}$/u, '');
  if (text.length < 6 || text.length > LONGEST) return undefined;
  const colon = /[:：]$/.test(text);
  // Without quote marks below, a date or an address has to show what it is: most lines have neither.
  if (!(marked && colon) && !MAY_PROVE.test(text)) return undefined;
  const dashes = /^-{2,}\s/.test(written) && written.trimEnd().endsWith('--');
  const address = text.includes('@') ? ADDRESS.exec(text)?.[0] : undefined;
  const date = findDate(text);
  const dateText = date === undefined ? undefined : text.slice(date.start, date.end);
  const timed = date?.minutes !== undefined || /\d{1,2}[:.]\d\d/.test(text);
  if (date === undefined && address === undefined && !/\d/.test(text) && verbIn(text.toLowerCase()) === undefined)
    return undefined;
  const dated = (date !== undefined && (date.year !== undefined || timed)) || holdsDate(text);
  if (!(marked && colon) && !dated && address === undefined) return undefined;
  const bare = withoutDateAndAddress(text, date);
  if (saysMore(bare)) return undefined;
  const verb = verbIn(bare.toLowerCase());
  const tokens = bare.split(/[\s,，、;()（）¦:：]+/u).filter((token) => /\p{L}/u.test(token));
  const name = nameIn(text, bare, verb);
  const glue = tokens.filter((token) => !(name?.split(/[\s,]+/) ?? []).includes(token));
  if (address === undefined && name === undefined) return undefined;
  const speaks = glue.some((token, at) => isOwnVoice(token.toLowerCase()) && !(verb !== undefined && at === 0));
  const certain = verb !== undefined && address !== undefined && colon && beginsAttribution(text);
  if (glue.length > (certain ? 18 : address === undefined ? 6 : 8)) return undefined;
  // "Send the parts to Ife by 11 June:" is a sentence: an attribution comes to the date or the name at once.
  const head = text.slice(0, Math.min(date?.start ?? text.length, placeOf(text, name), placeOf(text, address)));
  const wordsBefore = head.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  if (!marked && verb === undefined && wordsBefore > 3) return undefined;
  const alone = apart
    ? isWhole({
        dated,
        address: address !== undefined,
        colon: colon || dashes,
        verb: verb !== undefined,
        speaks,
        timed,
        year: date?.year !== undefined,
        name,
        short: glue.length <= 1 || isStarter(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? ''),
      })
    : dated && (address !== undefined || verb !== undefined) && (colon || dashes || verb !== undefined) && !speaks;
  const introduces =
    alone ||
    (marked && colon && (verb !== undefined || dated || address !== undefined) && (!speaks || verb !== undefined));
  if (!introduces) return undefined;
  const from = partyOf(address === undefined ? name! : name === undefined ? address : `${name} <${address}>`);
  return {
    alone,
    ...(from === undefined ? {} : { from }),
    ...(dateText === undefined ? {} : { dateText: dateText.trim() }),
  };
}

const MAY_PROVE = /[@\p{Nd}]/u;

interface Signs {
  readonly dated: boolean;
  readonly address: boolean;
  readonly colon: boolean;
  readonly verb: boolean;
  readonly speaks: boolean;
  readonly timed: boolean;
  readonly year: boolean;
  readonly name: string | undefined;
  /** Hardly a word stands beside name and date, or the first is one of those that attributions begin with. */
  readonly short: boolean;
}

/** Whether a paragraph of its own is an attribution without quote marks to prove it. */
function isWhole({ dated, address, colon, verb, speaks, timed, year, name, short }: Signs): boolean {
  if (!dated) return address && colon && verb;
  if (address) return (colon || verb) && (!speaks || verb);
  if (speaks) return false;
  return verb || (colon && year && timed && short && name?.includes(' ') === true);
}

function placeOf(text: string, part: string | undefined): number {
  const at = part === undefined ? -1 : text.indexOf(part);
  return at < 0 ? text.length : at;
}

/** A full stop within shows sentences. */
function saysMore(bare: string): boolean {
  return (
    /[.!?]["”)]?\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(
      bare.replace(/\b[ap]\.m\./gi, '').replace(/(?<=(?:^|\s)\p{L}{1,4})\./gu, ''),
    ) || /[!?]/.test(bare)
  );
}

/** The text with a bar where its date stood and without the brackets around addresses. */
function withoutDateAndAddress(text: string, date: { start: number; end: number } | undefined): string {
  const cut = date === undefined ? text : `${text.slice(0, date.start)} ¦ ${text.slice(date.end)}`;
  return cut
    .replace(/<[^<>]{0,200}<[^<>]{0,200}>{1,2}/g, ' ')
    .replace(/[<[(][^<>[\]()]{0,200}@[^<>[\]()]{0,200}[>\])]/g, ' ')
    .replace(ADDRESS, ' ')
    .replace(/\b(?:GMT|UTC)?[+-]\d\d:?\d\d\b/g, ' ')
    .replace(/\d{1,2}[:.]\d\d(?::\d\d)?/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/["“”„«»]/g, ' ');
}

/** The name before the address; without one, the words with capitals beside the verb. */
function nameIn(text: string, bare: string, verb: { start: number; end: number } | undefined): string | undefined {
  const opening = /[<[(（]{1,2}(?:mailto:)?[^<>[\]()\s]{0,64}@/.exec(text)?.index;
  const before = opening === undefined ? undefined : nameBefore(text.slice(0, opening));
  if (before !== undefined) return before;
  const runs = runsOf(withoutEnd(bare, ':： '), verb);
  return runs.reduce<string | undefined>(
    (best, run) => (best === undefined || run.split(' ').length >= best.split(' ').length ? run : best),
    undefined,
  );
}

/** The words of a name that end a text, the family name first or last. */
function nameBefore(head: string): string | undefined {
  const date = findDate(head);
  const tail = (date === undefined ? head : head.slice(date.end))
    .replace(/["“”„\u200e\u200f\u202a-\u202e]/g, ' ')
    .trim();
  const quoted = /["“„]([^"“”„]{2,60})["”“]\s*$/.exec(head)?.[1];
  if (quoted !== undefined) return quoted.trim();
  const family =
    /(?:^|[\s,])((?:(?:de|van|von|der|di|da) ){0,2}\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’.-]*(?: \p{Lu}\.?)?)$/u.exec(
      tail,
    )?.[1];
  if (family !== undefined && !isStarter(family.split(/[ ,]/)[0]!.toLowerCase())) return family;
  const tokens = tail.split(/\s+/);
  const name: string[] = [];
  const unspaced = /^[\p{Lo}\p{M}]/u.test(tokens.at(-1) ?? '');
  for (let at = tokens.length - 1; at >= 0 && name.length < 6; at--) {
    const token = tokens[at]!;
    const bare = token.replace(/^[(，、]|[,)]$/g, '');
    if (bare === '' || !isNameToken(bare) || (/[,，、;:]$/.test(token) && at < tokens.length - 1)) break;
    if (/^[\p{Lo}\p{M}]/u.test(bare) !== unspaced && !PARTICLE.test(bare)) break;
    if (
      isStarter(bare.toLowerCase()) &&
      !PARTICLE.test(bare) &&
      name.length > 0 &&
      (at === 0 || isStarterAlone(tokens, at))
    ) {
      // "Message de …": the small word belongs to the one before it.
      if (name.length > 2 && /^\p{Ll}/u.test(name[0]!)) name.shift();
      break;
    }
    if (verbIn(bare.toLowerCase()) !== undefined || BY.test(bare)) break;
    name.unshift(bare);
  }
  while (
    name.length > 0 &&
    PARTICLE.test(name[0]!) &&
    /^\p{Ll}/u.test(name[0]!) &&
    name.length > 1 &&
    isStarter(name[0]!)
  )
    name.shift();
  if (name.length > 0) return name.join(' ');
  const small = withoutEnd(tail.replace(/^[\s,，¦]+/u, ''), ' ,');
  const words = small
    .split(/\s+/)
    .filter((word) => !isStarter(word.toLowerCase()) && verbIn(word.toLowerCase()) === undefined);
  return words.length > 0 && words.length <= 2 && /^[\p{L}\p{N}._-]+$/u.test(words.join(''))
    ? words.join(' ')
    : undefined;
}

function isStarterAlone(tokens: readonly string[], at: number): boolean {
  return /^(?:On|Uhr|Am|Um|Le|El|Il|Op|Den|Em)$/.test(tokens[at]!);
}

/** "By", where it looks like a word of a name. */
const BY = /^(?:بواسطة|من|مאת|מאת|ثبت|โดย|于|於|在)$/u;

function runsOf(bare: string, verb: { start: number; end: number } | undefined): string[] {
  const cut = verb === undefined ? bare : `${bare.slice(0, verb.start)} ¦ ${bare.slice(verb.end)}`;
  const runs: string[] = [];
  let run: string[] = [];
  const flush = () => {
    while (run.length > 0 && PARTICLE.test(run.at(-1)!)) run.pop();
    while (run.length > 0 && /^\p{Ll}/u.test(run[0]!)) run.shift();
    if (run.length > 0) runs.push(run.join(' '));
    run = [];
  };
  for (const token of cut.split(/\s+/)) {
    const word = token.replace(/^[(（]|[,，、;:)）]$/gu, '');
    const closes = /[,，、;:)]$/u.test(token);
    if (
      word === '' ||
      word === '¦' ||
      !isNameToken(word) ||
      BY.test(word) ||
      (run.length === 0 && isStarter(word.toLowerCase()))
    )
      flush();
    else run.push(word);
    if (closes) flush();
  }
  flush();
  const named = runs.filter((name) => name.length > 1);
  if (named.length > 0) return named;
  // A name in small letters, as accounts have them, beside the verb.
  const small = /(?:^|[¦,\s])([\p{Ll}][\p{L}\p{N}._-]{1,30})\s*[¦,:]*\s*$/u.exec(withoutEnd(cut, '¦ :'))?.[1];
  return verb === undefined || small === undefined || isStarter(small) || isOwnVoice(small) ? [] : [small];
}

/** Whether a line begins as attributions do: with a small word of the list, a date, or a quoted name. */
function beginsAttribution(line: string): boolean {
  const first = /^[\s*_>-]*(\p{L}+)/u.exec(line)?.[1];
  if (first !== undefined && isStarter(first.toLowerCase())) return true;
  const date = findDate(line);
  return date !== undefined && date.start <= 8;
}
