import { messageWords } from './messageWords';
import { isSpeakerName, speakerOf } from './speakers';
import { nameLine, stampLine } from './stamps';

/** Where in the lines of one paragraph a pasted chat stands: from its first speaker to the end of the paragraph. */
export interface PastedChat {
  readonly from: number;
}

/**
 * Finds a chat among lines that nobody quotes. Two speakers with a time are one; so are names with a colon that come back,
 * `Me:` beside `Them:`, and a single line that a messenger has copied with its date.
 *
 * @param after the first lines of the next paragraph
 * @param goesOn whether the paragraph before was a chat
 */
export function pastedChat(
  lines: readonly string[],
  after: readonly string[],
  goesOn: boolean,
): PastedChat | undefined {
  if (!lines.some((line) => MAY_BE_HEAD.test(line.slice(0, 120)))) return undefined;
  const heads: (Head & { readonly at: number })[] = [];
  for (let at = 0; at < Math.min(lines.length, MOST_LINES); at++) {
    const head = headAt(lines, at);
    if (head !== undefined) heads.push({ ...head, at });
  }
  const lead = lines.findIndex((line) => !/^[\s*_=#~–—-]*$/.test(line));
  const timed = heads.filter(({ sign }) => sign !== 'colon');
  const first = timed[0];
  if (first !== undefined) {
    const next = headAt(after, 0);
    const carriedOn = first.at === lead && (goesOn || (next !== undefined && next.sign !== 'colon'));
    if (timed.length >= 2 || first.sign === 'copied' || carriedOn) return { from: first.at };
  }
  const names = heads.map(({ name }) => name.toLowerCase());
  const apart = new Set(names);
  const comesBack = apart.size >= 2 && apart.size < names.length && heads.length * 2 >= lines.length - heads[0]!.at;
  const sides = [...apart].filter((name) => SELF.has(name) || OTHERS.has(name));
  const followed = sides.length === 1 && heads[0]!.at === lead && isSide(headAt(after, 0)?.name);
  if (comesBack || sides.length >= 2 || followed || (goesOn && sides.length === 1 && heads[0]!.at === lead))
    return { from: heads[0]!.at };
  return undefined;
}

/** Whether a text of several lines has any sign of a chat: most paragraphs have none and need not be looked at line by line. */
export function mayHoldChat(text: string): boolean {
  return MAY_HOLD_HEAD.test(text);
}

const MOST_LINES = 200;
const MAY_BE_HEAD = /\d[:.]\d\d|^[^:]{1,48}:(?:\s|$|\*|_)|^<|\b(?:ago|just now|yesterday|today)\b/iu;
/** Says yes wherever `MAY_BE_HEAD` does in one of the lines. */
const MAY_HOLD_HEAD = /\d[:.]\d\d|:(?:\s|$|\*|_)|^<|\b(?:ago|just now|yesterday|today)/imu;

interface Head {
  readonly name: string;
  /** `copied`: date, time and name as a messenger copies them; `time`: a name with a time; `colon`: a name and a colon. */
  readonly sign: 'copied' | 'time' | 'colon';
}

function headAt(lines: readonly string[], at: number): Head | undefined {
  const line = lines[at];
  if (line === undefined || line.length < 2) return undefined;
  if (!MAY_NAME.test(line) && !MAY_NAME.test(lines[at + 1] ?? '')) return undefined;
  const nick = NICK.exec(line)?.[1] ?? SENT.exec(line)?.[1];
  if (nick !== undefined) return { name: nick, sign: 'time' };
  const speaker = speakerOf(line);
  if (speaker?.dateText !== undefined) {
    if (COPIED.test(line) && speaker.textStart < line.length) return { name: speaker.name, sign: 'copied' };
    // An agenda has a time and a topic before a colon, too.
    return { name: speaker.name, sign: /^\d/.test(line) && speaker.textStart < line.length ? 'colon' : 'time' };
  }
  const stamp = stampLine(line);
  if (stamp?.name !== undefined) return { name: stamp.name, sign: 'time' };
  if (speaker !== undefined) return /^[-•+]|^\*[ \t]/.test(line) ? undefined : { name: speaker.name, sign: 'colon' };
  const named = line.length <= 48 ? nameLine(line)?.name : undefined;
  const below = named === undefined ? undefined : stampLine(lines[at + 1] ?? '');
  const isHead = below !== undefined && below.name === undefined && /\d[:.]\d\d|ago|now/.test(below.dateText);
  return isHead && isSpeakerName(named!) ? { name: named!, sign: 'time' } : undefined;
}

/** Every head, or the line below a bare name, has one of these. */
const MAY_NAME = /[:<[*_\p{Nd}]|ago|yesterday|today|just now/iu;
const NICK = /^(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?[ \t]+)?<[@+ ]?([\w|^{}-]{1,24})>[ \t]/;
const SENT = /^(\p{Lu}[^\n]{1,48}?) sent the following messages? at \d/u;
/** Day, month, year and time before the name, in brackets or before a dash. */
const COPIED =
  /^\u200e?(?:\[\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d[^\]\n]{0,12}\]|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?[ \t\u202f]\d{1,2}[:.]\d\d[^-–\n]{0,8}[-–]) [^:\n]{1,48}:/u;

const SELF = new Set(messageWords('self'));
const OTHERS = new Set(messageWords('others'));

function isSide(name: string | undefined): boolean {
  return name !== undefined && (SELF.has(name.toLowerCase()) || OTHERS.has(name.toLowerCase()));
}
