import type { Party } from '../draft/draft';
import { findDate } from '../lines/dates';
import {
  attribution,
  endsAttribution,
  endsWithStamp,
  headerLine,
  isDivider,
  isStampedName,
  isWeakHeader,
} from '../lines/mailLines';
import type { QuotedLine } from '../lines/quotedLines';

/** What the header or the attribution of a message says; `lines` is how many lines it takes. */
export interface MessageHeader {
  readonly lines: number;
  readonly from?: Party;
  readonly to?: readonly Party[];
  readonly dateText?: string;
  readonly subject?: string;
}

/** Reads `Me: Name <address>` from the first line of a text. */
export function readMe(text: string): Party | undefined {
  const match = /^\s*Me:[ \t]+([^\r\n]{1,300})/.exec(text.slice(0, 2000));
  return match === null ? undefined : partyOf(match[1] as string);
}

/** `Name <address>`, `Name (role)`, `address`, `Family, Given`. */
export function partyOf(text: string): Party | undefined {
  const address = text.includes('@') ? ADDRESS.exec(text)?.[0] : undefined;
  const name = text
    .replace(/<[^<>]*>|\[mailto:[^\]]*\]/g, ' ')
    .replace(/\([^()]*@[^()]*\)/g, ' ')
    .replace(/["*_]/g, ' ')
    .replace(/^[\s'<]+|[\s',;:>]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const turned = name.includes(',') ? FAMILY_FIRST.exec(name) : null;
  const said = turned === null ? name : `${turned[2]} ${turned[1]}`;
  if (said === '' || said === address) return address === undefined ? undefined : { name: address, address };
  const short = said.length > LONGEST_NAME ? said.slice(0, LONGEST_NAME) : said;
  return address === undefined ? { name: short } : { name: short, address };
}

const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}/u;
const FAMILY_FIRST = /^([\p{L}'’-]+), ((?:\p{Lu}[\p{L}'’.-]*)(?: \p{Lu}[\p{L}'’.-]*)?)$/u;
const LONGEST_NAME = 120;

/** Header lines (`From: …`, `Sent: …`) that begin at line `at`; nothing if these are no message's header. */
export function headerAt(lines: readonly QuotedLine[], at: number): MessageHeader | undefined {
  const values = readValues(lines, at);
  const { from, to, date, subject } = values;
  if (from !== undefined && (to ?? date ?? subject) === undefined) {
    const stamped = endsWithStamp(from) && findDate(from);
    if (!stamped) return undefined;
    return {
      lines: values.lines,
      ...sender(from.slice(0, stamped.start)),
      dateText: from.slice(stamped.start, stamped.end),
    };
  }
  if (
    from === undefined &&
    !(to !== undefined && (date ?? subject) !== undefined) &&
    !(date !== undefined && subject !== undefined)
  ) {
    return undefined;
  }
  const stamped = from === undefined || date !== undefined ? undefined : findDate(from);
  const name = stamped === undefined ? from : from?.slice(0, stamped.start).replace(/\bon\s*$/, '');
  const dateText = date ?? (stamped === undefined ? undefined : from?.slice(stamped.start, stamped.end));
  return {
    lines: values.lines,
    ...(name === undefined ? {} : sender(name)),
    ...(to === undefined ? {} : { to: recipients(to) }),
    ...(dateText === undefined ? {} : { dateText }),
    ...(subject === undefined ? {} : { subject }),
  };
}

function sender(text: string): { from?: Party } {
  const from = partyOf(text);
  return from === undefined ? {} : { from };
}

function recipients(text: string): Party[] {
  const found: Party[] = [];
  let family = '';
  for (const piece of text.split(text.includes(';') ? ';' : ',').slice(0, 60)) {
    const person = piece.trim();
    // "Family, Given <address>" is one person; "Board, given@…" are two.
    const alone = family !== '' && !/\S\s+</.test(person);
    const first = alone ? partyOf(family) : undefined;
    if (first !== undefined) found.push(first);
    const whole = family === '' || alone ? person : `${family}, ${person}`;
    family = '';
    if (/^[\p{L}'’-]+$/u.test(whole) && text.includes('@') && !text.includes(';')) family = whole;
    else {
      const party = partyOf(whole);
      if (party !== undefined) found.push(party);
    }
  }
  const last = family === '' ? undefined : partyOf(family);
  return last === undefined ? found : [...found, last];
}

interface HeaderValues {
  readonly lines: number;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
  readonly subject?: string;
}

function readValues(lines: readonly QuotedLine[], at: number): HeaderValues {
  const depth = lines[at]!.depth;
  const values: Record<string, string> = {};
  let open: string | undefined;
  let next = at;
  for (; next < lines.length && next - at < 200; next++) {
    const line = lines[next]!;
    if (line.depth !== depth) break;
    const header = headerLine(line.text);
    if (header !== undefined) {
      if (open === undefined && isWeakHeader(line.text) && !/^\s*(?:de|an|to)\b/i.test(line.text)) break;
      open = header.name;
      if (values[open] !== undefined && open !== 'other' && open !== 'cc') break;
      values[open] = line.text.slice(header.valueStart).replace(/[*_]+$/, '');
      continue;
    }
    if (open === undefined) break;
    if (line.text === '') {
      const after = lines[next + 1];
      const more = after === undefined || after.depth !== depth ? undefined : headerLine(after.text);
      if (
        more !== undefined &&
        !isWeakHeader(after!.text) &&
        values[more.name] === undefined &&
        (next - at < 3 || more.name === 'subject')
      )
        continue;
      break;
    }
    if (/^[ \t]/.test(line.text) || /^[A-Z][\w-]+:[ \t]/.test(line.text)) {
      if (/^[ \t]/.test(line.text)) values[open] = `${values[open]} ${line.text.trim()}`;
      continue;
    }
    if ((open === 'to' || open === 'cc') && (/[,;]\s*$/.test(values[open] ?? '') || /@\w|\/\w+\//.test(line.text))) {
      values[open] = `${values[open]} ${line.text}`;
      continue;
    }
    if (open === 'date' && /^\d{1,2}:\d\d/.test(line.text)) continue;
    break;
  }
  return { lines: next - at, ...values };
}

/** "On … wrote:" over up to four lines from line `at`. */
export function attributionAt(
  lines: readonly QuotedLine[],
  at: number,
): (MessageHeader & { readonly dated: boolean }) | undefined {
  const first = lines[at]!;
  if (first.text === '' || !MAY_BEGIN.test(first.text)) return undefined;
  let joined = '';
  for (let next = at; next < lines.length && next - at < 4; next++) {
    const line = lines[next]!;
    if (line.depth !== first.depth || line.text === '') return undefined;
    joined = joined === '' ? line.text.trim() : `${joined} ${line.text.trim()}`;
    if (!endsAttribution(line.text)) continue;
    const verdict = attribution(joined);
    if (verdict === undefined) return undefined;
    return { lines: next - at + 1, dated: verdict === 'dated', ...authorOf(joined) };
  }
  return undefined;
}

const MAY_BEGIN = /^[ \t*_]*["'“]?[\p{L}\d]/u;

/** Who wrote and when, from "On Mon, 3 Mar 2025 at 17:40, Name <address> wrote:" and its kin. */
function authorOf(joined: string): { from?: Party; dateText?: string } {
  const address = ADDRESS.exec(joined)?.[0];
  let rest = joined
    .replace(/[\s:*_]+$/, '')
    .replace(/[<[(][^<>[\]()]*@[^<>[\]()]*[>\])]/g, ' ')
    .replace(/\b(?:wrote|writes|said|schrieb|a écrit|ha scritto|escribió|escreveu|skrev)\b/i, ' ')
    .replace(/^[*_\s]*(?:On|At|In (?:message|article)|Il giorno|Il|Le|El(?: día)?|Am|Op|Den|Em)\b/i, ' ');
  const date = findDate(rest);
  const dateText = date === undefined ? undefined : rest.slice(date.start, date.end).trim();
  if (date !== undefined) rest = `${rest.slice(0, date.start)} , ${rest.slice(date.end)}`;
  const name = rest
    .replace(/\b(?:on|at)\s*,|,\s*(?:at\s+)?(?:[A-Z]{2,5}|[+-]\d{4})\s*(?=,|\p{Lu})/gu, ' ')
    .replace(/[\s,:;–—-]+/g, (gap) => (gap.includes(',') ? ', ' : gap.includes('-') ? gap.trim() || ' ' : ' '))
    .replace(/^[\s,:.–-]+|[\s,:.–-]+$/g, '')
    .replace(/^(?:[A-Z]{2,4}|[+-]\d{4}|at|um)\s*,\s*/, '');
  const party = partyOf(address === undefined ? name : `${name} <${address}>`);
  return { ...(party === undefined ? {} : { from: party }), ...(dateText === undefined ? {} : { dateText }) };
}

/** Sender, date and recipients as Lotus Notes puts them: a name with a time stamp, then `To:` and `Subject:`. */
export function stampAt(lines: readonly QuotedLine[], at: number): MessageHeader | undefined {
  const first = lines[at]!;
  if (first.text === '' || first.text.length > 200 || first.depth > 0) return undefined;
  if (![at, at + 1, at + 2].some((index) => endsWithStamp(lines[index]?.text ?? ''))) return undefined;
  let next = at;
  let name = '';
  for (let step = 0; step < 3; step++, next++) {
    const line = lines[next];
    if (line === undefined || line.text.trim() === '') return undefined;
    if (endsWithStamp(line.text)) break;
    if (step > 0 && headerLine(line.text)?.name === 'other') continue;
    if (step > 0 || !isStampedName(line.text)) return undefined;
    name = line.text.trim();
  }
  const stamped = lines[next];
  if (stamped === undefined || !endsWithStamp(stamped.text) || !isStampedName(stamped.text)) return undefined;
  const date = findDate(stamped.text, 'month-first');
  if (date === undefined) return undefined;
  let below = next + 1;
  while (below < lines.length && below - next < 4 && lines[below]!.text.trim() === '') below++;
  const following = lines[below] === undefined ? undefined : headerLine(lines[below]!.text);
  if (following === undefined || following.name === 'date' || following.name === 'from') return undefined;
  const rest = headerAt(lines, below);
  const from = partyOf(
    `${name} ${stamped.text
      .slice(0, date.start)
      .replace(/\bon\s*$/, '')
      .replace(/^\s*From:/i, '')}`,
  );
  return {
    lines: below - at + (rest?.lines ?? 1),
    ...(from === undefined ? {} : { from }),
    dateText: stamped.text.slice(date.start, date.end).trim(),
    ...(rest?.to === undefined ? {} : { to: rest.to }),
    ...(rest?.subject === undefined ? {} : { subject: rest.subject }),
  };
}

/** How many lines a divider ("-----Original Message-----") takes at line `at`, and which kind it is. */
export function dividerAt(lines: readonly QuotedLine[], at: number): { lines: number; forwarded: boolean } | undefined {
  const { text, depth } = lines[at]!;
  const forwarded = /forward|weitergeleitet/i.test(text);
  if (isDivider(text)) {
    const wraps =
      !/[-_=*]\s*$/.test(text) && lines[at + 1]?.depth === depth && /-{3,}\s*$/.test(lines[at + 1]?.text ?? '');
    return { lines: wraps ? 2 : 1, forwarded };
  }
  if (/^\s*-{3,}\s*Forwarded/i.test(text) && isDivider(`${text.trimEnd()} ${lines[at + 1]?.text ?? ''}`))
    return { lines: 2, forwarded };
  return undefined;
}
