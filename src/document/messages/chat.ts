import { findDate } from '../lines/dates';
import type { QuotedLine } from '../lines/quotedLines';
import { withoutEnd } from '../lines/trimming';
import { type Speaker, speakerOf } from './speakers';

/** How the lines of one document speak, judged from all of them. */
export interface Chat {
  /** The speaker of an unquoted line, if this document is a chat or a log and the line begins a turn. */
  speaker(line: string): Speaker | undefined;
  /** Whether this document is a chat or a log. */
  readonly isOne: boolean;
}

/**
 * Judges whether unquoted lines are turns of a chat: two with a date or time are enough; bare names with a colon must
 * come back and fill much of the text, so that labels in a letter are none.
 */
export function readChat(lines: readonly QuotedLine[]): Chat {
  const stamped = new Set<string>();
  const named = new Map<string, number>();
  const known = new Map<string, Speaker>();
  let strong = 0;
  let turns = 0;
  let written = 0;
  for (const { depth, text } of lines) {
    if (depth > 0 || text === '') continue;
    written++;
    const speaker = speakerOf(text);
    if (speaker === undefined) continue;
    known.set(text, speaker);
    if (speaker.strength === 'strong') {
      strong++;
      stamped.add(speaker.name);
    } else {
      turns++;
      named.set(bareName(speaker), (named.get(bareName(speaker)) ?? 0) + 1);
    }
  }
  const back = [...named.values()].filter((count) => count >= 2).length;
  const share = turns / Math.max(1, written);
  const bare =
    named.size >= 2 &&
    named.size <= Math.max(6, turns / 2) &&
    ((turns >= 4 && back >= 1 && share >= 0.3) || (turns >= 2 && share >= 0.8));
  if (strong < 2 && !bare) return { speaker: () => undefined, isOne: false };
  return {
    isOne: true,
    speaker(line) {
      const speaker = known.get(line);
      if (speaker === undefined) return bare ? remarkOf(line) : undefined;
      if (speaker.strength === 'strong') return strong >= 2 || bare ? speaker : undefined;
      const comesBack =
        (named.get(bareName(speaker)) ?? 0) >= (turns >= 6 && back >= 2 ? 2 : 1) || PERSON.test(speaker.name);
      return bare && comesBack ? speaker : undefined;
    },
  };
}

/** The name without what stands in brackets behind it: a role or a side, often only the first time. */
function bareName({ name }: Speaker): string {
  return name.replace(/\s*\([^()]*\)$/, '');
}

const PERSON = /^(?:\p{Lu}\p{L}{0,4}\.|\p{Lu}[\p{L}'’-]+) \p{Lu}[\p{L}'’-]+$/u;

/** `Note: …` in a log of questions and answers: a turn of somebody unnamed. */
function remarkOf(line: string): Speaker | undefined {
  const match = /^(Note|Remark|Comment)s?:[ \t]+(?=\S)/.exec(line);
  return match === null ? undefined : { name: match[1] as string, textStart: match[0].length, strength: 'weak' };
}

/** The date that a line between turns names ("--- Saturday 12 April ---"). */
export function dayOf(line: string): string | undefined {
  const heading = /^#{1,6}[ \t]/.test(line) && line.length <= 120;
  if (line.length > 48 && !heading) return undefined;
  const bare = withoutEnd(line, ' *_#=-–—])').replace(/^[\s*_#=\-–—[(]+/, '');
  const date = findDate(bare);
  if (date === undefined || date.start > 1) return undefined;
  // The heading of minutes may name the hour and the place, too.
  if (heading) return bare.slice(0, date.end);
  return date.end >= bare.length - 1 && date.minutes === undefined ? bare : undefined;
}
