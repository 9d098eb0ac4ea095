import type { Party } from '../draft/draft';
import { findDate } from '../lines/dates';
import { anyMessageWord } from './messageWords';
import { partyOf } from './party';

/** A remark beside the messages ("[not sent]", "Last in, 10 June:") and what it says of the text below it. */
export interface Note {
  /** `mine`: the writer's own words follow; `theirs`: somebody else's; `none`: nothing is said. */
  readonly follows: 'mine' | 'theirs' | 'none';
  readonly from?: Party;
  readonly dateText?: string;
  readonly sent: boolean;
}

/** Reads a line of its own as a note; `alone`: whether nothing stands right below it. */
export function noteOf(line: string, alone: boolean): Note | undefined {
  const text = line.trim();
  if (text.length < 5 || text.length > 400) return undefined;
  const marked = MARKED.exec(text);
  const inside = marked?.slice(1).find((part) => part !== undefined);
  if (inside === undefined) {
    if (!alone || text.length > 110 || !/:$/.test(text) || !CAPTION.test(text)) return undefined;
    return judge(text);
  }
  if (marked?.[1] !== undefined && inside.split(/\s+/).length < 2 && !UNSENT.test(inside)) return undefined;
  if (marked?.[1] === undefined && !CAPTION.test(inside) && !UNSENT.test(inside) && !/^status\b/i.test(inside))
    return undefined;
  return judge(inside);
}

const MARKED =
  /^(?:\[([^\]]+)\]|\*{3}\s*(.+?)\s*\*{3}|\(((?:not sent|unsent|draft|in drafts)[^()]*)\)|-{1,3}\s*([^-].*?)\s*-{1,3}|\*([^*]+)\*)$/i;
const UNSENT = /\b(?:not (?:yet )?sent|unsent|never sent|draft|drafts|about to send|not (?:yet )?answered)\b/i;
const MINE = new RegExp(
  `\\b(?:mine|my (?:own )?(?:${anyMessageWord('ownText')})|(?:what )?I (?:${anyMessageWord('writing')})|draft|unsent|not (?:yet )?sent|about to send)\\b`,
  'i',
);
const THEIRS = new RegExp(
  `\\b(?:received|last (?:${anyMessageWord('lastText')})|latest|from (?:them|her|him|the)|(?:their|her|his) (?:${anyMessageWord('theirText')})|they (?:sent|wrote)|incoming|came in)\\b`,
  'i',
);
const CAPTION = new RegExp(
  `${MINE.source}|${THEIRS.source}|\\b(?:printed|exported|phone call|called|meeting|voicemail|spoke|met)\\b`,
  'i',
);

function judge(text: string): Note {
  const follows =
    MINE.test(text) && !/^last received|^received/i.test(text) ? 'mine' : THEIRS.test(text) ? 'theirs' : 'none';
  const date = findDate(text);
  const name = /\bfrom (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})/u.exec(text)?.[1];
  const from = name === undefined || follows !== 'theirs' ? undefined : partyOf(name);
  return {
    follows,
    sent: !UNSENT.test(text) || /\bsent (?:on )?(?:the )?\d/.test(text),
    ...(from === undefined ? {} : { from }),
    ...(date === undefined ? {} : { dateText: text.slice(date.start, date.end) }),
  };
}
